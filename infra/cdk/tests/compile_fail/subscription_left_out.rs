#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::constructs::Function;

fn main() {
    let stack = &mut stack();
    let (events, replays) = (stream::<Order>(stack, "Events"), queue(stack, "Replays"));
    let records = events.records(stream_mapping(stack));
    Function::new(stack, "Handle", &Handle { next: replays.link() }, records, function_props());
}
