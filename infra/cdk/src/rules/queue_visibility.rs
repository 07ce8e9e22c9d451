//! A queue hides a message for as long as a function may work on it.

use super::{Findings, Rule, Subject};
use crate::Node;

pub(crate) static QUEUE_VISIBILITY: Rule = Rule {
    id: "queue-visibility",
    summary: "A queue that wakes a function hides messages for at least six times the function's timeout.",
    explanation: "A message that shows again while it is still handled is handled twice. AWS recommends six times the timeout, which leaves room for throttled invocations that are tried again.",
    fix: "Set a longer visibility timeout of the queue, or a shorter timeout of the function.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
    waivable: true,
    check,
};

/// What SQS and Lambda assume if nothing is said, in seconds.
const DEFAULT_VISIBILITY: i64 = 30;
const DEFAULT_TIMEOUT: i64 = 3;

/// How many times its function's timeout a queue's visibility timeout has to be.
const FACTOR: i64 = 6;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, mapping, queue) in subject.queue_mappings() {
        let Some((_, function)) = subject.referred(mapping.property("FunctionName")) else { continue };
        let seconds = |node: Option<&Node>, default| node.map_or(Some(default), Node::as_integer);
        let visibility = seconds(queue.property("VisibilityTimeout"), DEFAULT_VISIBILITY);
        let timeout = seconds(function.property("Timeout"), DEFAULT_TIMEOUT);
        let (Some(visibility), Some(timeout)) = (visibility, timeout) else { continue };
        let least = FACTOR * timeout;
        if visibility < least {
            let message = format!(
                "its queue hides messages for {visibility} s, less than {FACTOR} times the function's timeout of {timeout} s, \
                 so a message could be handed out again while it is handled"
            );
            findings.add(id, message, format!("set the queue's visibility timeout to {least} s or more"));
        }
    }
}
