#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::{FifoBatchSize, literal};

fn main() {
    let _ = cdk::constructs::QueueMapping { batch_size: literal!(FifoBatchSize::messages(11)), ..queue_mapping() };
}
