#[path = "../support/mod.rs"]
mod support;
use support::*;

fn main() {
    let stack = &mut stack();
    let invoices = stream::<Invoice>(stack, "Invoices");
    let _ = Publish::<cdk::Synth> { events: invoices.link() };
}
