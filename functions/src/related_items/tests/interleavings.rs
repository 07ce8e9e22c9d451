//! New events, replays, hand-overs, redrives and a retirement at the same time, with invocations that die anywhere: whoever
//! serves readers in the end lacks nothing, and nothing is left of what was retired.
//!
//! Every call of a port takes a random time before and after it does its part, and time is virtual, so that each seed is
//! one interleaving.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::cart::Sku;
use jiff::SignedDuration;
use tokio::time::{Instant, sleep, timeout};

use super::*;
use crate::event_handler::{HandOver, Register, Retire, Role};
use crate::ports::{EventHistory, Parked, ParkingLot, Place, RegisterReader, RegisterStore, ReplaceError};

/// How long an invocation may last.
const TIMEOUT: Duration = Duration::from_secs(60);

const CARTS: [&str; 4] = ["a", "b", "c", "d"];
const SKUS: [&str; 5] = ["cup", "milk", "pan", "spoon", "tea"];

/// Random numbers (SplitMix64), the same for the same seed.
#[derive(Clone)]
struct Chance(Arc<Mutex<u64>>);

impl Chance {
    fn below(&self, limit: u64) -> u64 {
        let mut state = self.0.lock().unwrap();
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = *state;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (number ^ (number >> 31)) % limit
    }

    /// A moment, now and then a long one.
    async fn pause(&self) {
        let milliseconds = if self.below(150) == 0 { self.below(30_000) } else { self.below(20) };
        sleep(Duration::from_millis(milliseconds)).await;
    }
}

/// A port that takes its time.
struct Slow<P> {
    port: P,
    chance: Chance,
}

impl<P> Slow<P> {
    async fn call<T>(&self, call: impl Future<Output = T>) -> T {
        self.chance.pause().await;
        let answer = call.await;
        self.chance.pause().await;
        answer
    }
}

impl<P: RegisterReader> RegisterReader for Slow<P> {
    async fn read(&self) -> Result<Register, Unavailable> {
        self.call(self.port.read()).await
    }
}

impl<P: RegisterStore> RegisterStore for Slow<P> {
    async fn replace(&self, register: &Register) -> Result<(), ReplaceError> {
        self.call(self.port.replace(register)).await
    }
}

impl<P: EventHistory> EventHistory for Slow<P> {
    async fn events(&self, aggregate_id: &str, from: Version) -> Result<Vec<Envelope>, Unavailable> {
        self.call(self.port.events(aggregate_id, from)).await
    }
}

impl<P: ParkingLot> ParkingLot for Slow<P> {
    async fn newest(&self, generation: &Generation, aggregate_id: &str) -> Result<Option<Version>, Unavailable> {
        self.call(self.port.newest(generation, aggregate_id)).await
    }

    async fn park(&self, parked: &Parked) -> Result<(), Unavailable> {
        self.call(self.port.park(parked)).await
    }

    async fn parked(&self, generation: &Generation, aggregate_id: &str) -> Result<Vec<Parked>, Unavailable> {
        self.call(self.port.parked(generation, aggregate_id)).await
    }

    async fn lots(&self) -> Result<BTreeSet<(Generation, String)>, Unavailable> {
        self.call(self.port.lots()).await
    }

    async fn release(&self, parked: &Place<'_>) -> Result<(), Unavailable> {
        self.call(self.port.release(parked)).await
    }
}

impl<P: Projection> Projection for Slow<P> {
    async fn cart(&self, generation: &Generation, cart_id: &str) -> Result<SeenCart, Unavailable> {
        self.call(self.port.cart(generation, cart_id)).await
    }

    async fn advance(&self, advance: &Advance) -> Result<(), AdvanceError> {
        self.call(self.port.advance(advance)).await
    }

    async fn carts(
        &self,
        generation: &Generation,
        after: Option<&str>,
    ) -> Result<Page<Vec<(String, Version)>>, Unavailable> {
        self.call(self.port.carts(generation, after)).await
    }

    async fn delete(&self, generation: &Generation, after: Option<&str>) -> Result<Page<u64>, Unavailable> {
        self.call(self.port.delete(generation, after)).await
    }
}

impl<P: Partners> Partners for Slow<P> {
    async fn partners(&self, generation: &Generation, sku: &Sku, limit: Limit) -> Result<Vec<Partner>, Unavailable> {
        self.call(self.port.partners(generation, sku, limit)).await
    }
}

