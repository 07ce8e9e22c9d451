//! Dead letters live longer than the messages that they were.

use super::known::{is_fifo, number};
use super::{Findings, Rule, Subject};

/// How long a queue keeps messages if nothing is set: four days.
const DEFAULT: i64 = 345_600;

pub(crate) static DEAD_LETTER_RETENTION: Rule = Rule {
    id: "dead-letter-retention",
    summary: "The dead-letter queue of a standard queue keeps messages for at least as long as the queue itself.",
    explanation: "A message of a standard queue keeps its age when it moves to the dead-letter queue: it may be deleted there \
                  before anybody has seen it, or at once.",
    fix: "Let the dead-letter queue keep messages for 14 days (1,209,600 s), the longest that SQS offers.",
    page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    waivable: true,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, queue, target, letters) in subject.redrives().filter(|(_, queue, ..)| is_fifo(queue) == Some(false)) {
        let kept = |entry| number(entry, "MessageRetentionPeriod", DEFAULT);
        if let (Some(own), Some(other)) = (kept(queue), kept(letters))
            && other < own
        {
            let message =
                format!("it keeps messages for {own} s, and its dead-letter queue {target} for {other} s only");
            findings.add(id, message, DEAD_LETTER_RETENTION.fix);
        }
    }
}
