//! A template has at most 1 MB.

use super::{Findings, Rule, Subject};
use crate::written_size::written_size;

pub(crate) static TEMPLATE_SIZE: Rule = Rule {
    id: "template-size",
    summary: "A template has at most 1,048,576 bytes.",
    explanation: "CloudFormation refuses larger ones, uploaded to a bucket as well. Above 51,200 bytes a template is uploaded.",
    fix: "Split the stack into several; an `App` carries references between them.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html",
    waivable: false,
    check,
};

const MOST: usize = 1_048_576;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    // What cannot be written at all is an error of the writer.
    if let Ok(size) = written_size(subject.template)
        && size > MOST
    {
        let message = format!("the template has {size} bytes, more than the {MOST} that CloudFormation takes");
        findings.add_to_stack(message, TEMPLATE_SIZE.fix);
    }
}
