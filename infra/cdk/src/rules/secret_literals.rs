//! No secret stands in a template.

use std::sync::LazyLock;

use regex::RegexSet;

use super::secret_outputs::is_true;
use super::texts::{self, Found};
use super::{Findings, Rule, Subject};

pub(crate) static SECRET_LITERALS: Rule = Rule {
    id: "secret-literals",
    summary: "No access key, private key, token or password stands in a template.",
    explanation: "Whoever may read the program or describe the stack reads the template, today and in every version of it. \
                  A secret that was committed or deployed once is known and has to be replaced.",
    fix: "Keep it in Secrets Manager and refer to it: `{{resolve:secretsmanager:NAME}}`, or hand over its ARN. Replace what \
          was written down already.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html",
    waivable: true,
    check,
};

/// What a secret of a known form looks like.
const FORMS: [(&str, &str); 11] = [
    (r"\b(AKIA|ASIA)[A-Z0-9]{16}\b", "an AWS access key"),
    (r"-----BEGIN [A-Z ]*PRIVATE KEY", "a private key"),
    (r"\bgh[pousr]_[A-Za-z0-9]{36}", "a GitHub token"),
    (r"\bgithub_pat_[A-Za-z0-9_]{22}", "a GitHub token"),
    (r"\bglpat-[A-Za-z0-9_-]{20}", "a GitLab token"),
    (r"\bxox[abposr]-[A-Za-z0-9-]{10}", "a Slack token"),
    (r"\b[sr]k_live_[A-Za-z0-9]{16}", "a Stripe key"),
    (r"\bAIza[A-Za-z0-9_-]{35}", "a Google API key"),
    (r"\bnpm_[A-Za-z0-9]{36}", "an npm token"),
    (r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}", "a SendGrid key"),
    (r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.", "a JSON web token"),
];

/// Whether four bytes are of the kind that every secret of a known form has in it. Looking for these first is many times
/// faster than matching the patterns.
fn is_sign(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        b"AKIA"
            | b"ASIA"
            | b"PRIV"
            | b"gith"
            | b"glpa"
            | b"k_li"
            | b"AIza"
            | b"npm_"
            | [b'g', b'h', b'p' | b'o' | b'u' | b's' | b'r', b'_']
            | [b'x', b'o', b'x', _]
            | [b'S', b'G', b'.', _]
            | [b'e', b'y', b'J', _]
    )
}

/// How the names of secrets end, in lower case and without separators.
const NAMES: [&str; 10] = [
    "password",
    "passphrase",
    "secret",
    "token",
    "apikey",
    "privatekey",
    "secretkey",
    "secretaccesskey",
    "secretstring",
    "credentials",
];

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let template = subject.template;
    for (id, resource) in &template.resources {
        for (name, node) in resource.properties.iter() {
            texts::each(name, node, &mut |found| {
                if let Some(secret) = secret(found) {
                    let property = found.names.join(".");
                    findings.add(id, format!("{property} looks like {secret}"), SECRET_LITERALS.fix);
                }
            });
        }
    }
    for (id, parameter) in &template.parameters {
        let Some(default) = parameter.default.as_ref() else { continue };
        // The default of a parameter that is read from SSM is the name of the value.
        let is_name = parameter.r#type.starts_with("AWS::SSM::");
        let hidden = parameter.constraints.get("NoEcho").is_some_and(is_true);
        texts::each(if is_name { "" } else { id.as_str() }, default, &mut |found| {
            let hidden = hidden && !found.text.is_empty();
            if let Some(secret) = secret(found).or(hidden.then_some("a value that is not to be shown (NoEcho)")) {
                findings.add(id, format!("its default looks like {secret}"), SECRET_LITERALS.fix);
            }
        });
    }
    for (id, output) in &template.outputs {
        texts::each(id.as_str(), &output.value, &mut |found| {
            if let Some(secret) = secret(found) {
                findings.add_to_output(id, format!("the output looks like {secret}"), SECRET_LITERALS.fix);
            }
        });
    }
}

