//! `manifest.json`: what is in an assembly, and where in the program it comes from.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use super::{CloudAssembly, code};
use crate::SynthesizedStack;

/// The oldest version of the schema that has all that is needed here: every `cdk` of the last years reads it.
const SCHEMA_VERSION: &str = "36.0.0";

pub fn version() -> Json {
    json!({ "version": SCHEMA_VERSION })
}

/// The folder of a stage inside of the assembly around it.
pub fn stage_folder(name: &str) -> String {
    format!("assembly-{name}")
}

/// The manifest of a stage, by its path such as `outer/inner`, or of the whole app if it is in none.
pub fn manifest(assembly: &CloudAssembly, stage: Option<&str>, with_code: bool) -> Json {
    let mut artifacts = Map::new();
    for stack in &assembly.stacks {
        if with_code {
            let file = code::manifest_path(stack);
            let assets = json!({ "type": "cdk:asset-manifest", "properties": { "file": file } });
            artifacts.insert(assets_id(stack), assets);
        }
        artifacts.insert(stack.props.name.clone(), artifact(stack, stage, with_code));
    }
    for name in assembly.stages.keys() {
        let path = stage.map_or_else(|| name.clone(), |stage| format!("{stage}/{name}"));
        let properties = json!({ "directoryName": stage_folder(name), "displayName": path });
        artifacts.insert(stage_folder(name), json!({ "type": "cdk:cloud-assembly", "properties": properties }));
    }
    if stage.is_none() {
        artifacts.insert("Tree".to_owned(), json!({ "type": "cdk:tree", "properties": { "file": "tree.json" } }));
    }
    object([("version", SCHEMA_VERSION.into()), ("artifacts", Json::Object(artifacts))])
}

/// An object of pieces that exist already; `json!` would copy each of them.
fn object<const N: usize>(pieces: [(&str, Json); N]) -> Json {
    Json::Object(pieces.into_iter().map(|(name, piece)| (name.to_owned(), piece)).collect())
}

fn assets_id(stack: &SynthesizedStack) -> String {
    format!("{}.assets", stack.props.name)
}

fn artifact(stack: &SynthesizedStack, stage: Option<&str>, with_code: bool) -> Json {
    let props = &stack.props;
    let name = stage.map_or_else(|| props.name.clone(), |stage| format!("{stage}/{}", props.name));
    let mut dependencies: BTreeSet<String> = stack.dependencies.clone();
    if with_code {
        dependencies.insert(assets_id(stack));
    }
    let account = props.account.as_deref().unwrap_or("unknown-account");
    let region = props.region.as_deref().unwrap_or("unknown-region");
    let mut properties = json!({
        "stackName": props.name,
        "tags": props.tags,
        "templateFile": stack.template_path(),
        "terminationProtection": props.termination_protection,
    });
    let roles = [("assumeRoleArn", &props.deploy_role), ("cloudFormationExecutionRoleArn", &props.execution_role)];
    for (name, role) in roles.into_iter().filter_map(|(name, role)| Some((name, role.as_deref()?))) {
        properties[name] = role.into();
    }
    if !props.notification_topics.is_empty() {
        properties["notificationArns"] = json!(props.notification_topics);
    }
    object([
        ("type", "aws:cloudformation:stack".into()),
        ("environment", format!("aws://{account}/{region}").into()),
        ("dependencies", dependencies.into_iter().collect()),
        ("metadata", Json::Object(metadata(stack, &name))),
        ("displayName", name.into()),
        ("properties", properties),
    ])
}

/// Where each resource and parameter comes from: its logical id and a trace into the program, by its path in the tree.
fn metadata(stack: &SynthesizedStack, name: &str) -> Map<String, Json> {
    let entries = stack.constructs.iter().map(|(logical_id, construct)| {
        let path = format!("/{name}/{}", construct.path);
        let trace = [format!("new {} ({})", construct.path, construct.location)];
        let mut entries = vec![json!({ "type": "aws:cdk:logicalId", "data": logical_id, "trace": trace })];
        let waived = stack.template.resources.get(logical_id).and_then(|resource| resource.metadata.get("Waived"));
        for (rule, reason) in waived.and_then(|waived| waived.as_object()).into_iter().flat_map(|waived| waived.iter())
        {
            let text = format!("the rule {rule} is waived: {}", reason.as_text().unwrap_or_default());
            entries.push(json!({ "type": "aws:cdk:info", "data": text, "trace": trace }));
        }
        (path, Json::Array(entries))
    });
    entries.collect()
}
