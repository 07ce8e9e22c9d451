//! Dead letters go to a queue of the same kind.

use super::{Findings, QUEUE, Rule, Subject, is_fifo};

pub(crate) static DEAD_LETTER_KIND: Rule = Rule {
    id: "dead-letter-kind",
    summary: "The dead-letter queue of a FIFO queue is a FIFO queue, and that of a standard queue is a standard queue.",
    explanation: "SQS refuses a redrive policy that names a queue of the other kind.",
    fix: "Use a dead-letter queue of the same kind.",
    page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, queue) in subject.of_type(QUEUE) {
        let target = queue.property("RedrivePolicy").and_then(|policy| policy.get("deadLetterTargetArn"));
        let Some((other, dead_letters)) = subject.referred(target).filter(|(_, entry)| entry.r#type == QUEUE) else {
            continue;
        };
        if is_fifo(queue) != is_fifo(dead_letters) {
            let kind = |entry| if is_fifo(entry) { "a FIFO queue" } else { "a standard queue" };
            let message = format!("it is {}, but its dead letters go to {other}, {}", kind(queue), kind(dead_letters));
            findings.add(id, message, format!("let its dead letters go to {}", kind(queue)));
        }
    }
}
