//! No secret stands in a template.

use super::{Findings, Rule, Subject};
use crate::Node;

pub(crate) static SECRET_LITERALS: Rule = Rule {
    id: "secret-literals",
    summary: "No key, password or token stands in a template as plain text.",
    explanation: "Templates are committed, shown in reviews and kept by CloudFormation; whoever reads them has the secret.",
    fix: "Keep it in Secrets Manager and refer to it: `{{resolve:secretsmanager:NAME}}`, or let the function read it.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html",
    waivable: true,
    check,
};

/// How well-known secrets begin, with how long they are at least and what they are.
const PREFIXES: [(&str, usize, &str); 9] = [
    ("AKIA", 20, "an access key of AWS"),
    ("ASIA", 20, "a temporary access key of AWS"),
    ("-----BEGIN", 20, "a private key"),
    ("ghp_", 30, "a token of GitHub"),
    ("github_pat_", 30, "a token of GitHub"),
    ("glpat-", 20, "a token of GitLab"),
    ("xoxb-", 20, "a token of Slack"),
    ("sk_live_", 20, "a key of Stripe"),
    ("eyJhbGciOi", 40, "a signed token"),
];

/// Names of properties and variables whose values are secrets.
const NAMES: [&str; 8] =
    ["password", "passwd", "secret", "secretkey", "apikey", "accesstoken", "authtoken", "privatekey"];

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, resource) in &subject.template.resources {
        for (name, node) in resource.properties.iter() {
            look(name, node, &mut |what| findings.add(id, what, SECRET_LITERALS.fix));
        }
    }
    for (id, parameter) in &subject.template.parameters {
        if let Some(default) = &parameter.default {
            look(id.as_str(), default, &mut |what| findings.add(id, what, SECRET_LITERALS.fix));
        }
    }
    for (id, output) in &subject.template.outputs {
        look("", &output.value, &mut |what| findings.add(id, what, SECRET_LITERALS.fix));
    }
}

fn look(name: &str, node: &Node, found: &mut impl FnMut(String)) {
    match node {
        Node::Object(object) => object.iter().for_each(|(name, node)| look(name, node, found)),
        Node::List(list) => list.iter().for_each(|node| look(name, node, found)),
        Node::Text(text) => {
            if let Some(what) = known(text) {
                found(format!("{name} looks like {what}"));
            } else if is_secret_name(name) && looks_secret(text) {
                found(format!("{name} looks like a secret in plain text"));
            }
        }
        Node::Expression(expression) => expression.arguments().iter().for_each(|node| look(name, node, found)),
        Node::Null | Node::Bool(_) | Node::Number(_) => {}
    }
}

fn known(text: &str) -> Option<&'static str> {
    let (_, _, what) = PREFIXES.iter().find(|(prefix, least, _)| {
        let fits = |start: usize| text.len() - start >= *least;
        let upper = |start: usize| prefix.len() != 4 || !prefix.starts_with('A') || is_key_id(text.get(start..));
        text.match_indices(prefix).any(|(start, _)| fits(start) && upper(start))
    })?;
    (*what != "a private key" || text.contains("PRIVATE KEY-----")).then_some(*what)
}

/// Whether a text begins with 20 capital letters and digits, as the ids of access keys do.
fn is_key_id(text: Option<&str>) -> bool {
    text.and_then(|text| text.get(..20))
        .is_some_and(|id| id.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()))
}

fn is_secret_name(name: &str) -> bool {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    NAMES.iter().any(|secret| plain.ends_with(secret))
}

/// Whether a text could be the secret itself, and no reference to one, path, name of a resource or switch.
fn looks_secret(text: &str) -> bool {
    let refers = ["arn:", "{{resolve:", "http", "/", "alias/"].iter().any(|start| text.starts_with(start));
    text.len() >= 6 && !refers && !matches!(text, "true" | "false" | "enabled" | "disabled" | "REPLACE_ME")
}
