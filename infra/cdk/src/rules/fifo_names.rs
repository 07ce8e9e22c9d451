//! The name of a FIFO queue or topic ends in `.fifo`.

use super::{Findings, QUEUE, Rule, Subject};
use crate::Node;

pub(crate) static FIFO_NAMES: Rule = Rule {
    id: "fifo-names",
    summary: "The name of a FIFO queue or topic ends in `.fifo`, and that of any other does not.",
    explanation: "SQS and SNS take the suffix for the kind, and refuse a name that says otherwise.",
    fix: "Add or remove the suffix, or leave the name out: CloudFormation makes a fitting one.",
    page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (kind, property, switch) in [(QUEUE, "QueueName", "FifoQueue"), ("AWS::SNS::Topic", "TopicName", "FifoTopic")] {
        for (id, resource) in subject.of_type(kind) {
            let Some(name) = resource.property(property).and_then(Node::as_text) else { continue };
            let fifo = resource.property(switch).is_some_and(|node| node.as_bool() != Some(false));
            if fifo != name.ends_with(".fifo") {
                let message = format!("{switch} is {fifo}, but its name is `{name}`");
                findings.add(id, message, FIFO_NAMES.fix);
            }
        }
    }
}
