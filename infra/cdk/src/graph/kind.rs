//! Kinds of nodes: which type of resource is which, and what is worth knowing about it.

use serde::Serialize;
use serde_json::Value as Json;

use super::Property;
use super::references::text;

/// What kind of thing a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Kind {
    /// A Lambda function.
    Function,
    /// A DynamoDB table.
    Table,
    /// A Kinesis stream.
    Stream,
    /// An S3 bucket.
    Bucket,
    /// An SQS queue.
    Queue,
    /// An SNS topic.
    Topic,
    /// An API Gateway API.
    HttpApi,
    /// An EventBridge Scheduler schedule, or a group of those that are made at run time.
    Schedule,
    /// An EventBridge rule.
    Rule,
    /// A Step Functions state machine.
    StateMachine,
    /// A KMS key.
    Key,
    /// A Secrets Manager secret.
    Secret,
    /// A Systems Manager parameter.
    Parameter,
    /// Anything else.
    Other,
}

/// A property of interest: the kind that has it, what it is called, where it stands in the resource, and its unit.
type Interest = (Kind, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const INTERESTS: &[Interest] = &[
    (Kind::Function, "memory", "/Properties/MemorySize", " MiB"),
    (Kind::Function, "timeout", "/Properties/Timeout", " s"),
    (Kind::Function, "runtime", "/Properties/Runtime", ""),
    (Kind::Function, "architecture", "/Properties/Architectures", ""),
    (Kind::Function, "reserved concurrency", "/Properties/ReservedConcurrentExecutions", ""),
    (Kind::Table, "partition key", "/Properties/KeySchema/0/AttributeName", ""),
    (Kind::Table, "sort key", "/Properties/KeySchema/1/AttributeName", ""),
    (Kind::Table, "billing", "/Properties/BillingMode", ""),
    (Kind::Table, "stream", "/Properties/StreamSpecification/StreamViewType", ""),
    (Kind::Table, "point-in-time recovery", "/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled", ""),
    (Kind::Table, "deletion protection", "/Properties/DeletionProtectionEnabled", ""),
    (Kind::Table, "expires by", "/Properties/TimeToLiveSpecification/AttributeName", ""),
    (Kind::Table, "encryption key", "/Properties/SSESpecification/KMSMasterKeyId", ""),
    (Kind::Stream, "mode", "/Properties/StreamModeDetails/StreamMode", ""),
    (Kind::Stream, "shards", "/Properties/ShardCount", ""),
    (Kind::Stream, "retention", "/Properties/RetentionPeriodHours", " h"),
    (Kind::Stream, "encryption key", "/Properties/StreamEncryption/KeyId", ""),
    (Kind::Bucket, "versioning", "/Properties/VersioningConfiguration/Status", ""),
    (Kind::Bucket, "encryption key", "/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID", ""),
    (Kind::Queue, "FIFO", "/Properties/FifoQueue", ""),
    (Kind::Queue, "visibility timeout", "/Properties/VisibilityTimeout", " s"),
    (Kind::Queue, "retention", "/Properties/MessageRetentionPeriod", " s"),
    (Kind::Queue, "delay", "/Properties/DelaySeconds", " s"),
    (Kind::Queue, "encryption key", "/Properties/KmsMasterKeyId", ""),
    (Kind::Topic, "FIFO", "/Properties/FifoTopic", ""),
    (Kind::Topic, "encryption key", "/Properties/KmsMasterKeyId", ""),
    (Kind::HttpApi, "protocol", "/Properties/ProtocolType", ""),
    (Kind::Schedule, "schedule", "/Properties/ScheduleExpression", ""),
    (Kind::Schedule, "time zone", "/Properties/ScheduleExpressionTimezone", ""),
    (Kind::Schedule, "state", "/Properties/State", ""),
    (Kind::Rule, "schedule", "/Properties/ScheduleExpression", ""),
    (Kind::Rule, "event pattern", "/Properties/EventPattern", ""),
    (Kind::Rule, "state", "/Properties/State", ""),
    (Kind::StateMachine, "type", "/Properties/StateMachineType", ""),
    (Kind::Key, "specification", "/Properties/KeySpec", ""),
    (Kind::Key, "rotation", "/Properties/EnableKeyRotation", ""),
    (Kind::Parameter, "name", "/Properties/Name", ""),
    (Kind::Parameter, "type", "/Properties/Type", ""),
];

/// Services whose resources are about others and are no nodes themselves.
const ABOUT_OTHERS: &[&str] = &[
    "AWS::ApiGateway::",
    "AWS::ApiGatewayV2::",
    "AWS::ApplicationAutoScaling::",
    "AWS::CDK::",
    "AWS::CloudWatch::",
    "AWS::CodeDeploy::",
    "AWS::IAM::",
    "AWS::Lambda::",
    "AWS::Logs::",
];

/// Types whose resources are about others and are no nodes themselves.
const PARTS: &[&str] = &[
    "AWS::Events::EventBusPolicy",
    "AWS::KMS::Alias",
    "AWS::Kinesis::ResourcePolicy",
    "AWS::Kinesis::StreamConsumer",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::Subscription",
    "AWS::SNS::TopicInlinePolicy",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueueInlinePolicy",
    "AWS::SQS::QueuePolicy",
    "AWS::SES::ConfigurationSet",
    "AWS::SecretsManager::ResourcePolicy",
    "AWS::SecretsManager::RotationSchedule",
    "AWS::SecretsManager::SecretTargetAttachment",
];

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 14] = [
        Self::Function,
        Self::Table,
        Self::Stream,
        Self::Bucket,
        Self::Queue,
        Self::Topic,
        Self::HttpApi,
        Self::Schedule,
        Self::Rule,
        Self::StateMachine,
        Self::Key,
        Self::Secret,
        Self::Parameter,
        Self::Other,
    ];

    /// The kind of a CloudFormation type; none, if its resources are no nodes.
    pub(super) fn of_type(name: &str) -> Option<Self> {
        let kind = match name {
            "AWS::Lambda::Function" | "AWS::Serverless::Function" => Self::Function,
            "AWS::DynamoDB::Table" | "AWS::DynamoDB::GlobalTable" => Self::Table,
            "AWS::Kinesis::Stream" => Self::Stream,
            "AWS::S3::Bucket" => Self::Bucket,
            "AWS::SQS::Queue" => Self::Queue,
            "AWS::SNS::Topic" => Self::Topic,
            "AWS::ApiGatewayV2::Api" => Self::HttpApi,
            "AWS::Scheduler::Schedule" | "AWS::Scheduler::ScheduleGroup" => Self::Schedule,
            "AWS::Events::Rule" => Self::Rule,
            "AWS::StepFunctions::StateMachine" => Self::StateMachine,
            "AWS::KMS::Key" => Self::Key,
            "AWS::SecretsManager::Secret" => Self::Secret,
            "AWS::SSM::Parameter" => Self::Parameter,
            _ if PARTS.contains(&name) || ABOUT_OTHERS.iter().any(|service| name.starts_with(service)) => return None,
            _ => Self::Other,
        };
        Some(kind)
    }

    /// The kind in words; for anything else, the CloudFormation type in words.
    pub(super) fn caption(self, name: &str) -> String {
        let caption = match self {
            Self::Function => "function",
            Self::Table => "table",
            Self::Stream => "stream",
            Self::Bucket => "bucket",
            Self::Queue => "queue",
            Self::Topic => "topic",
            Self::HttpApi => "API",
            Self::Schedule if name.ends_with("Group") => "schedules",
            Self::Schedule => "schedule",
            Self::Rule => "rule",
            Self::StateMachine => "state machine",
            Self::Key => "key",
            Self::Secret => "secret",
            Self::Parameter => "parameter",
            Self::Other => return name.trim_start_matches("AWS::").replace("::", " "),
        };
        caption.to_owned()
    }

    /// The name that pictures and pages know it by.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Function => "function",
            Self::Table => "table",
            Self::Stream => "stream",
            Self::Bucket => "bucket",
            Self::Queue => "queue",
            Self::Topic => "topic",
            Self::HttpApi => "http-api",
            Self::Schedule => "schedule",
            Self::Rule => "rule",
            Self::StateMachine => "state-machine",
            Self::Key => "key",
            Self::Secret => "secret",
            Self::Parameter => "parameter",
            Self::Other => "other",
        }
    }

    /// The properties of interest of a resource of this kind. No value of a secret or parameter is among them.
    pub(super) fn properties(self, resource: &Json) -> Vec<Property> {
        let own = INTERESTS.iter().filter(|(kind, ..)| *kind == self);
        let own = own.map(|(_, name, place, unit)| (*name, *place, *unit));
        let property = |(name, place, unit): (&str, &str, &str)| {
            let value = text(resource.pointer(place)?);
            (!value.is_empty()).then(|| Property::new(name, format!("{value}{unit}")))
        };
        own.chain([("on removal", "/DeletionPolicy", "")]).filter_map(property).collect()
    }
}
