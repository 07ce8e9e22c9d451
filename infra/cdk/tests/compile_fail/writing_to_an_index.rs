#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::constructs::{Attribute, Projection};
use contract::PutItem;

fn main() {
    let stack = &mut stack();
    let orders = projection(stack, "Orders");
    let by_place = orders.global_index(stack, "ByPlace", Attribute::string("place"), None, Projection::All);
    let _ = by_place.grant::<PutItem>("Write");
}
