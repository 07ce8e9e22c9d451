//! Amazon SQS.

use serde::Serialize;

use super::ResourceType;
use crate::{Arn, MaxReceives, MessageRetention, Name, PolicyDocument, Value, VisibilityTimeout};

/// `AWS::SQS::Queue`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Queue {
    pub fifo_queue: bool,
    pub content_based_deduplication: bool,
    pub deduplication_scope: DeduplicationScope,
    pub fifo_throughput_limit: FifoThroughputLimit,
    pub message_retention_period: MessageRetention,
    pub visibility_timeout: VisibilityTimeout,
    pub sqs_managed_sse_enabled: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redrive_policy: Option<RedrivePolicy>,
}

impl ResourceType for Queue {
    const TYPE: &'static str = "AWS::SQS::Queue";
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum DeduplicationScope {
    MessageGroup,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum FifoThroughputLimit {
    PerMessageGroupId,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RedrivePolicy {
    pub dead_letter_target_arn: Value<Arn<Queue>>,
    pub max_receive_count: MaxReceives,
}

/// `AWS::SQS::QueuePolicy`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct QueuePolicy {
    pub queues: Vec<Value<Name<Queue>>>,
    pub policy_document: PolicyDocument,
}

impl ResourceType for QueuePolicy {
    const TYPE: &'static str = "AWS::SQS::QueuePolicy";
}
