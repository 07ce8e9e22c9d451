//! What synthesis refuses, one rule a file.
//!
//! A rule looks at a whole stack once everything is in it, so that it holds for typed constructs, typed resources, untyped
//! ones and imported templates alike. [`Stack::waive`](crate::Stack::waive) lets a construct break a rule that is good
//! practice; what CloudFormation or a service refuses cannot be waived.

use std::fmt;

use crate::{ConstructPath, LogicalId, Node, ResourceEntry, StackProps, Template};

mod alarm_topics;
mod circular_references;
mod competing_mappings;
mod dead_letter_kind;
mod environment_names;
mod environment_size;
mod fifo_batches;
mod fifo_names;
mod fifo_on_failure;
mod fifo_subscriptions;
mod filter_count;
mod filter_field;
mod function_names;
mod linked_variables;
mod logical_ids;
mod physical_names;
mod properties;
mod queue_batching_window;
mod queue_visibility;
mod record_age;
mod references;
mod resource_count;
mod routes;
mod secret_literals;
mod secret_outputs;
pub(crate) mod stateful_replaced;
pub(crate) mod stateful_vanished;
mod template_size;

pub(crate) use circular_references::{CIRCULAR_REFERENCES, cycle};
#[cfg(feature = "constructs")]
pub(crate) use filter_field::FILTER_FIELD;
pub(crate) use function_names::FUNCTION_NAMES;
#[cfg(feature = "constructs")]
pub(crate) use linked_variables::LINKED_VARIABLES;
pub(crate) use logical_ids::LOGICAL_IDS;
pub(crate) use properties::{PROPERTIES, is_custom};
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
    &competing_mappings::COMPETING_MAPPINGS,
    &dead_letter_kind::DEAD_LETTER_KIND,
    &environment_names::ENVIRONMENT_NAMES,
    &environment_size::ENVIRONMENT_SIZE,
    &fifo_batches::FIFO_BATCHES,
    &fifo_names::FIFO_NAMES,
    &fifo_on_failure::FIFO_ON_FAILURE,
    &fifo_subscriptions::FIFO_SUBSCRIPTIONS,
    &filter_count::FILTER_COUNT,
    &filter_field::FILTER_FIELD,
    &function_names::FUNCTION_NAMES,
    &linked_variables::LINKED_VARIABLES,
    &logical_ids::LOGICAL_IDS,
    &physical_names::PHYSICAL_NAMES,
    &properties::PROPERTIES,
    &queue_batching_window::QUEUE_BATCHING_WINDOW,
    &queue_visibility::QUEUE_VISIBILITY,
    &record_age::RECORD_AGE,
    &references::REFERENCES,
    &resource_count::RESOURCE_COUNT,
    &routes::ROUTES,
    &secret_literals::SECRET_LITERALS,
    &secret_outputs::SECRET_OUTPUTS,
    &stateful_replaced::STATEFUL_REPLACED,
    &stateful_vanished::STATEFUL_VANISHED,
    &template_size::TEMPLATE_SIZE,
];

/// The rule of this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id == id)
}

/// What a rule looks at.
pub(crate) struct Subject<'a> {
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
    pub fn referred(&self, node: Option<&Node>) -> Option<(&'a LogicalId, &'a ResourceEntry)> {
        let (target, _) = node?.as_expression()?.targets().into_iter().next()?;
        self.template.resources.get_key_value(&target.id)
    }

    /// The mappings on queues of the stack, with their queues.
    pub fn queue_mappings(&self) -> impl Iterator<Item = (&'a LogicalId, &'a ResourceEntry, &'a ResourceEntry)> {
        self.of_type("AWS::Lambda::EventSourceMapping").filter_map(|(id, mapping)| {
            let (_, source) = self.referred(mapping.property("EventSourceArn"))?;
            (source.r#type == QUEUE).then_some((id, mapping, source))
        })
    }

    /// The environment variables of every function.
    pub fn variables(&self) -> impl Iterator<Item = (&'a LogicalId, &'a str, &'a Node)> {
        self.of_type("AWS::Lambda::Function").flat_map(|(id, function)| {
            let variables = function.property("Environment").and_then(|environment| environment.get("Variables"));
            variables
                .and_then(Node::as_object)
                .into_iter()
                .flat_map(move |v| v.iter().map(move |(name, value)| (id, name, value)))
        })
    }
}

const QUEUE: &str = "AWS::SQS::Queue";

/// Whether a queue is a FIFO queue, or may be one.
fn is_fifo(queue: &ResourceEntry) -> bool {
    queue.property("FifoQueue").is_some_and(|fifo| fifo.as_bool() != Some(false) && fifo.as_text() != Some("false"))
}

/// Shows every text in a tree, those inside of expressions included.
fn texts(node: &Node, visitor: &mut impl FnMut(&str)) {
    match node {
        Node::Text(text) => visitor(text),
        Node::List(list) => list.iter().for_each(|node| texts(node, visitor)),
        Node::Object(object) => object.iter().for_each(|(_, node)| texts(node, visitor)),
        Node::Expression(expression) => expression.arguments().iter().for_each(|node| texts(node, visitor)),
        Node::Null | Node::Bool(_) | Node::Number(_) => {}
    }
}

/// The types of resource that hold data that nobody can make again.
const STATEFUL: [&str; 12] = [
    "AWS::DynamoDB::GlobalTable",
    "AWS::DynamoDB::Table",
    "AWS::Glue::Database",
    "AWS::Glue::Table",
    "AWS::KMS::Key",
    "AWS::Kinesis::Stream",
    "AWS::Logs::LogGroup",
    "AWS::S3::Bucket",
    "AWS::SQS::Queue",
    "AWS::SSM::Parameter",
    "AWS::SecretsManager::Secret",
    "AWS::Events::Archive",
];

/// Whether a resource of a template holds data: by its type, or because it says what becomes of them.
pub(crate) fn is_stateful(resource: &serde_json::Value) -> bool {
    resource["Type"].as_str().is_some_and(|kind| STATEFUL.contains(&kind)) || resource.get("DeletionPolicy").is_some()
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
