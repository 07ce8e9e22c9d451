//! Measurements as lines of a log that CloudWatch makes metrics of: the Embedded Metric Format.
//!
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::{Count, Lag, Level, Measurements, Measures, OF_EVERY_FUNCTION};

/// The namespace of all metrics here.
pub const NAMESPACE: &str = "Shop";

/// The dimension of all metrics here: the name of the function in Lambda, which no other stack has.
pub const DIMENSION: &str = "function";

/// The second dimension of counts by code.
pub const LABEL: &str = "code";

/// The most values of a metric in a line.
pub const MAX_VALUES: usize = 100;

/// The most metrics in a line.
const MAX_METRICS: usize = 100;

const _: () = assert!(Count::ALL.len() + Lag::ALL.len() + Level::ALL.len() <= MAX_METRICS, "split the line");

/// Where and when something was measured.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// The name of the function in Lambda.
    pub function: &'a str,
    /// The invocation, for whoever wants to see more of it. No dimension: it would make a metric of each.
    pub request_id: &'a str,
    /// When the invocation began.
    pub at: Timestamp,
}

/// Metrics with their values, and the members of the line beside the function that are dimensions.
#[derive(Default)]
struct Line {
    metrics: Vec<Value>,
    members: Map<String, Value>,
    dimensions: Vec<&'static str>,
}

impl Line {
    fn add(&mut self, name: &str, unit: &str, value: impl Into<Value>) {
        self.metrics.push(json!({ "Name": name, "Unit": unit }));
        self.members.insert(name.to_owned(), value.into());
    }

    fn text(self, origin: &Origin<'_>) -> String {
        let Self { metrics, members, dimensions } = self;
        let dimensions: Vec<&str> = std::iter::once(DIMENSION).chain(dimensions).collect();
        let directive = json!({ "Namespace": NAMESPACE, "Dimensions": [dimensions], "Metrics": metrics });
        let mut line = json!({
            "_aws": { "Timestamp": origin.at.as_millisecond(), "CloudWatchMetrics": [directive] },
            // Lambda drops lines below the level that its logging configuration names, and gives those without a time one.
            "timestamp": origin.at.to_string(),
            "level": "INFO",
            "message": "metrics",
            "request_id": origin.request_id,
            DIMENSION: origin.function,
        });
        if let Value::Object(line) = &mut line {
            line.extend(members);
        }
        line.to_string()
    }
}

