use contract::{Bucket, Contract, Invocation, Link, Phase, PutRecords};

/// Appends records to a bucket, which has no such operation.
#[derive(Contract)]
#[contract(name = "wrong", wakes_on(Invocation<(), ()>))]
struct Wrong<P: Phase> {
    bucket: Link<P, Bucket<()>, PutRecords>,
}

fn main() {}
