//! `tree.json`: the constructs of every stack as a tree of ids, as tree viewers open it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::CloudAssembly;
use crate::{Object, ResourceEntry, SynthesizedStack};

/// The tree of a whole app.
pub fn tree(assembly: &CloudAssembly) -> impl Serialize {
    #[derive(Serialize)]
    struct Tree<'a> {
        tree: Construct<'a>,
        version: &'static str,
    }
    let mut root = Construct::new("App", String::new());
    root.add(assembly);
    Tree { tree: root, version: "tree-0.1" }
}

/// A construct as it is written, its fields in the order of their names.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Construct<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    attributes: Option<Attributes<'a>>,
    children: BTreeMap<&'a str, Construct<'a>>,
    construct_info: Kind,
    id: &'a str,
    path: String,
}

#[derive(Serialize)]
struct Attributes<'a> {
    #[serde(rename = "aws:cdk:cloudformation:props")]
    properties: &'a Object,
    #[serde(rename = "aws:cdk:cloudformation:type")]
    r#type: &'a str,
}

/// Which class of which library a construct is of; viewers know that of any construct.
#[derive(Serialize)]
struct Kind {
    fqn: &'static str,
    version: &'static str,
}

impl<'a> Construct<'a> {
    fn new(id: &'a str, path: String) -> Self {
        let construct_info = Kind { fqn: "constructs.Construct", version: env!("CARGO_PKG_VERSION") };
        Self { attributes: None, children: BTreeMap::new(), construct_info, id, path }
    }

    /// The construct of this id inside of this one, which is made if it is not there yet.
    fn child(&mut self, id: &'a str) -> &mut Self {
        let path = &self.path;
        self.children
            .entry(id)
            .or_insert_with(|| Self::new(id, if path.is_empty() { id.to_owned() } else { format!("{path}/{id}") }))
    }

    fn add(&mut self, assembly: &'a CloudAssembly) {
        for stack in &assembly.stacks {
            self.child(&stack.props.name).add_stack(stack);
        }
        for (name, stage) in &assembly.stages {
            self.child(name).add(stage);
        }
    }

    fn add_stack(&mut self, stack: &'a SynthesizedStack) {
        for (logical_id, construct) in &stack.constructs {
            let place = construct.path.ids().fold(&mut *self, |place, id| place.child(id));
            place.attributes = stack.template.resources.get(logical_id).map(Attributes::of);
        }
    }
}

impl<'a> Attributes<'a> {
    fn of(resource: &'a ResourceEntry) -> Self {
        Self { properties: &resource.properties, r#type: &resource.r#type }
    }
}
