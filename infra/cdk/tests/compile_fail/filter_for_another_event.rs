#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::constructs::Filter;

#[derive(serde::Deserialize)]
struct Shipped {
    kind: String,
}

fn main() {
    let stack = &mut stack();
    let events = stream::<Order>(stack, "Events");
    let shipped = Filter::<Shipped>::field("kind").equals("sent");
    let _ = events.records(stream_mapping(stack)).filtered([shipped]);
}
