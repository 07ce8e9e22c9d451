//! Outputs show no secrets.

use super::{Findings, Rule, Subject, texts};
use crate::{Expression, Node};

pub(crate) static SECRET_OUTPUTS: Rule = Rule {
    id: "secret-outputs",
    summary: "No output shows a secret.",
    explanation: "Whoever may describe the stack reads its outputs, and so does whoever reads the log of a deployment.",
    fix: "Remove the output, or give the ARN of the secret; whoever may read the secret asks Secrets Manager for it.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html",
    waivable: false,
    check,
};

/// How CloudFormation is told to read a secret.
const SECRETS: [&str; 2] = ["{{resolve:secretsmanager:", "{{resolve:ssm-secure:"];

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, output) in &subject.template.outputs {
        let mut shown = Vec::new();
        texts::each(id.as_str(), &output.value, &mut |found| {
            if SECRETS.iter().any(|secret| found.text.contains(secret)) {
                shown.push("a secret that CloudFormation resolves".to_owned());
            }
        });
        output.value.visit(&mut |expression| shown.extend(secret(subject, expression)));
        for secret in shown {
            findings.add_to_output(id, format!("the output shows {secret}"), SECRET_OUTPUTS.fix);
        }
    }
}

/// What secret an expression gives, if it gives one.
fn secret(subject: &Subject<'_>, expression: &Expression) -> Option<String> {
    expression.targets().into_iter().find_map(|(target, attribute)| {
        let hidden =
            subject.template.parameters.get(&target.id).and_then(|parameter| parameter.constraints.get("NoEcho"));
        if attribute.is_none() && hidden.is_some_and(is_true) {
            return Some(format!("the parameter {}, which is not to be shown (NoEcho)", target.id));
        }
        let resource = subject.template.resources.get(&target.id)?;
        if resource.r#type == "AWS::IAM::AccessKey" && attribute.as_deref() == Some("SecretAccessKey") {
            return Some(format!("the secret key of {}", target.id));
        }
        let property = attribute.as_deref().and_then(|attribute| resource.property(attribute)).and_then(Node::as_text);
        property
            .filter(|text| SECRETS.iter().any(|secret| text.contains(secret)))
            .map(|_| format!("a property of {} that is resolved from a secret", target.id))
    })
}

/// Whether a truth value is true, however it is written.
pub(super) fn is_true(node: &Node) -> bool {
    node.as_bool() == Some(true) || node.as_text() == Some("true")
}

#[cfg(test)]
mod tests {
    use crate::{Stack, StackProps};

    #[test]
    fn a_parameter_that_is_not_to_be_shown_is_not_shown() {
        for (hidden, refused) in [("true", true), ("false", false)] {
            let mut stack = Stack::new(StackProps::new("test"));
            let given = stack.parameter("Given", "What is given.");
            stack.output("Shown", "What is shown.", given);
            for parameter in stack.template.parameters.values_mut() {
                parameter.constraints.insert("NoEcho", hidden);
            }
            let text = stack.synthesize().err().map(|errors| errors.to_string()).unwrap_or_default();
            assert_eq!(text.contains("the output shows the parameter Given"), refused, "{text}");
        }
    }
}
