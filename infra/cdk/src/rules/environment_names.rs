//! Environment variables have names that Lambda takes.

use super::{Findings, Rule, Subject};
use crate::Node;

pub(crate) static ENVIRONMENT_NAMES: Rule = Rule {
    id: "environment-names",
    summary: "The name of a function's variable is a letter, then letters, digits and `_`, and is not one of Lambda's own.",
    explanation: "Lambda refuses the function otherwise. It sets variables of its own, such as AWS_REGION, that nobody may \
                  change.",
    fix: "Give the variable another name.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
    waivable: false,
    check,
};

/// What Lambda sets itself and lets nobody set.
const RESERVED: [&str; 18] = [
    "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_DEFAULT_REGION",
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_LAMBDA_RUNTIME_API",
    "AWS_REGION",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "LAMBDA_RUNTIME_DIR",
    "LAMBDA_TASK_ROOT",
    "_HANDLER",
    "_X_AMZN_TRACE_ID",
];

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, function) in subject.of_type("AWS::Lambda::Function") {
        let variables = function.property("Environment").and_then(|environment| environment.get("Variables"));
        for (name, _) in variables.and_then(Node::as_object).into_iter().flat_map(crate::Object::iter) {
            if RESERVED.contains(&name) {
                let message = format!("Lambda sets the variable `{name}` itself");
                findings.add(id, message, ENVIRONMENT_NAMES.fix);
            } else if !is_well_formed(name) {
                let message = format!("`{name}` is no name of a variable");
                findings.add(id, message, "use a letter, then one or more letters, digits and `_`");
            }
        }
    }
}

fn is_well_formed(name: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    name.len() >= 2 && name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.bytes().all(known)
}
