//! Amazon CloudWatch Logs.

use serde::{Serialize, Serializer};

use super::ResourceType;

/// `AWS::Logs::LogGroup`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct LogGroup {
    pub retention_in_days: LogRetention,
}

impl ResourceType for LogGroup {
    const TYPE: &'static str = "AWS::Logs::LogGroup";
}

/// How long a log group keeps events: one of the periods that the service knows.
///
/// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogRetention {
    OneDay = 1,
    ThreeDays = 3,
    FiveDays = 5,
    OneWeek = 7,
    TwoWeeks = 14,
    OneMonth = 30,
    TwoMonths = 60,
    ThreeMonths = 90,
    SixMonths = 180,
    OneYear = 365,
    TwoYears = 731,
    FiveYears = 1827,
    TenYears = 3653,
}

impl Serialize for LogRetention {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(*self as u32)
    }
}
