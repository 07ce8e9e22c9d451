#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::constructs::Function;

fn main() {
    let stack = &mut stack();
    let (invoices, events) = (table::<Invoice>(stack, "Invoices"), stream(stack, "Events"));
    let changes = invoices.changes(table_mapping(stack));
    Function::new(stack, "Publish", &Publish { events: events.link() }, changes, function_props());
}
