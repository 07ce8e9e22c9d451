//! How many instructions synthesis takes, each step with a bound: a tenth above what was counted last.
//! The counts hold on a noisy machine; the tenth is for what differs between x86-64 processors, whose features some
//! libraries look for, and for what changes everywhere with a new compiler.
//!
//! `cargo bench -p cdk --bench instructions`, on Linux; the README says what it needs and how a bound is raised.

#![expect(missing_docs, reason = "the macros make public items")]

#[path = "synthesis/topology.rs"]
mod topology;

use std::hint::black_box;

use cdk::diff::TemplateDiff;
use cdk::{App, CloudAssembly};
use gungraun::prelude::*;
use gungraun::{Callgrind, EventKind};
use serde_json::Value as Json;

fn a_tenth_above(instructions: u64) -> LibraryBenchmarkConfig {
    let mut callgrind = Callgrind::with_args(["--cache-sim=no"]);
    callgrind.hard_limits([(EventKind::Ir, instructions + instructions / 10)]);
    LibraryBenchmarkConfig::default().tool(callgrind).clone()
}

// Typed resources with their references.
#[library_benchmark]
#[bench::of_30_resources(args = (30), config = a_tenth_above(376_000))]
#[bench::of_500_resources(args = (500), config = a_tenth_above(6_655_000))]
fn building(resources: usize) -> App {
    topology::app(black_box(resources))
}

// Every rule over them, and their templates.
#[library_benchmark]
#[bench::of_30_resources(args = (30), setup = topology::app, config = a_tenth_above(1_656_000))]
#[bench::of_500_resources(args = (500), setup = topology::app, config = a_tenth_above(18_169_000))]
fn synthesizing(app: App) -> CloudAssembly {
    topology::synthesized(app)
}

// The text of the templates.
#[library_benchmark]
#[bench::of_500_resources(args = (500), setup = assembly, config = a_tenth_above(7_418_000))]
fn rendering(assembly: CloudAssembly) -> (usize, CloudAssembly) {
    let templates = assembly.templates().expect("templates are text");
    (templates.values().map(String::len).sum(), assembly)
}

// What changes with a new template: nothing, or something in every resource.
#[library_benchmark]
#[bench::of_500_equal_resources(args = (500), setup = equal, config = a_tenth_above(2_516_000))]
#[bench::of_500_changed_resources(args = (500), setup = changed, config = a_tenth_above(74_254_000))]
fn comparing((old, new): (Json, Json)) -> (TemplateDiff, Json, Json) {
    (TemplateDiff::between(Some(&old), &new), old, new)
}

fn equal(resources: usize) -> (Json, Json) {
    (topology::template(resources), topology::template(resources))
}

fn changed(resources: usize) -> (Json, Json) {
    (topology::template(resources), topology::changed(topology::template(resources)))
}

fn assembly(resources: usize) -> CloudAssembly {
    topology::synthesized(topology::app(resources))
}

library_benchmark_group!(name = synthesis, benchmarks = [building, synthesizing, rendering, comparing]);
main!(library_benchmark_groups = synthesis);
