//! AWS Lambda.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{ResourceType, iam, logs};
use crate::{
    Arn, BatchingWindow, MaxConcurrency, MemorySize, Name, Parallelization, RecordAge, ReservedConcurrency,
    RetryAttempts, Timeout, Value,
};

/// `AWS::Lambda::Function`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Function {
    pub description: String,
    pub architectures: Vec<Architecture>,
    pub runtime: Runtime,
    pub handler: &'static str,
    pub code: Code,
    pub role: Value<Arn<iam::Role>>,
    pub memory_size: MemorySize,
    pub timeout: Timeout,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserved_concurrent_executions: Option<ReservedConcurrency>,
    pub logging_config: LoggingConfig,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
}

impl ResourceType for Function {
    const TYPE: &'static str = "AWS::Lambda::Function";
}

/// The processor that a function runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Architecture {
    #[serde(rename = "arm64")]
    Arm64,
    #[serde(rename = "x86_64")]
    X86_64,
}

#[derive(Debug, Clone, Copy, Serialize)]
pub enum Runtime {
    #[serde(rename = "provided.al2023")]
    ProvidedAl2023,
}

#[derive(Debug, Clone, Serialize)]
pub struct Code {
    #[serde(rename = "S3Bucket")]
    pub s3_bucket: Value<String>,
    #[serde(rename = "S3Key")]
    pub s3_key: Value<String>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct LoggingConfig {
    pub log_format: LogFormat,
    pub application_log_level: LogLevel,
    pub system_log_level: LogLevel,
    pub log_group: Value<Name<logs::LogGroup>>,
}

#[derive(Debug, Clone, Copy, Serialize)]
pub enum LogFormat {
    #[serde(rename = "JSON")]
    Json,
}

/// The least important events that are still logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum LogLevel {
    Debug,
    Info,
    Warn,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Environment {
    pub variables: BTreeMap<String, Value<String>>,
}

/// `AWS::Lambda::EventSourceMapping`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct EventSourceMapping {
    pub function_name: Value<Name<Function>>,
    pub event_source_arn: Value<String>,
    pub batch_size: u32,
    pub function_response_types: Vec<FunctionResponseType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_batching_window_in_seconds: Option<BatchingWindow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starting_position: Option<StartingPosition>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parallelization_factor: Option<Parallelization>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bisect_batch_on_function_error: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_retry_attempts: Option<RetryAttempts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_record_age_in_seconds: Option<RecordAge>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination_config: Option<DestinationConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter_criteria: Option<FilterCriteria>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scaling_config: Option<ScalingConfig>,
}

impl ResourceType for EventSourceMapping {
    const TYPE: &'static str = "AWS::Lambda::EventSourceMapping";
}

#[derive(Debug, Clone, Copy, Serialize)]
pub enum FunctionResponseType {
    ReportBatchItemFailures,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StartingPosition {
    TrimHorizon,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DestinationConfig {
    pub on_failure: OnFailure,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct OnFailure {
    pub destination: Value<String>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct FilterCriteria {
    pub filters: Vec<Filter>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Filter {
    pub pattern: String,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ScalingConfig {
    pub maximum_concurrency: MaxConcurrency,
}
