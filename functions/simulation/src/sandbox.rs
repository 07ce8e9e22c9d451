//! Where a function runs and sends its requests from: the place at which requests fail and functions end early.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::task::Poll;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::fault::Fault;
use crate::services::{BucketClient, QueueClient, SchedulesClient, StreamClient, TableClient};
use crate::template::FunctionProperties;
use crate::world::World;

/// One machine that runs a function, one invocation after the other. Adapters send their requests through it.
#[derive(Clone)]
pub struct Sandbox(Arc<Inner>);

struct Inner {
    world: World,
    function: String,
    properties: Arc<FunctionProperties>,
    skew: SignedDuration,
    /// After how many steps the present invocation ends early, and one of its requests takes long; negative when that does not
    /// happen.
    until_crash: AtomicI64,
    until_stall: AtomicI64,
    crashed: AtomicBool,
}

/// How often the SDK sends a request that is throttled, and how many milliseconds it pauses at most the first time; then twice as
/// many.
///
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>
const ATTEMPTS: u32 = 3;
const FIRST_PAUSE: u64 = 1_000;

/// Why a request has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// It had no effect.
    #[error("the request was throttled")]
    Throttled,
    /// It had an effect, has it later, or never.
    #[error("there was no answer in time")]
    NoAnswer,
    /// The function's role does not allow it.
    #[error("{function} is not allowed to perform {action} on {resource}")]
    AccessDenied {
        /// The logical id of the function.
        function: String,
        /// The action as in a policy.
        action: &'static str,
        /// The logical id of the resource.
        resource: String,
    },
    /// There is no such thing.
    #[error("there is no {0}")]
    NotFound(String),
}

impl Sandbox {
    pub(crate) fn new(world: World, function: &str, properties: Arc<FunctionProperties>) -> Self {
        let skew = if world.strikes(Fault::ClockSkew) {
            i64::try_from(world.random(0..120_000)).unwrap_or(0) - 60_000
        } else {
            0
        };
        Self(Arc::new(Inner {
            world,
            function: function.to_owned(),
            properties,
            skew: SignedDuration::from_millis(skew),
            until_crash: AtomicI64::new(-1),
            until_stall: AtomicI64::new(-1),
            crashed: AtomicBool::new(false),
        }))
    }

