#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::RemovalPolicy;
use cdk::constructs::{DeadLetterQueue, Queue};

fn main() {
    let stack = &mut stack();
    let dead_letters = DeadLetterQueue::<Order>::new(stack, "DeadLetters", RemovalPolicy::Delete);
    let _ = Queue::<Order>::new(stack, "Orders", standard_queue_props(dead_letters));
}