type SlowShop =
    Generations<Reader<Slow<MemoryProjection>>, Slow<MemoryHistory>, Slow<MemoryParkingLot>, Slow<MemoryRegister>>;

/// The shop, its carts and a clock.
struct World {
    shop: SlowShop,
    chance: Chance,
    began: Instant,
    /// Every cart's whole history, of which the event table has what has happened.
    carts: Vec<Vec<Envelope>>,
}

impl World {
    fn new(seed: u64) -> Self {
        let chance = Chance(Arc::new(Mutex::new(seed)));
        let cart = |id| {
            let skus: Vec<_> =
                (0..1 + chance.below(4)).map(|_| SKUS[usize::try_from(chance.below(5)).unwrap()]).collect();
            history(id, &skus)
        };
        let carts = CARTS.into_iter().map(cart).collect();
        let handler = RelatedItemsHandler { projection: chance.slow(MemoryProjection::default()) };
        let subscriptions = Subscriptions {
            handler: Reader { handler, unreadable: Mutex::default() },
            history: chance.slow(MemoryHistory::default()),
            parked: chance.slow(MemoryParkingLot::default()),
        };
        let shop = Generations { subscriptions, register: chance.slow(MemoryRegister::default()) };
        Self { shop, chance, began: Instant::now(), carts }
    }

    fn moment(&self) -> Moment {
        let now = Timestamp::UNIX_EPOCH + SignedDuration::try_from(self.began.elapsed()).unwrap();
        Moment { now, deadline: now + SignedDuration::try_from(TIMEOUT).unwrap(), fresh_id: Uuid::nil() }
    }

    /// One invocation, which may die anywhere.
    async fn invoke(
        &self,
        events: Subscribed<Envelope, Request>,
    ) -> Option<Answer<ProjectionAnswer<RelatedItemsAnswer>>> {
        let time = if self.chance.below(5) == 0 { Duration::from_millis(self.chance.below(400)) } else { TIMEOUT };
        timeout(time, self.shop.handle(events, &self.moment())).await.ok()?.ok()
    }

    /// Delivers a batch until nothing of it is left, or in vain so often that it goes to the dead letters.
    async fn deliver(&self, batch: impl Fn() -> Subscribed<Envelope, Request>, tries: usize) {
        for _ in 0..tries {
            match self.invoke(batch()).await {
                Some(Answer::Batch(left)) if left.identifiers().next().is_none() => return,
                _ => self.chance.pause().await,
            }
        }
    }

    async fn ask(&self, request: Request) -> Option<ProjectionAnswer<RelatedItemsAnswer>> {
        match self.invoke(Subscribed::Asked(request)).await? {
            Answer::Asked(answer) => Some(answer),
            Answer::Batch(_) => None,
        }
    }

    /// A cart changes, and each change is delivered at least once.
    async fn live(&self, cart: &[Envelope]) {
        let mut waiting: Vec<&Envelope> = Vec::new();
        for event in cart {
            sleep(Duration::from_millis(self.chance.below(3_000))).await;
            self.shop.subscriptions.history.port.push(event.clone());
            waiting.push(event);
            if self.chance.below(3) > 0 {
                self.deliver(|| Subscribed::New(waiting.iter().map(|event| record(event)).collect()), usize::MAX).await;
                waiting.clear();
            }
        }
        self.deliver(|| Subscribed::New(waiting.iter().map(|event| record(event)).collect()), usize::MAX).await;
    }

    /// A replay of what has happened, or of a part of it.
    async fn replay(&self, run: &str) {
        sleep(Duration::from_millis(self.chance.below(20_000))).await;
        for id in CARTS {
            let events = self.shop.subscriptions.history.port.events(id, Version::FIRST).await.unwrap();
            for events in events.chunks(3) {
                if self.chance.below(8) == 0 {
                    return;
                }
                self.deliver(
                    || Subscribed::Replayed(events.iter().map(|event| message(event, Some(run))).collect()),
                    5,
                )
                .await;
            }
        }
    }

    /// Somebody hands readers over, and gives up when somebody else was faster.
    async fn hand_over(&self, run: &str) {
        sleep(Duration::from_millis(self.chance.below(20_000))).await;
        let mut request =
            HandOver { run: Generation::try_from(run.to_owned()).unwrap(), dry_run: false, progress: None };
        for _ in 0..20 {
            let answer = self.ask(ProjectionRequest::HandOver(request.clone())).await;
            let Some(ProjectionAnswer::HandOver(report)) = answer else {
                request.progress = None;
                continue;
            };
            if report.handed_over {
                return;
            }
            request.progress = report.progress;
        }
    }

