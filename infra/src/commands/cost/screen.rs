//! The screen that `cost` shows.

use console::style;
use indicatif::HumanCount;

use super::Report;
use crate::cost::{Bill, Estimate, Limit, Service, Workload, limits, operations};
use crate::table::table;
use crate::text::visible;

/// The services with columns of their own in the table of volumes.
const COLUMNS: [Service; 6] =
    [Service::ApiGateway, Service::Lambda, Service::DynamoDb, Service::Kinesis, Service::S3, Service::CloudWatch];

/// The whole screen.
pub(super) fn draw(report: &Report) -> String {
    let Report { environment, prices, sizes, system, workload, estimates } = report;
    let [currency, region, date] = [&prices.currency, &prices.region, &prices.date].map(|text| visible(text));
    let mut lines = vec![
        format!(
            "{} a month in {currency}, by list prices of {region} ({date}) without free tiers",
            environment.stack_props().name
        ),
        assumptions(workload),
    ];
    match &estimates[..] {
        [one] => lines.extend(one_by_one(one)),
        several => lines.extend(volumes(several)),
    }
    lines.extend(savings(estimates));
    let operations = operations(system, workload, sizes, prices).into_iter().map(|operation| {
        let costs = [1.0, 1000.0].map(|millions| money(operation.per_million_events * millions));
        (false, [operation.operation.to_owned()].into_iter().chain(costs).collect())
    });
    let heads = ["when somebody asks for it", "a million events", "a billion events"];
    lines.extend(table(&heads, operations.collect(), 1..3));
    lines.extend(limit_lines(limits(system, workload, sizes)));
    lines.join("\n")
}

fn assumptions(workload: &Workload) -> String {
    let Workload { events_per_commit, events_per_cart, reads_per_command, peak_factor, months, .. } = workload;
    format!(
        "assumed: events a commit {events_per_commit}, events a cart {events_per_cart}, reads a command {reads_per_command}, \
         busiest second {peak_factor} times the average, months stored {months}"
    )
}

fn volumes(estimates: &[Estimate]) -> Vec<String> {
    let names = COLUMNS.map(|service| service.to_string());
    let first = ["events a month", "peak/s", "shards"];
    let last = ["others", "total", "per million", "most of it"];
    let heads: Vec<&str> = first.into_iter().chain(names.iter().map(String::as_str)).chain(last).collect();
    let rows = estimates.iter().map(|estimate| {
        let Estimate { events_per_month, peak_events_per_second, shards, bill, .. } = estimate;
        let services = bill.by_service();
        let of = |service: Service| services.get(&service).copied().unwrap_or_default();
        let others = bill.total - COLUMNS.map(of).iter().sum::<f64>();
        let mut cells = vec![roughly(*events_per_month), quantity(*peak_events_per_second), quantity(*shards)];
        cells.extend(COLUMNS.map(|service| money(of(service))));
        cells.extend([money(others), money(bill.total), per_million(bill, *events_per_month), dominating(bill)]);
        (false, cells)
    });
    table(&heads, rows.collect(), 1..heads.len() - 1)
}

fn one_by_one(estimate: &Estimate) -> Vec<String> {
    let Estimate { events_per_month, events_per_second, peak_events_per_second, shards, bill, .. } = estimate;
    let mut lines = vec![format!(
        "{} events a month: {} a second on average, {} in the busiest; {shards} shards",
        roughly(*events_per_month),
        quantity(*events_per_second),
        quantity(*peak_events_per_second)
    )];
    let rows = bill.lines.iter().map(|line| {
        let service = line.service.to_string();
        (false, vec![service, line.purpose.to_owned(), quantity(line.quantity), visible(&line.unit), money(line.cost)])
    });
    lines.extend(table(&["service", "what for", "quantity", "unit", "cost"], rows.collect(), 2..3));
    lines.push(String::new());
    let per_million = per_million(bill, *events_per_month);
    lines.push(style(format!("total {}, {per_million} per million events", money(bill.total))).bold().to_string());
    lines.push(format!("most of it: {}", dominating(bill)));
    lines
}

