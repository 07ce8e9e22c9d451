//! Alarms can publish to the topics that they name.

use super::{Findings, Rule, Subject};

pub(crate) static ALARM_TOPICS: Rule = Rule {
    id: "alarm-topics",
    summary: "A topic that an alarm publishes to is not encrypted with the account's key for SNS.",
    explanation: "The policy of that key does not let CloudWatch use it, and nobody can change the policy: the alarm would go \
                  off and nobody would hear of it.",
    fix: "Encrypt the topic with a key of your own that `cloudwatch.amazonaws.com` may use.",
    page: "https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, alarm) in subject.of_type("AWS::CloudWatch::Alarm") {
        let actions = ["AlarmActions", "OKActions", "InsufficientDataActions"];
        for action in actions.iter().filter_map(|name| alarm.property(name)).flat_map(|actions| actions.as_list()) {
            let Some((topic, entry)) = subject.referred(Some(action)) else { continue };
            let key = entry.property("KmsMasterKeyId").and_then(|key| key.as_text());
            if entry.r#type == "AWS::SNS::Topic" && key == Some("alias/aws/sns") {
                let message =
                    format!("CloudWatch cannot publish to {topic}, which is encrypted with the account's key");
                findings.add(id, message, ALARM_TOPICS.fix);
            }
        }
    }
}
