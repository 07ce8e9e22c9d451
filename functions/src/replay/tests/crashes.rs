//! Any archive, any selection, and a crash anywhere: in the end everything that is selected was sent, in order.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use proptest::prelude::*;

use super::archives::{Event, key, object, time};
use super::*;
use crate::ports::{ArchiveWriter, Saved, Tag};

/// How many requests to the queue and to the records are still carried out, before an invocation dies; and whether the
/// one with which it dies still has its effect.
#[derive(Clone)]
struct Fate {
    left: Arc<AtomicI64>,
    dies_late: bool,
}

impl Fate {
    /// Carries out a request, unless the invocation dies with it: then nothing ever comes back.
    async fn meet<T>(&self, request: impl Future<Output = T>) -> T {
        let left = self.left.fetch_sub(1, Ordering::Relaxed);
        if left > 0 {
            return request.await;
        }
        if self.dies_late && left == 0 {
            request.await;
        }
        std::future::pending().await
    }
}

#[derive(Clone)]
struct Mortal<T> {
    inner: T,
    fate: Fate,
}

/// A queue that refuses messages by a script, over and over, for a while.
#[derive(Clone, Default)]
struct Moody {
    refuses: Arc<Vec<bool>>,
    offered: Arc<Mutex<usize>>,
    taken: Arc<Mutex<Vec<Message>>>,
}

impl Outlet for Mortal<Moody> {
    const MAX_MESSAGES: usize = 4;
    const MAX_BYTES: usize = 5000;

    async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
        let Moody { refuses, offered, taken } = &self.inner;
        let send = async {
            let mut offered = offered.lock().unwrap();
            let take = |message: &&Message| {
                *offered += 1;
                // Sooner or later it takes everything.
                if *offered < 200 && refuses[*offered % refuses.len()] {
                    return Err(Unavailable("throttled".to_owned()));
                }
                taken.lock().unwrap().push((*message).clone());
                Ok(())
            };
            batch.iter().map(take).collect()
        };
        self.fate.meet(send).await
    }
}

impl ReplayQueues for Mortal<Moody> {
    type Queue = Self;

    fn handlers(&self) -> Vec<String> {
        vec!["related-items".to_owned()]
    }

    fn queue(&self, _: &str, _: &Generation) -> Option<Self> {
        Some(self.clone())
    }
}

impl ReplayRuns for Mortal<MemoryReplayRuns> {
    async fn load(&self, run: &Generation) -> Result<Option<(Run, Tag)>, Unavailable> {
        self.inner.load(run).await
    }

    async fn save(&self, run: &Run, before: Option<&Tag>) -> Result<Saved, Unavailable> {
        self.fate.meet(self.inner.save(run, before)).await
    }

    async fn names(&self) -> Result<Vec<Generation>, Unavailable> {
        self.inner.names().await
    }

    async fn checkpoint(&self, name: &str) -> Result<Option<Vec<u8>>, Unavailable> {
        self.inner.checkpoint(name).await
    }

    async fn keep_checkpoint(&self, name: &str, checkpoint: Vec<u8>) -> Result<(), Unavailable> {
        self.fate.meet(self.inner.keep_checkpoint(name, checkpoint)).await
    }

    async fn drop_checkpoint(&self, name: &str) -> Result<(), Unavailable> {
        self.fate.meet(self.inner.drop_checkpoint(name)).await
    }
}

/// An archive: its objects by key, the events in each, and which of them are cut to how much.
#[derive(Debug, Clone)]
struct Written {
    objects: BTreeMap<String, Vec<Event>>,
    cut: BTreeMap<String, f64>,
    is_shuffled: bool,
}

