//! The environment of a function fits into 4 KB.

use super::{Findings, Rule, Subject};
use crate::{Expression, Node, Object};

pub(crate) static ENVIRONMENT_SIZE: Rule = Rule {
    id: "environment-size",
    summary: "The variables of a function, names and values together, have at most 4,096 bytes.",
    explanation: "Lambda refuses the function otherwise. What CloudFormation evaluates counts as little as it may become: a \
                  reference as one byte, an account id as 12, any other function as nothing.",
    fix: "Keep large values in a parameter of the SSM parameter store or in an object of a bucket, and hand over its name.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
    waivable: false,
    check,
};

const MOST: usize = 4096;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, function) in subject.of_type("AWS::Lambda::Function") {
        let variables = function.property("Environment").and_then(|environment| environment.get("Variables"));
        let variables = variables.and_then(Node::as_object).into_iter().flat_map(Object::iter);
        let size: usize = variables.map(|(name, value)| name.len() + least(value)).sum();
        if size > MOST {
            let message = format!("its variables have at least {size} bytes, more than {MOST}");
            findings.add(id, message, ENVIRONMENT_SIZE.fix);
        }
    }
}

/// The fewest bytes that a value can have.
fn least(value: &Node) -> usize {
    match value {
        Node::Text(text) => text.len(),
        Node::Number(number) => number.to_string().len(),
        Node::Bool(value) => value.to_string().len(),
        Node::Expression(Expression::Join(parts)) => parts.iter().map(least).sum(),
        Node::Expression(Expression::Pseudo(name)) if name == "AWS::AccountId" => 12,
        Node::Expression(Expression::Call(..)) => 0,
        Node::Expression(_) => 1,
        Node::Null | Node::List(_) | Node::Object(_) => 0,
    }
}
