//! A mapping on a stream says where it starts.

use super::{Findings, Rule, Subject};

pub(crate) static STARTING_POSITION: Rule = Rule {
    id: "starting-position",
    summary: "A mapping on a stream or on a table's stream says where it starts.",
    explanation: "Lambda refuses the mapping otherwise.",
    fix: "Set StartingPosition to TRIM_HORIZON (everything that is still there) or LATEST (what comes from now on).",
    page: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let streams = ["AWS::Kinesis::Stream", "AWS::Kinesis::StreamConsumer", "AWS::DynamoDB::Table"];
    for (id, mapping, source, _) in streams.into_iter().flat_map(|r#type| subject.mappings(r#type)) {
        if mapping.property("StartingPosition").is_none() {
            findings.add(id, format!("it does not say where in {source} it starts"), STARTING_POSITION.fix);
        }
    }
}
