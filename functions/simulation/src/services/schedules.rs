//! A group of EventBridge schedules that happen once, at least once each.
//!
//! <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html>

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use jiff::Timestamp;

use super::{logical_id, not_found};
use crate::fault::Fault;
use crate::sandbox::{Failure, Sandbox};
use crate::world::{World, lock};

/// What is to happen once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// Unique within its group.
    pub name: String,
    /// When, to the minute.
    pub at: Timestamp,
    /// The function to invoke, asynchronously.
    pub function: String,
    /// With what.
    pub event: String,
}

/// What became of a schedule that was to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is there now.
    Created,
    /// There is one of that name, which was left alone.
    Present,
}

/// The schedules of a group by name.
#[derive(Debug, Default)]
pub(crate) struct Schedules(Mutex<BTreeMap<String, Schedule>>);

impl Schedules {
    fn create(&self, world: &World, group: &str, schedule: Schedule) -> Taken {
        let mut schedules = lock(&self.0);
        if schedules.contains_key(&schedule.name) {
            return Taken::Present;
        }
        let schedule = Schedule { function: logical_id(&schedule.function).to_owned(), ..schedule };
        schedules.insert(schedule.name.clone(), schedule.clone());
        drop(schedules);
        let (world, group) = (world.clone(), group.to_owned());
        tokio::spawn(async move {
            let wait = Duration::try_from(schedule.at.duration_since(world.now())).unwrap_or_default();
            tokio::time::sleep(wait).await;
            // Schedules are precise to the minute.
            world.pause(0..60_000).await;
            let Some(schedules) = world.services().schedules(&group) else { return };
            // One that was deleted, or made again with another time, is none of this one's business.
            if lock(&schedules.0).get(&schedule.name) != Some(&schedule) {
                return;
            }
            lock(&schedules.0).remove(&schedule.name);
            world.stir();
            // It is handed over at least once; from then on the function's own retries count.
            if world.strikes(Fault::Redelivery) {
                world.invoke_asynchronously(&schedule.function, &schedule.event).await;
            }
            world.invoke_asynchronously(&schedule.function, &schedule.event).await;
            world.stir();
        });
        Taken::Created
    }
}

/// Sends requests to a group of schedules.
#[derive(Debug, Clone)]
pub struct SchedulesClient {
    sandbox: Sandbox,
    address: String,
}

impl SchedulesClient {
    pub(crate) fn new(sandbox: Sandbox, address: &str) -> Self {
        Self { sandbox, address: address.to_owned() }
    }

    /// `CreateSchedule`, with deletion after it happened.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn create(&self, schedule: Schedule) -> Result<Taken, Failure> {
        let address = self.address.clone();
        let create = move |world: &World| {
            let schedules = world.services().schedules(&address).ok_or_else(|| not_found(&address))?;
            Ok(schedules.create(world, &address, schedule))
        };
        self.sandbox.request("scheduler:CreateSchedule", logical_id(&self.address), create).await?
    }

    /// `DeleteSchedule`; one that is not there is no error.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn delete(&self, name: &str) -> Result<(), Failure> {
        let (address, name) = (self.address.clone(), name.to_owned());
        let delete = move |world: &World| {
            let schedules = world.services().schedules(&address).ok_or_else(|| not_found(&address))?;
            lock(&schedules.0).remove(&name);
            Ok(())
        };
        self.sandbox.request("scheduler:DeleteSchedule", logical_id(&self.address), delete).await?
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::fault::Faults;
    use crate::testing::{Probe, function, given, sandbox};

    const HOUR: Duration = Duration::from_secs(3_600);

    /// Runs a test in a world with a group `G` of schedules for a function `F`.
    fn given_group(faults: Faults, test: impl AsyncFnOnce(&World, SchedulesClient, Probe)) {
        let probe = Probe::default();
        let resources = json!({ "F": function(), "G": { "Type": "AWS::Scheduler::ScheduleGroup" } });
        given(resources, probe.functions(), faults, async |world| {
            let allowed = ["scheduler:CreateSchedule", "scheduler:DeleteSchedule"].map(|action| (action, "G"));
            let client = sandbox(&world, &allowed).schedules("G");
            test(&world, client, probe).await;
        });
    }

    fn in_an_hour(world: &World, event: &str) -> Schedule {
        let (name, event) = ("one".to_owned(), event.to_owned());
        Schedule { name, at: world.now() + HOUR, function: "F.Arn".to_owned(), event }
    }

    #[test]
    fn it_happens_once_and_no_more_than_a_minute_late() {
        given_group(Faults::none(), async |world, group, probe| {
            let due = world.elapsed() + HOUR;
            assert_eq!(group.create(in_an_hour(world, "{}")).await, Ok(Taken::Created));
            // It is no work before it is due.
            world.settle(HOUR / 2).await.unwrap();
            assert_eq!(probe.events().len(), 0);
            tokio::time::sleep(48 * HOUR).await;
            let [at] = probe.times(world)[..] else { panic!("{:?}", probe.times(world)) };
            assert!(due <= at && at <= due + HOUR / 60 + HOUR / 3_600, "{at:?}");
        });
    }

    #[test]
    fn one_that_is_there_is_left_alone_and_one_that_is_removed_never_happens() {
        given_group(Faults::none(), async |world, group, probe| {
            group.create(in_an_hour(world, "{}")).await.unwrap();
            assert_eq!(group.create(in_an_hour(world, r#"{"other":{}}"#)).await, Ok(Taken::Present));
            tokio::time::sleep(2 * HOUR).await;
            assert_eq!(probe.events(), ["{}"]);
            group.create(in_an_hour(world, "{}")).await.unwrap();
            group.delete("one").await.unwrap();
            group.delete("one").await.unwrap();
            tokio::time::sleep(2 * HOUR).await;
            assert_eq!(probe.events().len(), 1);
        });
    }

    #[test]
    fn it_may_happen_more_than_once() {
        given_group(Faults::none(), async |world, group, probe| {
            group.create(in_an_hour(world, "{}")).await.unwrap();
            world.begin_faults(Faults::always(&[Fault::Redelivery]));
            tokio::time::sleep(2 * HOUR).await;
            world.end_faults();
            world.settle(HOUR).await.unwrap();
            assert!(probe.events().len() > 1);
        });
    }
}
