use std::sync::LazyLock;

use proptest::prelude::*;

use super::workload::{HOURS, SECONDS};
use super::*;
use crate::app::synthesized;
use crate::environment::Environment;

fn prod() -> System {
    static PROD: LazyLock<System> = LazyLock::new(|| System::of(&synthesized(Environment::PROD).unwrap()).unwrap());
    PROD.clone()
}

/// Numbers that are easy to calculate with: a cart is opened by half of the customers, gets three items and stays open.
fn simple(events: f64) -> Workload {
    Workload { events_per_cart: 4.0, left_open: 1.0, ..Workload::of(events) }
}

fn sizes() -> Sizes {
    Sizes { commit: 300.0, event: 150.0, record: 600.0, archived: 200.0, log_line: 300.0 }
}

fn bill(system: &System, workload: &Workload) -> Bill {
    Bill::of(system, workload, &sizes(), &Prices::list().unwrap())
}

/// What is paid for something.
#[track_caller]
fn cost(bill: &Bill, price: Priced, purpose: &str) -> f64 {
    let line = bill.lines.iter().find(|line| line.price == price && line.purpose == purpose);
    line.unwrap_or_else(|| panic!("nothing is paid for {purpose}: {bill:#?}")).cost
}

#[track_caller]
fn assert_near(amount: f64, expected: f64) {
    assert!((amount - expected).abs() <= expected.abs() * 1e-6 + 1e-9, "{amount} is not {expected}");
}

#[test]
fn without_events_what_is_fixed_is_paid_for() {
    let system = prod();
    let bill = bill(&system, &Workload::of(0.0));
    assert_near(cost(&bill, Priced::KinesisStreamHours, "stream"), 29.2);
    assert_near(cost(&bill, Priced::CloudWatchAlarms, "alarms"), system.alarms * 0.1);
    assert_near(cost(&bill, Priced::CloudWatchDashboards, "dashboard"), 3.0);
    assert_near(cost(&bill, Priced::KmsKeys, "keys"), 2.0);
    // 5 pollers, 180 times an hour.
    assert_near(cost(&bill, Priced::SqsFifoRequests, "waiting for replays"), 657_000.0 * 0.5e-6);
    // Two checks every 5 minutes, and compaction every night.
    assert_near(cost(&bill, Priced::SchedulerInvocations, "regular schedules"), (2.0 * 8760.0 + 730.0 / 24.0) * 1e-6);
    assert!(bill.lines.iter().all(|line| line.service != Service::ApiGateway && line.service != Service::Ses));
}

