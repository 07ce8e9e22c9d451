//! A table's stream has two readers at most.

use std::collections::BTreeMap;

use super::known::truth;
use super::{Findings, Rule, Subject};
use crate::LogicalId;

/// How many may read.
const MOST: usize = 2;

pub(crate) static TABLE_READERS: Rule = Rule {
    id: "table-readers",
    summary: "At most two enabled mappings read the stream of a table.",
    explanation: "More than two readers of a shard are throttled, fall behind, and may lose what the stream forgets after 24 \
                  hours.",
    fix: "Let one function publish the changes on a stream of its own, and map the others on that.",
    page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html",
    waivable: true,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut readers: BTreeMap<&LogicalId, usize> = BTreeMap::new();
    for r#type in ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"] {
        for (id, mapping, table, _) in subject.mappings(r#type) {
            // What exists under a condition only may never exist together.
            if mapping.condition.is_some() || truth(mapping, "Enabled", true) != Some(true) {
                continue;
            }
            let number = readers.entry(table).or_default();
            *number += 1;
            if *number > MOST {
                findings.add(id, format!("it is reader {number} of the stream of {table}"), TABLE_READERS.fix);
            }
        }
    }
}
