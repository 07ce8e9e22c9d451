//! What could not be handled does not go to a FIFO queue.

use super::{Findings, QUEUE, Rule, Subject, is_fifo};

pub(crate) static FIFO_ON_FAILURE: Rule = Rule {
    id: "fifo-on-failure",
    summary: "The on-failure and on-success destinations of a function are no FIFO queues.",
    explanation: "Lambda sends to standard queues and topics only; it gives no message group.",
    fix: "Use a standard queue, a bucket or a topic.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let sources = ["AWS::Lambda::EventSourceMapping", "AWS::Lambda::EventInvokeConfig"];
    for (id, resource) in sources.iter().flat_map(|kind| subject.of_type(kind)) {
        for end in ["OnFailure", "OnSuccess"] {
            let config = resource.property("DestinationConfig").and_then(|config| config.get(end));
            let target = subject.referred(config.and_then(|config| config.get("Destination")));
            if let Some((queue, _)) = target.filter(|(_, entry)| entry.r#type == QUEUE && is_fifo(entry)) {
                let message = format!("its destination {end} is {queue}, a FIFO queue, to which Lambda does not send");
                findings.add(id, message, FIFO_ON_FAILURE.fix);
            }
        }
    }
}
