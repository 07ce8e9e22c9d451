#[path = "../support/mod.rs"]
mod support;
use support::*;

fn main() {
    let stack = &mut stack();
    let bucket = bucket(stack, "Bucket");
    let _ = Publish::<cdk::Synth> { events: bucket.link() };
}
