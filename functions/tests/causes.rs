//! What a request belongs to, and what led to it: every copy of the events that follow says so, on every hop, and so does
//! every line that is logged on the way.

use std::fmt::Debug;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::{Invocation, QueueMessages, StreamRecords, TableChanges};
use domain::cart::Cart;
use domain::kernel::{InMemoryEventStore, Version};
use functions::archive::{ArchiveHandler, lines};
use functions::cart::{CartHandler, CartRequest, CartView};
use functions::commit_item::CommitItem;
use functions::envelope::{Envelope, envelopes};
use functions::event_handler::{
    EventHandler, Generation, Generations, HandlerAnswer, HandlerRequest, NoQuery, NotTaken, Page, ProjectionAnswer,
    ProjectionRequest, Queryable, Replayable, Subscriptions, Taken, WithoutReplays,
};
use functions::ports::memory::{
    MemoryArchive, MemoryClaims, MemoryGates, MemoryHistory, MemoryKeyring, MemoryMail, MemoryOutlet, MemoryParkingLot,
    MemoryRegister, MemoryReplayRuns, MemorySchedules,
};
use functions::ports::{Message, Unavailable};
use functions::publish::PublishHandler;
use functions::remind::{RemindAnswer, RemindHandler, RemindRequest};
use functions::reminders::RemindersHandler;
use functions::replay::{Limits, ReplayAnswer, ReplayHandler, ReplayRequest};
use functions::repository::Repository;
use functions::wakes::{Deliver, Handler, Moment};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tracing::field::{Field, Visit};
use tracing::span;
use uuid::Uuid;

const COMMAND: Uuid = Uuid::from_u128(1);
const CORRELATION: Uuid = Uuid::from_u128(2);
const CART: Uuid = Uuid::from_u128(3);
const RUN: &str = "run";

async fn invoke<W: Deliver, H: Handler<W>>(handler: &H, event: &Value) -> W::Response {
    let now = Timestamp::UNIX_EPOCH;
    let deadline = now + SignedDuration::from_secs(900);
    let at = Moment { now, deadline, fresh_id: Uuid::nil() };
    let payload = W::decode(&event.to_string()).unwrap_or_else(|error| panic!("{error}"));
    handler.handle(payload, &at).await.unwrap_or_else(|error| panic!("{error}"))
}

/// One logged line: its message, and what it says of where it belongs.
#[derive(Default)]
struct Line {
    message: String,
    correlation_id: Option<String>,
}

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        match field.name() {
            "message" => self.message = format!("{value:?}"),
            "correlation_id" => self.correlation_id = Some(format!("{value:?}")),
            _ => {}
        }
    }
}

/// Keeps what is logged on the thread of a test.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<Line>>>);

impl Log {
    fn begin() -> (Self, tracing::subscriber::DefaultGuard) {
        let log = Self::default();
        let guard = tracing::subscriber::set_default(log.clone());
        (log, guard)
    }

    /// Every line that belongs to something belongs to the request; the messages of those, without repetitions.
    fn traced(&self) -> Vec<String> {
        let mut messages = Vec::new();
        for Line { message, correlation_id } in self.0.lock().unwrap().iter() {
            let Some(correlation_id) = correlation_id else { continue };
            assert_eq!(correlation_id, &CORRELATION.to_string(), "{message}");
            messages.push(message.clone());
        }
        messages.dedup();
        messages
    }
}

impl tracing::Subscriber for Log {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &tracing::Event<'_>) {
        let mut line = Line::default();
        event.record(&mut line);
        self.0.lock().unwrap().push(line);
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

/// Notes what it is handed. What is closed it cannot read at first.
#[derive(Default)]
struct Spy {
    taken: Mutex<Vec<(Generation, Envelope)>>,
    reads_everything: AtomicBool,
}

impl Spy {
    fn assert_saw(&self, generation: &str) {
        let taken = self.taken.lock().unwrap();
        assert!(!taken.is_empty() && taken.iter().all(|(into, _)| into.as_str() == generation));
        taken.iter().for_each(|(_, event)| assert_says_so(event));
    }
}

impl EventHandler for Spy {
    async fn take(&self, generation: &Generation, event: &Envelope) -> Result<Taken, NotTaken> {
        if event.event_type == "cart.closed" && !self.reads_everything.load(Ordering::SeqCst) {
            return Err(NotTaken::Unreadable("it is closed".to_owned()));
        }
        self.taken.lock().unwrap().push((generation.clone(), event.clone()));
        Ok(Taken::Applied)
    }
}

impl Replayable for Spy {
    async fn gate(&self, _: &Generation, _: &str) -> Result<Version, Unavailable> {
        Ok(Version::NONE)
    }

