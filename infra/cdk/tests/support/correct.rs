//! Without a mistake, the system of the cases compiles and is synthesized.

#[path = "mod.rs"]
mod support;
use cdk::constructs::Function;
use support::*;

fn main() {
    let mut system = stack();
    let stack = &mut system;
    let (orders, events, replays) = (table(stack, "Orders"), stream(stack, "Events"), queue(stack, "Replays"));
    let changes = orders.changes(table_mapping(stack));
    Function::new(stack, "Publish", &Publish { events: events.link() }, changes, function_props());
    let sources = (events.records(stream_mapping(stack)), replays.messages(queue_mapping()));
    Function::new(stack, "Handle", &Handle { next: replays.link() }, sources, function_props());
    system.synthesize().unwrap();
}
