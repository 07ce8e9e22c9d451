#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::constructs::{Batching, StandardQueueMapping};
use cdk::{CollectedBatchSize, CollectingTime, MaxConcurrency, literal};

fn main() {
    let stack = &mut stack();
    let mapping = StandardQueueMapping {
        batching: Batching::Collected {
            size: literal!(CollectedBatchSize::messages(1000)),
            within: literal!(CollectingTime::seconds(5)),
        },
        max_concurrency: literal!(MaxConcurrency::executions(2)),
    };
    let _ = queue::<Order>(stack, "Orders").messages(mapping);
}