/// What secret a text looks like. The text itself is never shown.
fn secret(found: &Found<'_>) -> Option<&'static str> {
    let name = found.names.last().copied().unwrap_or_default();
    known_form(found.text).or_else(|| {
        (found.whole && is_name_of_secret(name) && !is_harmless(found.text)).then_some("a secret, by its name")
    })
}

/// Whether a whole text under a name looks like a secret.
pub(crate) fn is_secret(name: &str, text: &str) -> bool {
    known_form(text).is_some() || (is_name_of_secret(name) && !is_harmless(text))
}

fn known_form(text: &str) -> Option<&'static str> {
    static COMPILED: LazyLock<Option<RegexSet>> =
        LazyLock::new(|| RegexSet::new(FORMS.iter().map(|(pattern, _)| pattern)).ok());
    // Every known form has 15 characters or more, and most texts have fewer.
    if text.len() < 15 || !text.as_bytes().windows(4).any(is_sign) {
        return None;
    }
    let index = COMPILED.as_ref()?.matches(text).iter().next()?;
    FORMS.get(index).map(|(_, what)| *what)
}

fn is_name_of_secret(name: &str) -> bool {
    let ends = |end: &&str| {
        let mut characters = name.bytes().rev().filter(u8::is_ascii_alphanumeric);
        end.bytes().rev().all(|byte| characters.next().is_some_and(|other| other.to_ascii_lowercase() == byte))
    };
    NAMES.iter().any(ends)
}

/// Whether a text under the name of a secret is none: where to find it, or a switch.
fn is_harmless(text: &str) -> bool {
    matches!(text, "" | "*" | "true" | "false") || text.starts_with("arn:") || text.contains("{{resolve:")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Stack, StackProps};

    #[test]
    fn every_form_is_a_pattern() {
        assert!(RegexSet::new(FORMS.iter().map(|(pattern, _)| pattern)).is_ok());
    }

    #[test]
    fn every_form_is_known_by_its_sign() {
        // In pieces, so that nobody takes them for secrets.
        let secrets = [
            format!("AKIA{}", "A".repeat(16)),
            format!("-----BEGIN RSA {}", "PRIVATE KEY-----"),
            format!("ghu_{}", "a".repeat(36)),
            format!("github_pat_{}", "a".repeat(22)),
            format!("glpat-{}", "a".repeat(20)),
            format!("xoxb-{}", "1".repeat(10)),
            format!("rk_live_{}", "a".repeat(16)),
            format!("AIza{}", "a".repeat(35)),
            format!("npm_{}", "a".repeat(36)),
            format!("SG.{}.{}", "a".repeat(22), "a".repeat(43)),
            format!("eyJ{}.eyJ{}.", "a".repeat(10), "a".repeat(10)),
        ];
        for (secret, (_, what)) in secrets.iter().zip(FORMS) {
            assert_eq!(known_form(secret), Some(what), "{secret}");
            assert_eq!(known_form(&format!("key: {secret} ")), Some(what), "{secret}");
        }
        assert_eq!(known_form(&format!("ASIA{}", "A".repeat(16))), Some("an AWS access key"));
        for letter in "pousr".chars() {
            assert_eq!(known_form(&format!("gh{letter}_{}", "a".repeat(36))), Some("a GitHub token"), "{letter}");
        }
        assert_eq!(known_form("arn:aws:lambda:eu-central-1:123456789012:function:cart"), None);
    }

    #[test]
    fn defaults_of_parameters_are_no_secrets() {
        let errors = |id: &str, hidden: bool, default: &'static str| {
            let mut stack = Stack::new(StackProps::new("test"));
            stack.parameter(id, "What is given.");
            for parameter in stack.template.parameters.values_mut() {
                parameter.constraints.insert("NoEcho", hidden);
                parameter.default = Some(default.into());
            }
            stack.synthesize().err().map(|errors| errors.to_string()).unwrap_or_default()
        };
        assert!(errors("DbPassword", false, "hunter2").contains("its default looks like a secret, by its name"));
        assert!(errors("Database", true, "hunter2").contains("not to be shown (NoEcho)"));
        assert_eq!(errors("Database", false, "hunter2") + &errors("DbPassword", true, ""), "");
    }

    #[test]
    fn secrets_are_told_by_the_end_of_their_names() {
        for name in ["Password", "DB_PASSWORD", "MasterUserPassword", "ApiKey", "API_KEY", "SecretString", "token"] {
            assert!(is_name_of_secret(name), "{name}");
        }
        for name in ["PasswordPolicy", "SECRET_ARN", "TOKENS_TABLE", "KeyId", "key", ""] {
            assert!(!is_name_of_secret(name), "{name}");
        }
    }
}
