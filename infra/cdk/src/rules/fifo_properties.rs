//! Deduplication and order are properties of FIFO queues and topics.

use super::known::{is_fifo, truth};
use super::{Findings, Rule, Subject};

pub(crate) static FIFO_PROPERTIES: Rule = Rule {
    id: "fifo-properties",
    summary: "Only a FIFO queue or topic deduplicates, and only a FIFO queue has a throughput limit.",
    explanation: "SQS and SNS refuse these properties of standard queues and topics.",
    fix: "Set FifoQueue or FifoTopic to true, or remove the property.",
    page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for r#type in ["AWS::SQS::Queue", "AWS::SNS::Topic"] {
        for (id, entry) in subject.of_type(r#type).filter(|(_, entry)| is_fifo(entry) == Some(false)) {
            let deduplicates = truth(entry, "ContentBasedDeduplication", false) == Some(true);
            let named = ["DeduplicationScope", "FifoThroughputLimit"];
            let set = named.into_iter().filter(|name| entry.property(name).is_some());
            for property in deduplicates.then_some("ContentBasedDeduplication").into_iter().chain(set) {
                findings.add(id, format!("{property} is set, and it is not FIFO"), FIFO_PROPERTIES.fix);
            }
        }
    }
}
