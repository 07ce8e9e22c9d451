//! `cost`

mod screen;

use std::path::PathBuf;

use clap::Args;
use miette::{IntoDiagnostic, Result, WrapErr, bail};
use serde_json::json;

use crate::app::synthesized;
use crate::cost::{Estimate, Prices, Sizes, System, VOLUMES, Workload, estimate, limits, operations};
use crate::ended::Ended;
use crate::environment::Environment;
use crate::terminal::answer;

/// The most events a month that are calculated with: a trillion.
const MOST: u64 = 1_000_000_000_000;

/// Estimate what an environment costs a month, which part dominates, what choices save, and where limits bite.
///
/// Needs no account. What is fixed is read from the synthesized template; what follows from the number of events is
/// calculated from how the functions work, from what customers are assumed to do, and from list prices of us-east-1 without
/// free tiers, discounts for quantity, taxes, and traffic to the internet. It is an estimate, not a bill.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra cost --env prod                                   1 thousand to 1 billion events a month
  infra cost --env prod --events-per-month 5000000        everything that is paid for, one by one
  infra cost --env prod --events-per-month 0              what it costs when nothing happens
  infra cost --env prod --prices prices.json --json       with prices of your own, of the form of
                                                          infra/src/cost/prices.json")]
pub(crate) struct Cost {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// How many events there are in a month; without it, a table of several numbers.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(0..=MOST))]
    events_per_month: Option<u64>,

    /// How many events a commit has; for carts it is always 1.
    #[arg(long, value_name = "N", value_parser = one_or_more)]
    events_per_commit: Option<f64>,

    /// How many events a cart has, on average.
    #[arg(long, value_name = "N", value_parser = one_or_more)]
    events_per_cart: Option<f64>,

    /// How often a cart is read for each command.
    #[arg(long, value_name = "N", value_parser = zero_or_more)]
    reads_per_command: Option<f64>,

    /// How much more happens in the busiest second than in an average one.
    #[arg(long, value_name = "N", value_parser = one_or_more)]
    peak_factor: Option<f64>,

    /// How many months of events are stored already.
    #[arg(long, value_name = "N", value_parser = one_or_more)]
    months: Option<f64>,

    /// A list of prices to calculate with.
    #[arg(long, value_name = "FILE")]
    prices: Option<PathBuf>,

    /// Print one JSON object: every assumption, price, saving and limit.
    #[arg(long)]
    json: bool,
}

/// What is shown.
struct Report {
    environment: Environment,
    prices: Prices,
    sizes: Sizes,
    system: System,
    workload: Workload,
    estimates: Vec<Estimate>,
}

pub(crate) fn cmd_cost(args: &Cost) -> Result<Ended> {
    let prices = prices(args)?;
    let workload = workload(args)?;
    let sizes = Sizes::measured().into_diagnostic()?;
    let system = System::of(&synthesized(args.env).into_diagnostic()?).into_diagnostic()?;
    #[allow(clippy::cast_precision_loss, reason = "at most MOST")]
    let volumes = args.events_per_month.map_or_else(|| VOLUMES.to_vec(), |events| vec![events as f64]);
    let estimates = volumes.into_iter().map(|events_per_month| {
        let workload = Workload { events_per_month, ..workload };
        estimate(&system, &workload, &sizes, &prices)
    });
    let estimates = estimates.collect();
    let report = Report { environment: args.env, prices, sizes, system, workload, estimates };
    answer(&if args.json { json(&report)? } else { screen::draw(&report) })?;
    Ok(Ended::Well)
}

fn prices(args: &Cost) -> Result<Prices> {
    let Some(path) = &args.prices else { return Prices::list().into_diagnostic() };
    let text = std::fs::read_to_string(path).into_diagnostic();
    let text = text.wrap_err_with(|| format!("the prices in {} cannot be read", path.display()))?;
    let list = Prices::read(&text).into_diagnostic();
    list.wrap_err_with(|| format!("{} is no list of prices", path.display()))
}

fn workload(args: &Cost) -> Result<Workload> {
    let usual = Workload::of(0.0);
    let workload = Workload {
        events_per_commit: args.events_per_commit.unwrap_or(usual.events_per_commit),
        events_per_cart: args.events_per_cart.unwrap_or(usual.events_per_cart),
        reads_per_command: args.reads_per_command.unwrap_or(usual.reads_per_command),
        peak_factor: args.peak_factor.unwrap_or(usual.peak_factor),
        months: args.months.unwrap_or(usual.months),
        ..usual
    };
    if workload.events_per_commit > workload.events_per_cart {
        bail!(
            "a commit cannot have more events ({}) than its cart ({})",
            workload.events_per_commit,
            workload.events_per_cart
        );
    }
    Ok(workload)
}

fn json(report: &Report) -> Result<String> {
    let Report { environment, prices, sizes, system, workload, estimates } = report;
    let mut assumptions = serde_json::to_value(workload).into_diagnostic()?;
    if let Some(assumptions) = assumptions.as_object_mut() {
        // Each estimate has its own.
        assumptions.remove("events_per_month");
    }
    let json = json!({
        "environment": environment.name,
        "prices": prices,
        "workload": assumptions,
        "bytes": sizes,
        "estimates": estimates,
        "operations": operations(system, workload, sizes, prices),
        "limits": limits(system, workload, sizes),
    });
    serde_json::to_string_pretty(&json).into_diagnostic()
}

fn one_or_more(text: &str) -> Result<f64, String> {
    number(text, 1.0)
}

fn zero_or_more(text: &str) -> Result<f64, String> {
    number(text, 0.0)
}

/// A number from `least` to a million.
fn number(text: &str, least: f64) -> Result<f64, String> {
    let most = 1_000_000.0;
    let number = text.parse::<f64>().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("it has to be a number from {least} to {most}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_that_can_be_calculated_with_are_taken() {
        assert_eq!(one_or_more("1"), Ok(1.0));
        assert_eq!(zero_or_more("0.5"), Ok(0.5));
        for text in ["0.99", "-1", "NaN", "inf", "1e300", "", "one"] {
            assert_eq!(one_or_more(text).unwrap_err(), "it has to be a number from 1 to 1000000", "{text}");
        }
    }
}
