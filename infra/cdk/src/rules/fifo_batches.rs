//! A mapping takes at most 10 messages of a FIFO queue, at once.

use super::{Findings, Rule, Subject, is_fifo};
use crate::Node;

pub(crate) static FIFO_BATCHES: Rule = Rule {
    id: "fifo-batches",
    summary: "A mapping on a FIFO queue takes at most 10 messages a batch and does not wait for a batch to fill.",
    explanation: "Lambda refuses such a mapping.",
    fix: "Use a batch size of at most 10 and no batching window.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, mapping, queue) in subject.queue_mappings() {
        let number = |name| mapping.property(name).and_then(Node::as_integer).unwrap_or(0);
        let (batch, window) = (number("BatchSize"), number("MaximumBatchingWindowInSeconds"));
        match is_fifo(queue) {
            true if batch > 10 => {
                findings.add(id, format!("a batch of {batch} messages of a FIFO queue"), FIFO_BATCHES.fix)
            }
            true if window > 0 => {
                findings.add(id, format!("a batching window of {window} s on a FIFO queue"), FIFO_BATCHES.fix);
            }
            _ => {}
        }
    }
}
