//! What holds data says what becomes of them.

use super::{Findings, Rule, Subject};

pub(crate) static STATEFUL_POLICIES: Rule = Rule {
    id: "stateful-policies",
    summary: "A table, bucket, stream, key or secret states its DeletionPolicy and UpdateReplacePolicy.",
    explanation: "CloudFormation deletes a resource with its data when it leaves the stack, is renamed or is replaced, unless \
                  the template says otherwise. What becomes of data is a decision, not a default.",
    fix: "Use `Definition::stateful` for a typed resource, or `Stack::keep_or_delete` for any other.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html",
    waivable: true,
    check,
};

const STATEFUL: [&str; 6] = [
    "AWS::DynamoDB::GlobalTable",
    "AWS::DynamoDB::Table",
    "AWS::KMS::Key",
    "AWS::Kinesis::Stream",
    "AWS::S3::Bucket",
    "AWS::SecretsManager::Secret",
];

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, resource) in &subject.template.resources {
        let stated = resource.deletion_policy.is_some() && resource.update_replace_policy.is_some();
        if !stated && STATEFUL.contains(&&*resource.r#type) {
            let message = format!("it holds data ({}) and does not say what becomes of them", resource.r#type);
            findings.add(id, message, STATEFUL_POLICIES.fix);
        }
    }
}
