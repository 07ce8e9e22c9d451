//! What is there to be paid for: what the synthesized template of an environment says.

use std::collections::BTreeMap;

use cdk::SynthesizedStack;
use functions::metrics::{Measurements, OF_EVERY_FUNCTION, Origin};
use functions::reminders::REMIND_AFTER;
use jiff::Timestamp;
use serde_json::Value;

/// The functions whose part the model knows. Another one has to be thought of where [`Flow`](super::flow::Flow) is made.
const KNOWN: [&str; 11] = [
    "api",
    "archive",
    "audit",
    "cart",
    "compact",
    "erase",
    "publish",
    "related-items",
    "remind",
    "reminders",
    "replay",
];

/// How many metrics a mapping with event counts has, and how many of them there are for queues.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html>
const MAPPING_METRICS: f64 = 6.0;

/// What is there to be paid for.
#[derive(Debug, Clone, PartialEq)]
pub struct System {
    /// The functions, by name.
    pub functions: BTreeMap<&'static str, FunctionSettings>,
    /// What wakes functions by itself.
    pub mappings: Vec<Mapping>,
    /// What wakes functions regularly.
    pub schedules: Vec<RegularSchedule>,
    /// How many streams there are.
    pub streams: f64,
    /// How the stream is paid for.
    pub stream_capacity: Capacity,
    /// How long the stream keeps records, in hours.
    pub stream_retention: f64,
    /// How many tables there are.
    pub tables: f64,
    /// How tables are paid for.
    pub table_capacity: Capacity,
    /// Which part of tables can be restored to any second, 0 to 1.
    pub recoverable: f64,
    /// How many indexes the projection has.
    pub indexes: f64,
    /// How long removed objects of the archive can be had back, in days.
    pub removed_objects: f64,
    /// How many keys there are.
    pub keys: f64,
    /// How many metrics alarms watch.
    pub alarms: f64,
    /// How many dashboards there are.
    pub dashboards: f64,
    /// How long logs are kept, in days.
    pub log_retention: f64,
    /// How long a line of the API's access log is, in bytes.
    pub access_line: f64,
    /// How many requests a second the API takes.
    pub request_rate: f64,
    /// How many addresses get an email from each alarm.
    pub pagers: f64,
    /// How long a cart is open before its customer is reminded, in seconds.
    pub remind_after: f64,
    /// Whether the events of a commit are one item, or an item each in one transaction. No template says that: `functions` does.
    pub item_per_commit: bool,
}

/// What is stated about a function.
#[derive(Debug, Clone, PartialEq)]
pub struct FunctionSettings {
    /// Its memory, in gigabytes.
    pub memory: f64,
    /// Whether it runs on arm64.
    pub is_arm: bool,
    /// How many metrics it reports.
    pub metrics: f64,
    /// How long the line is with which an invocation reports them, in bytes.
    pub metrics_line: f64,
}

/// A source that wakes a function.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapping {
    /// The function.
    pub function: &'static str,
    /// Where records come from.
    pub source: Source,
    /// How many records an invocation gets at most.
    pub batch: f64,
    /// How long is waited for more of them, in seconds.
    pub window: f64,
    /// How many batches are handled at a time: of each shard, or of the queue.
    pub concurrency: f64,
    /// How many metrics it reports.
    pub metrics: f64,
}

/// Where records come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The stream of a table.
    Table,
    /// The event stream.
    Stream,
    /// A queue.
    Queue,
}

/// A schedule of the template.
#[derive(Debug, Clone, PartialEq)]
pub struct RegularSchedule {
    /// The function that it wakes.
    pub function: &'static str,
    /// How often in a month.
    pub per_month: f64,
}

/// How throughput is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capacity {
    /// By what is used.
    OnDemand,
    /// By what could be used at any time: enough for the busiest second.
    Provisioned,
}

