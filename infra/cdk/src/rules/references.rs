//! References name what is there.

use super::{Findings, Rule, Subject};
use crate::{Node, schema};

pub(crate) static REFERENCES: Rule = Rule {
    id: "references",
    summary: "Every `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn` names something of the stack, and an attribute that it has.",
    explanation: "CloudFormation refuses a template that refers to what is not there. A resource of another stack can be \
                  referred to if both stacks are in one `App`.",
    fix: "Refer to a construct of the stack, or put both stacks into one `App`.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let template = subject.template;
    for (id, resource) in &template.resources {
        for (_, node) in resource.properties.iter().chain(resource.metadata.iter()) {
            for mistake in mistakes(subject, node) {
                findings.add(id, mistake, REFERENCES.fix);
            }
        }
    }
    for (id, output) in &template.outputs {
        for mistake in mistakes(subject, &output.value) {
            findings.add_to_output(id, mistake, REFERENCES.fix);
        }
    }
    for (id, resource) in &template.resources {
        for missing in resource.depends_on.iter().filter(|needed| !template.resources.contains_key(*needed)) {
            findings.add(id, format!("it depends on {missing}, which is not in the stack"), REFERENCES.fix);
        }
    }
}

/// What is wrong with the references in `node`.
fn mistakes(subject: &Subject<'_>, node: &Node) -> Vec<String> {
    let template = subject.template;
    let mut mistakes = Vec::new();
    node.visit(&mut |expression| {
        for (target, attribute) in expression.targets() {
            let id = &target.id;
            if let Some(stack) = &target.stack {
                mistakes.push(format!("it refers to {id} of stack {stack}, which is not in the same app"));
            } else if let Some(resource) = template.resources.get(id) {
                let r#type = &resource.r#type;
                if let Some(attribute) = attribute.filter(|attribute| !has_attribute(r#type, attribute)) {
                    mistakes.push(format!("it asks {id} for the attribute {attribute}, which {type} does not have"));
                }
            } else if attribute.is_some() || !template.parameters.contains_key(id) {
                mistakes.push(format!("it refers to {id}, which is not in the stack"));
            }
        }
    });
    mistakes
}

/// Attributes are known for types whose schema is known; of nested documents any part can be asked for.
fn has_attribute(r#type: &str, attribute: &str) -> bool {
    let Some(schema) = schema::find(r#type) else { return true };
    let named = |name: &&str| *name == attribute || attribute.starts_with(&format!("{name}."));
    // Many types also give their properties as attributes.
    let property = attribute.split('.').next().unwrap_or_default();
    schema.attributes.iter().any(named) || (schema.properties)().properties.iter().any(|known| known.name == property)
}
