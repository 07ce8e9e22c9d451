//! What holds for any bytes that are read as a template, or given as properties.
#![allow(dead_code, reason = "each target holds some of it")]

use cdk::{ImportedTemplate, Located, ReadError, Stack, StackProps, TemplateFormat, read_template};
use serde_json::Value;

/// Panics when the reader breaks a promise: it answers, its errors have places, and what it reads is what is written.
pub fn hold(bytes: &[u8]) {
    match read_template("template", bytes) {
        Ok(template) => holds_for_template(&template, bytes),
        Err(error) => holds_for_error(&error),
    }
}

/// Panics when synthesis breaks a promise: a stack with an imported template, or with untyped properties, is refused with
/// places, or gives a template that can be imported in turn.
pub fn hold_for_synthesis(bytes: &[u8]) {
    if let Ok(template) = ImportedTemplate::read("template", bytes) {
        let mut stack = Stack::new(StackProps::new("fuzzed"));
        stack.import_template(&template);
        holds_for_stack(stack);
    }
    if let Ok(properties) = serde_json::from_slice::<Value>(bytes) {
        for kind in ["AWS::SQS::Queue", "AWS::Lambda::Function", "AWS::IAM::Role", "AWS::S3::Bucket"] {
            let mut stack = Stack::new(StackProps::new("fuzzed"));
            stack.add_untyped(&"Fuzzed".into(), kind, properties.clone());
            holds_for_stack(stack);
        }
    }
}

fn holds_for_stack(stack: Stack) {
    match stack.synthesize() {
        Ok(stack) => {
            let text = stack.template.render(TemplateFormat::Json).expect("a template is text");
            if let Err(error) = ImportedTemplate::read("again", text.as_bytes()) {
                panic!("{error}\n{text}");
            }
        }
        Err(errors) => {
            assert!(!errors.errors.is_empty());
            assert!(errors.errors.iter().all(|error| !error.message.is_empty() && !error.help.is_empty()));
        }
    }
}

fn holds_for_template(template: &Located, bytes: &[u8]) {
    let value = template.to_json();
    let text = value.to_string();
    // Short tags and indentation are shorter than JSON.
    if text.len() <= 1_000_000 {
        let again = read_template("again", text.as_bytes()).expect("a template reads when it is printed as JSON");
        assert_eq!(again.to_json(), value);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if bytes.trim_ascii_start().starts_with(b"{") {
        let other = serde_json::from_slice(bytes).expect("what reads as JSON is JSON");
        assert!(alike(&value, &other), "{value} is not {other}");
    }
}

fn holds_for_error(error: &ReadError) {
    assert!(!error.mistakes.is_empty());
    assert!(error.mistakes.is_sorted_by_key(|mistake| mistake.position));
    assert!(error.mistakes.iter().all(|mistake| mistake.position.line > 0 && mistake.position.column > 0));
    let lines = error.to_string();
    assert_eq!(lines.lines().count(), error.mistakes.len(), "a mistake is a line: {lines}");
    assert!(lines.lines().all(|line| line.starts_with("template:") && line.contains("; ")), "{lines}");
}

/// Whether two values are equal. `serde_json` rounds the last digit of some numbers differently.
fn alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => match (one.as_f64(), other.as_f64()) {
            (Some(one), Some(other)) => (one - other).abs() <= one.abs() * f64::EPSILON,
            _ => false,
        },
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| alike(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, one)| other.get(key).is_some_and(|other| alike(one, other)))
        }
        _ => one == other,
    }
}