/// Events of a few aggregates in order of time, each as often as it was delivered, spread over hours, shards and objects.
/// Shards split as time goes on. If it is shuffled, any event may be anywhere.
fn written() -> impl Strategy<Value = Written> {
    let delivery = (0_usize..5, prop::bool::weighted(0.15), 0_usize..3, prop::bool::weighted(0.3));
    let cut = prop::collection::vec((prop::bool::weighted(0.1), 0.0_f64..1.0), 60);
    (prop::collection::vec(delivery, 0..60), cut, prop::bool::weighted(0.3), any::<u64>()).prop_map(
        |(deliveries, cut, is_shuffled, seed)| {
            let mut events: Vec<Event> = Vec::new();
            for (number, (aggregate, is_again, kind, _)) in deliveries.iter().enumerate() {
                let name = format!("a{aggregate}");
                let of_aggregate: Vec<_> = events.iter().filter(|event| event.aggregate == name).cloned().collect();
                if let (true, Some(event)) = (is_again, of_aggregate.get(number % of_aggregate.len().max(1))) {
                    events.push(event.clone());
                    continue;
                }
                let version = of_aggregate.iter().map(|event| event.version).max().unwrap_or(0) + 1;
                events.push(Event {
                    aggregate_type: ["cart", "order"][aggregate % 2].to_owned(),
                    event_type: format!("type{kind}"),
                    hour: number as u64 / 10,
                    ..Event::of(&name, version)
                });
            }
            if is_shuffled {
                let mut state = seed;
                for position in (1..events.len()).rev() {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    events.swap(position, (state >> 33) as usize % (position + 1));
                }
            }
            // Nothing is archived before it happens.
            let mut first_hours: BTreeMap<String, u64> = BTreeMap::new();
            for (number, event) in events.iter().enumerate() {
                let first = first_hours.entry(event.id()).or_insert(event.hour);
                *first = (number as u64 / 10).min(*first);
            }
            let mut objects: BTreeMap<String, Vec<Event>> = BTreeMap::new();
            for (number, event) in events.into_iter().enumerate() {
                let event = Event { hour: first_hours[&event.id()], ..event };
                let hour = number as u64 / 10;
                // Each hour has shards of its own, the children of those before.
                let shard = 2 * (number / 10) + usize::from(event.aggregate.ends_with(['0', '1']));
                let object = deliveries[..number].iter().filter(|(.., ends)| *ends).count();
                objects.entry(key(hour, shard, object)).or_default().push(event);
            }
            let cut = objects.keys().zip(cut).filter(|(_, (is_cut, _))| *is_cut);
            let cut = cut.map(|(key, (_, size))| (key.clone(), size)).collect();
            Written { objects, cut, is_shuffled }
        },
    )
}

fn selection() -> impl Strategy<Value = Selection> {
    let time_of = || prop::option::weighted(0.3, 0_u64..7);
    let some = |names: &'static [&'static str]| {
        prop_oneof![3 => Just(BTreeSet::new()), 1 => prop::sample::subsequence(names, 1..=names.len())
            .prop_map(|names| names.into_iter().map(str::to_owned).collect())]
    };
    (time_of(), time_of(), some(&["cart", "order"]), some(&["a0", "a1", "a2", "a3", "a9"]), some(&["type0", "type1"]))
        .prop_map(|(from, to, aggregate_types, aggregates, event_types)| {
            let to = to.map(|hours| from.unwrap_or(0) + hours + 1);
            Selection { from: from.map(time), to: to.map(time), aggregate_types, aggregates, event_types }
        })
}

fn is_selected(selection: &Selection, event: &Event) -> bool {
    let has = |names: &BTreeSet<String>, name: &String| names.is_empty() || names.contains(name);
    has(&selection.aggregate_types, &event.aggregate_type)
        && has(&selection.aggregates, &event.aggregate)
        && has(&selection.event_types, &event.event_type)
        && selection.from.is_none_or(|from| time(event.hour) >= from)
        && selection.to.is_none_or(|to| time(event.hour) < to)
}

type Crashing = ReplayHandler<MemoryArchive, Mortal<MemoryReplayRuns>, Mortal<Moody>>;

