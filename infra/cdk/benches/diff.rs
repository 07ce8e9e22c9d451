//! How long it takes to compare two templates of as many resources as a stack may have.
//!
//! `cargo bench -p cdk --bench diff`. Goal: under 10 ms.

#[path = "support/topology.rs"]
mod topology;

use cdk::diff::{GITHUB_COMMENT, TemplateDiff, markdown};
use divan::Bencher;
use serde_json::{Value as Json, json};

const RESOURCES: usize = 500;

fn main() {
    divan::main();
}

/// Nothing differs.
#[divan::bench]
fn equal(bencher: Bencher<'_, '_>) {
    let (old, new) = (template(), template());
    bencher.bench(|| TemplateDiff::between(Some(&old), &new));
}

/// Every resource differs.
#[divan::bench]
fn every_resource_differs(bencher: Bencher<'_, '_>) {
    let (old, new) = (template(), changed(|resource| resource["Metadata"] = json!({ "note": "new" })));
    bencher.bench(|| TemplateDiff::between(Some(&old), &new));
}

/// There is no old template.
#[divan::bench]
fn every_resource_is_new(bencher: Bencher<'_, '_>) {
    let new = template();
    bencher.bench(|| TemplateDiff::between(None, &new));
}

/// The comment on what differs in every resource.
#[divan::bench]
fn comment(bencher: Bencher<'_, '_>) {
    let new = changed(|resource| resource["Metadata"] = json!({ "note": "new" }));
    let diff = TemplateDiff::between(Some(&template()), &new);
    bencher.bench(|| markdown(&[("stack", &diff)], GITHUB_COMMENT));
}

fn template() -> Json {
    let assembly = topology::app(RESOURCES).synthesize().expect("the topology has no mistake");
    let stack = assembly.stacks.first().expect("there is one stack");
    serde_json::to_value(&stack.template).expect("a template is JSON")
}

fn changed(change: impl Fn(&mut Json)) -> Json {
    let mut template = template();
    if let Some(resources) = template["Resources"].as_object_mut() {
        resources.values_mut().for_each(change);
    }
    template
}
