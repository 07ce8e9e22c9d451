//! Lambda sends what failed to standard queues and topics only.

use super::known::is_fifo;
use super::{Findings, Rule, Subject};

pub(crate) static FIFO_ON_FAILURE: Rule = Rule {
    id: "fifo-on-failure",
    summary: "No FIFO queue and no FIFO topic is a destination of a mapping or of asynchronous invocations.",
    explanation: "Lambda knows no message group for what failed or succeeded, and refuses FIFO queues and FIFO topics.",
    fix: "Use a standard queue, a standard topic or, for mappings on streams, a bucket.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
    waivable: false,
    check,
};

/// The types that send what failed, and the names that lead to where.
const SENDERS: [(&str, &[&str]); 4] = [
    ("AWS::Lambda::EventSourceMapping", &["DestinationConfig", "OnFailure", "Destination"]),
    ("AWS::Lambda::EventInvokeConfig", &["DestinationConfig", "OnFailure", "Destination"]),
    ("AWS::Lambda::EventInvokeConfig", &["DestinationConfig", "OnSuccess", "Destination"]),
    ("AWS::Lambda::Function", &["DeadLetterConfig", "TargetArn"]),
];

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (sender, names) in SENDERS {
        for (id, entry) in subject.of_type(sender) {
            let Some((first, rest)) = names.split_first() else { continue };
            let destination =
                rest.iter().fold(entry.property(first), |node, name| node.and_then(|node| node.get(name)));
            if let Some((target, _)) = subject.referred(destination).filter(|(_, target)| is_fifo(target) == Some(true))
            {
                let message = format!("{}: {target} is FIFO, and Lambda sends nothing to it", names.join("."));
                findings.add(id, message, FIFO_ON_FAILURE.fix);
            }
        }
    }
}
