//! What one unit of each service costs.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// The list of this program.
const LIST: &str = include_str!("prices.json");

/// A service that is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Service {
    /// Functions.
    Lambda,
    /// Tables and their streams.
    #[serde(rename = "DynamoDB")]
    DynamoDb,
    /// The event stream.
    Kinesis,
    /// The archive.
    S3,
    /// Logs, metrics, alarms and the dashboard.
    CloudWatch,
    /// The HTTP API.
    #[serde(rename = "API Gateway")]
    ApiGateway,
    /// Keys.
    #[serde(rename = "KMS")]
    Kms,
    /// Queues.
    #[serde(rename = "SQS")]
    Sqs,
    /// Schedules.
    #[serde(rename = "EventBridge Scheduler")]
    Scheduler,
    /// Emails to customers.
    #[serde(rename = "SES")]
    Ses,
    /// Emails to whoever is paged.
    #[serde(rename = "SNS")]
    Sns,
    /// Questions to the archive.
    Athena,
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Lambda => "Lambda",
            Self::DynamoDb => "DynamoDB",
            Self::Kinesis => "Kinesis",
            Self::S3 => "S3",
            Self::CloudWatch => "CloudWatch",
            Self::ApiGateway => "API Gateway",
            Self::Kms => "KMS",
            Self::Sqs => "SQS",
            Self::Scheduler => "EventBridge Scheduler",
            Self::Ses => "SES",
            Self::Sns => "SNS",
            Self::Athena => "Athena",
        };
        f.pad(name)
    }
}

/// Declares what there are prices of, each with its name in the list and its service.
macro_rules! priced {
    ($($(#[$doc:meta])* $variant:ident = $name:literal of $service:ident,)*) => {
        /// What there is a price of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Priced {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl Priced {
            /// Everything.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in the list.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// Who is paid.
            #[must_use]
            pub fn service(self) -> Service {
                match self {
                    $(Self::$variant => Service::$service,)*
                }
            }
        }
    };
}

priced! {
    /// Invocations of functions.
    LambdaRequests = "lambda_requests" of Lambda,
    /// Gigabytes of memory times seconds, on arm64.
    LambdaArm64 = "lambda_arm64" of Lambda,
    /// Gigabytes of memory times seconds, on x86_64.
    LambdaX86 = "lambda_x86" of Lambda,
    /// Writes of up to 1 KB.
    DynamoDbWrites = "dynamodb_writes" of DynamoDb,
    /// Consistent reads of up to 4 KB.
    DynamoDbReads = "dynamodb_reads" of DynamoDb,
    /// Being able to write 1 KB a second, for an hour.
    DynamoDbWriteHours = "dynamodb_write_hours" of DynamoDb,
    /// Being able to read 4 KB a second consistently, for an hour.
    DynamoDbReadHours = "dynamodb_read_hours" of DynamoDb,
    /// What is in tables and indexes.
    DynamoDbStorage = "dynamodb_storage" of DynamoDb,
    /// What can be restored to any second.
    DynamoDbRecovery = "dynamodb_recovery" of DynamoDb,
    /// A stream on demand.
    KinesisStreamHours = "kinesis_stream_hours" of Kinesis,
    /// What is written to a stream on demand, each record rounded up to 1 KB.
    KinesisIn = "kinesis_in" of Kinesis,
    /// What is read from a stream on demand.
    KinesisOut = "kinesis_out" of Kinesis,
    /// What a stream on demand keeps longer than 24 hours and up to 7 days.
    KinesisRetention = "kinesis_retention" of Kinesis,
    /// What a stream keeps longer than 7 days.
    KinesisLongRetention = "kinesis_long_retention" of Kinesis,
    /// A provisioned shard.
    KinesisShardHours = "kinesis_shard_hours" of Kinesis,
    /// Records in a provisioned stream, in pieces of up to 25 KB.
    KinesisPayloadUnits = "kinesis_payload_units" of Kinesis,
    /// A provisioned shard that keeps records longer than 24 hours.
    KinesisShardRetention = "kinesis_shard_retention" of Kinesis,
    /// What is in buckets.
    S3Storage = "s3_storage" of S3,
    /// Requests that write or list.
    S3Puts = "s3_puts" of S3,
    /// Requests that read.
    S3Gets = "s3_gets" of S3,
    /// Requests to FIFO queues.
    SqsFifoRequests = "sqs_fifo_requests" of Sqs,
    /// Requests to the HTTP API.
    HttpApiRequests = "http_api_requests" of ApiGateway,
    /// Keys of the account's own.
    KmsKeys = "kms_keys" of Kms,
    /// Requests to keys.
    KmsRequests = "kms_requests" of Kms,
    /// Metrics that AWS does not make by itself.
    CloudWatchMetrics = "cloudwatch_metrics" of CloudWatch,
    /// Alarms, by the metrics that they watch.
    CloudWatchAlarms = "cloudwatch_alarms" of CloudWatch,
    /// Dashboards.
    CloudWatchDashboards = "cloudwatch_dashboards" of CloudWatch,
    /// What is written to logs.
    CloudWatchLogs = "cloudwatch_logs" of CloudWatch,
    /// What is in logs, compressed.
    CloudWatchLogStorage = "cloudwatch_log_storage" of CloudWatch,
    /// Schedules that fire.
    SchedulerInvocations = "scheduler_invocations" of Scheduler,
    /// Emails to customers.
    SesEmails = "ses_emails" of Ses,
    /// Emails to whoever is paged.
    SnsEmails = "sns_emails" of Sns,
    /// What a query reads.
    AthenaScanned = "athena_scanned" of Athena,
}

/// The price of something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// What `per` units cost.
    pub price: f64,
    /// How many units that is.
    pub per: f64,
    /// What is counted.
    pub unit: String,
    /// The page that the price is published on.
    pub page: String,
}

