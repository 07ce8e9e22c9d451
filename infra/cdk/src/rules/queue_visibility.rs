//! A queue hides messages for long enough to handle them.

use super::known::number;
use super::{Findings, Rule, Subject};
use crate::LogicalId;

pub(crate) static QUEUE_VISIBILITY: Rule = Rule {
    id: "queue-visibility",
    summary: "A queue hides messages for at least six times the timeout of the function that it wakes.",
    explanation: "While a function is throttled Lambda tries a batch again. A message that becomes visible meanwhile is \
                  handled twice, and reaches the dead-letter queue although nothing is wrong with it. Without a setting a \
                  queue hides messages for 30 seconds, and a function times out after 3.",
    fix: "Set the queue's visibility timeout to six times the function's timeout or more, or shorten the function's timeout.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
    waivable: true,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for woken in woken(subject).filter(|woken| (woken.timeout..woken.least()).contains(&woken.visibility)) {
        findings.add(woken.mapping, woken.message(), woken.help());
    }
}

/// A function that a queue wakes, if both numbers are known.
pub(super) struct Woken<'a> {
    pub mapping: &'a LogicalId,
    queue: &'a LogicalId,
    function: &'a LogicalId,
    pub visibility: i64,
    pub timeout: i64,
}

impl Woken<'_> {
    fn least(&self) -> i64 {
        self.timeout.saturating_mul(6)
    }

    pub fn message(&self) -> String {
        let Self { queue, function, visibility, timeout, .. } = self;
        format!("{queue} hides messages for {visibility} s, and {function} may take {timeout} s for one batch")
    }

    pub fn help(&self) -> String {
        format!("set the queue's visibility timeout to {least} s or more", least = self.least())
    }
}

pub(super) fn woken<'a>(subject: &Subject<'a>) -> impl Iterator<Item = Woken<'a>> {
    subject.mappings("AWS::SQS::Queue").filter_map(|(mapping, entry, queue, queue_entry)| {
        let (function, function_entry) = subject.function(entry.property("FunctionName"))?;
        Some(Woken {
            mapping,
            queue,
            function,
            visibility: number(queue_entry, "VisibilityTimeout", 30)?,
            timeout: number(function_entry, "Timeout", 3)?,
        })
    })
}