    async fn gates(&self, _: &Generation, _: Option<&str>) -> Result<Page<Vec<(String, Version)>>, Unavailable> {
        Ok(Page { content: Vec::new(), next: None })
    }

    async fn delete(&self, _: &Generation, _: Option<&str>) -> Result<Page<u64>, Unavailable> {
        Ok(Page { content: 0, next: None })
    }
}

impl Queryable for Spy {
    type Query = NoQuery;
    type Answer = NoQuery;

    async fn answer(&self, _: &Generation, query: NoQuery) -> Result<NoQuery, Unavailable> {
        Ok(query)
    }
}

#[track_caller]
fn assert_says_so(event: &Envelope) {
    assert_eq!(event.correlation_id.to_string(), CORRELATION.to_string(), "{}", event.id);
    assert_eq!(event.causation_id.to_string(), COMMAND.to_string(), "{}", event.id);
}

/// The commits of a customer's cart that is opened and closed by commands of the same id, correlated with something else.
async fn commits() -> (Vec<CommitItem>, MemoryKeyring) {
    let carts = Repository::without_snapshots(InMemoryEventStore::<Cart>::default());
    let cart = CartHandler { carts, keys: MemoryKeyring::default() };
    let customer = json!({ "id": Uuid::from_u128(4), "email": "ada@shop.example" });
    let open = json!({
        "open": { "cart_id": CART, "customer": customer, "command_id": COMMAND, "correlation_id": CORRELATION }
    });
    invoke::<Invocation<CartRequest, CartView>, _>(&cart, &open).await;
    let mut commits: Vec<_> = cart.carts.events.commits().iter().map(CommitItem::from).collect();
    assert_eq!(commits[0].cause.command_id.to_string(), COMMAND.to_string());
    let mut closed = commits[0].clone();
    closed.version = 2;
    (closed.events[0].event_type, closed.events[0].schema_version) = ("cart.closed".to_owned(), 1);
    commits.push(closed);
    (commits, cart.keys)
}

/// What `publish` makes of commits, as records of the event stream.
async fn records(commits: &[CommitItem]) -> Vec<Value> {
    let change = |commit: &CommitItem| {
        let image: serde_dynamo::Item = serde_dynamo::to_item(commit).unwrap();
        let image = serde_json::to_value(image).unwrap();
        json!({ "dynamodb": {
            "SequenceNumber": commit.version.to_string(), "NewImage": image,
            "Keys": { "aggregate_id": image["aggregate_id"], "version": image["version"] },
        } })
    };
    let publish = PublishHandler { events: MemoryOutlet::default(), unreadable: MemoryArchive::default() };
    let changes: Vec<_> = commits.iter().map(change).collect();
    invoke::<TableChanges<CommitItem>, _>(&publish, &json!({ "Records": changes })).await;
    let published = publish.events.sent();
    assert_eq!(published.len(), commits.len());
    let record = |(number, message): (usize, &Message)| {
        assert_says_so(&serde_json::from_slice(&message.body).unwrap());
        json!({ "eventID": format!("shardId-0:{number}"), "eventSource": "aws:kinesis", "kinesis": {
            "partitionKey": message.key, "sequenceNumber": number.to_string(),
            "approximateArrivalTimestamp": 1, "data": STANDARD.encode(&message.body),
        } })
    };
    published.iter().enumerate().map(record).collect()
}

/// The events as the event table has them.
fn history(commits: &[CommitItem]) -> MemoryHistory {
    let history = MemoryHistory::default();
    commits.iter().flat_map(|commit| envelopes(commit).unwrap()).for_each(|event| history.push(event));
    history
}

/// What `archive` makes of records of the event stream.
async fn archived(records: &[Value]) -> MemoryArchive {
    let archive = ArchiveHandler { archive: MemoryArchive::default(), unreadable: MemoryArchive::default() };
    invoke::<StreamRecords<Envelope>, _>(&archive, &json!({ "Records": records })).await;
    let objects = archive.archive.objects();
    let archived: Vec<_> = objects.values().flat_map(|object| lines(object)).map(Result::unwrap).collect();
    assert_eq!(archived.len(), records.len());
    for line in &archived {
        assert_says_so(&serde_json::from_slice(line).unwrap());
    }
    archive.archive
}

#[tokio::test]
async fn cause_and_correlation_go_from_the_command_to_handlers_and_through_what_they_park() {
    type Subscribed = (StreamRecords<Envelope>, Invocation<HandlerRequest, HandlerAnswer>);

    let (log, _guard) = Log::begin();
    let (commits, _) = commits().await;
    let records = records(&commits).await;

    // To the handler, from the stream and from the table, and among what is parked.
    let (history, parked) = (history(&commits), MemoryParkingLot::default());
    let handler = WithoutReplays(Subscriptions { handler: Spy::default(), history, parked });
    let mut mangled = records[0].clone();
    mangled["kinesis"]["data"] = json!("?");
    for records in [records, vec![mangled]] {
        invoke::<Subscribed, _>(&handler, &json!({ "Records": records })).await;
    }
    let Subscriptions { handler: spy, parked, .. } = &handler.0;
    spy.assert_saw("live");
    let [closed] = &parked.all()[..] else { panic!("the closed cart waits") };
    assert_says_so(&serde_json::from_str(closed.event.as_deref().unwrap()).unwrap());
    spy.reads_everything.store(true, Ordering::SeqCst);
    invoke::<Subscribed, _>(&handler, &json!({ "redrive": {} })).await;
    spy.assert_saw("live");
    assert_eq!(spy.taken.lock().unwrap().last().unwrap().1.event_type, "cart.closed");
    assert_eq!(log.traced(), ["command", "publishing", "event", "event parked", "event", "redriven"]);
}

#[tokio::test]
async fn cause_and_correlation_go_through_the_archive_and_a_replay_into_its_generation() {
    type Projection = (
        StreamRecords<Envelope>,
        QueueMessages<Envelope>,
        Invocation<ProjectionRequest<NoQuery>, ProjectionAnswer<NoQuery>>,
    );

    let (log, _guard) = Log::begin();
    let (commits, _) = commits().await;
    let archive = archived(&records(&commits).await).await;
    let (runs, queues) = (MemoryReplayRuns::default(), Arc::<MemoryOutlet>::default());
    let replay = ReplayHandler { archive, runs, queues, limits: Limits::default() };
    let start = json!({ "start": { "handler": "related-items", "run": RUN } });
    invoke::<Invocation<ReplayRequest, ReplayAnswer>, _>(&replay, &start).await;

    let sent = replay.queues.sent();
    assert_eq!(sent.len(), commits.len());
    let message = |message: &Message| {
        assert_says_so(&serde_json::from_slice(&message.body).unwrap());
        json!({
            "messageId": message.id, "body": str::from_utf8(&message.body).unwrap(), "eventSource": "aws:sqs",
            "attributes": { "MessageGroupId": message.key },
            "messageAttributes": { "run": { "stringValue": RUN, "dataType": "String" } },
        })
    };
    let messages: Vec<_> = sent.iter().map(message).collect();
    let (history, parked) = (history(&commits), MemoryParkingLot::default());
    let subscriptions = Subscriptions { handler: Spy::default(), history, parked };
    let handler = Generations { subscriptions, register: MemoryRegister::default() };
    invoke::<Projection, _>(&handler, &json!({ "Records": messages })).await;
    handler.subscriptions.handler.assert_saw(RUN);
    let [closed] = &handler.subscriptions.parked.all()[..] else { panic!("the closed cart waits") };
    assert_says_so(&serde_json::from_str(closed.event.as_deref().unwrap()).unwrap());
    assert_eq!(log.traced(), ["command", "publishing", "archived", "replaying", "event", "event parked", "event"]);
}

#[tokio::test]
async fn cause_and_correlation_go_through_the_schedule_to_the_reminder() {
    let (log, _guard) = Log::begin();
    let (commits, keys) = commits().await;
    let opened = &commits[..1];
    let (schedules, gates) = (MemorySchedules::default(), MemoryGates::default());
    let handler = RemindersHandler { schedules, gates, after: Duration::from_secs(60) };
    let (history, parked) = (history(opened), MemoryParkingLot::default());
    let handler = WithoutReplays(Subscriptions { handler, history, parked });
    let batch = json!({ "Records": records(opened).await });
    invoke::<(StreamRecords<Envelope>, Invocation<HandlerRequest, HandlerAnswer>), _>(&handler, &batch).await;

    let Subscriptions { handler, history: carts, .. } = handler.0;
    let [remind] = &handler.schedules.fire(Timestamp::MAX)[..] else { panic!("the cart has one schedule") };
    assert_eq!(remind.correlation_id.to_string(), CORRELATION.to_string());
    assert_eq!(remind.causation_id.to_string(), format!("{CART}:1"), "the event that the schedule was made for");
    let due = remind.due;
    let (claims, mail) = (MemoryClaims::default(), MemoryMail::default());
    let service = RemindHandler { carts, claims, keys, mail };
    let at = Moment { now: due, deadline: due, fresh_id: Uuid::nil() };
    let scheduled = serde_json::to_string(&RemindRequest::Remind(remind.clone())).unwrap();
    let scheduled = Invocation::<RemindRequest, RemindAnswer>::decode(&scheduled).unwrap();
    service.handle(scheduled, &at).await.unwrap();
    assert_eq!(service.mail.sent().len(), 1);
    assert_eq!(log.traced(), ["command", "publishing", "event", "reminder"]);
}
