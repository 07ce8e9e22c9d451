//! One run: virtual time, randomness, services, functions and mappings.

use std::collections::BTreeMap;
use std::future::Future;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;
use tokio::sync::Notify;
use tokio::sync::futures::Notified;
use tokio::time::Instant;

use crate::capacity::Capacity;
use crate::fault::{Fault, Faults};
use crate::function::{Deployed, Functions, InvokeError};
use crate::mappings::Mapping;
use crate::services::{Services, recurring};
use crate::template::{TemplateError, Topology};
use crate::trace::Trace;

/// When every run begins: 1 January 2026, 00:00 UTC.
const EPOCH_SECONDS: i64 = 1_767_225_600;

/// A deployed stack in virtual time.
///
/// Made inside [`run`]; its tasks end with it.
#[derive(Clone)]
pub struct World(Arc<Inner>);

struct Inner {
    began: Instant,
    random: Mutex<fastrand::Rng>,
    faults: Mutex<Faults>,
    trace: Mutex<Trace>,
    services: Services,
    functions: BTreeMap<String, Deployed>,
    mappings: Vec<Mapping>,
    /// Requests that their senders gave up and that have not taken effect yet, and invocations that nobody waits for.
    late: AtomicUsize,
    /// Tells those who wait for something to happen.
    stirred: Notify,
    given_up: Mutex<Vec<String>>,
    panics: Mutex<Vec<String>>,
    /// When each resource that refuses requests takes them again.
    outages: Mutex<BTreeMap<String, Duration>>,
    capacity: Option<Capacity>,
    /// How many invocations are under way.
    running: AtomicUsize,
}

/// How a run is made.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Decides on everything that is left to chance.
    pub seed: u64,
    /// What goes wrong.
    pub faults: Faults,
    /// Whether to keep what happened as text.
    pub keep_trace: bool,
    /// What services take in a second, and how long they take for it; without it there is no limit, and requests take a few
    /// milliseconds at random.
    pub capacity: Option<Capacity>,
}

impl Default for Setup {
    /// Nothing goes wrong, and nothing is limited.
    fn default() -> Self {
        Self { seed: 0, faults: Faults::none(), keep_trace: false, capacity: None }
    }
}

/// Runs `simulation` in virtual time: wherever it waits, time jumps to what happens next.
///
/// Everything happens on the calling thread, and the seed decides on the pauses that handlers draw from the thread's generator, so
/// that the same seed gives the same run.
///
/// # Panics
/// When the system has no thread-local resources left for an event loop without I/O.
pub fn run<F: Future>(seed: u64, simulation: F) -> F::Output {
    fastrand::seed(seed);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    #[expect(clippy::expect_used, reason = "an event loop without I/O asks nothing of the system")]
    runtime.expect("an event loop").block_on(simulation)
}

/// A stack that does not come to rest.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("after {hours} h without faults there is still work: {work}", work = work.join("; "))]
pub struct Restless {
    hours: u64,
    work: Vec<String>,
}

impl World {
    /// Deploys the stack of a CloudFormation template with the code of its functions, and lets its mappings run.
    ///
    /// # Errors
    /// When the template has something that the simulation does not know, or a function without code.
    pub fn deploy(template: &Value, functions: Functions, setup: Setup) -> Result<Self, TemplateError> {
        let topology = Topology::read(template)?;
        let functions = functions.deployed(&topology)?;
        let inner = Inner {
            began: Instant::now(),
            random: Mutex::new(fastrand::Rng::with_seed(setup.seed)),
            faults: Mutex::new(setup.faults),
            trace: Mutex::new(Trace::new(setup.keep_trace)),
            services: Services::of(&topology, setup.capacity.as_ref()),
            functions,
            mappings: topology.mappings.iter().cloned().map(Mapping::new).collect(),
            late: AtomicUsize::new(0),
            stirred: Notify::new(),
            given_up: Mutex::default(),
            panics: Mutex::default(),
            outages: Mutex::default(),
            capacity: setup.capacity,
            running: AtomicUsize::new(0),
        };
        let world = Self(Arc::new(inner));
        for mapping in &world.0.mappings {
            mapping.start(&world);
        }
        world.0.services.start(&world);
        for schedule in topology.recurring {
            recurring::start(&world, schedule);
        }
        Ok(world)
    }

