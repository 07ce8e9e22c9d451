//! The names of FIFO queues and topics end in `.fifo`, and no others do.

use super::known::is_fifo;
use super::{Findings, Rule, Subject};
use crate::Node;

pub(crate) static FIFO_NAMES: Rule = Rule {
    id: "fifo-names",
    summary: "The name of a FIFO queue or topic ends in `.fifo`, and that of a standard one does not.",
    explanation: "SQS and SNS refuse the queue or topic otherwise.",
    fix: "Correct the name, or leave it out: CloudFormation makes one up that fits.",
    page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (r#type, property) in [("AWS::SQS::Queue", "QueueName"), ("AWS::SNS::Topic", "TopicName")] {
        for (id, entry) in subject.of_type(r#type) {
            let name = entry.property(property).and_then(Node::as_text);
            if let (Some(name), Some(fifo)) = (name, is_fifo(entry))
                && name.ends_with(".fifo") != fifo
            {
                let (message, help) = if fifo {
                    (
                        format!("it is FIFO, and its name `{name}` does not end in `.fifo`"),
                        format!("call it `{name}.fifo`"),
                    )
                } else {
                    (format!("it is not FIFO, and its name `{name}` ends in `.fifo`"), FIFO_NAMES.fix.to_owned())
                };
                findings.add(id, message, help);
            }
        }
    }
}
