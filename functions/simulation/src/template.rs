//! The topology of a CloudFormation template, as far as it decides on what happens to events.

mod filter;
mod permissions;
mod reference;
mod rhythm;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde_json::Value;

pub(crate) use filter::Filters;
pub(crate) use permissions::Permissions;
use reference::{logical_id_in, text};
pub(crate) use rhythm::Rhythm;

/// Why a template cannot be simulated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// The simulation has no such thing, so it would prove nothing about it.
    #[error("{id} is an {kind}, which the simulation does not know")]
    UnknownType {
        /// The logical id.
        id: String,
        /// The type of the resource.
        kind: String,
    },
    /// A property is missing, or has a value that the simulation does not know.
    #[error("{id}: {property} is {value}, which the simulation does not know")]
    UnknownValue {
        /// The logical id.
        id: String,
        /// The property.
        property: String,
        /// Its value.
        value: String,
    },
    /// A function of the template has no code.
    #[error("function {id} of the template has no code; add it to the `Functions`")]
    NoCode {
        /// The logical id.
        id: String,
    },
    /// There is code for a function that the template does not have.
    #[error("there is code for {id}, but no such function in the template")]
    NoFunction {
        /// The logical id.
        id: String,
    },
}

/// Types of resources that decide nothing about what happens to events, apart from those that are read elsewhere.
const WITHOUT_EVENTS: &[&str] = &[
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Authorizer",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::Route",
    "AWS::ApiGatewayV2::Stage",
    "AWS::Athena::NamedQuery",
    "AWS::Athena::WorkGroup",
    "AWS::CloudWatch::Alarm",
    "AWS::CloudWatch::Dashboard",
    "AWS::Glue::Database",
    "AWS::Glue::Table",
    "AWS::IAM::Role",
    "AWS::KMS::Alias",
    "AWS::KMS::Key",
    "AWS::Lambda::Permission",
    "AWS::Logs::LogGroup",
    "AWS::Logs::MetricFilter",
    "AWS::Logs::QueryDefinition",
    "AWS::S3::BucketPolicy",
    "AWS::SES::ConfigurationSet",
    "AWS::SES::ConfigurationSetEventDestination",
    "AWS::SES::EmailIdentity",
    "AWS::SNS::Subscription",
    "AWS::SNS::Topic",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueuePolicy",
];

#[derive(Debug)]
pub(crate) struct Topology {
    pub(crate) functions: BTreeMap<String, FunctionProperties>,
    pub(crate) tables: BTreeMap<String, TableProperties>,
    pub(crate) streams: BTreeMap<String, Duration>,
    pub(crate) buckets: BTreeSet<String>,
    pub(crate) queues: BTreeMap<String, QueueProperties>,
    pub(crate) schedule_groups: BTreeSet<String>,
    pub(crate) recurring: Vec<RecurringProperties>,
    pub(crate) mappings: Vec<MappingProperties>,
}

#[derive(Debug, Clone)]
pub(crate) struct FunctionProperties {
    pub(crate) timeout: Duration,
    pub(crate) environment: BTreeMap<String, String>,
    pub(crate) permissions: Permissions,
    pub(crate) asynchronous: AsynchronousProperties,
}

