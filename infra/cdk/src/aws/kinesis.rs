//! Amazon Kinesis Data Streams.

use serde::Serialize;

use super::ResourceType;
use crate::StreamRetention;

/// `AWS::Kinesis::Stream`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Stream {
    pub stream_mode_details: StreamModeDetails,
    pub retention_period_hours: StreamRetention,
    pub stream_encryption: StreamEncryption,
}

impl ResourceType for Stream {
    const TYPE: &'static str = "AWS::Kinesis::Stream";
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct StreamModeDetails {
    pub stream_mode: StreamMode,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StreamMode {
    OnDemand,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct StreamEncryption {
    pub encryption_type: EncryptionType,
    pub key_id: &'static str,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum EncryptionType {
    Kms,
}