impl Measurements {
    /// The lines that report them: what the function says that it measures, nothing counted included, and whatever else
    /// was measured.
    #[must_use]
    pub fn lines(&self, measures: Measures, origin: &Origin<'_>) -> Vec<String> {
        let mut first = Line::default();
        for &count in Count::ALL {
            let number = self.count(count);
            if number > 0 || OF_EVERY_FUNCTION.contains(&count) || measures.counts.contains(&count) {
                first.add(count.name(), "Count", number);
            }
        }
        for &level in Level::ALL {
            if let Some(number) = self.level(level) {
                first.add(level.name(), "Count", number);
            }
        }
        let mut more = Vec::new();
        for &lag in Lag::ALL {
            let mut parts = self.lags(lag).chunks(MAX_VALUES);
            if let Some(part) = parts.next() {
                first.add(lag.name(), "Milliseconds", part);
            }
            more.extend(parts.map(|part| {
                let mut line = Line::default();
                line.add(lag.name(), "Milliseconds", part);
                line
            }));
        }
        more.extend(self.by_code().map(|(count, code, number)| {
            let mut line = Line { dimensions: vec![LABEL], ..Line::default() };
            line.members.insert(LABEL.to_owned(), code.into());
            line.add(count.name(), "Count", number);
            line
        }));
        std::iter::once(first).chain(more).map(|line| line.text(origin)).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::metrics::measured;

    const ORIGIN: Origin<'_> = Origin { function: "shop-dev-Cart-1", request_id: "r", at: Timestamp::UNIX_EPOCH };

    fn lines(taken: &Measurements, measures: Measures) -> Vec<Value> {
        let lines = taken.lines(measures, &ORIGIN);
        lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    async fn taken(measure: impl FnOnce()) -> Measurements {
        measured(Timestamp::UNIX_EPOCH, async { measure() }).await.1
    }

    /// Everything that the specification demands of a line. Limits: 100 metrics, 30 dimensions, 100 values, 1 MB.
    #[track_caller]
    fn assert_valid(line: &Value) {
        assert!(line["_aws"]["Timestamp"].is_u64());
        let directives = line["_aws"]["CloudWatchMetrics"].as_array().unwrap();
        for directive in directives {
            let namespace = directive["Namespace"].as_str().unwrap();
            assert!((1..=1024).contains(&namespace.len()));
            let metrics = directive["Metrics"].as_array().unwrap();
            assert!((1..=100).contains(&metrics.len()));
            for set in directive["Dimensions"].as_array().unwrap() {
                let set = set.as_array().unwrap();
                assert!(set.len() <= 30);
                for dimension in set {
                    let value = line[dimension.as_str().unwrap()].as_str().unwrap();
                    assert!((1..=1024).contains(&value.len()));
                }
            }
            let mut names = BTreeSet::new();
            for metric in metrics {
                let name = metric["Name"].as_str().unwrap();
                assert!(names.insert(name), "{name} is there twice");
                assert!((1..=1024).contains(&name.len()));
                assert!(["Count", "Milliseconds"].contains(&metric["Unit"].as_str().unwrap()));
                match &line[name] {
                    Value::Number(_) => {}
                    Value::Array(values) => {
                        assert!((1..=100).contains(&values.len()) && values.iter().all(Value::is_number), "{name}");
                    }
                    other => panic!("{name} is {other}"),
                }
            }
        }
        assert!(line.to_string().len() <= 1024 * 1024);
    }

    #[tokio::test]
    async fn a_line_is_as_the_specification_says() {
        let measures = Measures { counts: &[Count::CommandsAccepted, Count::CommandConflicts], ..Measures::NONE };
        let taken = taken(|| {
            Count::CommandsAccepted.add(1);
            Level::ParkedAggregates.is(0);
            Lag::CommandToHandler.since(Timestamp::UNIX_EPOCH - jiff::SignedDuration::from_millis(250));
        })
        .await;
        let expected = json!({
            "_aws": {
                "Timestamp": 0,
                "CloudWatchMetrics": [{
                    "Namespace": "Shop",
                    "Dimensions": [["function"]],
                    "Metrics": [
                        { "Name": "InvocationsFailed", "Unit": "Count" },
                        { "Name": "CommandsAccepted", "Unit": "Count" },
                        { "Name": "CommandConflicts", "Unit": "Count" },
                        { "Name": "ParkedAggregates", "Unit": "Count" },
                        { "Name": "CommandToHandler", "Unit": "Milliseconds" },
                    ],
                }],
            },
            "timestamp": "1970-01-01T00:00:00Z",
            "level": "INFO",
            "message": "metrics",
            "request_id": "r",
            "function": "shop-dev-Cart-1",
            "InvocationsFailed": 0,
            "CommandsAccepted": 1,
            "CommandConflicts": 0,
            "ParkedAggregates": 0,
            "CommandToHandler": taken.lags(Lag::CommandToHandler),
        });
        let lines = lines(&taken, measures);
        assert_valid(&lines[0]);
        assert_eq!(lines, [expected]);
        assert!(taken.lags(Lag::CommandToHandler)[0] >= 250);
    }

    #[tokio::test]
    async fn a_code_is_a_dimension_in_a_line_of_its_own() {
        let taken = taken(|| {
            Count::CommandsRefused.add_one_by("CartClosed");
            Count::CommandsRefused.add_one_by("CartClosed");
            Count::CommandsRefused.add_one_by("NoSuchCart");
        })
        .await;
        let lines = lines(&taken, Measures::NONE);
        lines.iter().for_each(assert_valid);
        assert_eq!(lines[0]["CommandsRefused"], 3);
        let by_code: Vec<_> = lines[1..].iter().map(|line| (&line["code"], &line["CommandsRefused"])).collect();
        assert_eq!(by_code, [(&json!("CartClosed"), &json!(2)), (&json!("NoSuchCart"), &json!(1))]);
        assert_eq!(lines[1]["_aws"]["CloudWatchMetrics"][0]["Dimensions"], json!([["function", "code"]]));
    }

    #[tokio::test]
    async fn more_values_than_a_line_takes_are_spread_over_several() {
        let taken = taken(|| (0..250).for_each(|_| Lag::CommandToHandler.since(Timestamp::UNIX_EPOCH))).await;
        let lines = lines(&taken, Measures::NONE);
        lines.iter().for_each(assert_valid);
        let values = lines.iter().map(|line| line["CommandToHandler"].as_array().unwrap().len());
        assert_eq!(values.collect::<Vec<_>>(), [100, 100, 50]);
    }

    #[tokio::test]
    async fn everything_at_once_is_within_the_limits() {
        let measures = Measures { counts: Count::ALL, lags: Lag::ALL, levels: Level::ALL };
        let taken = taken(|| {
            Count::ALL.iter().for_each(|count| count.add(u64::MAX / 2));
            Level::ALL.iter().for_each(|level| level.is(u64::MAX));
            for _ in 0..MAX_VALUES {
                Lag::ALL.iter().for_each(|lag| lag.since(Timestamp::MIN));
            }
        })
        .await;
        lines(&taken, measures).iter().for_each(assert_valid);
    }

    #[test]
    fn no_two_metrics_share_a_name() {
        let counts = Count::ALL.iter().map(|count| count.name());
        let lags = Lag::ALL.iter().map(|lag| lag.name());
        let levels = Level::ALL.iter().map(|level| level.name());
        let names: Vec<_> = counts.chain(lags).chain(levels).chain([DIMENSION, LABEL, "level", "message"]).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    }
}