#[test]
fn a_million_events_cost_what_can_be_calculated_by_hand() {
    let bill = bill(&prod(), &simple(1e6));
    assert_near(cost(&bill, Priced::HttpApiRequests, "requests"), 2.5);
    assert_near(cost(&bill, Priced::DynamoDbWrites, "commits"), 0.625);
    // A million commands and a million reads: half a unit for the snapshot, one for the commits.
    assert_near(cost(&bill, Priced::DynamoDbReads, "commits"), 2.0 * 1.5 * 0.125);
    // Each event moves a gate in a transaction (2), and each of 3 pairs in 250,000 carts is counted (2) and moves in 2 indexes (2 each).
    assert_near(cost(&bill, Priced::DynamoDbWrites, "related-items"), (2.0 + 0.75 * 6.0) * 0.625);
    assert_near(cost(&bill, Priced::DynamoDbWrites, "gates of reminders"), 0.625);
    // Half of 250,000 carts belong to customers, and all of those are reminded.
    assert_near(cost(&bill, Priced::SesEmails, "reminders"), 12.5);
    assert_near(cost(&bill, Priced::SchedulerInvocations, "reminders that are due"), 0.125);
    assert_near(cost(&bill, Priced::KmsRequests, "keys of customers"), 0.75);
    // A record of 600 bytes is paid for as 1 KB when it is written, and as it is when each of 3 functions reads it.
    let gigabyte = 1024.0 * 1024.0 * 1024.0;
    assert_near(cost(&bill, Priced::KinesisIn, "events"), 1e6 * 1024.0 / gigabyte * 0.08);
    assert_near(cost(&bill, Priced::KinesisOut, "readers"), 3.0 * 1e6 * 600.0 / gigabyte * 0.04);
    // Six days of the seven that records are kept are paid for.
    assert_near(
        cost(&bill, Priced::KinesisRetention, "kept for longer than a day"),
        1e6 * 1024.0 / gigabyte * 144.0 / 730.0 * 0.1,
    );
    assert_near(cost(&bill, Priced::S3Storage, "archive"), 12.0 * 1e6 * 200.0 / gigabyte * 0.023);
    // 450 bytes and what DynamoDB adds, for a year.
    assert_near(cost(&bill, Priced::DynamoDbStorage, "commits"), 12.0 * 1e6 * 550.0 / gigabyte * 0.25);
    // A command takes 16 ms, a read or question 11 ms, and each cart of a customer 15 ms more for the key; 0.25 GB.
    let seconds = (1e6 * 16.0 + 1.5e6 * 11.0 + 0.125e6 * 15.0) / 1000.0;
    assert_near(cost(&bill, Priced::LambdaArm64, "api"), seconds * 0.25 * 0.000_013_333_4);
    assert_near(cost(&bill, Priced::LambdaRequests, "api"), 0.5);
}

#[test]
fn a_batch_is_what_arrives_while_the_function_waits() {
    // One event a second into each of the four shards.
    let events = 4.0 * SECONDS;
    let month = Workload { months: 1.0, ..simple(events) };
    let flow = flow::Flow::of(&prod(), &month, &sizes());
    assert_eq!(flow.shards, 4.0);
    assert_near(flow.number("archive"), events / 61.0);
    // Without a window, what has arrived since Lambda looked last: a second ago.
    assert_near(flow.number("reminders"), events / 2.0 + 8760.0);
    // A table stream is looked at four times a second.
    assert_near(flow.number("publish"), events / 1.25);
    // Never more than what the mapping says, or Lambda hands over.
    let flow = flow::Flow::of(&prod(), &simple(1e6 * events), &sizes());
    assert_near(flow.number("reminders"), 1e6 * events / 100.0 + 8760.0);
    assert_near(flow.number("archive"), 1e6 * events / (6.0 * 1024.0 * 1024.0 / 1200.0));
}

#[test]
fn shards_follow_the_busiest_second() {
    let shards = |events_per_second: f64, stream_capacity| {
        let system = System { stream_capacity, ..prod() };
        flow::Flow::of(&system, &simple(events_per_second * SECONDS), &sizes()).shards
    };
    // 5 times 1,000 records.
    assert_eq!(shards(1000.0, Capacity::OnDemand), 10.0);
    assert_eq!(shards(1000.0, Capacity::Provisioned), 5.0);
    assert_eq!((shards(1.0, Capacity::OnDemand), shards(1.0, Capacity::Provisioned)), (4.0, 1.0));
}

#[test]
fn provisioned_capacity_is_paid_for_the_busiest_second_around_the_clock() {
    let system = System { table_capacity: Capacity::Provisioned, stream_capacity: Capacity::Provisioned, ..prod() };
    // 100 commits a second, 500 in the busiest.
    let bill = bill(&system, &simple(100.0 * SECONDS));
    assert_near(cost(&bill, Priced::DynamoDbWriteHours, "commits"), 500.0 * HOURS * 0.00065);
    assert_near(cost(&bill, Priced::KinesisShardHours, "shards"), HOURS * 0.015);
    assert_near(cost(&bill, Priced::KinesisPayloadUnits, "events"), 100.0 * SECONDS * 0.014e-6);
    assert_near(cost(&bill, Priced::KinesisShardRetention, "kept for longer than a day"), HOURS * 0.02);
}

