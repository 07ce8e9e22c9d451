//! Properties keep to AWS's schemas.

use super::{Findings, Rule, Subject};
use crate::schema;

pub(crate) static PROPERTIES: Rule = Rule {
    id: "properties",
    summary: "Every property keeps to AWS's published schema of its type.",
    explanation: "CloudFormation and the services refuse unknown properties, missing ones and values out of range, some of \
                  them only after half of the stack was made. The typed resources hold most of it; ranges, patterns, \
                  untyped resources, overrides and imported templates are checked here.",
    fix: "Correct the property. If AWS allows it by now, bring the schemas up to date with `cargo run -p cdk-generate`.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
    waivable: true,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, resource) in &subject.template.resources {
        match schema::find(&resource.r#type) {
            Some(schema) => {
                for violation in schema.violations(&resource.properties) {
                    let message = format!("{} of {}: {}", violation.property, resource.r#type, violation.message);
                    findings.add(id, message, violation.help);
                }
            }
            None if is_custom(&resource.r#type) => {}
            None => findings.add(
                id,
                format!("the type {} is not known, so its properties cannot be checked", resource.r#type),
                "turn on the feature of its service, or add the type to the list of `cdk-generate` and run it",
            ),
        }
    }
}

/// Whether a type is of the author's own making, or of CloudFormation itself.
pub(crate) fn is_custom(r#type: &str) -> bool {
    r#type.starts_with("Custom::") || r#type.starts_with("AWS::CloudFormation::") || !r#type.starts_with("AWS::")
}
