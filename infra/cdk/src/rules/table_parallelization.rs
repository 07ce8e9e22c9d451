//! Batches of a table's stream are handled one after the other.

use super::known::number;
use super::{Findings, Rule, Subject};

pub(crate) static TABLE_PARALLELIZATION: Rule = Rule {
    id: "table-parallelization",
    summary: "A mapping on the stream of a table with a sort key handles one batch of a shard at a time.",
    explanation: "With more of them Lambda keeps the order of the changes of one item only. Items that share a partition key, \
                  such as the commits of an aggregate, overtake each other.",
    fix: "Remove ParallelizationFactor. Where each item stands for itself, waive the rule.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html",
    waivable: true,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for r#type in ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"] {
        for (id, mapping, table, entry) in subject.mappings(r#type) {
            // Where the partition key is the whole key, no two items share it.
            if entry.property("KeySchema").is_some_and(|keys| keys.as_list().len() < 2) {
                continue;
            }
            if let Some(batches) = number(mapping, "ParallelizationFactor", 1).filter(|batches| *batches > 1) {
                let message = format!("it handles {batches} batches of a shard of {table} at a time");
                findings.add(id, message, TABLE_PARALLELIZATION.fix);
            }
        }
    }
}