    /// What the clock of this machine shows.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let now = self.0.world.now();
        now.checked_add(self.0.skew).unwrap_or(now)
    }

    /// The world that it is in.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.0.world
    }

    /// Requests to a table.
    #[must_use]
    pub fn table(&self, address: &str) -> TableClient {
        TableClient::new(self.clone(), address)
    }

    /// Requests to a stream.
    #[must_use]
    pub fn stream(&self, address: &str) -> StreamClient {
        StreamClient::new(self.clone(), address)
    }

    /// Requests to a bucket.
    #[must_use]
    pub fn bucket(&self, address: &str) -> BucketClient {
        BucketClient::new(self.clone(), address)
    }

    /// Requests to a queue.
    #[must_use]
    pub fn queue(&self, address: &str) -> QueueClient {
        QueueClient::new(self.clone(), address)
    }

    /// Requests to a group of schedules.
    #[must_use]
    pub fn schedules(&self, address: &str) -> SchedulesClient {
        SchedulesClient::new(self.clone(), address)
    }

    /// Begins an invocation, and decides whether it ends early, and whether one of its requests takes long.
    pub(crate) fn begin(&self) {
        let Inner { world, until_crash, until_stall, .. } = &*self.0;
        for (fault, until) in [(Fault::Crash, until_crash), (Fault::Slow, until_stall)] {
            // Half of the time one of the first steps, which every invocation has; else one that may be far on.
            let most = 24 << (world.random(0..2) * world.random(0..9));
            let step = i64::try_from(world.random(0..most)).unwrap_or(0);
            until.store(if world.strikes(fault) { step } else { -1 }, Ordering::Relaxed);
        }
    }

    /// The output of an invocation; nothing when it ends early.
    pub(crate) async fn until_crash<F: Future>(&self, invocation: F) -> Option<F::Output> {
        let mut invocation = pin!(invocation);
        poll_fn(|context| {
            let polled = invocation.as_mut().poll(context);
            if self.0.crashed.load(Ordering::Relaxed) { Poll::Ready(None) } else { polled.map(Some) }
        })
        .await
    }

    /// One step of the invocation, which may take long, and at which it may end: then this never returns.
    async fn step(&self) {
        let Inner { world, function, properties, until_crash, until_stall, .. } = &*self.0;
        let is_now =
            |until: &AtomicI64| until.load(Ordering::Relaxed) >= 0 && until.fetch_sub(1, Ordering::Relaxed) == 0;
        if is_now(until_stall) {
            world.trace(&[function, "stalls"]);
            world.pause(0..longer_than(properties.timeout)).await;
        }
        if is_now(until_crash) {
            self.0.crashed.store(true, Ordering::Relaxed);
            std::future::pending::<()>().await;
        }
    }

    /// Whether the function's role allows an action on the resource with a logical id.
    pub(crate) fn authorize(&self, action: &'static str, resource: &str) -> Result<(), Failure> {
        let Inner { function, properties, .. } = &*self.0;
        if properties.permissions.allow(action, resource) {
            return Ok(());
        }
        Err(Failure::AccessDenied { function: function.clone(), action, resource: resource.to_owned() })
    }

    /// Sends a request, which has its effect at once, later or never, and whose answer may be lost.
    ///
    /// For services that this crate does not have; `effect` has to be a single change.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn request<T: Send + 'static>(
        &self,
        action: &'static str,
        resource: &str,
        effect: impl FnOnce(&World) -> T + Send + 'static,
    ) -> Result<T, Failure> {
        self.send(action, action, resource, |_| true, effect).await
    }

    /// Sends a request for an operation that is allowed by `action`, to a service that takes it or has no room for it at present.
    pub(crate) async fn send<T: Send + 'static>(
        &self,
        action: &'static str,
        operation: &'static str,
        resource: &str,
        has_room: impl Fn(&World) -> bool + Send,
        effect: impl FnOnce(&World) -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let Inner { world, function, .. } = &*self.0;
        self.authorize(action, resource)?;
        self.step().await;
        match world.capacity() {
            None => tokio::time::sleep(Duration::from_millis(world.random(1..12))).await,
            Some(capacity) => {
                let mut tries = 1;
                loop {
                    tokio::time::sleep((capacity.request)(operation)).await;
                    if has_room(world) {
                        break;
                    }
                    world.trace(&[function, action, resource, "has no room"]);
                    if tries == ATTEMPTS {
                        return Err(Failure::Throttled);
                    }
                    world.pause(0..FIRST_PAUSE << (tries - 1)).await;
                    tries += 1;
                }
            }
        }
        if world.is_out(resource) || world.strikes(Fault::Throttle) {
            world.trace(&[function, action, resource, "throttled"]);
            return Err(Failure::Throttled);
        }
        if world.strikes(Fault::LateEffect) {
            world.trace(&[function, action, resource, "late"]);
            world.later(effect);
            return Err(Failure::NoAnswer);
        }
        let answer = effect(world);
        self.step().await;
        if world.strikes(Fault::LostAnswer) {
            world.trace(&[function, action, resource, "answer lost"]);
            return Err(Failure::NoAnswer);
        }
        world.trace(&[function, action, resource]);
        Ok(answer)
    }
}

impl std::fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Sandbox").field(&self.0.function).finish()
    }
}

