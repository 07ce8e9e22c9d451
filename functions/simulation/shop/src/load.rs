//! A load, to see where a limit of the services bites: so many events a second, how far behind things fall, and whether everything
//! is there in its order once they have caught up.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::kernel::Cause;
use functions::commit_item::{CommitItem, EventItem};
use functions::event_handler::Generation;
use functions::replay::{ReplayAnswer, RunState};
use serde_json::{Value, json};
use simulation::{Capacity, Setup};
use uuid::Uuid;

use crate::invariants::Broken;
use crate::shop::{Shop, template};

/// After which time every mapping is enabled.
const ENABLED: Duration = Duration::from_secs(60);

/// How long it takes from one event of a cart to the next.
const GAP: Duration = Duration::from_millis(500);

/// How often it is looked at how far behind things are, and over which time it is said how far they are in the end.
const LOOK: Duration = Duration::from_millis(100);
const AVERAGE: Duration = Duration::from_secs(2);

/// By how many seconds a second things fall behind when a load is more than is handled.
const GROWTH: f64 = 0.04;

/// After which time everything is handled, or never.
const PATIENCE: Duration = Duration::from_secs(24 * 3600);

/// How many different items carts hold.
const ITEMS: u32 = 300;

/// How long a sealed address is.
const SEALED: usize = 90;

/// How many events a second the archive gets that a replay reads.
const ARCHIVED: f64 = 500.0;

/// Where events come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entrance {
    /// Clients send commands, again and again until they are accepted.
    Commands,
    /// Commits are in the event table, as if it had no limit.
    Commits,
    /// A replay hands the archive to `related-items`.
    Replay,
}

/// What carts are like.
#[derive(Debug, Clone, Copy)]
pub struct Carts {
    /// How many events a cart has: it is opened, has items added, and may be closed.
    pub events: u32,
    /// Which part of them belongs to a customer, 0 to 1.
    pub with_customer: f64,
    /// Which part of them is not closed, 0 to 1.
    pub left_open: f64,
    /// Which part of their items is the most popular one, 0 to 1.
    pub most_popular: f64,
    /// How many carts one after another belong to the same customer.
    pub per_customer: u32,
    /// Whether clients read a cart before each command.
    pub are_read: bool,
}

/// So many events a second for some time.
#[derive(Debug, Clone, Copy)]
pub struct Load<'a> {
    /// Decides on everything that is left to chance.
    pub seed: u64,
    /// How many events there are in a second.
    pub events_per_second: f64,
    /// For how long, once carts come and go evenly.
    pub time: Duration,
    /// Where they come in.
    pub entrance: Entrance,
    /// What carts are like.
    pub carts: Carts,
    /// What is limited.
    pub capacity: Capacity,
    /// The functions that are woken by streams; others are left asleep.
    pub awake: &'a [&'a str],
    /// How many batches of a shard of the event stream a function takes at a time, instead of what the template says.
    pub parallelization: Option<u64>,
}

/// What became of a load.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observed {
    /// How many events there were.
    pub events: usize,
    /// How far behind things were in the end, on average: how old the oldest event was that was not handled, or for how long
    /// commands had come in that were not accepted.
    pub behind: Duration,
    /// By how many seconds a second that grew, from one half of the time to the other.
    pub growth: f64,
    /// How long it took until everything was done, after the last event.
    pub caught_up_after: Duration,
    /// How many events a second were handled, from the first one until everything was done.
    pub handled_per_second: f64,
}

impl Observed {
    /// Whether it could have gone on like that.
    #[must_use]
    pub fn is_sustained(&self) -> bool {
        self.growth < GROWTH
    }
}

/// One event of a cart that is to come.
#[derive(Debug, Clone, Copy)]
struct Due {
    at: Duration,
    cart: Uuid,
    /// Whom it belongs to, if it belongs to anybody.
    customer: Uuid,
    version: u32,
}