fn savings(estimates: &[Estimate]) -> Vec<String> {
    let volumes: Vec<String> = estimates.iter().map(|estimate| roughly(estimate.events_per_month)).collect();
    let heads: Vec<&str> = ["what choices save"].into_iter().chain(volumes.iter().map(String::as_str)).collect();
    let Some(first) = estimates.first() else { return Vec::new() };
    let rows = first.savings.iter().enumerate().map(|(index, saving)| {
        let saved = estimates.iter().filter_map(|estimate| estimate.savings.get(index));
        let cells = [saving.choice.describe().to_owned()].into_iter().chain(saved.map(|saving| money(saving.saves)));
        (false, cells.collect())
    });
    table(&heads, rows.collect(), 1..heads.len())
}

fn limit_lines(limits: Vec<Limit>) -> Vec<String> {
    let known = |number: Option<f64>, shown: fn(f64) -> String| number.map_or_else(|| "-".to_owned(), shown);
    let rows = limits.iter().map(|limit| {
        let cells = vec![
            known(limit.events_per_month, roughly),
            known(limit.peak_events_per_second, quantity),
            limit.service.to_string(),
            limit.limit.to_owned(),
        ];
        (false, cells)
    });
    let lines = table(&["reached at events a month", "peak/s", "service", "limit"], rows.collect(), 1..2);
    // The first two are an empty line and the heads.
    let answers = limits.iter().map(|limit| Some(format!("    {}", style(&limit.answer).dim())));
    let answers = [None, None].into_iter().chain(answers);
    lines.into_iter().zip(answers).flat_map(|(line, answer)| [Some(line), answer]).flatten().collect()
}

fn dominating(bill: &Bill) -> String {
    bill.dominating().map_or_else(String::new, |(service, purpose, cost)| {
        format!("{service}: {purpose}, {:.0} %", 100.0 * cost / bill.total)
    })
}

fn per_million(bill: &Bill, events: f64) -> String {
    if events > 0.0 { money(bill.total / events * 1e6) } else { "-".to_owned() }
}

/// An amount of money with two decimals.
fn money(amount: f64) -> String {
    let cents = (amount.abs() * 100.0).round();
    let sign = if amount < 0.0 && cents > 0.0 { "-" } else { "" };
    format!("{sign}{}.{:02.0}", HumanCount(whole(cents / 100.0)), cents % 100.0)
}

/// A quantity, with decimals if it is small.
fn quantity(number: f64) -> String {
    if number >= 100.0 || number.fract() == 0.0 {
        HumanCount(whole(number.round())).to_string()
    } else {
        format!("{number:.3}")
    }
}

/// A number in words: `1 thousand`, `2.5 million`.
fn roughly(number: f64) -> String {
    let (unit, name) = match number {
        small if small < 1e3 => (1.0, ""),
        thousands if thousands < 1e6 => (1e3, " thousand"),
        millions if millions < 1e9 => (1e6, " million"),
        billions if billions < 1e12 => (1e9, " billion"),
        _ => (1e12, " trillion"),
    };
    let number = (number / unit * 10.0).round() / 10.0;
    let shown = if number >= 100.0 || number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number:.1}") };
    format!("{shown}{name}")
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "conversion saturates, and nothing is negative"
)]
fn whole(number: f64) -> u64 {
    number as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_two_decimals() {
        for (amount, shown) in [
            (0.0, "0.00"),
            (0.004, "0.00"),
            (-0.004, "0.00"),
            (0.999, "1.00"),
            (1234.5, "1,234.50"),
            (-12.345, "-12.35"),
            (1_000_000.01, "1,000,000.01"),
        ] {
            assert_eq!(money(amount), shown);
        }
    }

    #[test]
    fn numbers_are_easy_to_read() {
        for (number, shown) in [
            (0.0, "0"),
            (12.34, "12.3"),
            (1000.0, "1 thousand"),
            (2_540_000.0, "2.5 million"),
            (210_400_000.0, "210 million"),
            (1e9, "1 billion"),
            (1e12, "1 trillion"),
        ] {
            assert_eq!(roughly(number), shown);
        }
        for (number, shown) in [(4.0, "4"), (0.0019, "0.002"), (1902.6, "1,903")] {
            assert_eq!(quantity(number), shown);
        }
    }
}
