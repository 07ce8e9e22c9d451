//! The dashboard: what is wrong, and below it a row for each function in the direction in which events flow.

use cdk::Stack;
use cdk::aws::cloudwatch::alarm::Statistic;
use cdk::constructs::{Alarm, Dashboard, Metric, Widget};
use functions::metrics::OF_EVERY_FUNCTION;

use super::Watched;
use super::concern::RUNBOOK;
use super::measured::{lag_of, of_function};
use crate::environment::Environment;

/// How many alarms a widget takes.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html>
const ALARMS: usize = 100;

pub(super) fn draw(stack: &mut Stack, environment: Environment, functions: &[Watched], alarms: &[Alarm]) {
    let title = format!("# The shop: {environment}\nWhat to do about an alarm stands in `{RUNBOOK}`.");
    let mut rows = vec![vec![Widget::text(title)]];
    rows.extend(alarms.chunks(ALARMS).map(|alarms| vec![Widget::alarms("Alarms", alarms)]));
    rows.extend(functions.iter().map(row));
    Dashboard::new(stack, "Dashboard", rows);
}

fn row(function: &Watched) -> Vec<Widget> {
    let Watched { name, resource, measures, .. } = function;
    let lambda = |name: &str| Metric::new("AWS/Lambda", name).of("FunctionName", resource.reference());
    let counts = OF_EVERY_FUNCTION.iter().chain(measures.counts);
    let counts: Vec<_> = counts.map(|count| of_function(count.name(), resource)).collect();
    let levels = measures.levels.iter();
    let levels: Vec<_> =
        levels.map(|level| of_function(level.name(), resource).statistic(Statistic::Maximum)).collect();
    let lags: Vec<_> = measures.lags.iter().map(|&lag| lag_of(lag, resource)).collect();
    let times = ["IteratorAge", "Duration"].map(|name| lambda(name).statistic(Statistic::Maximum));
    let health = ["Invocations", "Errors", "Throttles"].map(lambda);
    vec![
        Widget::lines(format!("{name}: a minute"), counts.iter().chain(&levels)),
        Widget::lines(format!("{name}: milliseconds"), lags.iter().chain(&times)),
        Widget::lines(format!("{name}: invocations"), &health),
    ]
}
