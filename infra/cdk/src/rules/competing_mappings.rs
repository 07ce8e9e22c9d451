//! A queue wakes one function.

use std::collections::BTreeMap;

use super::{Findings, Rule, Subject};
use crate::{LogicalId, Node};

pub(crate) static COMPETING_MAPPINGS: Rule = Rule {
    id: "competing-mappings",
    summary: "At most one event source mapping takes the messages of a queue.",
    explanation: "SQS hands each message to one of the mappings only, whichever asks first, so each function gets some of the messages.",
    fix: "Give each function a queue of its own behind a topic or a stream.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html",
    waivable: true,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut first: BTreeMap<&LogicalId, &LogicalId> = BTreeMap::new();
    for (id, mapping, _) in subject.queue_mappings() {
        let disabled = mapping.property("Enabled").and_then(Node::as_bool) == Some(false);
        let Some((queue, _)) = subject.referred(mapping.property("EventSourceArn")).filter(|_| !disabled) else {
            continue;
        };
        match first.get(queue) {
            Some(other) => {
                let message = format!("it competes with {other} for the messages of {queue}");
                findings.add(id, message, COMPETING_MAPPINGS.fix);
            }
            None => {
                first.insert(queue, id);
            }
        }
    }
}
