#[path = "../support/mod.rs"]
mod support;
use support::*;

fn main() {
    let stack = &mut stack();
    let table = projection(stack, "Projection");
    let _ = table.changes(table_mapping(stack));
}
