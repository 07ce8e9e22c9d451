use contract::{Contract, Invocation, Phase};

/// Has a name that no binary can have.
#[derive(Contract)]
#[contract(name = "Not A Name", wakes_on(Invocation<(), ()>))]
struct Wrong<P: Phase> {
    _phase: P,
}

fn main() {}
