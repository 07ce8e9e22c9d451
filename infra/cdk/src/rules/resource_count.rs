//! A template has at most 500 resources, 200 parameters and 200 outputs.

use super::{Findings, Rule, Subject};

pub(crate) static RESOURCE_COUNT: Rule = Rule {
    id: "resource-count",
    summary: "A stack has at most 500 resources, 200 parameters and 200 outputs.",
    explanation: "CloudFormation refuses larger templates.",
    fix: "Split the stack into several; an `App` carries references between them.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let template = subject.template;
    let counts = [
        ("resources", template.resources.len(), 500),
        ("parameters", template.parameters.len(), 200),
        ("outputs", template.outputs.len(), 200),
    ];
    for (what, count, most) in counts.into_iter().filter(|(_, count, most)| count > most) {
        findings.add_to_stack(
            format!("{count} {what} are more than the {most} that a template may have"),
            RESOURCE_COUNT.fix,
        );
    }
}
