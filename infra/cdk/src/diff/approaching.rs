//! Limits of CloudFormation that come close.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>

use std::io::{self, Write};

use serde_json::Value as Json;

use super::change::LimitUse;

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

/// How many bytes a template has when it is written as this library writes it.
fn bytes(template: &Json) -> usize {
    let mut size = Size(1);
    match serde_json::to_writer_pretty(&mut size, template) {
        Ok(()) => size.0,
        Err(_) => 0,
    }
}

/// How much was written, without the writing.
struct Size(usize);

impl Write for Size {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
