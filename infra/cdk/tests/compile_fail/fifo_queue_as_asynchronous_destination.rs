#[path = "../support/mod.rs"]
mod support;
use support::*;
use cdk::constructs::Asynchronous;

fn main() {
    let stack = &mut stack();
    let jobs = queue::<Order>(stack, "Jobs");
    let _ = Asynchronous { on_failure: Some((&jobs).into()), ..Asynchronous::default() };
}
