//! Large batches from a queue have a batching window.

use super::known::is_fifo;
use super::{Findings, Rule, Subject};
use crate::Node;

pub(crate) static QUEUE_BATCHING_WINDOW: Rule = Rule {
    id: "queue-batching-window",
    summary: "A mapping that takes more than 10 messages of a queue at a time has a batching window of 1 second or more.",
    explanation: "Lambda refuses the mapping otherwise: SQS hands out 10 messages at most, so more have to be gathered.",
    fix: "Set a batching window of at least 1 second, or a batch size of at most 10.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, mapping, ..) in subject.mappings("AWS::SQS::Queue").filter(|(.., queue)| is_fifo(queue) == Some(false)) {
        let size = mapping.property("BatchSize").and_then(Node::as_integer).unwrap_or(10);
        let no_window = mapping.property("MaximumBatchingWindowInSeconds").is_none_or(|w| w.as_integer() == Some(0));
        if size > 10 && no_window {
            findings.add(id, format!("a batch of {size} messages has no batching window"), QUEUE_BATCHING_WINDOW.fix);
        }
    }
}
