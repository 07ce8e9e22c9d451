//! References name what is there.

use super::{Findings, Rule, Subject};
use crate::schema;

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
    let mut wrong = Vec::new();
    template.visit(&mut |place, expression| {
        for (target, attribute) in expression.targets() {
            let message = if let Some(stack) = &target.stack {
                Some(format!("refers to {} of stack {stack}, which is not in the same app", target.id))
            } else if let Some(resource) = template.resources.get(&target.id) {
                attribute.filter(|attribute| !has_attribute(&resource.r#type, attribute)).map(|attribute| {
                    format!("asks {} for the attribute {attribute}, which {} does not have", target.id, resource.r#type)
                })
            } else if attribute.is_none() && template.parameters.contains_key(&target.id) {
                None
            } else {
                Some(format!("refers to {}, which is not in the stack", target.id))
            };
            if let Some(message) = message {
                wrong.push((place, message));
            }
        }
    });
    for (place, message) in wrong {
        match place {
            Some(id) => findings.add(id, format!("it {message}"), REFERENCES.fix),
            None => findings.add_to_stack(format!("an output {message}"), REFERENCES.fix),
        }
    }
    for (id, resource) in &template.resources {
        for missing in resource.depends_on.iter().filter(|needed| !template.resources.contains_key(*needed)) {
            findings.add(id, format!("it depends on {missing}, which is not in the stack"), REFERENCES.fix);
        }
    }
}

/// Attributes are known for types whose schema is known; of nested documents any part can be asked for.
fn has_attribute(r#type: &str, attribute: &str) -> bool {
    let Some(schema) = schema::find(r#type) else { return true };
    let named = |name: &&str| *name == attribute || attribute.starts_with(&format!("{name}."));
    // Many types also give their properties as attributes.
    let property = attribute.split('.').next().unwrap_or_default();
    schema.attributes.iter().any(|name| named(name))
        || (schema.properties)().properties.iter().any(|known| known.name == property)
}
