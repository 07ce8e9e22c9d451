//! What holds data is not replaced unnoticed.

use serde_json::Value as Json;

use super::{Rule, found_before, is_stateful};
use crate::committed::Comparison;
use crate::schema;

pub(crate) static STATEFUL_REPLACED: Rule = Rule {
    id: "stateful-replaced",
    summary: "A resource that holds data is not replaced by a new, empty one unless somebody says that it may be.",
    explanation: "Some properties cannot be changed: CloudFormation makes a new resource with the new value and gives up the \
                  old one with its data. Synthesis compares with the committed template and refuses that.",
    fix: "Leave the property as it was and add a second resource to move the data to, or name the resource with `--accept-loss`.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html",
    waivable: false,
    check: found_before,
};

/// The resources with data of which a property changed that cannot be changed in place.
pub(crate) fn compare(comparison: &mut Comparison<'_>) {
    for (id, committed) in comparison.committed() {
        let Some(new) = comparison.synthesized(id).filter(|_| is_stateful(committed)) else { continue };
        let kind = committed["Type"].as_str().unwrap_or_default();
        let causes: Vec<String> = if new["Type"] != committed["Type"] {
            vec![format!("its type was {kind}")]
        } else {
            let paths =
                schema::find(kind).map(|schema| [schema.replaces, schema.may_replace].concat()).unwrap_or_default();
            let differs = |path: &&&str| {
                let names: Vec<&str> = path.split('/').collect();
                values(&committed["Properties"], &names) != values(&new["Properties"], &names)
            };
            paths.iter().filter(differs).map(|path| format!("{} changes", path.replace('/', "."))).collect()
        };
        if !causes.is_empty() {
            let message = format!("the {kind} {id} would be replaced by a new, empty one: {}", causes.join(", "));
            let help = format!("leave it as it was, or name it: `synth --accept-loss {id}`");
            comparison.refuse(&STATEFUL_REPLACED, id, message, help);
        }
    }
}

/// Every value of a property that may stand inside of lists.
fn values<'a>(node: &'a Json, names: &[&str]) -> Vec<&'a Json> {
    match (node, names) {
        (Json::Array(items), [_, ..]) => items.iter().flat_map(|item| values(item, names)).collect(),
        (_, []) => vec![node],
        (_, [name, rest @ ..]) => node.get(*name).map(|inner| values(inner, rest)).unwrap_or_default(),
    }
}