    /// What the clock shows.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        clock_at(self.elapsed())
    }

    /// How long it runs.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.began.elapsed()
    }

    /// Whether a fault strikes.
    #[must_use]
    pub fn strikes(&self, fault: Fault) -> bool {
        lock(&self.0.faults).strikes(fault)
    }

    /// From now on these faults strike.
    pub fn begin_faults(&self, faults: Faults) {
        *lock(&self.0.faults) = faults;
        self.trace(&["faults begin"]);
        self.stir();
    }

    /// Ends all faults: from now on everything works as one hopes for.
    pub fn end_faults(&self) {
        *lock(&self.0.faults) = Faults::none();
        lock(&self.0.outages).clear();
        self.trace(&["faults end"]);
        self.stir();
    }

    /// Whether a resource refuses all requests at present.
    pub(crate) fn is_out(&self, resource: &str) -> bool {
        let now = self.elapsed();
        if lock(&self.0.outages).get(resource).is_some_and(|&until| now < until) {
            return true;
        }
        let begins = self.strikes(Fault::Outage);
        if begins {
            let until = now + Duration::from_millis(self.random(1_000..300_000));
            lock(&self.0.outages).insert(resource.to_owned(), until);
            self.trace(&[resource, "is out"]);
        }
        begins
    }

    /// What is limited, if anything is.
    pub(crate) fn capacity(&self) -> Option<&Capacity> {
        self.0.capacity.as_ref()
    }

    /// Room for an invocation until it is dropped, if there is any.
    pub(crate) fn room(&self) -> Option<Room<'_>> {
        let most = self.capacity().map_or(usize::MAX, |capacity| capacity.concurrency);
        let room = Room(&self.0.running);
        (room.0.fetch_add(1, Ordering::Relaxed) < most).then_some(room)
    }

    /// How old the oldest record or message is that a mapping has not handled: what CloudWatch calls the age of its iterator.
    #[must_use]
    pub fn age(&self, mapping: &str) -> Option<Duration> {
        self.0.mappings.iter().find(|known| known.id() == mapping)?.age(self)
    }

    /// A random number.
    #[must_use]
    pub fn random(&self, range: Range<u64>) -> u64 {
        lock(&self.0.random).u64(range)
    }

    /// An id that nothing else has.
    pub(crate) fn fresh_id(&self) -> uuid::Uuid {
        uuid::Builder::from_random_bytes(lock(&self.0.random).u128(..).to_le_bytes()).into_uuid()
    }

    /// Waits for a random time of milliseconds.
    pub async fn pause(&self, millis: Range<u64>) {
        let millis = self.random(millis);
        tokio::time::sleep(Duration::from_millis(millis)).await;
    }

    /// Shuffles what has no order.
    pub(crate) fn shuffle<T>(&self, items: &mut [T]) {
        lock(&self.0.random).shuffle(items);
    }

    /// Invokes a function and waits for its answer, as a client does.
    ///
    /// # Errors
    /// When it had no room, ended early, took too long or answered with an error.
    pub async fn invoke(&self, function: &str, event: &str) -> Result<String, InvokeError> {
        self.invoke_with(function, event, 1).await
    }

    /// Invokes a function with an event that holds so many records.
    pub(crate) async fn invoke_with(&self, function: &str, event: &str, records: usize) -> Result<String, InvokeError> {
        let Some(deployed) = self.0.functions.get(function) else {
            return Err(InvokeError::Unknown(function.to_owned()));
        };
        self.stir();
        let answer = deployed.invoke(self, function, event, records).await;
        self.stir();
        answer
    }

    /// Lets a function be invoked without anybody who waits for it.
    pub(crate) async fn invoke_asynchronously(&self, function: &str, event: &str) {
        if let Some(deployed) = self.0.functions.get(function) {
            self.0.late.fetch_add(1, Ordering::Relaxed);
            deployed.invoke_asynchronously(self, function, event).await;
            self.0.late.fetch_sub(1, Ordering::Relaxed);
        }
    }

    /// Something happens that may be news to a recurring schedule.
    pub(crate) fn stir(&self) {
        self.0.stirred.notify_waiters();
    }

    /// Ends when something has happened since it was called.
    pub(crate) fn stirred(&self) -> Notified<'_> {
        self.0.stirred.notified()
    }

    /// Waits until nothing is left to do, or for `limit`. Schedules that are not due are no work, nor are recurring ones.
    ///
    /// # Errors
    /// What is left to do.
    pub async fn settle(&self, limit: Duration) -> Result<(), Restless> {
        let began = self.elapsed();
        let mut pause = Duration::from_millis(100);
        loop {
            // Twice, because an answer may be on its way between two of those that are asked.
            tokio::time::sleep(pause).await;
            let work = self.work();
            if work.is_empty() {
                return Ok(());
            }
            let waited = self.elapsed() - began;
            if waited > limit {
                return Err(Restless { hours: waited.as_secs() / 3600, work });
            }
            pause = (pause * 2).min(Duration::from_secs(600));
        }
    }

    /// What is left to do.
    fn work(&self) -> Vec<String> {
        let mut work: Vec<_> = self.0.mappings.iter().filter_map(|mapping| mapping.work(self)).collect();
        if self.0.late.load(Ordering::Relaxed) > 0 {
            work.push("requests that take effect late, or asynchronous invocations".to_owned());
        }
        work
    }

    /// The services, as they are.
    #[must_use]
    pub fn services(&self) -> &Services {
        &self.0.services
    }

    /// Every batch and message that was given up by a mapping or queue, or that a stream or queue forgot before it was handled.
    #[must_use]
    pub fn given_up(&self) -> Vec<String> {
        lock(&self.0.given_up).clone()
    }

    pub(crate) fn give_up(&self, what: String) {
        self.trace(&["given up:", &what]);
        lock(&self.0.given_up).push(what);
    }

    /// Every panic of a function. Lambda starts it anew, and whoever invoked it may try again, so that nothing else would tell.
    #[must_use]
    pub fn panics(&self) -> Vec<String> {
        lock(&self.0.panics).clone()
    }

    pub(crate) fn panicked(&self, what: String) {
        self.trace(&["panic:", &what]);
        lock(&self.0.panics).push(what);
    }

    /// A digest of everything that happened: equal runs have equal ones.
    #[must_use]
    pub fn digest(&self) -> u64 {
        lock(&self.0.trace).digest()
    }

    /// The last lines of what happened, if they are kept.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        lock(&self.0.trace).lines()
    }

    /// Adds to what happened.
    pub fn trace(&self, parts: &[&str]) {
        lock(&self.0.trace).add(self.elapsed(), parts);
    }

    /// Lets a request take effect after its sender gave it up.
    pub(crate) fn later<T: 'static>(&self, effect: impl FnOnce(&Self) -> T + Send + 'static) {
        let world = self.clone();
        self.0.late.fetch_add(1, Ordering::Relaxed);
        tokio::spawn(async move {
            world.pause(100..20_000).await;
            effect(&world);
            world.stir();
            world.0.late.fetch_sub(1, Ordering::Relaxed);
        });
    }
}

/// An invocation that is under way.
pub(crate) struct Room<'a>(&'a AtomicUsize);

impl Drop for Room<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("World").field("elapsed", &self.elapsed()).finish_non_exhaustive()
    }
}

/// What the clock shows so long after the beginning.
pub(crate) fn clock_at(elapsed: Duration) -> Timestamp {
    let millis = i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX);
    Timestamp::from_millisecond(EPOCH_SECONDS.saturating_mul(1_000).saturating_add(millis)).unwrap_or(Timestamp::MAX)
}

/// Every change under a lock is a single call, so a panic elsewhere leaves nothing half-made behind.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
