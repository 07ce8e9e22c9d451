//! Alarms on what functions measure by themselves: a decision about each metric of the vocabulary.

use cdk::Stack;
use cdk::aws::cloudwatch::alarm::{Statistic, TreatMissingData};
use cdk::aws::lambda;
use cdk::constructs::{AlarmProps, Metric};
use functions::metrics::{Count, DIMENSION, Lag, Level, Measures, NAMESPACE, OF_EVERY_FUNCTION};

use super::{Alarms, Concern, Watched, sustained};
use crate::environment::Thresholds;

/// Watches what the function says that it measures.
pub(super) fn watch(stack: &mut Stack, alarms: &mut Alarms, function: &Watched) {
    let Watched { name, path, resource, measures } = function;
    let thresholds = alarms.environment.thresholds;
    for &count in OF_EVERY_FUNCTION.iter().chain(measures.counts) {
        let Some(Watch { concern, minutes, props }) = of_count(count, measures, thresholds) else { continue };
        let metric = of_function(count.name(), resource).every_minutes(minutes);
        alarms.add(stack, &path.child(count.name()), &metric, concern, name, props);
    }
    for &lag in measures.lags {
        let Watch { concern, minutes, props } = of_lag(lag, thresholds);
        let metric = lag_of(lag, resource).every_minutes(minutes);
        alarms.add(stack, &path.child(lag.name()), &metric, concern, name, props);
    }
    for &level in measures.levels {
        let Some(Watch { concern, minutes, props }) = of_level(level) else { continue };
        let metric = of_function(level.name(), resource).statistic(Statistic::Maximum).every_minutes(minutes);
        alarms.add(stack, &path.child(level.name()), &metric, concern, name, props);
    }
}

/// A metric of a function, summed up.
pub(super) fn of_function(name: &str, function: &cdk::Resource<lambda::Function>) -> Metric {
    Metric::new(NAMESPACE, name).of(DIMENSION, function.reference())
}

/// A lag of a function, as it is for nearly all of what there is.
pub(super) fn lag_of(lag: Lag, function: &cdk::Resource<lambda::Function>) -> Metric {
    of_function(lag.name(), function).percentile(99)
}

/// How a metric is watched.
struct Watch {
    concern: Concern,
    /// How long a period is.
    minutes: u32,
    props: AlarmProps,
}

/// Whether anybody is told about a count, and from when on. Those without an alarm are part of normal life.
fn of_count(count: Count, measures: &Measures, thresholds: Thresholds) -> Option<Watch> {
    let at_once = |concern| Some(Watch { concern, minutes: 1, props: AlarmProps::above(0.0) });
    let lasting = |concern| Some(Watch { concern, minutes: 1, props: sustained(0.0, 3, 5) });
    let more_than =
        |threshold: u32, concern| Some(Watch { concern, minutes: 5, props: AlarmProps::above(f64::from(threshold)) });
    match count {
        // What clients ask for, and what at-least-once delivery brings along.
        Count::CommandsAccepted
        | Count::CommandsRepeated
        // Each of them is an invocation or a request that is refused as well.
        | Count::CommandsRefused
        | Count::RequestsAnswered
        | Count::EventsPublished
        | Count::EventsArchived
        | Count::EventsRestored
        | Count::BatchesArchivedAgain
        | Count::EventsApplied
        | Count::DuplicateEvents
        | Count::EventsIgnored
        | Count::EventsRedriven
        | Count::EventsReplayed
        | Count::ReplayDuplicates
        // What is left of a replay whose generation serves readers or is retired.
        | Count::ReplayedEventsDropped
        // What is sent in the end is well; what is not is counted as left.
        | Count::SendsRepeated
        | Count::RemindersSent
        | Count::RemindersSpared => None,
        Count::InvocationsFailed => lasting(Concern::InvocationsFailing),
        Count::InvocationsRefused | Count::RequestsRefused => {
            // Customers send commands. Everything else is asked by schedules and operators, who know what can be had.
            let is_for_clients = measures.counts.contains(&Count::CommandsRefused);
            let threshold = if is_for_clients { f64::from(thresholds.refusals) } else { 0.0 };
            // One mistake of somebody is over by the time that anybody could look.
            Some(Watch { concern: Concern::Refusals, minutes: 5, props: sustained(threshold, 3, 3) })
        }
        Count::CommandsFailed | Count::RequestsFailed => more_than(thresholds.failures, Concern::CommandsFailing),
        Count::CommandConflicts | Count::CommandsUnconfirmed => more_than(thresholds.conflicts, Concern::Conflicts),
        Count::SnapshotsUnavailable | Count::SnapshotsLeftAside => more_than(0, Concern::Snapshots),
        Count::UnreadableDeliveries => at_once(Concern::Unreadable),
        Count::CommitsLeft => lasting(Concern::Unpublished),
        Count::GapsHealed => more_than(thresholds.gaps, Concern::Gaps),
        Count::EventsParked => at_once(Concern::Parked),
        Count::EventsLeft => lasting(Concern::EventsLeft),
        Count::AuditFindings => at_once(Concern::ArchiveDiffers),
        Count::HoursNotCompacted => at_once(Concern::NotCompacted),
        Count::ArchiveHoles | Count::ArchiveDamages => at_once(Concern::ArchiveDamaged),
        Count::RemindersRefused | Count::RemindersUnconfirmed => at_once(Concern::RemindersNotSent),
    }
}

fn of_lag(lag: Lag, thresholds: Thresholds) -> Watch {
    let (concern, threshold) = match lag {
        Lag::CommandToHandler => (Concern::Late, thresholds.command_to_handler_ms),
        Lag::CommandToArchive => (Concern::ArchiveLate, thresholds.command_to_archive_ms),
    };
    Watch { concern, minutes: 1, props: sustained(f64::from(threshold), 3, 5) }
}

fn of_level(level: Level) -> Option<Watch> {
    match level {
        Level::ParkedAggregates => {
            // It stays as it is until somebody looks again.
            let props = AlarmProps { missing_data: TreatMissingData::Ignore, ..AlarmProps::above(0.0) };
            Some(Watch { concern: Concern::Parked, minutes: 5, props })
        }
        // There are some if and only if there are aggregates.
        Level::ParkedDeliveries => None,
    }
}
