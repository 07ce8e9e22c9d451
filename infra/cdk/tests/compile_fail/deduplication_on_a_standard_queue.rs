#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::RemovalPolicy;
use cdk::constructs::{QueueProps, StandardDeadLetterQueue};

fn main() {
    let stack = &mut stack();
    let dead_letters = StandardDeadLetterQueue::<Order>::new(stack, "DeadLetters", RemovalPolicy::Delete);
    let _ = QueueProps { content_based_deduplication: true, ..standard_queue_props(dead_letters) };
}