    async fn retire(&self, name: &str, tries: usize) -> bool {
        let generation = Generation::try_from(name.to_owned()).unwrap();
        let mut after = None;
        for _ in 0..tries {
            let request = Retire { generation: generation.clone(), after: after.clone() };
            match self.ask(ProjectionRequest::Retire(request)).await {
                Some(ProjectionAnswer::Retire(report)) if report.complete => return true,
                Some(ProjectionAnswer::Retire(report)) => {
                    after = report.after;
                    sleep(Duration::from_secs(report.wait_seconds)).await;
                }
                _ => self.chance.pause().await,
            }
        }
        false
    }

    async fn redrive(&self, tries: usize) -> bool {
        for _ in 0..tries {
            let answer = self.ask(ProjectionRequest::Redrive(Redrive::default())).await;
            if matches!(answer, Some(ProjectionAnswer::Redrive(report)) if report.complete && report.left.is_empty()) {
                return true;
            }
        }
        false
    }

    async fn operate(&self) {
        let unreadable = &self.shop.subscriptions.handler.unreadable;
        if self.chance.below(3) == 0 {
            *unreadable.lock().unwrap() = Some("cart.item-added");
            sleep(Duration::from_millis(self.chance.below(8_000))).await;
            *unreadable.lock().unwrap() = None;
        }
        sleep(Duration::from_millis(self.chance.below(8_000))).await;
        self.redrive(3).await;
    }

    /// Everything at once, and then what is left of it.
    async fn run(&self) {
        let [a, b, c, d] = &self.carts[..] else { panic!("four carts") };
        let changes = async { tokio::join!(self.live(a), self.live(b), self.live(c), self.live(d)) };
        let one = async { tokio::join!(self.replay("one"), self.hand_over("one")) };
        let two = async { tokio::join!(self.replay("two"), self.hand_over("two")) };
        let later = async {
            sleep(Duration::from_millis(self.chance.below(30_000))).await;
            self.hand_over(["live", "one"][usize::from(self.chance.below(2) == 0)]).await;
            self.retire("two", 3).await;
        };
        tokio::join!(changes, one, two, later, self.operate());
        assert!(self.redrive(1_000).await, "everything can be read in the end");
    }
}

impl Chance {
    fn slow<P>(&self, port: P) -> Slow<P> {
        Slow { port, chance: self.clone() }
    }
}

/// The counts of every cart, taken once and in order.
async fn fold(carts: &[Vec<Envelope>]) -> BTreeMap<Pair, u64> {
    let handler = handler();
    for event in carts.iter().flatten() {
        assert_eq!(handler.take(&Generation::live(), event).await, Ok(Taken::Applied));
    }
    handler.projection.counts(&Generation::live())
}

/// Runs a seed, and says whether readers were handed over.
async fn interleave(seed: u64) -> bool {
    let world = World::new(seed);
    world.run().await;
    let fold = fold(&world.carts).await;
    let register = world.shop.register.port.read().await.unwrap();
    let projection = &world.shop.subscriptions.handler.handler.projection.port;
    for (generation, role) in register.all() {
        match role {
            Role::Serving | Role::Standby => {
                assert_eq!(projection.counts(generation), fold, "seed {seed}: {generation} of {register:?}");
            }
            // A replay that stopped half way lacks what nothing has happened to since.
            Role::Building => {}
            Role::Retired => {
                assert!(world.retire(generation.as_str(), 1_000).await, "seed {seed}: {generation} can be deleted");
                assert!(projection.is_empty(generation), "seed {seed}: {generation} is deleted");
                let lots = world.shop.subscriptions.parked.port.lots().await.unwrap();
                assert!(lots.iter().all(|(of, _)| of != generation), "seed {seed}: nothing waits for {generation}");
            }
        }
    }
    register.all().any(|(_, role)| role == Role::Standby)
}

fn run(seed: u64) -> bool {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(interleave(seed))
}

#[test]
fn readers_are_handed_over_in_most_of_the_interleavings() {
    let handed_over = (0..100).filter(|&seed| run(seed)).count();
    assert!(handed_over > 50, "{handed_over} of 100");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn who_serves_readers_lacks_nothing_and_what_is_retired_is_gone(seed in any::<u64>()) {
        run(seed);
    }
}
