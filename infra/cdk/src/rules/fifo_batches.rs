//! Batches of FIFO queues are small and not waited for.

use super::known::{is_fifo, number};
use super::{Findings, Rule, Subject};

pub(crate) static FIFO_BATCHES: Rule = Rule {
    id: "fifo-batches",
    summary: "A mapping on a FIFO queue takes at most 10 messages at a time and has no batching window.",
    explanation: "Lambda refuses the mapping otherwise.",
    fix: "Set BatchSize to 10 or less, and remove MaximumBatchingWindowInSeconds.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, mapping, queue, entry) in subject.mappings("AWS::SQS::Queue") {
        if is_fifo(entry) != Some(true) {
            continue;
        }
        if let Some(size) = number(mapping, "BatchSize", 10).filter(|size| *size > 10) {
            let message = format!("it takes {size} messages at a time, and {queue} is a FIFO queue");
            findings.add(id, message, "set BatchSize to 10 or less");
        }
        if let Some(window) = number(mapping, "MaximumBatchingWindowInSeconds", 0).filter(|window| *window > 0) {
            let message = format!("it has a batching window of {window} s, and {queue} is a FIFO queue");
            findings.add(id, message, "remove MaximumBatchingWindowInSeconds");
        }
    }
}