#[test]
fn an_item_for_each_event_in_a_transaction_costs_twice_as_many_writes_for_each_of_them() {
    let workload = Workload { events_per_commit: 4.0, ..simple(1e6) };
    let ours = bill(&prod(), &workload);
    // A commit of 4 events has 900 bytes: one unit.
    assert_near(cost(&ours, Priced::DynamoDbWrites, "commits"), 0.25 * 0.625);
    let naive = bill(&System { item_per_commit: false, ..prod() }, &workload);
    assert_near(cost(&naive, Priced::DynamoDbWrites, "commits"), 2.0 * 0.625);
    let saved = savings(&prod(), &workload, &sizes(), &Prices::list().unwrap());
    let [first, ..] = saved[..] else { panic!("no savings") };
    assert_eq!(first.choice, Choice::ItemPerCommit);
    assert_near(first.saves, naive.total - ours.total);
    assert!(first.saves > 1.75 * 0.625);
}

#[test]
fn whoever_waits_writes_fewer_objects() {
    let waiting = bill(&prod(), &simple(1e8));
    let mut impatient = prod();
    impatient.mappings.iter_mut().for_each(|mapping| mapping.window = 0.0);
    let impatient = bill(&impatient, &simple(1e8));
    assert!(cost(&impatient, Priced::S3Puts, "batches") > 10.0 * cost(&waiting, Priced::S3Puts, "batches"));
}

#[test]
fn limits_are_where_they_can_be_calculated_by_hand_the_first_first() {
    let limits = limits(&prod(), &simple(0.0), &sizes());
    let peak = |text: &str| {
        let limit = limits.iter().find(|limit| limit.limit.contains(text));
        limit.unwrap_or_else(|| panic!("{text}: {limits:#?}")).peak_events_per_second
    };
    // 1,000 requests, two and a half for each event.
    assert_near(peak("that the API takes").unwrap(), 400.0);
    assert_near(peak("into each of the first 4 shards").unwrap(), 4000.0);
    assert_near(peak("out of each of the first 4 shards").unwrap(), 4.0 * 2.0 * 1024.0 * 1024.0 / 1800.0);
    // Of a batch of 100, 8 carts at a time, 15 ms each; 10 ms for the register, and 3 ms of its own.
    assert_near(peak("shards at a time in related-items").unwrap(), 4.0 * 100.0 / (12.5 * 0.015 + 0.013));
    // The same with 10 ms each, and 20 ms more for a schedule, which every eighth event leads to.
    assert_near(peak("shards at a time in reminders").unwrap(), 4.0 * 100.0 / (12.5 * 0.0125 + 0.003));
    assert_near(peak("40,000 writes a second to the event table").unwrap(), 40_000.0);
    assert_near(peak("40,000 writes a second to the table of related-items").unwrap(), 40_000.0 / 3.5);
    // A reminder for every eighth event, 86,400 seconds a day, and 5 times as many events in the busiest second.
    assert_near(peak("emails a day").unwrap(), 5.0 * 50_000.0 * 8.0 / 86_400.0);
    assert_near(peak("schedules that wait").unwrap(), 5.0 * 1e7 * 8.0 / (14.0 * 86_400.0));
    assert_eq!(peak("queue of replays"), None);
    // 10 batches at a time with 10 events of 2.5 carts of 4: four rounds of 15 ms, the register, and 1 ms of its own.
    assert_near(replayed_per_second(&prod(), &simple(0.0)).unwrap(), 10.0 * 10.0 / (4.0 * 0.015 + 0.006));
    let months: Vec<_> = limits.iter().map(|limit| limit.events_per_month.unwrap_or(f64::INFINITY)).collect();
    assert!(months.is_sorted(), "{months:?}");
    for limit in &limits {
        let (Some(peak), Some(month)) = (limit.peak_events_per_second, limit.events_per_month) else { continue };
        assert_near(month, peak / 5.0 * SECONDS);
    }
}

