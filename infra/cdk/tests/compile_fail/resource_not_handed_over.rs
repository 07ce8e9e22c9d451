#[path = "../support/mod.rs"]
mod support;
use support::*;

fn main() {
    let _ = Publish::<cdk::Synth> {};
}
