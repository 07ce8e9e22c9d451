//! A mapping gives up on records before its source forgets them.

use super::known::number;
use super::{Findings, Rule, Subject};

pub(crate) static RECORD_AGE: Rule = Rule {
    id: "record-age",
    summary: "A mapping gives up on records before its stream or table forgets them.",
    explanation: "Records that the source has forgotten never reach the mapping's destination for failures: they are lost \
                  without a trace. A Kinesis stream keeps records for 24 hours unless it says more, the stream of a table \
                  always for 24 hours.",
    fix: "Lower MaximumRecordAgeInSeconds, or let the stream keep records for longer.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html",
    waivable: true,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for r#type in ["AWS::Kinesis::Stream", "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"] {
        for (id, mapping, source, entry) in subject.mappings(r#type) {
            let hours =
                if r#type == "AWS::Kinesis::Stream" { number(entry, "RetentionPeriodHours", 24) } else { Some(24) };
            // -1, the default, means for as long as the source keeps them.
            if let (Some(age), Some(hours)) = (number(mapping, "MaximumRecordAgeInSeconds", -1), hours)
                && age > hours.saturating_mul(3600)
            {
                let kept = hours.saturating_mul(3600);
                let message = format!("it gives up on records after {age} s, and {source} forgets them after {kept} s");
                findings.add(id, message, format!("set MaximumRecordAgeInSeconds to less than {kept}"));
            }
        }
    }
}
