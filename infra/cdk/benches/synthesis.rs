//! How long it takes to build topologies, to synthesize them and to render their templates as text.
//!
//! `cargo bench -p cdk --bench synthesis`. Goals: at least 100,000 resources a second, growing linearly; 500 resources in
//! under 5 ms; 50 stacks of 30 resources in under 20 ms.

#[path = "support/topology.rs"]
mod topology;

use cdk::aws::sqs;
use cdk::{App, CloudAssembly, Definition, Resource};
use divan::Bencher;
use divan::counter::ItemsCount;

/// From a few resources to far more than most companies have; at most 500 in a stack.
const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

fn main() {
    divan::main();
}

/// Typed resources and the references between them.
#[divan::bench(args = SIZES)]
fn build(bencher: Bencher<'_, '_>, resources: usize) {
    bencher.counter(ItemsCount::new(resources)).bench(|| topology::app(resources));
}

/// Every rule, over resources that stand already.
#[divan::bench(args = SIZES)]
fn synthesize(bencher: Bencher<'_, '_>, resources: usize) {
    measure(bencher, resources, || topology::app(resources));
}

/// The text of every template.
#[divan::bench(args = SIZES)]
fn render(bencher: Bencher<'_, '_>, resources: usize) {
    let assembly = synthesized(topology::app(resources));
    bencher.counter(ItemsCount::new(resources)).bench(|| assembly.templates().expect("templates are text"));
}

/// All of it: from nothing to text.
#[divan::bench(args = SIZES)]
fn everything(bencher: Bencher<'_, '_>, resources: usize) {
    bencher
        .counter(ItemsCount::new(resources))
        .bench(|| synthesized(topology::app(resources)).templates().expect("templates are text"));
}

/// As many resources as one stack takes.
#[divan::bench]
fn synthesize_500_in_one_stack(bencher: Bencher<'_, '_>) {
    measure(bencher, 500, || {
        let mut app = App::new();
        app.stack(topology::stack(0, 500));
        app
    });
}

/// Many small stacks that know nothing of each other.
#[divan::bench]
fn synthesize_50_stacks_of_30(bencher: Bencher<'_, '_>) {
    measure(bencher, 1_500, || {
        let mut app = App::new();
        (0..50).for_each(|number| app.stack(topology::stack(number, 30)));
        app
    });
}

/// Many small stacks of which each uses a value of the one before.
#[divan::bench]
fn synthesize_50_stacks_that_refer_to_each_other(bencher: Bencher<'_, '_>) {
    measure(bencher, 1_550, || chain(50, 30));
}

/// Stacks of which each uses a queue of the one before.
fn chain(stacks: usize, resources: usize) -> App {
    let mut app = App::new();
    let mut before: Option<Resource<sqs::Queue>> = None;
    for number in 0..stacks {
        let mut stack = topology::stack(number, resources);
        if let Some(queue) = before {
            stack.output("Before", "The queue of the stack before.", queue.arn());
        }
        before = Some(stack.add(&"Last".into(), Definition::new(sqs::Queue::new())));
        app.stack(stack);
    }
    app
}

fn measure(bencher: Bencher<'_, '_>, resources: usize, app: impl Fn() -> App + Sync) {
    bencher.counter(ItemsCount::new(resources)).with_inputs(app).bench_values(synthesized);
}

fn synthesized(app: App) -> CloudAssembly {
    app.synthesize().expect("the topology has no mistake")
}
