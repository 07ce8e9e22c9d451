//! `tree.json`: the constructs of every stack as a tree of ids, as tree viewers open it.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::CloudAssembly;
use crate::{ResourceEntry, SynthesizedStack};

/// The tree of a whole app.
pub fn tree(assembly: &CloudAssembly) -> Json {
    let root = node("App", "", children("", assembly));
    json!({ "version": "tree-0.1", "tree": root })
}

fn children(path: &str, assembly: &CloudAssembly) -> Map<String, Json> {
    let stacks = assembly.stacks.iter().map(|stack| {
        let name = &stack.props.name;
        (name.clone(), stack_tree(stack, &inside(path, name)))
    });
    let stages = assembly.stages.iter().map(|(name, stage)| {
        let path = inside(path, name);
        (name.clone(), node(name, &path, children(&path, stage)))
    });
    stacks.chain(stages).collect()
}

fn node(id: &str, path: &str, children: Map<String, Json>) -> Json {
    let construct = json!({ "fqn": "constructs.Construct", "version": env!("CARGO_PKG_VERSION") });
    json!({ "id": id, "path": path, "constructInfo": construct, "children": children })
}

fn inside(path: &str, id: &str) -> String {
    if path.is_empty() { id.to_owned() } else { format!("{path}/{id}") }
}

#[derive(Default)]
struct Construct<'a> {
    resource: Option<&'a ResourceEntry>,
    children: BTreeMap<&'a str, Construct<'a>>,
}

fn stack_tree(stack: &SynthesizedStack, path: &str) -> Json {
    let mut root = Construct::default();
    for (logical_id, construct) in &stack.constructs {
        let place = construct.path.ids().fold(&mut root, |place, id| place.children.entry(id).or_default());
        place.resource = stack.template.resources.get(logical_id);
    }
    root.json(&stack.props.name, path)
}

impl Construct<'_> {
    fn json(&self, id: &str, path: &str) -> Json {
        let children = self.children.iter().map(|(id, child)| ((*id).to_owned(), child.json(id, &inside(path, id))));
        let mut node = node(id, path, children.collect());
        if let Some(resource) = self.resource {
            node["attributes"] = json!({
                "aws:cdk:cloudformation:type": resource.r#type,
                "aws:cdk:cloudformation:props": resource.properties,
            });
        }
        node
    }
}