/// So many milliseconds that what waits for them has half of a time-out too much at most.
pub(crate) fn longer_than(timeout: Duration) -> u64 {
    u64::try_from(timeout.as_millis() * 3 / 2).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::fault::Faults;
    use crate::function::Functions;
    use crate::testing::{given, sandbox};

    /// Runs a test with a sandbox that puts objects into a bucket `B`, in which these faults strike.
    fn given_requests(faults: &[Fault], test: impl AsyncFnOnce(&World, &Sandbox)) {
        let resources = json!({ "B": { "Type": "AWS::S3::Bucket", "Properties": {} } });
        given(resources, Functions::default(), Faults::always(faults), async |world| {
            test(&world, &sandbox(&world, &[("s3:PutObject", "B")])).await;
        });
    }

    async fn put(sandbox: &Sandbox, key: &str) -> Result<(), Failure> {
        sandbox.bucket("B").put(key, Vec::new()).await
    }

    fn keys(world: &World) -> Vec<String> {
        world.services().bucket("B").unwrap().objects().into_keys().collect()
    }

    #[test]
    fn a_request_that_is_throttled_has_no_effect() {
        given_requests(&[Fault::Throttle], async |world, sandbox| {
            assert_eq!(put(sandbox, "a").await, Err(Failure::Throttled));
            tokio::time::sleep(Duration::from_secs(60)).await;
            assert!(keys(world).is_empty());
        });
    }

    #[test]
    fn a_request_whose_answer_is_lost_has_its_effect() {
        given_requests(&[Fault::LostAnswer], async |world, sandbox| {
            assert_eq!(put(sandbox, "a").await, Err(Failure::NoAnswer));
            assert_eq!(keys(world), ["a"]);
        });
    }

    #[test]
    fn a_request_that_was_given_up_has_its_effect_later() {
        given_requests(&[Fault::LateEffect], async |world, sandbox| {
            assert_eq!(put(sandbox, "a").await, Err(Failure::NoAnswer));
            assert!(keys(world).is_empty());
            world.settle(Duration::from_secs(60)).await.unwrap();
            assert_eq!(keys(world), ["a"]);
        });
    }

    #[test]
    fn an_outage_lasts_for_a_while() {
        given_requests(&[Fault::Outage], async |world, sandbox| {
            assert_eq!(put(sandbox, "a").await, Err(Failure::Throttled));
            world.begin_faults(Faults::none());
            assert_eq!(put(sandbox, "a").await, Err(Failure::Throttled));
            tokio::time::sleep(Duration::from_secs(300)).await;
            assert_eq!(put(sandbox, "a").await, Ok(()));
        });
    }

    #[test]
    fn a_request_that_the_role_does_not_allow_fails() {
        given_requests(&[], async |_, sandbox| {
            let denied = sandbox.bucket("B").get("a").await.unwrap_err();
            assert_eq!(denied.to_string(), "F is not allowed to perform s3:GetObject on B");
        });
    }

    /// Puts objects one by one until the invocation ends early, and says how many there are then.
    async fn put_until_crash(world: &World, round: u64, most: usize) -> usize {
        let sandbox = sandbox(world, &[("s3:PutObject", "B")]);
        sandbox.begin();
        let invocation = async {
            for number in 0..most {
                put(&sandbox, &format!("{round}/{number}")).await.unwrap();
            }
        };
        sandbox.until_crash(invocation).await;
        keys(world).iter().filter(|key| key.starts_with(&format!("{round}/"))).count()
    }

    #[test]
    fn a_crash_ends_an_invocation_before_or_behind_any_of_its_requests() {
        given_requests(&[Fault::Crash], async |world, _| {
            let mut done = std::collections::BTreeSet::new();
            for round in 0..400 {
                done.insert(put_until_crash(world, round, 12).await);
            }
            assert_eq!(done.into_iter().collect::<Vec<_>>(), (0..=12).collect::<Vec<_>>());
        });
    }

    #[test]
    fn a_crash_may_end_an_invocation_after_a_thousand_requests() {
        given_requests(&[Fault::Crash], async |world, _| {
            for round in 0..200 {
                if (1_000..3_000).contains(&put_until_crash(world, round, 3_000).await) {
                    return;
                }
            }
            panic!("all of them end early or not at all");
        });
    }

    #[test]
    fn one_request_of_an_invocation_may_take_long() {
        given_requests(&[Fault::Slow], async |world, sandbox| {
            let mut longest = Duration::ZERO;
            for number in 0..200 {
                let began = world.elapsed();
                sandbox.begin();
                put(sandbox, &number.to_string()).await.unwrap();
                longest = longest.max(world.elapsed() - began);
            }
            assert!(longest > Duration::from_secs(1), "{longest:?}");
        });
    }

    #[test]
    fn clocks_differ() {
        given_requests(&[Fault::ClockSkew], async |world, one| {
            let other = sandbox(world, &[]);
            assert_ne!(one.now(), other.now());
            for sandbox in [one, &other] {
                assert!(sandbox.now().duration_since(world.now()).abs() <= SignedDuration::from_mins(1));
            }
        });
    }
}
