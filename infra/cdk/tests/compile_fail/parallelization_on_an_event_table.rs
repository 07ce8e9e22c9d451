#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::{Parallelization, literal};

fn main() {
    let stack = &mut stack();
    let _ = cdk::constructs::TableMapping {
        parallelization: literal!(Parallelization::batches(2)),
        ..table_mapping(stack)
    };
}