/// A template that the model does not know everything of.
#[derive(Debug, thiserror::Error)]
pub enum SystemError {
    /// The template is not JSON.
    #[error("the template cannot be read: {0}")]
    Template(#[from] serde_json::Error),
    /// A function that the model does not know.
    #[error("the cost model does not know what the function `{0}` does; add it to infra/src/cost")]
    UnknownFunction(String),
    /// A schedule that the model cannot count.
    #[error("how often does {schedule} fire? The cost model does not understand `{expression}`")]
    UnknownSchedule {
        /// The logical id of the schedule.
        schedule: String,
        /// What it says.
        expression: String,
    },
    /// A source that the model does not know.
    #[error("the cost model does not know the source of {0}")]
    UnknownSource(String),
}

impl System {
    /// What a synthesized stack consists of.
    ///
    /// # Errors
    /// Something in it that the model has no idea of.
    pub fn of(stack: &SynthesizedStack) -> Result<Self, SystemError> {
        let template = serde_json::to_value(&stack.template)?;
        let resources = Resources(&template["Resources"]);
        let names: BTreeMap<String, &'static str> =
            stack.functions.iter().map(|function| (function.logical_id.to_string(), function.name)).collect();
        let named = |reference: &Value| {
            let id = target(reference);
            names.get(id).copied().ok_or_else(|| SystemError::UnknownFunction(id.to_owned()))
        };
        if let Some(&unknown) = names.values().find(|name| !KNOWN.contains(name)) {
            return Err(SystemError::UnknownFunction(unknown.to_owned()));
        }
        let mut functions = BTreeMap::new();
        for (id, properties) in resources.of("AWS::Lambda::Function") {
            let Some(&name) = names.get(id) else { return Err(SystemError::UnknownFunction(id.to_owned())) };
            functions.insert(name, FunctionSettings::of(name, properties));
        }
        let mappings = resources.of("AWS::Lambda::EventSourceMapping");
        let mappings = mappings.map(|(id, mapping)| {
            let function = named(&mapping["FunctionName"])?;
            let source = match resources.kind(target(&mapping["EventSourceArn"])) {
                "AWS::DynamoDB::Table" => Source::Table,
                "AWS::Kinesis::Stream" => Source::Stream,
                "AWS::SQS::Queue" => Source::Queue,
                _ => return Err(SystemError::UnknownSource(id.to_owned())),
            };
            let has_metrics = mapping["MetricsConfig"]["Metrics"].as_array().is_some_and(|metrics| !metrics.is_empty());
            let concurrency = match source {
                Source::Queue => number(&mapping["ScalingConfig"]["MaximumConcurrency"], 1000.0),
                Source::Table | Source::Stream => number(&mapping["ParallelizationFactor"], 1.0),
            };
            Ok(Mapping {
                function,
                source,
                batch: number(&mapping["BatchSize"], 100.0),
                window: number(&mapping["MaximumBatchingWindowInSeconds"], 0.0),
                concurrency,
                metrics: if has_metrics { MAPPING_METRICS } else { 0.0 },
            })
        });
        let mappings = mappings.collect::<Result<_, _>>()?;
        let schedules = resources.of("AWS::Scheduler::Schedule").map(|(id, schedule)| {
            let expression = schedule["ScheduleExpression"].as_str().unwrap_or_default();
            let per_month = per_month(expression).ok_or_else(|| SystemError::UnknownSchedule {
                schedule: id.to_owned(),
                expression: expression.to_owned(),
            })?;
            Ok(RegularSchedule { function: named(&schedule["Target"]["Arn"])?, per_month })
        });
        let schedules = schedules.collect::<Result<_, SystemError>>()?;
        let tables = resources.number_of("AWS::DynamoDB::Table");
        let is_recoverable =
            |table: &Value| table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] == true;
        let recoverable = resources.of("AWS::DynamoDB::Table").filter(|(_, table)| is_recoverable(table)).count();
        let indexes = resources.of("AWS::DynamoDB::Table").map(|(_, table)| length(&table["GlobalSecondaryIndexes"]));
        let rules =
            resources.of("AWS::S3::Bucket").flat_map(|(_, bucket)| list(&bucket["LifecycleConfiguration"]["Rules"]));
        let removed_objects =
            rules.map(|rule| number(&rule["NoncurrentVersionExpiration"]["NoncurrentDays"], 0.0)).fold(0.0, f64::max);
        let watched = |alarm: &Value| list(&alarm["Metrics"]).filter(|metric| metric["MetricStat"].is_object()).count();
        let stream = resources.of("AWS::Kinesis::Stream").next().map_or(&Value::Null, |(_, stream)| stream);
        let mode = &stream["StreamModeDetails"]["StreamMode"];
        let provisioned =
            resources.of("AWS::DynamoDB::Table").any(|(_, table)| table["BillingMode"] != "PAY_PER_REQUEST");
        let stage = resources.of("AWS::ApiGatewayV2::Stage").next().map_or(&Value::Null, |(_, stage)| stage);
        let emails =
            resources.of("AWS::SNS::Subscription").filter(|(_, subscription)| subscription["Protocol"] == "email");
        let after = resources
            .of("AWS::Lambda::Function")
            .find_map(|(_, function)| function["Environment"]["Variables"][REMIND_AFTER].as_str()?.parse::<f64>().ok());
        Ok(Self {
            functions,
            mappings,
            schedules,
            streams: resources.number_of("AWS::Kinesis::Stream"),
            stream_capacity: if mode == "ON_DEMAND" { Capacity::OnDemand } else { Capacity::Provisioned },
            stream_retention: number(&stream["RetentionPeriodHours"], 24.0),
            tables,
            table_capacity: if provisioned { Capacity::Provisioned } else { Capacity::OnDemand },
            recoverable: if tables > 0.0 { count(recoverable) / tables } else { 0.0 },
            indexes: indexes.sum(),
            removed_objects,
            keys: resources.number_of("AWS::KMS::Key"),
            alarms: resources.of("AWS::CloudWatch::Alarm").map(|(_, alarm)| count(watched(alarm).max(1))).sum(),
            dashboards: resources.number_of("AWS::CloudWatch::Dashboard"),
            log_retention: resources
                .of("AWS::Logs::LogGroup")
                .map(|(_, group)| number(&group["RetentionInDays"], f64::INFINITY))
                .fold(0.0, f64::max),
            access_line: stage["AccessLogSettings"]["Format"].as_str().map_or(0.0, |format| count(format.len())),
            request_rate: number(&stage["DefaultRouteSettings"]["ThrottlingRateLimit"], 10_000.0),
            pagers: count(emails.count()),
            remind_after: after.unwrap_or(0.0),
            item_per_commit: true,
        })
    }

