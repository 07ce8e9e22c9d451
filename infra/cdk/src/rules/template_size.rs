//! A template has at most 1 MB.

use super::{Findings, Rule, Subject};
use crate::TemplateFormat;

pub(crate) static TEMPLATE_SIZE: Rule = Rule {
    id: "template-size",
    summary: "The template of a stack has at most 1 MB.",
    explanation: "CloudFormation refuses larger templates. Those above 51,200 bytes are uploaded to a bucket first.",
    fix: "Split the stack into several; an `App` carries references between them.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html",
    waivable: false,
    check,
};

/// 1 MB, in the units of 1,024 bytes in which AWS states its other limits.
const MOST: usize = 1_048_576;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let size = subject.template.render(TemplateFormat::Json).map_or(0, |text| text.len());
    if size > MOST {
        findings.add_to_stack(format!("its template has {size} bytes; CloudFormation takes {MOST}"), TEMPLATE_SIZE.fix);
    }
}
