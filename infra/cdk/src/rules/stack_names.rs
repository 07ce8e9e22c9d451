//! A stack has a name that CloudFormation takes.

use super::{Findings, Rule, Subject};

pub(crate) static STACK_NAMES: Rule = Rule {
    id: "stack-names",
    summary: "A stack's name is a letter, then letters, digits and `-`, at most 128 in all.",
    explanation: "CloudFormation refuses the stack otherwise.",
    fix: "Give the stack another name. A stack that exists already cannot be renamed.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let name = &subject.props.name;
    let known = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let starts = name.starts_with(|first: char| first.is_ascii_alphabetic());
    if !starts || name.len() > 128 || !name.bytes().all(known) {
        findings.add_to_stack(format!("`{name}` is no name of a stack"), "use a letter, then letters, digits and `-`");
    }
}
