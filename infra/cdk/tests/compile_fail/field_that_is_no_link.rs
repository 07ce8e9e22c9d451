use contract::{Contract, Invocation, Phase};

/// Has a field that the topology cannot fill.
#[derive(Contract)]
#[contract(name = "wrong", wakes_on(Invocation<(), ()>))]
struct Wrong<P: Phase> {
    table: String,
    phase: P,
}

fn main() {}
