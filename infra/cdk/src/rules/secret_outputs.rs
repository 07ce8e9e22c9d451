//! Outputs show no secrets.

use super::{Findings, Rule, Subject, texts};
use crate::{Node, Parameter};

pub(crate) static SECRET_OUTPUTS: Rule = Rule {
    id: "secret-outputs",
    summary: "No output shows what nobody may see: a secret, a parameter that is not echoed, or the secret key of a user.",
    explanation: "Everybody who may describe the stack reads its outputs, and they are kept in its history.",
    fix: "Put out the ARN of the secret instead, and let who needs the value read it.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, output) in &subject.template.outputs {
        let mut shown = Vec::new();
        texts(&output.value, &mut |text| {
            if text.contains("{{resolve:secretsmanager:") || text.contains("{{resolve:ssm-secure:") {
                shown.push("a secret".to_owned());
            }
        });
        output.value.visit(&mut |expression| {
            for (target, attribute) in expression.targets() {
                let hidden = |parameter: &Parameter| {
                    matches!(parameter.constraints.get("NoEcho"), Some(Node::Bool(true)))
                        || parameter.constraints.get("NoEcho").and_then(Node::as_text) == Some("true")
                };
                if subject.template.parameters.get(&target.id).is_some_and(hidden) {
                    shown.push(format!("the parameter {}, which is not echoed", target.id));
                }
                let resource = subject.template.resources.get(&target.id);
                if resource.is_some_and(|resource| resource.r#type == "AWS::IAM::AccessKey")
                    && attribute.as_deref() == Some("SecretAccessKey")
                {
                    shown.push(format!("the secret access key of {}", target.id));
                }
            }
        });
        for what in shown {
            findings.add(id, format!("the output shows {what}"), SECRET_OUTPUTS.fix);
        }
    }
}
