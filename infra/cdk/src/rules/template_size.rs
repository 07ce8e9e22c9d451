//! A template has at most 1 MB.

use std::io::{self, Write};

use super::{Findings, Rule, Subject};

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
    let mut size = Size(1);
    // What cannot be written at all is an error of the writer.
    if serde_json::to_writer_pretty(&mut size, subject.template).is_ok() && size.0 > MOST {
        let message = format!("the template has {} bytes, more than the {MOST} that CloudFormation takes", size.0);
        findings.add_to_stack(message, TEMPLATE_SIZE.fix);
    }
}

/// How much was written, without the writing.
struct Size(usize);

impl Write for Size {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
