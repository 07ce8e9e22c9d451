//! What CloudWatch knows about the functions of a stack.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use aws_sdk_cloudwatch::primitives::DateTime;
use aws_sdk_cloudwatch::types::{Dimension, Metric, MetricDataQuery, MetricStat, ScanBy};

use super::Reading;
use super::function::{Function, LastHour};
use crate::connection::Connection;
use crate::error::DeployError;

const READING: &str = "reading the metrics of functions";

/// The metrics of each function, with their statistics.
/// <https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html>
const METRICS: [(&str, &str); 4] =
    [("Invocations", "Sum"), ("Errors", "Sum"), ("Throttles", "Sum"), ("IteratorAge", "Maximum")];

/// How many queries one request may have.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html>
const QUERIES: usize = 500;

const HOUR: Duration = Duration::from_secs(3600);

/// How long the last batch may be ago for its age to say anything about now.
const RECENT: Duration = Duration::from_secs(15 * 60);

/// The resolution, in seconds.
const PERIOD: i32 = 60;

/// What CloudWatch knows, by function.
pub(super) struct Metrics {
    functions: BTreeMap<String, Metered>,
    failure: Option<String>,
}

#[derive(Default)]
struct Metered {
    last_hour: LastHour,
    iterator_age_ms: Option<u64>,
}

pub(super) async fn read(connection: &Connection, functions: &[&str]) -> Metrics {
    let mut metrics = Metrics { functions: BTreeMap::new(), failure: None };
    for functions in functions.chunks(QUERIES / METRICS.len()) {
        if let Err(error) = metrics.read_some(connection, functions).await {
            metrics.failure = Some(error.to_string());
        }
    }
    metrics
}

impl Metrics {
    async fn read_some(&mut self, connection: &Connection, functions: &[&str]) -> Result<(), DeployError> {
        let now = SystemTime::now();
        let get = connection
            .cloudwatch()
            .get_metric_data()
            .set_metric_data_queries(Some(queries(functions)))
            .start_time(DateTime::from(now - HOUR))
            .end_time(DateTime::from(now))
            .scan_by(ScanBy::TimestampDescending);
        let mut pages = get.into_paginator().send();
        while let Some(page) = pages.next().await {
            let page = page.map_err(DeployError::aws(READING, connection.endpoint()))?;
            for result in page.metric_data_results() {
                let Some((function, metric)) = asked(functions, result.id().unwrap_or_default()) else { continue };
                let metered = self.functions.entry(function.to_owned()).or_default();
                let newest = result.timestamps().first().and_then(|at| SystemTime::try_from(*at).ok());
                metered.take(metric, result.values(), newest.is_some_and(|newest| is_recent(newest, now)));
            }
        }
        Ok(())
    }

    /// A function with what is known about it.
    pub fn add_to(&self, function: Function) -> Function {
        if let Some(reason) = &self.failure {
            return Function {
                last_hour: Reading::Unknown { unknown: READING, reason: reason.clone() },
                iterator_age_ms: Reading::Unknown { unknown: READING, reason: reason.clone() },
                ..function
            };
        }
        let known = self.functions.get(&function.name);
        Function {
            last_hour: Reading::Known(known.map(|metered| metered.last_hour).unwrap_or_default()),
            iterator_age_ms: Reading::Known(known.and_then(|metered| metered.iterator_age_ms)),
            ..function
        }
    }
}

impl Metered {
    /// Takes in values of a metric, newest first. Values are counts or milliseconds, so their fractions mean nothing.
    fn take(&mut self, metric: &str, values: &[f64], is_recent: bool) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let whole = |value: f64| value.round() as u64;
        let sum = whole(values.iter().sum());
        let hour = &mut self.last_hour;
        match metric {
            "Invocations" => hour.invocations = hour.invocations.saturating_add(sum),
            "Errors" => hour.errors = hour.errors.saturating_add(sum),
            "Throttles" => hour.throttles = hour.throttles.saturating_add(sum),
            // A page that follows holds older values.
            "IteratorAge" if is_recent && self.iterator_age_ms.is_none() => {
                self.iterator_age_ms = values.first().copied().map(whole);
            }
            _ => {}
        }
    }
}

/// By a clock that may be a little ahead of CloudWatch's, or behind it.
fn is_recent(at: SystemTime, now: SystemTime) -> bool {
    now.duration_since(at).map_or(true, |age| age <= RECENT)
}

fn queries(functions: &[&str]) -> Vec<MetricDataQuery> {
    let query = |(index, function): (usize, &&str)| {
        let dimension = Dimension::builder().name("FunctionName").value(*function).build();
        METRICS.iter().map(move |(metric, statistic)| {
            let metric_of =
                Metric::builder().namespace("AWS/Lambda").metric_name(*metric).dimensions(dimension.clone());
            let stat = MetricStat::builder().metric(metric_of.build()).period(PERIOD).stat(*statistic).build();
            MetricDataQuery::builder().id(query_id(index, metric)).metric_stat(stat).build()
        })
    };
    functions.iter().enumerate().flat_map(query).collect()
}

/// Ids begin with a lower-case letter, and consist of letters, digits and underscores.
fn query_id(function: usize, metric: &str) -> String {
    format!("f{function}_{metric}")
}

/// The function and the metric that a query was about.
fn asked<'a>(functions: &[&'a str], id: &str) -> Option<(&'a str, &'static str)> {
    let (index, metric) = id.strip_prefix('f')?.split_once('_')?;
    let (metric, _) = METRICS.iter().find(|(known, _)| *known == metric)?;
    Some((functions.get(index.parse::<usize>().ok()?)?, metric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_to_a_query_finds_its_function() {
        let functions = ["one", "two"];
        assert_eq!(asked(&functions, &query_id(1, "Errors")), Some(("two", "Errors")));
        for foreign in ["f2_Errors", "f1_Other", "", "f", "fx_Errors"] {
            assert_eq!(asked(&functions, foreign), None, "{foreign}");
        }
    }

    #[test]
    fn counts_add_up_and_of_the_ages_the_newest_counts() {
        let mut metered = Metered::default();
        metered.take("Errors", &[1.0, 2.0], false);
        metered.take("Errors", &[4.0], false);
        metered.take("IteratorAge", &[70.0], false);
        assert_eq!((metered.last_hour.errors, metered.iterator_age_ms), (7, None));
        metered.take("IteratorAge", &[50.4, 900.0], true);
        metered.take("IteratorAge", &[900.0], true);
        assert_eq!(metered.iterator_age_ms, Some(50));
    }
}