    /// How many functions read the event stream.
    #[must_use]
    pub fn readers(&self) -> f64 {
        count(self.mappings.iter().filter(|mapping| mapping.source == Source::Stream).count())
    }
}

impl FunctionSettings {
    fn of(name: &str, properties: &Value) -> Self {
        let stated = functions::metrics::functions().into_iter().find(|(stated, _)| *stated == name);
        let origin = Origin {
            function: "shop-prod-RelatedItems-ABCDEFGHIJKL",
            request_id: "0193f3e2-7b1c-4d4e-9f00-1234567890ab",
            at: Timestamp::UNIX_EPOCH,
        };
        let (metrics, line) = stated.map_or((0, 0), |(_, measures)| {
            let lines = Measurements::default().lines(measures, &origin);
            let metrics = OF_EVERY_FUNCTION.len() + measures.counts.len() + measures.lags.len() + measures.levels.len();
            (metrics, lines.iter().map(|line| line.len() + 1).sum())
        });
        Self {
            memory: number(&properties["MemorySize"], 128.0) / 1024.0,
            is_arm: list(&properties["Architectures"]).any(|architecture| architecture == "arm64"),
            metrics: count(metrics),
            metrics_line: count(line),
        }
    }
}

/// The resources of a template.
#[derive(Clone, Copy)]
struct Resources<'a>(&'a Value);

impl<'a> Resources<'a> {
    fn all(self) -> impl Iterator<Item = (&'a str, &'a Value)> {
        self.0.as_object().into_iter().flatten().map(|(id, resource)| (id.as_str(), resource))
    }

    /// The properties of each resource of a type, by logical id.
    fn of(self, kind: &str) -> impl Iterator<Item = (&'a str, &'a Value)> {
        let found = self.all().filter(move |(_, resource)| resource["Type"] == kind);
        found.map(|(id, resource)| (id, &resource["Properties"]))
    }

    fn number_of(self, kind: &str) -> f64 {
        count(self.of(kind).count())
    }

    fn kind(self, id: &str) -> &'a str {
        self.0[id]["Type"].as_str().unwrap_or_default()
    }
}

