//! The resources that differ, with both of their sides.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::canonical::{anything, properties};
use super::change::{Action, Fate, Place, PropertyChange, Renamed, ResourceChange};
use super::hidden::without_secrets;
use super::{compare, references, replacement};
use crate::rules::is_stateful;
use crate::schema::{self, ResourceSchema};

/// Where the CDK, and a renamed construct of this library, keep the path of the construct.
pub(crate) const PATH: &str = "aws:cdk:path";

/// A resource of one of the templates.
pub(super) struct Side<'a> {
    pub raw: &'a Json,
    pub kind: &'a str,
    pub schema: Option<&'static ResourceSchema>,
    /// Its properties in canonical form.
    pub properties: Json,
}

/// A resource that differs.
pub(super) struct Pair<'a> {
    pub old: Option<Side<'a>>,
    pub new: Option<Side<'a>>,
    pub change: ResourceChange,
}

/// The resources that differ, and all others for reference.
pub(super) struct Changed<'a> {
    pub old: &'a Json,
    pub new: &'a Json,
    pub pairs: BTreeMap<&'a str, Pair<'a>>,
}

impl<'a> Changed<'a> {
    pub fn between(old: &'a Json, new: &'a Json) -> Self {
        let mut changed = Self { old, new, pairs: BTreeMap::new() };
        let ids: BTreeSet<_> = entries(old).chain(entries(new)).map(|(id, _)| id).collect();
        for id in ids {
            let (before, after) = (resource(old, id), resource(new, id));
            if before == after {
                continue;
            }
            if let Some(pair) = Pair::of(id, before, after) {
                changed.pairs.insert(id, pair);
            }
        }
        changed
    }

    /// The resource of the old template, wherever it is.
    pub fn old_resource(&self, id: &str) -> Option<&'a Json> {
        resource(self.old, id)
    }

    /// The resource of the new template.
    pub fn new_resource(&self, id: &str) -> Option<&'a Json> {
        resource(self.new, id)
    }

    /// Every resource of the new template.
    pub fn new_resources(&self) -> impl Iterator<Item = (&'a str, &'a Json)> + use<'a> {
        entries(self.new)
    }

    pub fn into_changes(self) -> Vec<ResourceChange> {
        self.pairs.into_values().map(|pair| pair.change).collect()
    }
}

impl<'a> Side<'a> {
    pub fn of(raw: &'a Json) -> Self {
        let kind = raw.get("Type").and_then(Json::as_str).unwrap_or("unknown type");
        let schema = schema::find(kind);
        Self { raw, kind, schema, properties: properties(raw.get("Properties"), schema) }
    }

    /// Everything beside type and properties.
    fn attributes(&self) -> Json {
        let mut attributes = Map::new();
        let Some(resource) = self.raw.as_object() else { return anything(self.raw) };
        for (name, value) in resource {
            match name.as_str() {
                "Type" | "Properties" => {}
                "DependsOn" => {
                    attributes.extend(self.dependencies(value).map(|value| (name.clone(), value)));
                }
                "Metadata" => attributes.extend(metadata(value).map(|value| (name.clone(), value))),
                _ => {
                    attributes.insert(name.clone(), anything(value));
                }
            }
        }
        Json::Object(attributes)
    }

    /// The dependencies that references do not imply.
    fn dependencies(&self, value: &Json) -> Option<Json> {
        let mut names = match value {
            Json::Array(items) => items.clone(),
            value => vec![value.clone()],
        };
        let implied = self.raw.get("Properties").map(references::of).unwrap_or_default();
        names.retain(|name| name.as_str().is_none_or(|name| !implied.contains(name)));
        names.sort_by_key(ToString::to_string);
        names.dedup();
        (!names.is_empty()).then_some(Json::Array(names))
    }

    fn construct(&self) -> Option<&'a str> {
        self.raw.get("Metadata")?.get(PATH)?.as_str()
    }
}

/// Metadata without what the CDK notes for itself.
fn metadata(value: &Json) -> Option<Json> {
    let Json::Object(map) = anything(value) else { return Some(anything(value)) };
    let kept: Map<_, _> =
        map.into_iter().filter(|(key, _)| !key.starts_with("aws:cdk:") && !key.starts_with("aws:asset:")).collect();
    (!kept.is_empty()).then_some(Json::Object(kept))
}

impl<'a> Pair<'a> {
    fn of(id: &str, old: Option<&'a Json>, new: Option<&'a Json>) -> Option<Self> {
        let (old, new) = (old.map(Side::of), new.map(Side::of));
        let kind = new.as_ref().or(old.as_ref())?.kind;
        if kind == "AWS::CDK::Metadata" {
            return None;
        }
        let mut pair = Self { old, new, change: unchanged(id, kind) };
        let stateful = pair.sides().any(|side| is_stateful(side.raw));
        pair.change.stateful = stateful;
        match (&pair.old, &pair.new) {
            (None, _) => pair.change.action = Action::Added,
            (Some(old), None) => {
                pair.change.action = Action::Removed;
                pair.change.fate = Some(fate(old, "DeletionPolicy"));
            }
            (Some(old), Some(new)) => {
                let changes = differences(old, new);
                let renamed = renamed(id, old, new);
                let old_type = (old.kind != new.kind).then(|| old.kind.to_owned());
                if changes.is_empty() && renamed.is_none() && old_type.is_none() {
                    return None;
                }
                let causes = replacement::causes(old, new);
                let in_properties = changes.iter().any(|change| change.place == Place::Property);
                pair.change.only_change_set_can_tell = new.schema.is_none() && in_properties && causes.is_empty();
                pair.change.action =
                    if changes.is_empty() && old_type.is_none() { Action::Renamed } else { Action::Changed };
                pair.change.old_type = old_type;
                pair.change.changes = changes;
                pair.change.renamed = renamed;
                for cause in causes {
                    pair.replaced_because_of(cause);
                }
            }
        }
        Some(pair)
    }

