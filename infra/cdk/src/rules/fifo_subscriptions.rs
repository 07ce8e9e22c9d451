//! FIFO queues take messages of FIFO topics only.

use super::{Findings, Rule, Subject};
use crate::ResourceEntry;

pub(crate) static FIFO_SUBSCRIPTIONS: Rule = Rule {
    id: "fifo-subscriptions",
    summary: "A FIFO queue subscribes to FIFO topics only, and takes no dead letters of a schedule.",
    explanation: "A standard topic has no message groups, so SNS refuses the subscription; the scheduler refuses FIFO queues \
                  for what it could not deliver.",
    fix: "Use a standard queue, or a FIFO topic.",
    page: "https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, subscription) in subject.of_type("AWS::SNS::Subscription") {
        let topic = subject.referred(subscription.property("TopicArn"));
        let queue = subject.referred(subscription.property("Endpoint"));
        if let (Some((topic, standard)), Some((queue, fifo))) = (topic, queue)
            && !is_fifo(standard, "AWS::SNS::Topic", "FifoTopic")
            && is_fifo(fifo, "AWS::SQS::Queue", "FifoQueue")
        {
            let message = format!("{queue} is a FIFO queue, and the topic {topic} is none");
            findings.add(id, message, FIFO_SUBSCRIPTIONS.fix);
        }
    }
    for (id, schedule) in subject.of_type("AWS::Scheduler::Schedule") {
        let arn = schedule.property("Target").and_then(|target| target.get("DeadLetterConfig")?.get("Arn"));
        if let Some((queue, _)) =
            subject.referred(arn).filter(|(_, queue)| is_fifo(queue, "AWS::SQS::Queue", "FifoQueue"))
        {
            let message = format!("the scheduler cannot send dead letters to {queue}, a FIFO queue");
            findings.add(id, message, "use a standard queue");
        }
    }
}

fn is_fifo(entry: &ResourceEntry, r#type: &str, property: &str) -> bool {
    entry.r#type == r#type && entry.property(property).and_then(crate::Node::as_bool) == Some(true)
}
