#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::constructs::{Batching, QueueScaling, StandardQueueMapping};
use cdk::{CollectedBatchSize, CollectingTime, literal};

fn main() {
    let stack = &mut stack();
    let mapping = StandardQueueMapping {
        batching: Batching::Collected {
            size: literal!(CollectedBatchSize::messages(1000)),
            within: literal!(CollectingTime::seconds(5)),
        },
        scaling: QueueScaling::Unlimited,
    };
    let _ = queue::<Order>(stack, "Orders").messages(mapping);
}
