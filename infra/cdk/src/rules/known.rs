//! What is known of a property before the deployment.

use crate::{Node, ResourceEntry};

/// The whole number of a property, or the service's default if it is not set; none if CloudFormation evaluates it.
pub(super) fn number(resource: &ResourceEntry, property: &str, default: i64) -> Option<i64> {
    match resource.property(property) {
        None => Some(default),
        // CloudFormation takes numbers that are written as text.
        Some(Node::Text(text)) => text.parse().ok(),
        Some(node) => node.as_integer(),
    }
}

/// The truth value of a property, or the service's default if it is not set; none if CloudFormation evaluates it.
pub(super) fn truth(resource: &ResourceEntry, property: &str, default: bool) -> Option<bool> {
    match resource.property(property) {
        None => Some(default),
        Some(Node::Text(text)) => text.parse().ok(),
        Some(node) => node.as_bool(),
    }
}

/// Whether it is a FIFO queue or topic, or not; none if it is something else or CloudFormation evaluates it.
pub(super) fn is_fifo(resource: &ResourceEntry) -> Option<bool> {
    match &*resource.r#type {
        "AWS::SQS::Queue" => truth(resource, "FifoQueue", false),
        "AWS::SNS::Topic" => truth(resource, "FifoTopic", false),
        _ => None,
    }
}
