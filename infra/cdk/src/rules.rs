//! What synthesis refuses, one rule a file.
//!
//! A rule looks at a whole stack once everything is in it, so that it holds for typed constructs, typed resources, untyped
//! ones and imported templates alike. [`Stack::waive`](crate::Stack::waive) lets a construct break a rule that is good
//! practice; what CloudFormation or a service refuses cannot be waived.

use std::fmt;

use crate::{ConstructPath, LogicalId, ResourceEntry, StackProps, Template};

mod alarm_topics;
mod circular_references;
mod fifo_subscriptions;
mod function_names;
mod logical_ids;
mod properties;
mod references;
mod resource_count;
mod routes;

pub(crate) use circular_references::{CIRCULAR_REFERENCES, cycle};
pub(crate) use function_names::FUNCTION_NAMES;
pub(crate) use logical_ids::LOGICAL_IDS;
pub(crate) use properties::PROPERTIES;
pub(crate) use references::REFERENCES;
#[cfg(feature = "apigatewayv2")]
pub(crate) use routes::ROUTES;

/// Something that synthesis refuses.
pub struct Rule {
    /// What it is called: lower-case words joined by `-`.
    pub id: &'static str,
    /// What it demands, as a sentence.
    pub summary: &'static str,
    /// What happens otherwise.
    pub explanation: &'static str,
    /// What to do.
    pub fix: &'static str,
    /// AWS's page that it follows.
    pub page: &'static str,
    /// Whether a construct may break it, with a reason.
    pub waivable: bool,
    pub(crate) check: fn(&Subject<'_>, &mut Findings),
}

/// Every rule, by id.
pub const ALL: &[&Rule] = &[
    &alarm_topics::ALARM_TOPICS,
    &circular_references::CIRCULAR_REFERENCES,
    &fifo_subscriptions::FIFO_SUBSCRIPTIONS,
    &function_names::FUNCTION_NAMES,
    &logical_ids::LOGICAL_IDS,
    &properties::PROPERTIES,
    &references::REFERENCES,
    &resource_count::RESOURCE_COUNT,
    &routes::ROUTES,
];

/// The rule of this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id == id)
}

/// What a rule looks at.
pub(crate) struct Subject<'a> {
    pub props: &'a StackProps,
    pub template: &'a Template,
}

/// What a rule found.
#[derive(Default)]
pub(crate) struct Findings(pub Vec<Finding>);

pub(crate) struct Finding {
    pub place: Place,
    pub message: String,
    pub help: String,
}

/// What a finding is about.
pub(crate) enum Place {
    Stack,
    /// A resource, parameter or output.
    Entry(LogicalId),
}

impl Findings {
    /// Something is wrong with a resource, parameter or output.
    pub fn add(&mut self, id: &LogicalId, message: impl Into<String>, help: impl Into<String>) {
        let place = Place::Entry(id.clone());
        self.0.push(Finding { place, message: message.into(), help: help.into() });
    }

    /// Something is wrong with the stack as a whole.
    pub fn add_to_stack(&mut self, message: impl Into<String>, help: impl Into<String>) {
        self.0.push(Finding { place: Place::Stack, message: message.into(), help: help.into() });
    }
}

impl<'a> Subject<'a> {
    /// The resources of a type.
    pub fn of_type(&self, r#type: &str) -> impl Iterator<Item = (&'a LogicalId, &'a ResourceEntry)> {
        self.template.resources.iter().filter(move |(_, resource)| resource.r#type == r#type)
    }

    /// The resource that a reference or attribute names, if it is in the stack.
    pub fn referred(&self, node: Option<&crate::Node>) -> Option<(&'a LogicalId, &'a ResourceEntry)> {
        let (target, _) = node?.as_expression()?.targets().into_iter().next()?;
        self.template.resources.get_key_value(&target.id)
    }
}

/// Nothing to look for in the finished stack: the mistake is found while it is built.
pub(crate) fn found_before(_: &Subject<'_>, _: &mut Findings) {}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Rule").field(&self.id).finish()
    }
}

/// The construct that stands for a whole stack.
pub(crate) fn stack_path(props: &StackProps) -> ConstructPath {
    ConstructPath::new(props.name.clone())
}
