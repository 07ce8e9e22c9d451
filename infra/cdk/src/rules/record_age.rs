//! A mapping gives up before its source forgets.

use super::{Findings, Rule, Subject};
use crate::Node;

pub(crate) static RECORD_AGE: Rule = Rule {
    id: "record-age",
    summary: "A mapping on a stream gives up on a record before the stream forgets it.",
    explanation: "A record that is older than the stream's retention is lost without reaching the on-failure destination.",
    fix: "Set a maximum record age below the stream's retention.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html",
    waivable: true,
    check,
};

const DEFAULT_RETENTION_HOURS: i64 = 24;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, mapping) in subject.of_type("AWS::Lambda::EventSourceMapping") {
        let Some((source, entry)) = subject.referred(mapping.property("EventSourceArn")) else { continue };
        let hours = match &*entry.r#type {
            "AWS::Kinesis::Stream" => {
                entry.property("RetentionPeriodHours").map_or(Some(DEFAULT_RETENTION_HOURS), Node::as_integer)
            }
            // Table streams keep changes for a day.
            "AWS::DynamoDB::Table" => Some(24),
            _ => None,
        };
        let age = mapping.property("MaximumRecordAgeInSeconds").map_or(Some(-1), Node::as_integer);
        let (Some(hours), Some(age)) = (hours, age) else { continue };
        let seconds = hours * 3600;
        let has_destination = mapping.property("DestinationConfig").is_some();
        if has_destination && !(0..seconds).contains(&age) {
            let age = if age < 0 { "never gives up".to_owned() } else { format!("gives up after {age} s") };
            let message = format!("it {age}, but {source} forgets records after {seconds} s");
            findings.add(id, message, format!("set a maximum record age below {seconds} s"));
        }
    }
}
