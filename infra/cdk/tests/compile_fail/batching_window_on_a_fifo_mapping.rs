#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::{BatchingWindow, literal};

fn main() {
    let _ = cdk::constructs::QueueMapping {
        batching_window: literal!(BatchingWindow::seconds(5)),
        ..queue_mapping()
    };
}