impl Load<'_> {
    /// Runs the shop under this load.
    ///
    /// # Errors
    /// What did not hold: an event that is lost, applied twice or out of order, or given up.
    ///
    /// # Panics
    /// When a function does.
    pub fn offer(&self) -> Result<Observed, Broken> {
        simulation::run(self.seed, self.run())
    }

    async fn run(&self) -> Result<Observed, Broken> {
        let setup = Setup { seed: self.seed, capacity: Some(self.capacity), ..Setup::default() };
        let shop = Shop::deploy_template(&self.template(), setup, None)
            .map_err(|error| broken("the template can be simulated", error.to_string()))?;
        tokio::time::sleep(ENABLED).await;
        let schedule = self.schedule();
        let watch = Watch {
            shop: shop.clone(),
            mappings: self.watched(),
            events_per_second: self.events_per_second,
            due: if self.entrance == Entrance::Commands {
                schedule.iter().map(|due| due.at).collect()
            } else {
                Vec::new()
            },
            accepted: Accepted::default(),
        };
        let generation = if self.entrance == Entrance::Replay {
            self.let_in(&shop, &schedule, &watch.accepted).await;
            shop.world.settle(PATIENCE).await.map_err(|restless| broken(RESTS, restless.to_string()))?;
            Generation::try_from("load".to_owned()).map_err(|error| broken(RESTS, error.to_string()))?
        } else {
            Generation::live()
        };
        let (load_began, ages) = (shop.world.elapsed(), Arc::new(Mutex::new(Vec::new())));
        let looks = tokio::spawn(watch.clone().look(Arc::clone(&ages)));
        match self.entrance {
            Entrance::Replay => self.replay(&shop, &generation).await?,
            Entrance::Commands | Entrance::Commits => self.let_in(&shop, &schedule, &watch.accepted).await,
        }
        let load_ended = shop.world.elapsed();
        while !watch.behind().is_zero() && shop.world.elapsed() < load_ended + PATIENCE {
            tokio::time::sleep(LOOK).await;
        }
        let done = shop.world.elapsed();
        looks.abort();
        shop.world.settle(PATIENCE).await.map_err(|restless| broken(RESTS, restless.to_string()))?;
        self.check(&shop, &schedule, &generation)?;
        let ages = ages.lock().unwrap_or_else(PoisonError::into_inner);
        let ramp = if self.entrance == Entrance::Replay { Duration::ZERO } else { self.ramp() };
        let half = load_ended.saturating_sub(load_began + ramp) / 2;
        let (early, late) =
            (average(&ages, load_ended - 2 * half..load_ended - half), average(&ages, load_ended - half..load_ended));
        let end = average(&ages, load_ended.saturating_sub(AVERAGE)..load_ended);
        Ok(Observed {
            events: schedule.len(),
            behind: Duration::from_secs_f64(end),
            growth: (late - early) / half.as_secs_f64(),
            caught_up_after: done - load_ended,
            handled_per_second: schedule.len() as f64 / (done - load_began).as_secs_f64(),
        })
    }

    /// The template, without the mappings of functions that are left asleep.
    fn template(&self) -> Value {
        let mut template = template();
        if let Some(resources) = template["Resources"].as_object_mut() {
            resources.retain(|_, resource| {
                let is_awake = |name: &&str| resource["Properties"]["FunctionName"]["Ref"] == **name;
                let is_source = !resource["Properties"]["StartingPosition"].is_null();
                resource["Type"] != MAPPING || !is_source || self.awake.iter().any(is_awake)
            });
            for resource in resources.values_mut().filter(|resource| resource["Type"] == MAPPING) {
                let properties = &mut resource["Properties"];
                if let (Some(batches), true) = (self.parallelization, properties["ParallelizationFactor"].is_u64()) {
                    properties["ParallelizationFactor"] = batches.into();
                }
            }
        }
        template
    }

    /// The mappings that may fall behind. The archive's waits for a minute's worth by itself.
    fn watched(&self) -> Vec<String> {
        if self.entrance == Entrance::Replay {
            return vec!["RelatedItemsFromRelatedItemsReplay".to_owned()];
        }
        let source = |name: &str| if name == "Publish" { "Carts" } else { "Events" };
        let awake = self.awake.iter().filter(|name| **name != "Archiver");
        awake.map(|name| format!("{name}From{}", source(name))).collect()
    }

    /// How long it takes until carts come and go evenly.
    fn ramp(&self) -> Duration {
        GAP * self.carts.events
    }

    /// Every event, in order of time.
    fn schedule(&self) -> Vec<Due> {
        let mut random = fastrand::Rng::with_seed(self.seed ^ 0x10AD);
        let (rate, end) = match self.entrance {
            Entrance::Replay => {
                let events = self.events_per_second * self.time.as_secs_f64();
                (ARCHIVED, Duration::from_secs_f64(events / ARCHIVED))
            }
            Entrance::Commands | Entrance::Commits => (self.events_per_second, self.ramp() + self.time),
        };
        let carts_per_second = rate / f64::from(self.carts.events);
        let carts = (end.as_secs_f64() * carts_per_second) as u32;
        let mut schedule = Vec::new();
        for number in 0..carts {
            let opened = Duration::from_secs_f64((f64::from(number) + random.f64()) / carts_per_second);
            let cart = uuid::Builder::from_random_bytes(random.u128(..).to_le_bytes()).into_uuid();
            let customer = Uuid::from_u128(u128::from(number / self.carts.per_customer.max(1)) + 1);
            for version in 1..=self.carts.events {
                let at = opened + GAP * (version - 1) + GAP.mul_f64(random.f64());
                if at < end {
                    schedule.push(Due { at, cart, customer, version });
                }
            }
        }
        schedule.sort_by_key(|due| (due.at, due.cart));
        schedule
    }

    async fn let_in(&self, shop: &Shop, schedule: &[Due], accepted: &Accepted) {
        let began = shop.world.elapsed();
        let sleep_until = async |at: Duration| {
            let wait = (began + at).saturating_sub(shop.world.elapsed());
            if !wait.is_zero() {
                tokio::time::sleep(wait).await;
            }
        };
        if self.entrance == Entrance::Commands {
            let mut carts = BTreeMap::<Uuid, Vec<Due>>::new();
            let mut opened = Vec::new();
            for due in schedule {
                let of_cart = carts.entry(due.cart).or_default();
                if of_cart.is_empty() {
                    opened.push(due.cart);
                }
                of_cart.push(Due { at: began + due.at, ..*due });
            }
            for cart in opened {
                let dues = carts.remove(&cart).unwrap_or_default();
                if let Some(first) = dues.first() {
                    sleep_until(first.at - began).await;
                }
                tokio::spawn(Client { shop: shop.clone(), carts: self.carts, accepted: accepted.clone() }.run(dues));
            }
            if let Some(last) = schedule.last() {
                sleep_until(last.at).await;
            }
            return;
        }
        for due in schedule {
            sleep_until(due.at).await;
            if let (Some(table), Ok(item)) =
                (shop.world.services().table("Carts"), serde_json::to_value(self.carts.commit(*due, shop)))
            {
                table.put_new(&shop.world, item);
            }
        }
    }

    async fn replay(&self, shop: &Shop, run: &Generation) -> Result<(), Broken> {
        let rate = self.events_per_second as u32;
        let mut request = json!({ "start": { "handler": "related-items", "run": run, "rate": rate } });
        loop {
            let answer = shop.world.invoke("Replay", &request.to_string()).await;
            let answer = answer.map_err(|error| broken("a replay is possible", error.to_string()))?;
            match serde_json::from_str(&answer) {
                Ok(ReplayAnswer::Run(record)) if record.state == RunState::Complete => return Ok(()),
                Ok(ReplayAnswer::Run(_)) => request = json!({ "resume": { "run": run } }),
                _ => return Err(broken("a replay is possible", answer)),
            }
        }
    }

    /// Every event of every cart has taken effect once and in order.
    fn check(&self, shop: &Shop, schedule: &[Due], generation: &Generation) -> Result<(), Broken> {
        if let Some(panic) = shop.world.panics().pop() {
            return Err(broken("nothing panics", panic));
        }
        if let Some(what) = shop.world.given_up().pop() {
            return Err(broken("nothing is given up", what));
        }
        let stored = shop.world.services().table("Carts").map_or(0, |table| table.items().len());
        if stored != schedule.len() {
            return Err(broken("nothing is lost", format!("{stored} commits of {} are stored", schedule.len())));
        }
        let mut happened = BTreeMap::<String, u64>::new();
        for due in schedule {
            *happened.entry(due.cart.to_string()).or_default() += 1;
        }
        for (handler, function) in [("related-items", "RelatedItems"), ("reminders", "Reminders")] {
            let is_replayed = self.entrance == Entrance::Replay && handler == "related-items";
            if !is_replayed && !self.awake.contains(&function) {
                continue;
            }
            let mut seen = BTreeMap::<String, u64>::new();
            let effects = shop.effects.all();
            for effect in effects.iter().filter(|of| of.handler == handler && of.generation == *generation) {
                let seen = seen.entry(effect.aggregate_id.clone()).or_default();
                *seen += 1;
                if *seen != effect.version.number() {
                    let what = format!("{effect:?} is the {seen}th");
                    return Err(broken("each cart's events take effect once and in order", what));
                }
            }
            if seen != happened {
                let (seen, happened) = (seen.values().sum::<u64>(), happened.values().sum::<u64>());
                return Err(broken("nothing is lost", format!("{handler} has {seen} events of {happened}")));
            }
        }
        Ok(())
    }
}

