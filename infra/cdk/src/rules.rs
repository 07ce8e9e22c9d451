//! What synthesis refuses, one rule a file.
//!
//! A rule looks at a whole stack once everything is in it, so that it holds for typed constructs, typed resources, untyped
//! ones and imported templates alike. [`Stack::waive`](crate::Stack::waive) lets a construct break a rule that is good
//! practice; what CloudFormation or a service refuses cannot be waived.

use std::fmt;

use crate::names::SHARED;
use crate::{ConstructPath, Expression, LogicalId, Node, ResourceEntry, StackProps, Template};

mod alarm_topics;
mod circular_references;
mod competing_mappings;
mod dead_letter_kind;
mod dead_letter_retention;
mod environment_names;
mod environment_size;
mod fifo_batches;
mod fifo_names;
mod fifo_on_failure;
mod fifo_properties;
mod fifo_subscriptions;
mod filter_count;
mod filter_field;
mod function_names;
mod known;
mod linked_variables;
mod logical_ids;
mod physical_names;
mod properties;
mod queue_batching_window;
mod queue_visibility;
mod queue_visibility_minimum;
mod record_age;
mod references;
mod resource_count;
mod routes;
mod schedule_expressions;
pub(crate) mod secret_literals;
mod secret_outputs;
mod stack_names;
mod starting_position;
mod stateful_policies;
pub(crate) mod stateful_replaced;
pub(crate) mod stateful_vanished;
mod table_attributes;
mod table_parallelization;
mod table_readers;
mod table_streams;
mod template_size;
mod texts;

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
    &dead_letter_retention::DEAD_LETTER_RETENTION,
    &environment_names::ENVIRONMENT_NAMES,
    &environment_size::ENVIRONMENT_SIZE,
    &fifo_batches::FIFO_BATCHES,
    &fifo_names::FIFO_NAMES,
    &fifo_on_failure::FIFO_ON_FAILURE,
    &fifo_properties::FIFO_PROPERTIES,
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
    &queue_visibility_minimum::QUEUE_VISIBILITY_MINIMUM,
    &record_age::RECORD_AGE,
    &references::REFERENCES,
    &resource_count::RESOURCE_COUNT,
    &routes::ROUTES,
    &schedule_expressions::SCHEDULE_EXPRESSIONS,
    &secret_literals::SECRET_LITERALS,
    &secret_outputs::SECRET_OUTPUTS,
    &stack_names::STACK_NAMES,
    &starting_position::STARTING_POSITION,
    &stateful_policies::STATEFUL_POLICIES,
    &stateful_replaced::STATEFUL_REPLACED,
    &stateful_vanished::STATEFUL_VANISHED,
    &table_attributes::TABLE_ATTRIBUTES,
    &table_parallelization::TABLE_PARALLELIZATION,
    &table_readers::TABLE_READERS,
    &table_streams::TABLE_STREAMS,
    &template_size::TEMPLATE_SIZE,
];

/// The rule of this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id == id)
}

/// The rule whose id is closest to `id`, if one is close.
#[must_use]
pub fn similar(id: &str) -> Option<&'static Rule> {
    crate::similar::similar(id, ALL.iter().map(|rule| rule.id)).and_then(find)
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
    /// A resource or parameter.
    Entry(LogicalId),
    Output(LogicalId),
}

impl Findings {
    /// Something is wrong with a resource or parameter.
    pub fn add(&mut self, id: &LogicalId, message: impl Into<String>, help: impl Into<String>) {
        let place = Place::Entry(id.clone());
        self.0.push(Finding { place, message: message.into(), help: help.into() });
    }

    /// Something is wrong with an output.
    pub fn add_to_output(&mut self, id: &LogicalId, message: impl Into<String>, help: impl Into<String>) {
        let place = Place::Output(id.clone());
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
        match node?.as_expression()? {
            Expression::Reference(target) | Expression::Attribute(target, _) if target.stack.is_none() => {
                self.template.resources.get_key_value(&target.id)
            }
            // `Fn::Sub` of nothing but a reference.
            Expression::Join(parts) => match parts.as_slice() {
                [only] => self.referred(Some(only)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The mappings on sources of a type, each with its source.
    pub fn mappings(
        &self,
        source: &'static str,
    ) -> impl Iterator<Item = (&'a LogicalId, &'a ResourceEntry, &'a LogicalId, &'a ResourceEntry)> {
        self.of_type("AWS::Lambda::EventSourceMapping").filter_map(move |(id, mapping)| {
            let (from, entry) = self.referred(mapping.property("EventSourceArn"))?;
            (entry.r#type == source).then_some((id, mapping, from, entry))
        })
    }

    /// The queues that have a dead-letter queue in the stack, each with that one.
    pub fn redrives(
        &self,
    ) -> impl Iterator<Item = (&'a LogicalId, &'a ResourceEntry, &'a LogicalId, &'a ResourceEntry)> {
        self.of_type("AWS::SQS::Queue").filter_map(|(id, queue)| {
            let (target, letters) = self.referred(queue.property("RedrivePolicy")?.get("deadLetterTargetArn"))?;
            (letters.r#type == "AWS::SQS::Queue").then_some((id, queue, target, letters))
        })
    }

    /// The function that a reference names, itself or by one of its aliases or versions.
    pub fn function(&self, node: Option<&Node>) -> Option<(&'a LogicalId, &'a ResourceEntry)> {
        let (id, entry) = self.referred(node)?;
        match &*entry.r#type {
            "AWS::Lambda::Function" => Some((id, entry)),
            "AWS::Lambda::Alias" | "AWS::Lambda::Version" => self
                .referred(entry.property("FunctionName"))
                .filter(|(_, function)| function.r#type == "AWS::Lambda::Function"),
            _ => None,
        }
    }
}

/// The types of resource that hold data that nobody can make again.
const STATEFUL: [&str; 27] = [
    "AWS::Backup::BackupVault",
    "AWS::Cassandra::Table",
    "AWS::Cognito::UserPool",
    "AWS::DocDB::DBCluster",
    "AWS::EC2::Volume",
    "AWS::ECR::Repository",
    "AWS::EFS::FileSystem",
    "AWS::ElastiCache::ReplicationGroup",
    "AWS::MSK::Cluster",
    "AWS::MemoryDB::Cluster",
    "AWS::Neptune::DBCluster",
    "AWS::OpenSearchService::Domain",
    "AWS::RDS::DBCluster",
    "AWS::RDS::DBInstance",
    "AWS::Redshift::Cluster",
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
///
/// A value that a stack gives to others is only a copy.
pub(crate) fn is_stateful(resource: &serde_json::Value) -> bool {
    let name = resource["Properties"]["Name"].as_str();
    let is_copy = resource["Type"] == "AWS::SSM::Parameter" && name.is_some_and(|name| name.starts_with(SHARED));
    if is_copy {
        return false;
    }
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