#[test]
fn replaying_is_taking_events_through_the_queue() {
    let operations = operations(&prod(), &simple(0.0), &sizes(), &Prices::list().unwrap());
    let replay = operations.iter().find(|operation| operation.operation.starts_with("replay")).unwrap();
    // At least what counting costs, and 300,000 requests to the queue.
    let least = (2.0 + 0.75 * 6.0) * 0.625 + (1.0 + 0.1) * 0.125 + 0.3 * 0.5;
    assert!((least..1.2 * least).contains(&replay.per_million_events), "{operations:?}, {least}");
    assert!(operations.iter().all(|operation| operation.per_million_events > 0.0));
}

#[test]
fn another_price_changes_what_it_is_the_price_of() {
    let doubled = include_str!("prices.json").replace("\"price\": 0.625,", "\"price\": 1.25,");
    let prices = Prices::read(&doubled).unwrap();
    let bill = Bill::of(&prod(), &simple(1e6), &sizes(), &prices);
    assert_near(cost(&bill, Priced::DynamoDbWrites, "commits"), 1.25);
    assert_near(cost(&bill, Priced::DynamoDbReads, "commits"), 0.375);
}

fn workloads() -> impl Strategy<Value = Workload> {
    let commits = (1.0..50.0, 1.0..20.0).prop_map(|(per_commit, commits)| (per_commit, per_commit * commits));
    let parts = (0.0..=1.0, 0.0..=1.0, 0.0..=1.0);
    let rest = (0.0..10.0, 0.0..10.0, 1.0..100.0, 1.0..120.0);
    (0_u64..1_000_000_000_000, commits, parts, rest).prop_map(|(events, commits, parts, rest)| {
        #[allow(clippy::cast_precision_loss)]
        let usual = Workload::of(events as f64);
        Workload {
            events_per_commit: commits.0,
            events_per_cart: commits.1,
            over_http: parts.0,
            with_customer: parts.1,
            left_open: parts.2,
            reads_per_command: rest.0,
            suggestions_per_command: rest.1,
            peak_factor: rest.2,
            months: rest.3,
            ..usual
        }
    })
}

proptest! {
    #[test]
    fn every_part_is_a_number_and_all_together_are_the_total(workload in workloads()) {
        let bill = bill(&prod(), &workload);
        for line in &bill.lines {
            prop_assert!(line.cost.is_finite() && line.cost >= 0.0 && line.quantity.is_finite(), "{line:?}");
        }
        let services: f64 = bill.by_service().values().sum();
        prop_assert!((services - bill.total).abs() <= 1e-9 * bill.total);
        let (_, _, most) = bill.dominating().unwrap();
        prop_assert!(most > 0.0 && most <= bill.total);
        for limit in limits(&prod(), &workload, &sizes()) {
            prop_assert!(limit.peak_events_per_second.is_none_or(|peak| peak.is_finite() && peak > 0.0), "{limit:?}");
        }
    }

    #[test]
    fn more_events_never_cost_less(workload in workloads(), factor in 1.0..10.0) {
        let more = Workload { events_per_month: workload.events_per_month * factor, ..workload };
        let [less, more] = [workload, more].map(|workload| bill(&prod(), &workload).total);
        prop_assert!(more >= less * (1.0 - 1e-9), "{less}, {more}");
    }

    #[test]
    fn what_saves_money_always_saves_money_always(workload in workloads()) {
        let prices = Prices::list().unwrap();
        for Saving { choice, otherwise, saves } in savings(&prod(), &workload, &sizes(), &prices) {
            prop_assert!(otherwise.is_finite() && saves.is_finite());
            let depends = matches!(choice, Choice::OnDemandTables | Choice::OnDemandStream);
            prop_assert!(depends || saves >= -1e-9 * otherwise, "{choice:?} saves {saves}");
        }
    }
}
