#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::RemovalPolicy;
use cdk::constructs::{FifoQueue, StandardDeadLetterQueue};

fn main() {
    let stack = &mut stack();
    let dead_letters = StandardDeadLetterQueue::<Order>::new(stack, "DeadLetters", RemovalPolicy::Delete);
    let _ = FifoQueue::<Order>::new(stack, "Orders", queue_props(dead_letters));
}