/// The logical id that a reference is to.
fn target(reference: &Value) -> &str {
    reference["Ref"].as_str().or_else(|| reference["Fn::GetAtt"][0].as_str()).unwrap_or_default()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn length(value: &Value) -> f64 {
    count(list(value).count())
}

fn number(value: &Value, default: f64) -> f64 {
    value.as_f64().unwrap_or(default)
}

#[allow(clippy::cast_precision_loss, reason = "nothing is counted here of which there are that many")]
pub(super) fn count(number: usize) -> f64 {
    number as f64
}

/// How often a schedule fires in a month: `rate(5 minutes)`, or `cron(17 3 * * ? *)` as long as it names no days.
fn per_month(expression: &str) -> Option<f64> {
    let inside = |kind: &str| expression.strip_prefix(kind)?.strip_prefix('(')?.strip_suffix(')');
    if let Some(rate) = inside("rate") {
        let (number, unit) = rate.split_once(' ')?;
        let hours = match unit.trim_end_matches('s') {
            "minute" => 1.0 / 60.0,
            "hour" => 1.0,
            "day" => 24.0,
            _ => return None,
        };
        let every = number.parse::<u32>().ok().filter(|&number| number > 0)?;
        return Some(super::workload::HOURS / (f64::from(every) * hours));
    }
    let fields: Vec<&str> = inside("cron")?.split(' ').collect();
    let [minutes, hours, "*" | "?", "*", "*" | "?", "*"] = fields[..] else { return None };
    Some(times(minutes, 60)? * times(hours, 24)? * super::workload::DAYS)
}

/// How often a field of a cron expression comes true, of so many times.
fn times(field: &str, of: u32) -> Option<f64> {
    let within = |digits: &str| digits.parse::<u32>().ok().filter(|&number| number < of);
    if field == "*" {
        return Some(f64::from(of));
    }
    if let Some((from, step)) = field.split_once('/') {
        let step = step.parse::<u32>().ok().filter(|&step| step > 0)?;
        let from = if from == "*" { 0 } else { within(from)? };
        return Some(f64::from((of - from).div_ceil(step)));
    }
    let all = field.split(',').map(within).collect::<Option<Vec<_>>>()?;
    Some(count(all.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::synthesized;
    use crate::environment::Environment;

    #[test]
    fn production_is_what_its_template_says() {
        let system = System::of(&synthesized(Environment::PROD).unwrap()).unwrap();
        assert_eq!(system.functions.len(), KNOWN.len());
        assert!(system.functions.values().all(|function| function.is_arm && function.memory >= 0.25));
        assert!(system.functions.values().all(|function| function.metrics >= 2.0 && function.metrics_line > 300.0));
        assert_eq!((system.readers(), system.streams, system.stream_retention), (3.0, 1.0, 168.0));
        assert_eq!((system.stream_capacity, system.table_capacity), (Capacity::OnDemand, Capacity::OnDemand));
        assert_eq!((system.recoverable, system.indexes, system.removed_objects), (1.0, 2.0, 30.0));
        assert_eq!((system.request_rate, system.log_retention, system.pagers), (1000.0, 365.0, 1.0));
        assert_eq!(system.remind_after, 1_209_600.0);
        let archive = system.mappings.iter().find(|mapping| mapping.function == "archive").unwrap();
        assert_eq!((archive.source, archive.batch, archive.window), (Source::Stream, 10_000.0, 60.0));
        let replays = system.mappings.iter().find(|mapping| mapping.source == Source::Queue).unwrap();
        assert_eq!((replays.function, replays.batch, replays.concurrency), ("related-items", 10.0, 10.0));
        let daily = system.schedules.iter().find(|schedule| schedule.function == "compact").unwrap();
        assert!((daily.per_month - 30.4).abs() < 0.1);
    }

    #[test]
    fn every_environment_can_be_read() {
        for environment in Environment::ALL {
            System::of(&synthesized(environment).unwrap()).unwrap();
        }
    }

    #[test]
    fn schedules_are_counted() {
        for (expression, expected) in [
            ("rate(5 minutes)", Some(8760.0)),
            ("rate(1 hour)", Some(730.0)),
            ("rate(1 day)", Some(730.0 / 24.0)),
            ("cron(17 3 * * ? *)", Some(730.0 / 24.0)),
            ("cron(0/15 * * * ? *)", Some(4.0 * 730.0)),
            ("cron(0,30 8 * * ? *)", Some(2.0 * 730.0 / 24.0)),
            ("cron(0 8 ? * MON *)", None),
            ("cron(61 8 * * ? *)", None),
            ("cron(0/0 8 * * ? *)", None),
            ("rate(0 minutes)", None),
            ("rate(1 fortnight)", None),
            ("at(2026-11-25T00:00:00)", None),
            ("", None),
        ] {
            let counted = per_month(expression);
            assert_eq!(
                counted.map(|times| (times * 1e6).round()),
                expected.map(|times: f64| (times * 1e6).round()),
                "{expression}"
            );
        }
    }
}