const MAPPING: &str = "AWS::Lambda::EventSourceMapping";

const RESTS: &str = "everything comes to rest";

fn broken(invariant: &'static str, detail: String) -> Broken {
    Broken { invariant, detail }
}

/// How far behind things were on average, in seconds.
fn average(ages: &[(Duration, Duration)], time: Range<Duration>) -> f64 {
    let within = ages.iter().filter(|(at, _)| time.contains(at));
    let ages: Vec<_> = within.map(|(_, age)| age.as_secs_f64()).collect();
    ages.iter().sum::<f64>() / ages.len().max(1) as f64
}

/// How many commands were accepted.
type Accepted = Arc<AtomicUsize>;

/// What may fall behind.
#[derive(Clone)]
struct Watch {
    shop: Shop,
    mappings: Vec<String>,
    events_per_second: f64,
    /// When commands are due, since the load began, and how many were accepted.
    due: Vec<Duration>,
    accepted: Accepted,
}

impl Watch {
    /// How far behind things are.
    fn behind(&self) -> Duration {
        let now = self.shop.world.elapsed() - ENABLED;
        let due = self.due.partition_point(|at| *at <= now);
        // Clients are not served in the order in which they came, so it is not the oldest that counts.
        let waiting = due.saturating_sub(self.accepted.load(Ordering::Relaxed)) as f64 / self.events_per_second;
        let waiting = Duration::from_secs_f64(waiting);
        self.mappings.iter().filter_map(|mapping| self.shop.world.age(mapping)).fold(waiting, Duration::max)
    }

