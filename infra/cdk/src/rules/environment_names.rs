//! Environment variables have names that Lambda takes.

use super::{Findings, Rule, Subject};

pub(crate) static ENVIRONMENT_NAMES: Rule = Rule {
    id: "environment-names",
    summary: "Each environment variable has a name of letters, digits and `_`, at least two characters that begin with a letter, which Lambda does not use itself.",
    explanation: "Lambda refuses other names, and those that it sets itself.",
    fix: "Choose another name.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
    waivable: false,
    check,
};

/// What Lambda sets itself and does not let anybody set.
const RESERVED: [&str; 20] = [
    "_HANDLER",
    "_X_AMZN_TRACE_ID",
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
    "AWS_SECRET_KEY",
    "AWS_SECURITY_TOKEN",
    "AWS_SESSION_TOKEN",
    "LAMBDA_RUNTIME_DIR",
    "LAMBDA_TASK_ROOT",
];

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, name, _) in subject.variables() {
        if RESERVED.contains(&name) {
            findings.add(id, format!("Lambda sets the environment variable {name} itself"), ENVIRONMENT_NAMES.fix);
        } else if !is_well_formed(name) {
            let help = "use letters, digits and `_`, at least two, the first of them a letter";
            findings.add(id, format!("`{name}` is no name of an environment variable"), help);
        }
    }
}

fn is_well_formed(name: &str) -> bool {
    name.len() >= 2
        && name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
