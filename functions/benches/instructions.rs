//! How many instructions the hot paths of the functions take, each with a bound: a tenth above
//! what was counted last. The counts hold on a noisy machine; the tenth is for what differs between x86-64 processors,
//! whose features some libraries look for, and for what changes everywhere with a new compiler.
//!
//! `cargo bench -p functions --no-default-features --bench instructions`, on Linux; the README says what it needs and
//! how a bound is raised.

#![expect(missing_docs, reason = "the macros make public items")]

#[path = "handlers/paths/mod.rs"]
#[expect(dead_code, reason = "some paths are measured by time and memory alone")]
mod paths;

use std::hint::black_box;

use domain::cart::Cart;
use domain::kernel::{Commit, Rehydrated};
use functions::replay::Run;
use gungraun::prelude::*;
use gungraun::{Callgrind, EventKind};

use paths::gate::{self, Delivery};
use paths::replay::{self, Archive};
use paths::{archive, rehydration, transform};

fn a_tenth_above(instructions: u64) -> LibraryBenchmarkConfig {
    let mut callgrind = Callgrind::with_args(["--cache-sim=no"]);
    callgrind.hard_limits([(EventKind::Ir, instructions + instructions / 10)]);
    LibraryBenchmarkConfig::default().tool(callgrind).clone()
}

// 100 commits, from what Lambda hands over to what is published.
#[library_benchmark]
#[bench::one_event_a_commit(args = (1), setup = transform::items_added, config = a_tenth_above(3_756_000))]
#[bench::ten_events_a_commit(args = (10), setup = transform::items_added, config = a_tenth_above(20_582_000))]
fn transforming(payload: String) -> String {
    transform::run(&payload, |message| {
        black_box(message);
    });
    payload
}

// A batch of events, past the gate and into the projection.
#[library_benchmark]
#[bench::next_of_their_carts(args = (), setup = gate::next, config = a_tenth_above(5_505_000))]
#[bench::seen_before(args = (), setup = gate::repeated, config = a_tenth_above(4_295_000))]
#[bench::out_of_turn(args = (), setup = gate::out_of_turn, config = a_tenth_above(5_884_000))]
fn gating(delivery: Delivery) -> Delivery {
    gate::run(&delivery);
    delivery
}

// 1,000 events, from what Lambda hands over to an object.
#[library_benchmark]
#[bench::of_1000_events(args = (1_000), setup = archive::payload, config = a_tenth_above(62_398_000))]
fn archiving(payload: String) -> String {
    archive::run(&payload);
    payload
}

// An archive of 1,000 events, from its objects to entries for a queue.
#[library_benchmark]
#[bench::of_1000_events(args = (10, 100), setup = Archive::made, config = a_tenth_above(27_100_000))]
fn replaying(archive: Archive) -> Run {
    replay::run(archive, |_, batch| {
        black_box(batch);
    })
}

// A cart of 10,000 events, from its commits.
#[library_benchmark]
#[bench::of_10000_events(args = (1), setup = rehydration::commits, config = a_tenth_above(18_601_000))]
fn rehydrating(commits: Vec<Commit<Cart>>) -> (Rehydrated<Cart>, Vec<Commit<Cart>>) {
    (rehydration::run(&commits), commits)
}

library_benchmark_group!(name = handlers, benchmarks = [transforming, gating, archiving, replaying, rehydrating]);
main!(library_benchmark_groups = handlers);
