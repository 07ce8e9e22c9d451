//! Schedules of reminders over EventBridge Scheduler, each named after its cart.

use aws_sdk_scheduler::Client;
use aws_sdk_scheduler::types::{
    ActionAfterCompletion, DeadLetterConfig, FlexibleTimeWindow, FlexibleTimeWindowMode, Target,
};
use contract::{Access, Address, Allows, CreateSchedule, DeleteSchedule, PassRole, ScheduleGroup};
use domain::cart::CartId;
use jiff::{RoundMode, SignedDuration, Timestamp, TimestampRound, Unit};

use super::{Connection, unavailable};
use crate::ports::{ReminderSchedules, Unavailable};
use crate::remind::{Remind, RemindRequest};

/// When a schedule fires whose time is past already: the scheduler works to the minute.
const AT_ONCE: SignedDuration = SignedDuration::from_mins(1);

/// Makes schedules in a group.
#[derive(Debug, Clone)]
pub struct SchedulerGroup {
    client: Client,
    group: String,
    function: String,
    role: String,
    dead_letters: String,
}

impl SchedulerGroup {
    /// The group at an address that allows to make schedules that wake a function, and to remove them.
    pub fn new<A, C, D, P>(connection: &Connection, group: &Address<ScheduleGroup<RemindRequest>, A>) -> Self
    where
        A: Access<ScheduleGroup<RemindRequest>>
            + Allows<CreateSchedule, C>
            + Allows<DeleteSchedule, D>
            + Allows<PassRole, P>,
    {
        Self {
            client: Client::new(connection.config()),
            group: group.group().to_owned(),
            function: group.function().to_owned(),
            role: group.role().to_owned(),
            dead_letters: group.dead_letters().to_owned(),
        }
    }
}

impl ReminderSchedules for SchedulerGroup {
    async fn schedule(&self, remind: &Remind, at: Timestamp) -> Result<(), Unavailable> {
        let input = serde_json::to_string(&RemindRequest::Remind(remind.clone()));
        let input = input.map_err(|error| Unavailable(error.to_string()))?;
        // Without a retry policy, a day of retries: as long as there can be.
        let target = Target::builder()
            .arn(&self.function)
            .role_arn(&self.role)
            .dead_letter_config(DeadLetterConfig::builder().arn(&self.dead_letters).build())
            .input(input)
            .build()
            .map_err(unavailable)?;
        let to_the_minute = FlexibleTimeWindow::builder().mode(FlexibleTimeWindowMode::Off).build();
        let create = self
            .client
            .create_schedule()
            .group_name(&self.group)
            .name(name(&remind.cart_id))
            .schedule_expression(expression(at, Timestamp::now())?)
            .flexible_time_window(to_the_minute.map_err(unavailable)?)
            .action_after_completion(ActionAfterCompletion::Delete)
            .target(target);
        match create.send().await {
            Ok(_) => Ok(()),
            Err(error) if error.as_service_error().is_some_and(|e| e.is_conflict_exception()) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }

    async fn cancel(&self, cart_id: &CartId) -> Result<(), Unavailable> {
        match self.client.delete_schedule().group_name(&self.group).name(name(cart_id)).send().await {
            Ok(_) => Ok(()),
            Err(error) if error.as_service_error().is_some_and(|e| e.is_resource_not_found_exception()) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }
}

fn name(cart_id: &CartId) -> String {
    format!("cart-{cart_id}")
}

/// A moment as the scheduler reads it, in UTC: never earlier than it is, and never past.
///
/// <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#one-time>
fn expression(at: Timestamp, now: Timestamp) -> Result<String, Unavailable> {
    let at = if at > now { at } else { now.checked_add(AT_ONCE).unwrap_or(Timestamp::MAX) };
    let seconds = at.round(TimestampRound::new().smallest(Unit::Second).mode(RoundMode::Ceil));
    let seconds = seconds.map_err(|error| Unavailable(format!("{at} is no time of a schedule: {error}")))?;
    Ok(seconds.strftime("at(%Y-%m-%dT%H:%M:%S)").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_rounded_up_and_one_that_is_past_is_a_minute_from_now() {
        let now: Timestamp = "2026-11-25T18:00:00.2Z".parse().unwrap();
        let expression = |at: &str| expression(at.parse().unwrap(), now).unwrap();
        assert_eq!(expression("2026-12-09T17:59:58.001Z"), "at(2026-12-09T17:59:59)");
        assert_eq!(expression("2026-12-09T18:00:00Z"), "at(2026-12-09T18:00:00)");
        assert_eq!(expression("2026-11-11T18:00:00Z"), "at(2026-11-25T18:01:01)");
    }

    #[test]
    fn the_latest_moment_is_no_panic() {
        assert!(
            expression(Timestamp::MAX, Timestamp::MAX).is_err() || expression(Timestamp::MAX, Timestamp::MIN).is_ok()
        );
    }
}
