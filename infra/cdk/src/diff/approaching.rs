//! Limits of CloudFormation that come close.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>

use serde_json::Value as Json;

use super::change::LimitUse;
use crate::written_size::written_size;

/// From how many hundredths of a limit on it is told.
const NEAR: usize = 80;

/// The limits that the new template uses more than 80 % of, and more of than the old one.
pub(super) fn between(old: Option<&Json>, new: &Json) -> Vec<LimitUse> {
    let counts = [("resources", "Resources", 500), ("parameters", "Parameters", 200), ("outputs", "Outputs", 200)];
    let count =
        |template: &Json, section: &str| template.get(section).and_then(Json::as_object).map_or(0, |map| map.len());
    let mut limits: Vec<_> = counts
        .into_iter()
        .map(|(what, section, most)| LimitUse {
            what: what.to_owned(),
            before: old.map_or(0, |old| count(old, section)),
            used: count(new, section),
            most,
            beyond: "CloudFormation refuses the template; split the stack".to_owned(),
        })
        .collect();
    let used = bytes(new);
    for (most, beyond) in [
        (51_200, "the template no longer fits into a request and is uploaded to a bucket"),
        (1_048_576, "CloudFormation refuses the template; split the stack"),
    ] {
        // Once a template is beyond the smaller limit, it is uploaded, and that limit says nothing more.
        if used * 100 > most * NEAR {
            let before = old.map_or(0, bytes);
            if !(most == 51_200 && before > most) {
                let what = "template bytes".to_owned();
                limits.push(LimitUse { what, before, used, most, beyond: beyond.to_owned() });
            }
        }
    }
    limits.retain(|limit| limit.used * 100 > limit.most * NEAR && limit.used > limit.before);
    limits
}

/// How many bytes a template has; one that cannot be written comes close to nothing.
fn bytes(template: &Json) -> usize {
    written_size(template).unwrap_or(0)
}
