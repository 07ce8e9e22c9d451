#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::constructs::{ObjectEvent, ObjectEvents};

fn main() {
    let stack = &mut stack();
    let (invoices, orders) = (bucket(stack, "Invoices"), queue::<Order>(stack, "Orders"));
    invoices.notify_queue(stack, &orders, ObjectEvents::under("", ObjectEvent::Created));
}
