//! A queue hides messages for at least as long as its function may take.

use super::queue_visibility::woken;
use super::{Findings, Rule, Subject};

pub(crate) static QUEUE_VISIBILITY_MINIMUM: Rule = Rule {
    id: "queue-visibility-minimum",
    summary: "A queue hides messages for at least the timeout of the function that it wakes.",
    explanation: "Lambda refuses the mapping otherwise. More than that is good practice: see the rule queue-visibility.",
    fix: "Set the queue's visibility timeout to six times the function's timeout or more, or shorten the function's timeout.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for woken in woken(subject).filter(|woken| woken.visibility < woken.timeout) {
        findings.add(woken.mapping, woken.message(), woken.help());
    }
}
