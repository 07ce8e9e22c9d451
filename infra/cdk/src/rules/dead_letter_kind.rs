//! The dead letters of a FIFO queue go to a FIFO queue, those of a standard queue to a standard one.

use super::known::is_fifo;
use super::{Findings, Rule, Subject};

pub(crate) static DEAD_LETTER_KIND: Rule = Rule {
    id: "dead-letter-kind",
    summary: "A dead-letter queue is of the same kind as its queue: both are FIFO queues, or both are standard queues.",
    explanation: "SQS refuses the redrive policy otherwise.",
    fix: "Make both queues FIFO queues, or neither of them.",
    page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let kind = |fifo| if fifo { "a FIFO queue" } else { "a standard queue" };
    for (id, queue, target, letters) in subject.redrives() {
        if let (Some(own), Some(other)) = (is_fifo(queue), is_fifo(letters))
            && own != other
        {
            let message = format!("it is {}, and its dead-letter queue {target} is {}", kind(own), kind(other));
            findings.add(id, message, format!("make {target} {} too", kind(own)));
        }
    }
}
