//! What takes the commands: the shop's functions, or functions in their places that do nothing.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use aws_sdk_dynamodb::error::DisplayErrorContext;
use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes};
use aws_sdk_kinesis::types::PutRecordsRequestEntry;
use aws_sdk_lambda::primitives::Blob;
use serde_json::json;
use uuid::Uuid;

use crate::shop::{Log, Shop};

/// How often the log is looked at.
const PAUSE: Duration = Duration::from_millis(2);

/// How many items DynamoDB reads at once.
const READ_AT_ONCE: usize = 100;

/// About as long as a commit and an event are when a cart is opened.
const CONTENT: [u8; 400] = [b'x'; 400];

/// Which functions are in place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The shop's own. A command has arrived when the projection has it.
    Shop,
    /// Functions that do nothing. What the shop's functions write, the table's item and the stream's record, is written from
    /// here at the same points, so that each hop is made; a command has arrived when the last function was handed it.
    Hops,
    /// A function that does nothing, invoked, and no hops.
    Invocations,
}

/// Where commands go, and which of them have arrived at the other end.
pub struct Handlers {
    pub kind: Kind,
    lambda: aws_sdk_lambda::Client,
    dynamodb: aws_sdk_dynamodb::Client,
    kinesis: aws_sdk_kinesis::Client,
    cart: String,
    publish: String,
    related_items: String,
    carts: String,
    events: String,
    projection: String,
    waiting: Mutex<Waiting>,
}

/// Commands that are under way, in their order.
#[derive(Default)]
struct Waiting {
    for_publish: VecDeque<Uuid>,
    for_projection: VecDeque<Uuid>,
    arrived: HashMap<Uuid, Instant>,
}

impl Handlers {
    /// The functions that are deployed; they are watched from now on.
    pub fn new(shop: &Shop, kind: Kind) -> Arc<Self> {
        let config = shop.connection.config();
        let handlers = Arc::new(Self {
            kind,
            lambda: aws_sdk_lambda::Client::new(config),
            dynamodb: aws_sdk_dynamodb::Client::new(config),
            kinesis: aws_sdk_kinesis::Client::new(config),
            cart: shop.output("CartFunctionName"),
            publish: shop.output("PublishFunctionName"),
            related_items: shop.output("RelatedItemsFunctionName"),
            carts: shop.output("CartsTableName"),
            events: shop.output("EventsStreamName"),
            projection: shop.output("RelatedItemsTableName"),
            waiting: Mutex::default(),
        });
        tokio::spawn(Arc::clone(&handlers).watch(shop.log()));
        handlers
    }

    /// Sends a command, and says when it was answered; never, if it was not accepted or could not be stored.
    pub async fn command(&self, cart: Uuid) -> Option<Instant> {
        if self.kind == Kind::Shop {
            self.waiting.lock().unwrap().for_projection.push_back(cart);
        }
        let request = json!({ "open": { "cart_id": cart } }).to_string();
        let answer = self.lambda.invoke().function_name(&self.cart).payload(Blob::new(request)).send().await;
        let accepted = answer.is_ok_and(|answer| answer.function_error().is_none()).then(Instant::now);
        if self.kind == Kind::Hops && accepted.is_some() {
            self.waiting.lock().unwrap().for_publish.push_back(cart);
            let put = self.dynamodb.put_item().table_name(&self.carts);
            let put = put.item("aggregate_id", AttributeValue::S(cart.to_string()));
            let put = put.item("version", AttributeValue::N("1".to_owned()));
            if let Err(error) = put.item("content", AttributeValue::B(Blob::new(CONTENT))).send().await {
                // Under too much load the emulator does not even take the connection.
                eprintln!("the item of a command was not written: {}", DisplayErrorContext(error));
                self.waiting.lock().unwrap().for_publish.retain(|waiting| *waiting != cart);
                return None;
            }
        }
        accepted
    }

    /// When a command arrived, if it has.
    pub fn arrived(&self, cart: Uuid) -> Option<Instant> {
        self.waiting.lock().unwrap().arrived.get(&cart).copied()
    }

    async fn watch(self: Arc<Self>, mut log: Log) {
        loop {
            while let Some(batch) = log.next() {
                if self.kind == Kind::Shop && batch.function == self.related_items {
                    self.look_into_the_projection(Instant::now()).await;
                }
                if self.kind == Kind::Hops && batch.function == self.publish {
                    tokio::spawn(Arc::clone(&self).publish(batch.records));
                }
                if self.kind == Kind::Hops && batch.function == self.related_items {
                    let mut waiting = self.waiting.lock().unwrap();
                    let records = batch.records.min(waiting.for_projection.len());
                    let carts: Vec<_> = waiting.for_projection.drain(..records).collect();
                    waiting.arrived.extend(carts.into_iter().map(|cart| (cart, Instant::now())));
                }
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Notes which commands the projection has. They come in about the order in which they were sent.
    async fn look_into_the_projection(&self, now: Instant) {
        let carts: Vec<_> = self.waiting.lock().unwrap().for_projection.iter().copied().collect();
        for carts in carts.chunks(READ_AT_ONCE) {
            let keys = carts.iter().map(|&cart| gate(cart)).collect();
            let keys = KeysAndAttributes::builder().set_keys(Some(keys)).consistent_read(true).build().unwrap();
            let read = match self.dynamodb.batch_get_item().request_items(&self.projection, keys).send().await {
                Ok(read) => read,
                // What it has is noted with the next batch.
                Err(error) => return eprintln!("the projection was not read: {}", DisplayErrorContext(error)),
            };
            let gates = read.responses().and_then(|tables| tables.get(&self.projection)).map_or(&[][..], Vec::as_slice);
            let is_there = |&cart: &Uuid| gates.iter().any(|item| item.get("pk") == gate(cart).get("pk"));
            let arrived: Vec<_> = carts.iter().copied().filter(is_there).collect();
            if arrived.is_empty() {
                return;
            }
            let mut waiting = self.waiting.lock().unwrap();
            waiting.for_projection.retain(|cart| !arrived.contains(cart));
            waiting.arrived.extend(arrived.into_iter().map(|cart| (cart, now)));
        }
    }

    /// Puts as many records on the stream as `publish` was handed.
    async fn publish(self: Arc<Self>, records: usize) {
        let carts: Vec<_> = {
            let mut waiting = self.waiting.lock().unwrap();
            let records = records.min(waiting.for_publish.len());
            let carts: Vec<_> = waiting.for_publish.drain(..records).collect();
            waiting.for_projection.extend(&carts);
            carts
        };
        let records = carts.iter().map(|cart| {
            let record = PutRecordsRequestEntry::builder().partition_key(cart.to_string());
            record.data(Blob::new(CONTENT)).build().unwrap()
        });
        let put = self.kinesis.put_records().stream_name(&self.events).set_records(Some(records.collect()));
        match put.send().await {
            Ok(put) => assert_eq!(put.failed_record_count().unwrap_or_default(), 0),
            Err(error) => {
                eprintln!("{} records were not put: {}", carts.len(), DisplayErrorContext(error));
                self.waiting.lock().unwrap().for_projection.retain(|waiting| !carts.contains(waiting));
            }
        }
    }
}

/// The key of what the projection knows of a cart.
fn gate(cart: Uuid) -> HashMap<String, AttributeValue> {
    let key = [("pk", format!("live/cart/{cart}")), ("sk", "gate".to_owned())];
    key.map(|(name, value)| (name.to_owned(), AttributeValue::S(value))).into()
}