/// What becomes of an invocation that nobody waits for.
#[derive(Debug, Clone)]
pub(crate) struct AsynchronousProperties {
    /// How often it is tried again.
    pub(crate) retries: u64,
    /// For how long it is tried.
    pub(crate) age: Duration,
    /// The queue of what failed each time.
    pub(crate) failures: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct TableProperties {
    pub(crate) partition_key: String,
    pub(crate) sort_key: Option<String>,
    pub(crate) has_stream: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct QueueProperties {
    pub(crate) fifo: bool,
    pub(crate) deduplication_by_group: bool,
    pub(crate) visibility_timeout: Duration,
    pub(crate) retention: Duration,
    pub(crate) max_receives: Option<u64>,
    pub(crate) dead_letters: Option<String>,
}

/// A schedule that comes again and again.
#[derive(Debug)]
pub(crate) struct RecurringProperties {
    pub(crate) rhythm: Rhythm,
    /// The function to invoke, asynchronously.
    pub(crate) function: String,
    /// With what.
    pub(crate) event: String,
}

#[derive(Debug, Clone)]
pub(crate) struct MappingProperties {
    pub(crate) id: String,
    pub(crate) function: String,
    pub(crate) source: Source,
    pub(crate) batch_size: usize,
    pub(crate) reports_failures: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Source {
    Stream(StreamSource),
    Queue { id: String, concurrency: usize },
}

#[derive(Debug, Clone)]
pub(crate) struct StreamSource {
    pub(crate) id: String,
    /// Whether it is the stream of a table.
    pub(crate) of_table: bool,
    pub(crate) from_the_beginning: bool,
    pub(crate) window: Duration,
    pub(crate) parallelization: u64,
    pub(crate) bisect: bool,
    /// None means without end.
    pub(crate) retries: Option<u64>,
    pub(crate) record_age: Option<Duration>,
    pub(crate) failures: Option<String>,
    pub(crate) filters: Filters,
}

impl Topology {
    pub(crate) fn read(template: &Value) -> Result<Self, TemplateError> {
        let mut topology = Self {
            functions: BTreeMap::new(),
            tables: BTreeMap::new(),
            streams: BTreeMap::new(),
            buckets: BTreeSet::new(),
            queues: BTreeMap::new(),
            schedule_groups: BTreeSet::new(),
            recurring: Vec::new(),
            mappings: Vec::new(),
        };
        let resources = template["Resources"].as_object().cloned().unwrap_or_default();
        let mut asynchronous = BTreeMap::new();
        for (id, resource) in &resources {
            let properties = Properties { id, value: &resource["Properties"] };
            let id = id.clone();
            match resource["Type"].as_str().unwrap_or_default() {
                "AWS::Lambda::Function" => {
                    topology.functions.insert(id, FunctionProperties::read(properties, &resources)?);
                }
                "AWS::Lambda::EventSourceMapping" => topology.mappings.push(MappingProperties::read(properties)?),
                "AWS::Lambda::EventInvokeConfig" => {
                    let function = properties.reference("FunctionName")?;
                    asynchronous.insert(function, AsynchronousProperties::read(properties)?);
                }
                "AWS::DynamoDB::Table" => {
                    topology.tables.insert(id, TableProperties::read(properties)?);
                }
                "AWS::Kinesis::Stream" => {
                    let retention = properties.number("RetentionPeriodHours")?.unwrap_or(24);
                    topology.streams.insert(id, Duration::from_secs(retention * 3600));
                }
                "AWS::S3::Bucket" => {
                    topology.buckets.insert(id);
                }
                "AWS::SQS::Queue" => {
                    topology.queues.insert(id, QueueProperties::read(properties)?);
                }
                "AWS::Scheduler::ScheduleGroup" => {
                    topology.schedule_groups.insert(id);
                }
                "AWS::Scheduler::Schedule" => {
                    topology.recurring.push(RecurringProperties::read(properties, &resources)?);
                }
                kind if WITHOUT_EVENTS.contains(&kind) => {}
                kind => return Err(TemplateError::UnknownType { id, kind: kind.to_owned() }),
            }
        }
        for (function, properties) in asynchronous {
            if let Some(function) = topology.functions.get_mut(&function) {
                function.asynchronous = properties;
            }
        }
        Ok(topology)
    }
}

impl Default for AsynchronousProperties {
    /// What Lambda does unless it is told otherwise.
    fn default() -> Self {
        Self { retries: 2, age: Duration::from_secs(6 * 3600), failures: None }
    }
}

impl AsynchronousProperties {
    fn read(properties: Properties<'_>) -> Result<Self, TemplateError> {
        let failures = logical_id_in(&properties.value["DestinationConfig"]["OnFailure"]["Destination"]);
        let defaults = Self::default();
        Ok(Self {
            retries: properties.number("MaximumRetryAttempts")?.unwrap_or(defaults.retries),
            age: properties.seconds("MaximumEventAgeInSeconds", defaults.age.as_secs())?,
            failures,
        })
    }
}

/// The properties of a resource.
#[derive(Clone, Copy)]
struct Properties<'a> {
    id: &'a str,
    value: &'a Value,
}

impl Properties<'_> {
    fn unknown(&self, property: &str) -> TemplateError {
        let value = self.value[property].to_string();
        TemplateError::UnknownValue { id: self.id.to_owned(), property: property.to_owned(), value }
    }

    fn number(&self, property: &str) -> Result<Option<u64>, TemplateError> {
        match &self.value[property] {
            Value::Null => Ok(None),
            value => value.as_u64().map(Some).ok_or_else(|| self.unknown(property)),
        }
    }

    fn seconds(&self, property: &str, default: u64) -> Result<Duration, TemplateError> {
        Ok(Duration::from_secs(self.number(property)?.unwrap_or(default)))
    }

    /// The logical id of the resource that a property names.
    fn reference(&self, property: &str) -> Result<String, TemplateError> {
        logical_id_in(&self.value[property]).ok_or_else(|| self.unknown(property))
    }

    /// Refuses what is not known.
    fn only(&self, known: &[&str]) -> Result<(), TemplateError> {
        let properties = self.value.as_object().into_iter().flatten();
        let unknown = properties.map(|(name, _)| name).find(|name| !known.contains(&name.as_str()));
        unknown.map_or(Ok(()), |name| Err(self.unknown(name)))
    }
}

impl FunctionProperties {
    fn read(properties: Properties<'_>, resources: &serde_json::Map<String, Value>) -> Result<Self, TemplateError> {
        let variables = properties.value["Environment"]["Variables"].as_object().into_iter().flatten();
        let environment = variables.map(|(name, value)| (name.clone(), text(value))).collect();
        let role = properties.reference("Role")?;
        let permissions = Permissions::of(&resources.get(&role).unwrap_or(&Value::Null)["Properties"]["Policies"]);
        let asynchronous = AsynchronousProperties::default();
        Ok(Self { timeout: properties.seconds("Timeout", 3)?, environment, permissions, asynchronous })
    }
}

impl TableProperties {
    fn read(properties: Properties<'_>) -> Result<Self, TemplateError> {
        let key = |kind: &str| {
            let keys = properties.value["KeySchema"].as_array().into_iter().flatten();
            let key = keys.into_iter().find(|key| key["KeyType"] == kind);
            key.and_then(|key| key["AttributeName"].as_str()).map(str::to_owned)
        };
        let view = &properties.value["StreamSpecification"]["StreamViewType"];
        if !view.is_null() && view != "NEW_IMAGE" {
            return Err(properties.unknown("StreamSpecification"));
        }
        Ok(Self {
            partition_key: key("HASH").ok_or_else(|| properties.unknown("KeySchema"))?,
            sort_key: key("RANGE"),
            has_stream: !view.is_null(),
        })
    }
}

impl QueueProperties {
    fn read(properties: Properties<'_>) -> Result<Self, TemplateError> {
        let redrive = Properties { id: properties.id, value: &properties.value["RedrivePolicy"] };
        Ok(Self {
            fifo: properties.value["FifoQueue"] == true,
            deduplication_by_group: properties.value["DeduplicationScope"] == "messageGroup",
            visibility_timeout: properties.seconds("VisibilityTimeout", 30)?,
            retention: properties.seconds("MessageRetentionPeriod", 345_600)?,
            max_receives: redrive.number("maxReceiveCount")?,
            dead_letters: logical_id_in(&redrive.value["deadLetterTargetArn"]),
        })
    }
}

impl RecurringProperties {
    fn read(properties: Properties<'_>, resources: &serde_json::Map<String, Value>) -> Result<Self, TemplateError> {
        properties.only(&[
            "Description",
            "FlexibleTimeWindow",
            "ScheduleExpression",
            "ScheduleExpressionTimezone",
            // Its `RetryPolicy` is for targets that cannot be reached; Lambda takes every asynchronous invocation here.
            "Target",
        ])?;
        let zone = &properties.value["ScheduleExpressionTimezone"];
        if !zone.is_null() && zone != "UTC" {
            return Err(properties.unknown("ScheduleExpressionTimezone"));
        }
        if properties.value["FlexibleTimeWindow"]["Mode"] != "OFF" {
            return Err(properties.unknown("FlexibleTimeWindow"));
        }
        let rhythm = properties.value["ScheduleExpression"].as_str().and_then(Rhythm::read);
        let target = &properties.value["Target"];
        let function = logical_id_in(&target["Arn"]);
        let is_function =
            |id: &String| resources.get(id).is_some_and(|resource| resource["Type"] == "AWS::Lambda::Function");
        let function = function.filter(is_function);
        Ok(Self {
            rhythm: rhythm.ok_or_else(|| properties.unknown("ScheduleExpression"))?,
            function: function.ok_or_else(|| properties.unknown("Target"))?,
            event: target["Input"].as_str().ok_or_else(|| properties.unknown("Target"))?.to_owned(),
        })
    }
}

impl MappingProperties {
    fn read(properties: Properties<'_>) -> Result<Self, TemplateError> {
        let arn = &properties.value["EventSourceArn"];
        let source = properties.reference("EventSourceArn")?;
        let of_table = arn["Fn::GetAtt"][1] == "StreamArn";
        // What Lambda takes at a time unless it is told otherwise.
        let batch_size = if properties.value["StartingPosition"].is_null() { 10 } else { 100 };
        let source = match properties.value["StartingPosition"].as_str() {
            None => Source::Queue { id: source, concurrency: queue_concurrency(properties)? },
            Some(position) => Source::Stream(StreamSource {
                id: source,
                of_table,
                from_the_beginning: match position {
                    "TRIM_HORIZON" => true,
                    "LATEST" => false,
                    _ => return Err(properties.unknown("StartingPosition")),
                },
                ..StreamSource::read(properties)?
            }),
        };
        Ok(Self {
            id: properties.id.to_owned(),
            function: properties.reference("FunctionName")?,
            batch_size: usize::try_from(properties.number("BatchSize")?.unwrap_or(batch_size)).unwrap_or(usize::MAX),
            reports_failures: properties.value["FunctionResponseTypes"][0] == "ReportBatchItemFailures",
            source,
        })
    }
}

fn queue_concurrency(properties: Properties<'_>) -> Result<usize, TemplateError> {
    properties.only(&[
        "BatchSize",
        "EventSourceArn",
        "FunctionName",
        "FunctionResponseTypes",
        // It measures and changes nothing.
        "MetricsConfig",
        "ScalingConfig",
    ])?;
    let scaling = Properties { id: properties.id, value: &properties.value["ScalingConfig"] };
    Ok(usize::try_from(scaling.number("MaximumConcurrency")?.unwrap_or(10)).unwrap_or(usize::MAX))
}

impl StreamSource {
    fn read(properties: Properties<'_>) -> Result<Self, TemplateError> {
        properties.only(&[
            "BatchSize",
            "BisectBatchOnFunctionError",
            "DestinationConfig",
            "EventSourceArn",
            "FilterCriteria",
            "FunctionName",
            "FunctionResponseTypes",
            "MaximumBatchingWindowInSeconds",
            "MaximumRecordAgeInSeconds",
            "MaximumRetryAttempts",
            "MetricsConfig",
            "ParallelizationFactor",
            "StartingPosition",
        ])?;
        let endless = |property: &str| match &properties.value[property] {
            value if *value == -1 => Ok(None),
            _ => properties.number(property),
        };
        Ok(Self {
            id: String::new(),
            of_table: false,
            from_the_beginning: true,
            window: properties.seconds("MaximumBatchingWindowInSeconds", 0)?,
            parallelization: properties.number("ParallelizationFactor")?.unwrap_or(1),
            bisect: properties.value["BisectBatchOnFunctionError"] == true,
            retries: endless("MaximumRetryAttempts")?,
            record_age: endless("MaximumRecordAgeInSeconds")?.map(Duration::from_secs),
            failures: logical_id_in(&properties.value["DestinationConfig"]["OnFailure"]["Destination"]),
            filters: Filters::read(&properties.value["FilterCriteria"])
                .ok_or_else(|| properties.unknown("FilterCriteria"))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_the_simulation_does_not_know_is_an_error() {
        let of = |kind: &str| Topology::read(&json!({ "Resources": { "X": { "Type": kind } } })).map(|_| ());
        assert_eq!(of("AWS::S3::Bucket"), Ok(()));
        assert_eq!(
            of("AWS::MSK::Cluster").unwrap_err().to_string(),
            "X is an AWS::MSK::Cluster, which the simulation does not know"
        );
    }

    #[test]
    fn a_schedule_that_is_not_known_is_an_error() {
        let schedule = json!({
            "FlexibleTimeWindow": { "Mode": "OFF" },
            "ScheduleExpression": "rate(5 minutes)",
            "Target": { "Arn": { "Fn::GetAtt": ["F", "Arn"] }, "Input": "{}" },
        });
        let resources = json!({ "F": { "Type": "AWS::Lambda::Function" }, "Q": { "Type": "AWS::SQS::Queue" } });
        let read = |property: &str, value: Value| {
            let mut schedule = schedule.clone();
            schedule[property] = value;
            let properties = Properties { id: "S", value: &schedule };
            RecurringProperties::read(properties, resources.as_object().unwrap())
        };
        assert_eq!(read("Description", json!("x")).unwrap().function, "F");
        for (property, value) in [
            ("ScheduleExpression", json!("at(2026-01-01T00:00:00)")),
            ("ScheduleExpressionTimezone", json!("Europe/Berlin")),
            ("FlexibleTimeWindow", json!({ "Mode": "FLEXIBLE", "MaximumWindowInMinutes": 5 })),
            ("Target", json!({ "Arn": { "Fn::GetAtt": ["Q", "Arn"] }, "Input": "{}" })),
            ("State", json!("DISABLED")),
        ] {
            let error = read(property, value).unwrap_err().to_string();
            assert!(error.starts_with(&format!("S: {property} is ")), "{error}");
        }
    }

    #[test]
    fn a_property_of_a_mapping_that_is_not_known_is_an_error() {
        let mut mapping = json!({
            "FunctionName": { "Ref": "F" },
            "EventSourceArn": { "Fn::GetAtt": ["S", "Arn"] },
            "StartingPosition": "TRIM_HORIZON",
            "MaximumRetryAttempts": -1,
        });
        let read = |properties: &Value| MappingProperties::read(Properties { id: "M", value: properties });
        let Source::Stream(stream) = read(&mapping).unwrap().source else { panic!("a stream") };
        assert_eq!((stream.id.as_str(), stream.retries, stream.parallelization), ("S", None, 1));
        mapping["TumblingWindowInSeconds"] = json!(30);
        assert!(read(&mapping).unwrap_err().to_string().starts_with("M: TumblingWindowInSeconds is 30"));
    }
}
