//! Statements added to the policies of resources that exist already.

#[cfg(feature = "sns")]
use crate::aws::sqs;
#[cfg(feature = "sns")]
use crate::{ConstructPath, Definition, Object, PolicyDocument, rules};
use crate::{Node, Resource, ResourceType, Stack, Statement};

/// Adds a statement to the policy document that is a property of a resource, unless one of its name is there: names are unique
/// in a policy.
pub(super) fn add_statement<T: ResourceType>(
    stack: &mut Stack,
    resource: &Resource<T>,
    property: &'static str,
    statement: Statement,
) {
    stack.edit(resource, |typed| {
        let mut properties = typed.into_properties();
        if let Some(Node::List(statements)) = properties.get_mut(property).and_then(statements) {
            let statement = Node::from(statement);
            if !statements.iter().any(|present| present.get("Sid") == statement.get("Sid")) {
                statements.push(statement);
            }
        }
        T::from_properties(properties)
    });
}

fn statements(policy: &mut Node) -> Option<&mut Node> {
    let Node::Object(policy) = policy else { return None };
    policy.get_mut("Statement")
}

/// Adds a statement to the policy of a queue.
///
/// SQS keeps one policy a queue: of two policies in a template the one that is made last would win. So this looks for the one
/// that is there and adds to it.
#[cfg(feature = "sns")]
#[track_caller]
pub(super) fn add_to_queue_policy(
    stack: &mut Stack,
    at: &ConstructPath,
    queue: &Resource<sqs::Queue>,
    statement: Statement,
) {
    if !stack.owns(queue) {
        let message = format!("the queue {} is in another stack, and so is its policy", queue.logical_id());
        let help = "add this to the stack of the queue; the other resource may be in another stack of the same app";
        stack.error(&rules::REFERENCES, at, message, help);
        return;
    }
    let about_queue = |properties: &Object| {
        let queues = properties.get("Queues").map(Node::as_list).unwrap_or_default();
        let targets = queues.iter().filter_map(Node::as_expression).flat_map(crate::Expression::targets);
        targets.into_iter().any(|(target, _)| target.id == *queue.logical_id())
    };
    let mut policies = stack.template.resources.iter().filter(|(_, entry)| entry.r#type == sqs::QueuePolicy::TYPE);
    let policy = policies.find(|(_, entry)| about_queue(&entry.properties)).map(|(id, _)| id.clone());
    match policy {
        Some(id) => {
            let policy = Resource::<sqs::QueuePolicy>::of(crate::Target { stack: None, id });
            add_statement(stack, &policy, "PolicyDocument", statement);
        }
        None => {
            let policy = sqs::QueuePolicy::new(PolicyDocument::new([statement]), [queue.reference()]);
            stack.add(&ConstructPath::new(queue.logical_id().as_str()).child("Policy"), Definition::new(policy));
        }
    }
}