/// Starts a run and resumes it until it is complete. Each number says after how many requests an invocation dies.
async fn to_the_end(crashing: &Crashing, start: StartReplay, deaths: &[i64]) -> Run {
    let fate = &crashing.queues.fate;
    let mut asked = ReplayRequest::Start(start.clone());
    for number in 0.. {
        assert!(number < 2000, "the run does not come to its end");
        let death = deaths.get(number).copied().unwrap_or(i64::MAX);
        fate.left.store(death, Ordering::Relaxed);
        // Long after a lease that a dead invocation may hold.
        let at = moment(100 * i64::try_from(number).unwrap());
        let answer = tokio::time::timeout(Duration::from_secs(3000), crashing.handle(asked, &at)).await;
        match answer {
            Ok(Ok(ReplayAnswer::Run(run))) if run.state == RunState::Complete => return *run,
            Ok(Ok(_)) | Err(_) | Ok(Err(ReplayError::Queue { .. } | ReplayError::SlowQueue(_))) => {}
            Ok(Err(error)) => panic!("{error}"),
        }
        let is_on_record = crashing.runs.inner.load(&name("r")).await.unwrap().is_some();
        asked = if is_on_record { resume(0) } else { ReplayRequest::Start(start.clone()) };
    }
    unreachable!()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn everything_that_is_selected_is_sent_in_order_whatever_happens(
        written in written(),
        selection in selection(),
        deaths in prop::collection::vec(0_i64..12, 0..8),
        dies_late in any::<bool>(),
        refuses in prop::collection::vec(prop::bool::weighted(0.3), 0..5),
        messages in 1_usize..6,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        let (run, taken) = runtime.block_on(async {
            let archive = MemoryArchive::default();
            for (key, events) in &written.objects {
                let mut content = object(events);
                if let Some(part) = written.cut.get(key) {
                    content.truncate((content.len() as f64 * part) as usize);
                }
                archive.put_new(key, content).await.unwrap();
            }
            let fate = Fate { left: Arc::new(AtomicI64::new(i64::MAX)), dies_late };
            let refuses = refuses.into_iter().chain([false]).collect();
            let moody = Moody { refuses: Arc::new(refuses), ..Moody::default() };
            let crashing = Crashing {
                archive,
                runs: Mortal { inner: MemoryReplayRuns::default(), fate: fate.clone() },
                queues: Mortal { inner: moody.clone(), fate },
                limits: Limits { messages, ..Limits::default() },
            };
            let start = StartReplay { selection: selection.clone(), seconds: Some(0), ..start() };
            let run = to_the_end(&crashing, start, &deaths).await;
            let taken = moody.taken.lock().unwrap().clone();
            (run, taken)
        });

        let all: Vec<_> = written.objects.values().flatten().filter(|event| is_selected(&selection, event)).collect();
        let may: BTreeSet<_> = all.iter().map(|event| event.id()).collect();
        let whole = written.objects.iter().filter(|(key, _)| !written.cut.contains_key(*key)).flat_map(|(_, events)| events);
        let must: BTreeSet<_> = whole.filter(|event| is_selected(&selection, event)).map(Event::id).collect();
        let sent: BTreeSet<_> = taken.iter().map(|message| message.id.clone()).collect();
        prop_assert!(sent.is_subset(&may), "sent {:?}, of {:?}", sent, may);
        let untold: Vec<_> = must.difference(&sent).collect();
        prop_assert!(untold.is_empty(), "not sent: {:?}", untold);
        // In a run that does not read the archive from its beginning, an aggregate begins with the first of its events that is
        // met. If the archive is in disorder or damaged, an earlier one may come later, and more than once.
        let is_orderly = selection.from.is_none() || (!written.is_shuffled && written.cut.is_empty());
        prop_assert!(run.counts.selected >= sent.len() as u64);
        prop_assert!(run.counts.selected == sent.len() as u64 || !is_orderly);
        prop_assert_eq!(run.counts.damaged > 0, written.cut.keys().any(|key| was_read(&run, key)));
        if is_orderly {
            let mut newest: BTreeMap<&str, u64> = BTreeMap::new();
            let mut seen = BTreeSet::new();
            for message in taken.iter().filter(|message| seen.insert(&message.id)) {
                let version: u64 = message.id.rsplit(':').next().unwrap().parse().unwrap();
                let before = newest.insert(&message.key, version).unwrap_or(0);
                prop_assert!(version > before, "{} came after version {}", message.id, before);
            }
        }
    }
}

/// Whether an object was among those that the run had to read.
fn was_read(run: &Run, key: &str) -> bool {
    run.selection.begins_after().is_none_or(|after| key > after.as_str())
}