    /// A resource that is the same in both templates, and replaced all the same because of others.
    pub fn same(id: &'a str, old: &'a Json, new: &'a Json) -> Self {
        let (old, new) = (Side::of(old), Side::of(new));
        let mut change = unchanged(id, new.kind);
        change.stateful = is_stateful(old.raw) || is_stateful(new.raw);
        Self { old: Some(old), new: Some(new), change }
    }

    /// Notes why it is replaced, or may be. Says whether that is new.
    pub fn replaced_because_of(&mut self, cause: super::Cause) -> bool {
        let change = &mut self.change;
        let known = change.causes.iter_mut().find(|known| known.property == cause.property);
        let action = if cause.certain { Action::Replaced } else { Action::MayBeReplaced };
        match known {
            Some(known) if known.certain || !cause.certain => return false,
            Some(known) => *known = cause,
            None => change.causes.push(cause),
        }
        if change.action != Action::Replaced {
            change.action = action;
        }
        let sides = [&self.old, &self.new].into_iter().flatten();
        change.fate = sides.map(|side| fate(side, "UpdateReplacePolicy")).min();
        true
    }

    /// Both sides that there are.
    pub fn sides(&self) -> impl Iterator<Item = &Side<'a>> {
        self.old.iter().chain(self.new.iter())
    }
}

fn unchanged(id: &str, kind: &str) -> ResourceChange {
    ResourceChange {
        logical_id: id.to_owned(),
        resource_type: kind.to_owned(),
        old_type: None,
        action: Action::Changed,
        causes: Vec::new(),
        changes: Vec::new(),
        renamed: None,
        recreated: None,
        stateful: false,
        fate: None,
        only_change_set_can_tell: false,
    }
}

fn differences(old: &Side<'_>, new: &Side<'_>) -> Vec<PropertyChange> {
    let mut changes = Vec::new();
    for (place, old, new) in
        [(Place::Property, &old.properties, &new.properties), (Place::Attribute, &old.attributes(), &new.attributes())]
    {
        compare::values("", old, new, &mut |path, old, new| {
            let hide = |value: Option<&Json>| value.map(|value| without_secrets(&path, value));
            changes.push(PropertyChange { place, old: hide(old), new: hide(new), path: path.clone() });
        });
    }
    changes
}

/// What the policy of a resource says becomes of it.
fn fate(side: &Side<'_>, policy: &str) -> Fate {
    match side.raw.get(policy).and_then(Json::as_str) {
        Some("Retain" | "RetainExceptOnCreate") => Fate::Retained,
        Some("Snapshot") => Fate::Snapshot,
        None if policy == "DeletionPolicy" && is_kept_by_default(side) => Fate::Snapshot,
        _ => Fate::Deleted,
    }
}

/// Databases whose deletion makes a snapshot unless the template says otherwise.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html>
fn is_kept_by_default(side: &Side<'_>) -> bool {
    match side.kind {
        "AWS::RDS::DBCluster" => true,
        "AWS::RDS::DBInstance" => side.properties.get("DBClusterIdentifier").is_none(),
        _ => false,
    }
}

/// A construct that is called otherwise and keeps its logical id.
fn renamed(id: &str, old: &Side<'_>, new: &Side<'_>) -> Option<Renamed> {
    let (before, after) = (old.construct(), new.construct());
    let other = match (before, after) {
        (Some(before), Some(after)) => before != after,
        // Without a path in the template, it is the one that the logical id follows from.
        (Some(path), None) | (None, Some(path)) => !yields(path, id),
        (None, None) => false,
    };
    let named = |path: Option<&str>| path.unwrap_or(id).to_owned();
    other.then(|| Renamed { old: named(before), new: named(after) })
}

/// Whether a path yields a logical id: as in this library, or with a hash behind it as in the CDK.
fn yields(path: &str, id: &str) -> bool {
    let names = path.split_once('/').map_or(path, |(_, names)| names);
    let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let has_hash =
        id.len() > 8 && id.chars().rev().take(8).all(|letter| letter.is_ascii_digit() || matches!(letter, 'A'..='F'));
    letters(names) == id || has_hash
}

fn entries(template: &Json) -> impl Iterator<Item = (&str, &Json)> {
    let resources = template.get("Resources").and_then(Json::as_object);
    resources.into_iter().flatten().map(|(id, resource)| (id.as_str(), resource))
}

fn resource<'a>(template: &'a Json, id: &str) -> Option<&'a Json> {
    template.get("Resources")?.as_object()?.get(id)
}