    async fn look(self, ages: Arc<Mutex<Vec<(Duration, Duration)>>>) {
        loop {
            let look = (self.shop.world.elapsed(), self.behind());
            ages.lock().unwrap_or_else(PoisonError::into_inner).push(look);
            tokio::time::sleep(LOOK).await;
        }
    }
}

/// Who fills one cart.
struct Client {
    shop: Shop,
    carts: Carts,
    accepted: Accepted,
}

impl Client {
    async fn run(self, dues: Vec<Due>) {
        for due in dues {
            let wait = due.at.saturating_sub(self.shop.world.elapsed());
            if !wait.is_zero() {
                tokio::time::sleep(wait).await;
            }
            if self.carts.are_read {
                self.ask(&json!({ "get": { "cart_id": due.cart } })).await;
            }
            self.ask(&self.carts.command(due)).await;
            self.accepted.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Asks until there is an answer, whatever it is: a cart that is not there yet cannot be read.
    async fn ask(&self, request: &Value) {
        let is_read = request["get"].is_object();
        let request = request.to_string();
        while let Err(error) = self.shop.world.invoke("Cart", &request).await {
            if is_read && error != simulation::InvokeError::Busy {
                return;
            }
            self.shop.world.pause(5..50).await;
        }
    }
}

impl Carts {
    /// What happens to a cart by a command of a client.
    fn command(&self, due: Due) -> Value {
        let Due { cart, customer, version, .. } = due;
        let command_id = cart.as_u128().wrapping_add(u128::from(version));
        let command_id = uuid::Builder::from_random_bytes(command_id.to_le_bytes()).into_uuid();
        match self.happens(due) {
            Happens::Opened { has_customer } => {
                let customer =
                    has_customer.then(|| json!({ "id": customer, "email": format!("{customer}@customers.example") }));
                json!({ "open": { "cart_id": cart, "command_id": command_id, "customer": customer } })
            }
            Happens::Added { sku } => {
                let price = json!({ "amount": 499, "currency": "EUR" });
                json!({ "add_item": { "cart_id": cart, "command_id": command_id, "sku": sku, "quantity": 1, "unit_price": price } })
            }
            Happens::Closed => json!({ "close": { "cart_id": cart, "command_id": command_id } }),
        }
    }

    /// The same as it is stored. Nothing reads what is known of the customer.
    fn commit(&self, due: Due, shop: &Shop) -> CommitItem {
        let (event_type, schema_version, data) = match self.happens(due) {
            Happens::Opened { has_customer } => {
                let sealed = || json!({ "id": due.customer, "email": "s".repeat(SEALED) });
                ("cart.opened", 2, json!({ "customer": has_customer.then(sealed) }))
            }
            Happens::Added { sku } => {
                let price = json!({ "amount": 499, "currency": "EUR" });
                ("cart.item-added", 1, json!({ "sku": sku, "quantity": 1, "unit_price": price }))
            }
            Happens::Closed => ("cart.closed", 1, json!({})),
        };
        let command = Uuid::from_u128(due.cart.as_u128().wrapping_add(u128::from(due.version)));
        CommitItem {
            aggregate_id: due.cart.to_string(),
            version: u64::from(due.version),
            aggregate_type: "cart".to_owned(),
            cause: Cause::client(command.into()),
            recorded_at: shop.world.now(),
            events: vec![EventItem { event_type: event_type.to_owned(), schema_version, data: data.to_string() }],
        }
    }

    fn happens(&self, Due { cart, version, .. }: Due) -> Happens {
        // Each cart has a place between 0 and 1 for each of its properties, and keeps it.
        let mut random = fastrand::Rng::with_seed(cart.as_u128() as u64);
        let (has_customer, is_closed) = (random.f64() < self.with_customer, random.f64() >= self.left_open);
        if version == 1 {
            return Happens::Opened { has_customer };
        }
        if version == self.events && is_closed {
            return Happens::Closed;
        }
        let mut random = fastrand::Rng::with_seed(cart.as_u128() as u64 ^ u64::from(version));
        let item = if random.f64() < self.most_popular { 0 } else { random.u32(1..ITEMS) };
        // Whatever is popular may come anywhere in the alphabet.
        Happens::Added { sku: format!("teapot-stoneware-{:06x}", item.wrapping_mul(0x9E37_79B1) >> 8) }
    }
}

/// What happens to a cart.
enum Happens {
    Opened { has_customer: bool },
    Added { sku: String },
    Closed,
}
