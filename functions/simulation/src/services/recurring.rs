//! EventBridge schedules that come again and again: each time at least once, and up to a minute late.
//!
//! Whatever comes every few minutes would come thousands of times in two weeks of which most are quiet, and find each time what it
//! found before. So a schedule comes at each of its times as long as things happen: when anybody but a recurring schedule invoked a
//! function since the last time, a request took effect late, or faults began or ended. Where nothing of that happens, it comes at
//! the first of its times in each day, so that what only the clock changes is found as well. That is the same for every
//! function that changes nothing when it finds nothing new, and sees from the clock no more than the day.

use std::sync::Arc;
use std::time::Duration;

use crate::fault::Fault;
use crate::template::RecurringProperties;
use crate::world::World;

/// For how long a schedule may be left out while nothing happens.
const QUIET: Duration = Duration::from_secs(24 * 3600);

/// The smallest step of time.
const STEP: Duration = Duration::from_millis(1);

/// Lets a schedule come for as long as the world is there.
pub(crate) fn start(world: &World, schedule: RecurringProperties) {
    let (world, schedule) = (world.clone(), Arc::new(schedule));
    tokio::spawn(async move {
        let mut due = schedule.rhythm.after(world.elapsed());
        loop {
            tokio::time::sleep(due.saturating_sub(world.elapsed())).await;
            let stirred = world.stirred();
            let times = if world.strikes(Fault::Redelivery) { 2 } else { 1 };
            for _ in 0..times {
                invoke(&world, &schedule);
            }
            let latest = schedule.rhythm.after(due + QUIET - STEP);
            // Whichever comes first.
            let _ = tokio::time::timeout(latest.saturating_sub(world.elapsed()), stirred).await;
            due = schedule.rhythm.after(due.max(world.elapsed().saturating_sub(STEP)));
        }
    });
}

fn invoke(world: &World, schedule: &Arc<RecurringProperties>) {
    let (world, schedule) = (world.clone(), Arc::clone(schedule));
    tokio::spawn(async move {
        // Schedules are precise to the minute.
        world.pause(0..60_000).await;
        world.invoke_asynchronously(&schedule.function, &schedule.event).await;
    });
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::fault::Faults;
    use crate::testing::{Probe, function, given};

    const HOUR: Duration = Duration::from_secs(3_600);

    fn schedule(expression: &str) -> Value {
        let schedule = json!({
            "FlexibleTimeWindow": { "Mode": "OFF" },
            "ScheduleExpression": expression,
            "ScheduleExpressionTimezone": "UTC",
            "Target": { "Arn": { "Fn::GetAtt": ["F", "Arn"] }, "Input": "{\"look\":{}}", "RoleArn": "R", "RetryPolicy": {} },
        });
        json!({ "F": function(), "Schedule": { "Type": "AWS::Scheduler::Schedule", "Properties": schedule } })
    }

    #[test]
    fn it_comes_at_each_of_its_times_and_no_more_than_a_minute_late() {
        let probe = Probe::default();
        given(schedule("cron(17 3 * * ? *)"), probe.functions(), Faults::none(), async |world| {
            tokio::time::sleep(72 * HOUR).await;
            world.settle(HOUR).await.unwrap();
            let minutes: Vec<_> = probe.times(&world).iter().map(|at| at.as_secs() / 60).collect();
            let due = [3 * 60 + 17, 27 * 60 + 17, 51 * 60 + 17];
            assert_eq!(minutes.len(), 3);
            assert!(minutes.iter().zip(due).all(|(&at, due)| at == due || at == due + 1), "{minutes:?}");
            assert_eq!(probe.events()[0], r#"{"look":{}}"#);
        });
    }

    #[test]
    fn it_comes_each_time_while_something_happens_and_once_in_a_quiet_day() {
        let probe = Probe::default();
        given(schedule("rate(5 minutes)"), probe.functions(), Faults::none(), async |world| {
            for _ in 0..60 {
                tokio::time::sleep(HOUR / 60).await;
                world.invoke("F", r#"{"client":{}}"#).await.unwrap();
            }
            let looks = || probe.events().iter().filter(|event| event.contains("look")).count();
            tokio::time::sleep(HOUR).await;
            // The last time finds what the client did just behind the one before.
            assert_eq!(looks(), 12 + 1);
            tokio::time::sleep(14 * 24 * HOUR).await;
            assert_eq!(looks(), 13 + 14);
            world.invoke("F", r#"{"client":{}}"#).await.unwrap();
            tokio::time::sleep(HOUR / 10).await;
            assert_eq!(looks(), 13 + 14 + 1);
        });
    }

    #[test]
    fn it_may_come_twice() {
        let probe = Probe::default();
        given(schedule("rate(1 day)"), probe.functions(), Faults::always(&[Fault::Redelivery]), async |world| {
            tokio::time::sleep(25 * HOUR).await;
            // Lambda's own second times come a minute later.
            let minute = 24 * HOUR..24 * HOUR + HOUR / 60;
            assert_eq!(probe.times(&world).iter().filter(|at| minute.contains(*at)).count(), 2);
        });
    }
}
