#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::constructs::Function;

fn main() {
    let stack = &mut stack();
    let events = stream(stack, "Events");
    let records = events.records(stream_mapping(stack));
    Function::new(stack, "Publish", &Publish { events: events.link() }, records, function_props());
}