/// A list of prices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prices {
    /// The region that they are for.
    pub region: String,
    /// The day on which the list was put together.
    pub date: String,
    /// The currency of all of them.
    pub currency: String,
    /// The prices. Those of a list that was read are complete.
    prices: BTreeMap<Priced, Price>,
}

/// A list of prices that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PricesError {
    /// It is no list.
    #[error("it is not as it should be: {0}")]
    Malformed(#[from] serde_json::Error),
    /// A price is missing.
    #[error("the price of `{}` is missing", .0.name())]
    Missing(Priced),
    /// A price is negative or for no units.
    #[error(
        "the price of `{}` cannot be calculated with: `price` has to be 0 or more, and `per` more than 0",
        .0.name()
    )]
    Impossible(Priced),
}

impl Prices {
    /// The list of this program: list prices in us-east-1, without free tiers, discounts for quantity and taxes.
    ///
    /// # Errors
    /// None, as a test shows.
    pub fn list() -> Result<Self, PricesError> {
        Self::read(LIST)
    }

    /// A list as JSON, of the form of `prices.json`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Self, PricesError> {
        let list: Self = serde_json::from_str(text)?;
        for &priced in Priced::ALL {
            let price = list.prices.get(&priced).ok_or(PricesError::Missing(priced))?;
            let is_possible = price.price.is_finite() && price.price >= 0.0 && price.per.is_finite() && price.per > 0.0;
            if !is_possible {
                return Err(PricesError::Impossible(priced));
            }
        }
        Ok(list)
    }

    /// What so many units cost.
    #[must_use]
    pub fn cost(&self, priced: Priced, quantity: f64) -> f64 {
        self.prices.get(&priced).map_or(0.0, |price| quantity / price.per * price.price)
    }

    /// What is counted.
    #[must_use]
    pub fn unit(&self, priced: Priced) -> &str {
        self.prices.get(&priced).map_or("", |price| &price.unit)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn list() -> Value {
        serde_json::from_str(LIST).unwrap()
    }

    #[test]
    fn every_price_of_the_list_is_complete_and_names_its_page() {
        let prices = Prices::list().unwrap();
        assert_eq!((prices.region.as_str(), prices.currency.as_str()), ("us-east-1", "USD"));
        assert!(prices.date.parse::<jiff::civil::Date>().is_ok());
        assert_eq!(prices.prices.len(), Priced::ALL.len());
        for (priced, price) in &prices.prices {
            assert!(price.price > 0.0 && !price.unit.is_empty(), "{priced:?}");
            let path = price.page.strip_prefix("https://aws.amazon.com/").unwrap_or_default();
            assert!(path.contains("pricing/"), "{priced:?}: {}", price.page);
        }
    }

    #[test]
    fn a_price_is_for_the_units_that_it_names() {
        let prices = Prices::list().unwrap();
        assert!((prices.cost(Priced::DynamoDbWrites, 2_000_000.0) - 1.25).abs() < 1e-9);
        assert!((prices.cost(Priced::S3Puts, 500.0) - 0.0025).abs() < 1e-9);
        assert_eq!(prices.cost(Priced::KmsKeys, 0.0), 0.0);
    }

    #[test]
    fn what_is_wrong_with_a_list_is_told() {
        let with = |name: &str, change: Value| {
            let mut list = list();
            list["prices"][name] = change;
            Prices::read(&list.to_string()).unwrap_err().to_string()
        };
        let price = |price: f64, per: f64| json!({ "price": price, "per": per, "unit": "u", "page": "p" });
        let unknown = with("lambda", price(1.0, 1.0));
        assert!(unknown.contains("unknown variant `lambda`"), "{unknown}");
        assert!(with("kms_keys", json!("a dollar")).contains("invalid type"));
        assert!(with("kms_keys", json!({ "price": 1.0 })).contains("missing field `per`"));
        for impossible in [price(-1.0, 1.0), price(1.0, 0.0), price(1.0, -1.0)] {
            assert!(with("kms_keys", impossible).contains("`kms_keys` cannot be calculated with"));
        }
        let mut without = list();
        without["prices"].as_object_mut().unwrap().remove("kms_keys");
        assert_eq!(Prices::read(&without.to_string()).unwrap_err().to_string(), "the price of `kms_keys` is missing");
        for text in ["", "[]", "{", "{\"prices\": {}}"] {
            assert!(matches!(Prices::read(text), Err(PricesError::Malformed(_))), "{text}");
        }
        let huge = LIST.replace("\"price\": 1.0,", "\"price\": 1e999,");
        assert_ne!(huge, LIST);
        assert!(Prices::read(&huge).is_err());
    }
}
