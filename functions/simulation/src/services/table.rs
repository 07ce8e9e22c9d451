//! A DynamoDB table, with conditional and transactional writes, and its stream of changes.
//!
//! The stream promises order per item, not per partition.
//! <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html>

use std::collections::BTreeMap;
use std::fmt;
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Map, Value};

use super::{Shards, logical_id, not_found};
use crate::capacity::{Capacity, Meter};
use crate::fault::Fault;
use crate::sandbox::{Failure, Sandbox};
use crate::template::TableProperties;
use crate::trace::place;
use crate::world::{World, lock};

/// An item: a JSON object with the attributes of the key among others.
pub type Item = Arc<Value>;

/// How up to date a read is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consistency {
    /// It sees every write that was answered before.
    Strong,
    /// It may miss the last write of an item.
    Eventual,
}

/// In which order a query reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By sort key, from the least on.
    Ascending,
    /// By sort key, from the greatest on.
    Descending,
}

/// Items by key.
pub struct Table {
    id: String,
    partition_key: String,
    sort_key: Option<String>,
    items: Mutex<BTreeMap<Key, Kept>>,
    changes: Option<Shards>,
    sequence: AtomicU64,
    /// Changes that reach the stream behind later ones of other items.
    held: Mutex<BTreeMap<Key, Change>>,
    /// What each partition takes in a second; none where that has no limit.
    partitions: Mutex<Vec<Meter>>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key(String, Sort);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    None,
    Number(u64),
    Text(String),
}

#[derive(Default)]
struct Kept {
    now: Option<Item>,
    before: Option<Item>,
}

struct Change {
    name: &'static str,
    keys: Value,
    image: Option<Item>,
}

impl Table {
    pub(crate) fn new(id: &str, properties: &TableProperties, capacity: Option<&Capacity>) -> Self {
        let shards = capacity.map_or(2, |capacity| capacity.partitions);
        // Streams of tables keep records for 24 hours, and take whatever the table does.
        let changes = properties.has_stream.then(|| Shards::new(Duration::from_secs(24 * 3600), shards, None));
        let partitions =
            |capacity: &Capacity| (0..shards).map(|_| Meter::new((capacity.partition_writes)(id))).collect();
        Self {
            id: id.to_owned(),
            partition_key: properties.partition_key.clone(),
            sort_key: properties.sort_key.clone(),
            items: Mutex::default(),
            changes,
            sequence: AtomicU64::new(0),
            held: Mutex::default(),
            partitions: Mutex::new(capacity.map(partitions).unwrap_or_default()),
        }
    }

    pub(crate) fn changes(&self) -> Option<&Shards> {
        self.changes.as_ref()
    }

    /// Every item, in the order of its key.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        lock(&self.items).values().filter_map(|kept| kept.now.clone()).collect()
    }

    /// Puts a new item there as somebody outside the stack does; whether there was none of its key.
    pub fn put_new(&self, world: &World, item: Value) -> bool {
        self.write(world, vec![Write::put(item).when(|item| item.is_none())]).is_ok()
    }

    fn key(&self, of: &Value) -> Key {
        let text = |name: &str| of[name].as_str().unwrap_or_default().to_owned();
        let sort = match &self.sort_key {
            None => Sort::None,
            Some(name) => of[name].as_u64().map_or_else(|| Sort::Text(text(name)), Sort::Number),
        };
        Key(text(&self.partition_key), sort)
    }

    fn get(&self, world: &World, key: &Value, consistency: Consistency) -> Option<Item> {
        let items = lock(&self.items);
        let kept = items.get(&self.key(key))?;
        let stale = consistency == Consistency::Eventual && world.strikes(Fault::StaleRead);
        if stale { kept.before.clone() } else { kept.now.clone() }
    }

    fn query(&self, partition: &str, sort: RangeInclusive<Value>, order: Order, most: usize) -> Vec<Item> {
        let bound = |value: &Value, name: &str| match value {
            Value::Null => None,
            value => Some(self.key(&serde_json::json!({ name: value, self.partition_key.as_str(): partition }))),
        };
        let name = self.sort_key.clone().unwrap_or_default();
        let (first, last) = (bound(sort.start(), &name), bound(sort.end(), &name));
        let items = lock(&self.items);
        let from = first.unwrap_or_else(|| Key(partition.to_owned(), Sort::None));
        let within = |key: &Key| key.0 == partition && last.as_ref().is_none_or(|last| key <= last);
        let found = items.range(from..).take_while(|(key, _)| within(key)).filter_map(|(_, kept)| kept.now.clone());
        match order {
            Order::Ascending => found.take(most).collect(),
            Order::Descending => {
                let mut found: Vec<_> = found.collect();
                found.reverse();
                found.truncate(most);
                found
            }
        }
    }

    /// Whether every partition takes what is written to it at present; then there is so much less room in each.
    fn takes(&self, now: Duration, writes: &[Demand]) -> bool {
        let mut partitions = lock(&self.partitions);
        let mut wanted = vec![0.0; partitions.len()];
        for Demand { place, units } in writes {
            wanted[((u64::from(*place) * partitions.len() as u64) >> 32) as usize] += units;
        }
        let takes = partitions.iter_mut().zip(&wanted).all(|(partition, &units)| partition.has(now, units));
        if takes {
            partitions.iter_mut().zip(wanted).for_each(|(partition, units)| partition.take(now, units));
        }
        takes
    }

    /// Carries out every write, or none.
    fn write(&self, world: &World, writes: Vec<Write>) -> Result<(), WriteError> {
        let mut items = lock(&self.items);
        let now = |items: &BTreeMap<Key, Kept>, key: &Key| items.get(key).and_then(|kept| kept.now.clone());
        for write in &writes {
            let item = now(&items, &self.key(&write.key));
            if !(write.condition)(item.as_deref()) {
                return Err(WriteError::ConditionFailed);
            }
        }
        for write in writes {
            let key = self.key(&write.key);
            let before = now(&items, &key);
            let after = (write.change)(before.as_deref()).map(Arc::new);
            if before == after {
                continue;
            }
            items.insert(key.clone(), Kept { now: after.clone(), before: before.clone() });
            let name = match (&before, &after) {
                (None, _) => "INSERT",
                (_, Some(_)) => "MODIFY",
                (_, None) => "REMOVE",
            };
            self.publish(world, key, Change { name, keys: self.keys(&write.key), image: after });
        }
        Ok(())
    }

    fn keys(&self, item: &Value) -> Value {
        let names = [Some(&self.partition_key), self.sort_key.as_ref()];
        names.into_iter().flatten().map(|name| (name.clone(), item[name].clone())).collect::<Map<_, _>>().into()
    }

    /// Puts a change on the stream, now or behind later ones of other items.
    fn publish(&self, world: &World, key: Key, change: Change) {
        if self.changes.is_none() {
            return;
        }
        let earlier = lock(&self.held).remove(&key);
        if let Some(earlier) = earlier {
            self.append(world, &key, &earlier);
        }
        if !world.strikes(Fault::ReorderItems) {
            return self.append(world, &key, &change);
        }
        lock(&self.held).insert(key.clone(), change);
        let id = self.id.clone();
        world.later(move |world| {
            let Some(table) = world.services().table(&id) else { return };
            let held = lock(&table.held).remove(&key);
            if let Some(change) = held {
                table.append(world, &key, &change);
            }
        });
    }

    fn append(&self, world: &World, key: &Key, change: &Change) {
        let Some(changes) = &self.changes else { return };
        let Change { name, keys, image } = change;
        let seconds = world.now().as_second();
        let render = |_: &str, sequence_number: &str| {
            let mut record = format!(
                r#"{{"eventID":"{sequence_number}","eventName":"{name}","eventVersion":"1.1","eventSource":"aws:dynamodb","awsRegion":"us-east-1","eventSourceARN":"arn:aws:dynamodb:us-east-1:123456789012:table/{table}/stream/2026-01-01T00:00:00.000","dynamodb":{{"ApproximateCreationDateTime":{seconds},"SequenceNumber":"{sequence_number}","SizeBytes":1,"StreamViewType":"NEW_IMAGE","Keys":"#,
                table = self.id,
            );
            attributes(&mut record, keys);
            if let Some(image) = image {
                record.push_str(r#","NewImage":"#);
                attributes(&mut record, image);
            }
            record.push_str("}}");
            record
        };
        let sequence = self.sequence.fetch_add(1, Ordering::Relaxed);
        changes.append(world.elapsed(), &key.0, format!("{key:?}"), sequence, 0, render);
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Table").field(&self.id).finish()
    }
}

/// Writes an object in DynamoDB's JSON, where each value says its type.
fn attributes(text: &mut String, object: &Value) {
    text.push('{');
    for (position, (name, value)) in object.as_object().into_iter().flatten().enumerate() {
        if position > 0 {
            text.push(',');
        }
        text.push_str(&Value::from(name.as_str()).to_string());
        text.push(':');
        attribute(text, value);
    }
    text.push('}');
}

fn attribute(text: &mut String, value: &Value) {
    match value {
        Value::Null => text.push_str(r#"{"NULL":true}"#),
        Value::Bool(flag) => text.push_str(if *flag { r#"{"BOOL":true}"# } else { r#"{"BOOL":false}"# }),
        Value::Number(number) => {
            text.push_str(r#"{"N":""#);
            text.push_str(&number.to_string());
            text.push_str(r#""}"#);
        }
        Value::String(_) => {
            text.push_str(r#"{"S":"#);
            text.push_str(&value.to_string());
            text.push('}');
        }
        Value::Array(values) => {
            text.push_str(r#"{"L":["#);
            for (position, value) in values.iter().enumerate() {
                if position > 0 {
                    text.push(',');
                }
                attribute(text, value);
            }
            text.push_str("]}");
        }
        Value::Object(_) => {
            text.push_str(r#"{"M":"#);
            attributes(text, value);
            text.push('}');
        }
    }
}

/// What one write asks of a partition.
struct Demand {
    /// The place of its key in the hash space.
    place: u32,
    units: f64,
}

/// What a transaction of writes is called.
const TRANSACTION: &str = "dynamodb:TransactWriteItems";

/// The bytes that one write unit writes.
const UNIT: usize = 1024;

type Condition = Box<dyn Fn(Option<&Value>) -> bool + Send>;
type ChangeItem = Box<dyn FnOnce(Option<&Value>) -> Option<Value> + Send>;

/// One write, alone or in a transaction.
pub struct Write {
    action: &'static str,
    key: Value,
    condition: Condition,
    change: ChangeItem,
}

impl Write {
    /// Puts an item in place of what may be there.
    #[must_use]
    pub fn put(item: Value) -> Self {
        let key = item.clone();
        Self::new("dynamodb:PutItem", key, move |_| Some(item))
    }

    /// Puts an item, and calls `done` once it takes effect.
    pub fn put_with(item: Value, done: impl FnOnce() + Send + 'static) -> Self {
        let key = item.clone();
        let change = move |_: Option<&Value>| {
            done();
            Some(item)
        };
        Self::new("dynamodb:PutItem", key, change)
    }

    /// Makes a new item of what is there, if anything is.
    pub fn update(key: Value, change: impl FnOnce(Option<&Value>) -> Value + Send + 'static) -> Self {
        Self::new("dynamodb:UpdateItem", key, move |item| Some(change(item)))
    }

    /// Removes an item; none is no error.
    #[must_use]
    pub fn delete(key: Value) -> Self {
        Self::new("dynamodb:DeleteItem", key, |_| None)
    }

    /// Changes nothing, for a condition in a transaction.
    #[must_use]
    pub fn check(key: Value) -> Self {
        Self::new("dynamodb:ConditionCheckItem", key, |item| item.cloned())
    }

    fn new(
        action: &'static str,
        key: Value,
        change: impl FnOnce(Option<&Value>) -> Option<Value> + Send + 'static,
    ) -> Self {
        Self { action, key, condition: Box::new(|_| true), change: Box::new(change) }
    }

    /// Only if this holds for what is there.
    #[must_use]
    pub fn when(mut self, condition: impl Fn(Option<&Value>) -> bool + Send + 'static) -> Self {
        self.condition = Box::new(condition);
        self
    }
}

impl fmt::Debug for Write {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Write").field("action", &self.action).finish_non_exhaustive()
    }
}

/// Why nothing was written, or may not have been.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// A condition does not hold.
    #[error("a condition does not hold")]
    ConditionFailed,
    /// Another write of an item was on its way.
    #[error("another transaction writes the same item")]
    Conflict,
    /// There is no answer.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Sends requests to a table.
#[derive(Debug, Clone)]
pub struct TableClient {
    sandbox: Sandbox,
    address: String,
}

impl TableClient {
    pub(crate) fn new(sandbox: Sandbox, address: &str) -> Self {
        Self { sandbox, address: address.to_owned() }
    }

    /// What these writes ask of partitions, where those are limited. A transaction writes twice: it prepares, then it commits.
    fn demand(&self, operation: &str, writes: &[Write]) -> Vec<Demand> {
        let world = self.sandbox.world();
        let table = world.capacity().and_then(|_| world.services().table(&self.address));
        let Some(table) = table else { return Vec::new() };
        let times = if operation == TRANSACTION { 2 } else { 1 };
        let units = |write: &Write| (times * write.key.to_string().len().div_ceil(UNIT)) as f64;
        writes.iter().map(|write| Demand { place: place(&table.key(&write.key).0), units: units(write) }).collect()
    }

    /// Sends a request that writes, if it is taken.
    async fn request_to_write<T: Send + 'static>(
        &self,
        action: &'static str,
        operation: &'static str,
        writes: Vec<Write>,
        effect: impl FnOnce(&Table, &World, Vec<Write>) -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let demand = self.demand(operation, &writes);
        let has_room = |world: &World| {
            let table = world.services().table(&self.address).filter(|_| !demand.is_empty());
            table.is_none_or(|table| table.takes(world.elapsed(), &demand))
        };
        let address = self.address.clone();
        let effect = move |world: &World| {
            let table = world.services().table(&address).ok_or_else(|| not_found(&address))?;
            Ok(effect(table, world, writes))
        };
        self.sandbox.send(action, operation, logical_id(&self.address), has_room, effect).await?
    }

    async fn request<T: Send + 'static>(
        &self,
        action: &'static str,
        effect: impl FnOnce(&Table, &World) -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let address = self.address.clone();
        let effect = move |world: &World| {
            let table = world.services().table(&address).ok_or_else(|| not_found(&address))?;
            Ok(effect(table, world))
        };
        self.sandbox.request(action, logical_id(&self.address), effect).await?
    }

    /// `GetItem`.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn get(&self, key: Value, consistency: Consistency) -> Result<Option<Item>, Failure> {
        self.request("dynamodb:GetItem", move |table, world| table.get(world, &key, consistency)).await
    }

    /// `Query` of every item of a partition, with strong consistency.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn query(&self, partition: &str) -> Result<Vec<Item>, Failure> {
        self.query_range(partition, Value::Null..=Value::Null, Order::Ascending, usize::MAX).await
    }

    /// `Query` of up to `most` items of a partition between two sort keys, both included, with strong consistency. `null` is no
    /// bound.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn query_range(
        &self,
        partition: &str,
        sort: RangeInclusive<Value>,
        order: Order,
        most: usize,
    ) -> Result<Vec<Item>, Failure> {
        let partition = partition.to_owned();
        self.request("dynamodb:Query", move |table, _| table.query(&partition, sort, order, most)).await
    }

    /// `Scan` of the whole table, with strong consistency.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn scan(&self) -> Result<Vec<Item>, Failure> {
        self.request("dynamodb:Scan", |table, _| table.items()).await
    }

    /// Carries out every write, or none: with one `PutItem`, `UpdateItem` or `DeleteItem`, with several `TransactWriteItems`.
    ///
    /// # Errors
    /// When a condition does not hold, another write was on its way, or there is no answer.
    pub async fn write(&self, writes: Vec<Write>) -> Result<(), WriteError> {
        match &writes[..] {
            [] => Ok(()),
            [write] => self.write_as(write.action, writes).await,
            _ => self.transact(writes).await,
        }
    }

    /// Carries out every write, or none, with `TransactWriteItems` even if it is a single one.
    ///
    /// # Errors
    /// As for [`TableClient::write`].
    pub async fn transact(&self, writes: Vec<Write>) -> Result<(), WriteError> {
        self.write_as(TRANSACTION, writes).await
    }

    async fn write_as(&self, operation: &'static str, writes: Vec<Write>) -> Result<(), WriteError> {
        // A transaction needs the permission for each of its writes.
        let Some(action) = writes.first().map(|write| write.action) else { return Ok(()) };
        for write in &writes {
            self.sandbox.authorize(write.action, logical_id(&self.address))?;
        }
        let write = |table: &Table, world: &World, writes| {
            if world.strikes(Fault::Conflict) {
                return Err(WriteError::Conflict);
            }
            table.write(world, writes)
        };
        self.request_to_write(action, operation, writes, write).await?
    }
}

impl TableClient {
    /// One write, which gives what is there when its condition does not hold.
    ///
    /// # Errors
    /// As for [`TableClient::write`].
    pub async fn write_or_old(&self, write: Write) -> Result<(), (WriteError, Option<Item>)> {
        let (action, key) = (write.action, write.key.clone());
        let write_one = move |table: &Table, world: &World, writes| {
            if world.strikes(Fault::Conflict) {
                return Err((WriteError::Conflict, None));
            }
            let key = table.key(&key);
            let old = || lock(&table.items).get(&key).and_then(|kept| kept.now.clone());
            table.write(world, writes).map_err(|error| (error, old()))
        };
        match self.request_to_write(action, action, vec![write], write_one).await {
            Ok(answer) => answer,
            Err(failure) => Err((failure.into(), None)),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::fault::Faults;
    use crate::function::Functions;
    use crate::testing::{UNLIMITED, given, given_limits, sandbox};

    /// Runs a test in a world with a table `T` that has a stream.
    fn given_table(faults: Faults, test: impl AsyncFnOnce(&World, TableClient)) {
        let keys = json!([
            { "AttributeName": "id", "KeyType": "HASH" },
            { "AttributeName": "version", "KeyType": "RANGE" },
        ]);
        let properties = json!({ "KeySchema": keys, "StreamSpecification": { "StreamViewType": "NEW_IMAGE" } });
        let resources = json!({ "T": { "Type": "AWS::DynamoDB::Table", "Properties": properties } });
        given(resources, Functions::default(), faults, async |world| {
            let actions = ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem", "GetItem", "Query"];
            let actions = actions.map(|action| format!("dynamodb:{action}"));
            let allowed: Vec<_> = actions.iter().map(|action| (action.as_str(), "T")).collect();
            test(&world, sandbox(&world, &allowed).table("T")).await;
        });
    }

    fn item(id: &str, version: u64, value: &str) -> Value {
        json!({ "id": id, "version": version, "value": value })
    }

    /// Every change on the stream, as `NAME ID/VERSION VALUE`, shard by shard.
    fn changes(world: &World) -> Vec<String> {
        let shards = world.services().table("T").unwrap().changes().unwrap();
        let all =
            (0..shards.count()).flat_map(|shard| shards.read(shard, 0..shards.end(shard), usize::MAX, |_| true).0);
        let describe = |record: Arc<super::super::Record>| {
            let record: Value = serde_json::from_str(&record.rendered).unwrap();
            let (change, text) = (&record["dynamodb"], |value: &Value| value.as_str().unwrap_or("-").to_owned());
            let (id, version) = (text(&change["Keys"]["id"]["S"]), text(&change["Keys"]["version"]["N"]));
            format!("{} {id}/{version} {}", text(&record["eventName"]), text(&change["NewImage"]["value"]["S"]))
        };
        all.map(describe).collect()
    }

    #[test]
    fn a_partition_takes_so_many_units_in_a_second_and_a_transaction_twice_as_many() {
        let keys = json!([{ "AttributeName": "id", "KeyType": "HASH" }]);
        let table = json!({ "Type": "AWS::DynamoDB::Table", "Properties": { "KeySchema": keys } });
        let limited = |id: &str| if id == "T" { 10.0 } else { f64::INFINITY };
        let capacity = Capacity { partition_writes: limited, ..UNLIMITED };
        let resources = json!({ "T": table, "U": table });
        given_limits(resources, Functions::default(), capacity, async |world| {
            let allowed = [("dynamodb:PutItem", "T"), ("dynamodb:PutItem", "U")];
            let [table, other] = ["T", "U"].map(|id| sandbox(&world, &allowed).table(id));
            let write = |id: usize| Write::put(json!({ "id": id.to_string() }));
            for id in 0..4 {
                table.write(vec![write(id)]).await.unwrap();
                other.write(vec![write(id)]).await.unwrap();
            }
            table.transact(vec![write(4), write(5), write(6)]).await.unwrap();
            assert_eq!(world.elapsed(), Duration::ZERO);
            // Nothing is left, and the request is sent again after a while.
            table.write(vec![write(7)]).await.unwrap();
            assert!(world.elapsed() >= Duration::from_millis(100), "{:?}", world.elapsed());
            // Ten writes of 1 KB and a little more, of which only some are taken in three tries.
            let large = |id: usize| Write::put(json!({ "id": id.to_string(), "text": "x".repeat(UNIT) }));
            let tries: Vec<_> = (0..40).map(|id| table.write(vec![large(id)])).collect();
            let refused = futures_util::future::join_all(tries).await.into_iter().filter(Result::is_err).count();
            assert!((1..40).contains(&refused), "{refused}");
            assert_eq!(other.write((0..40).map(large).collect()).await, Ok(()));
        });
    }

    #[test]
    fn every_write_of_a_transaction_takes_effect_or_none() {
        given_table(Faults::none(), async |world, table| {
            let both = |value: &str| {
                let new = Write::put(item("a", 2, value)).when(|item| item.is_none());
                table.write(vec![Write::put(item("a", 1, value)), new])
            };
            assert_eq!(both("x").await, Ok(()));
            assert_eq!(both("y").await, Err(WriteError::ConditionFailed));
            let items = world.services().table("T").unwrap().items();
            assert!(items.iter().all(|item| item["value"] == "x") && items.len() == 2, "{items:?}");
        });
    }

    #[test]
    fn a_write_that_meets_another_one_has_no_effect() {
        given_table(Faults::always(&[Fault::Conflict]), async |world, table| {
            let put = || Write::put(item("a", 1, "x"));
            assert_eq!(table.write(vec![put()]).await, Err(WriteError::Conflict));
            assert_eq!(table.write_or_old(put()).await, Err((WriteError::Conflict, None)));
            assert!(world.services().table("T").unwrap().items().is_empty());
        });
    }

    #[test]
    fn a_write_needs_every_permission_of_its_transaction() {
        given_table(Faults::none(), async |world, _| {
            let table = sandbox(world, &[("dynamodb:PutItem", "T")]).table("T");
            let delete = Write::delete(item("a", 2, ""));
            let denied = table.write(vec![Write::put(item("a", 1, "x")), delete]).await;
            assert!(matches!(denied, Err(WriteError::Failure(Failure::AccessDenied { .. }))), "{denied:?}");
            assert!(world.services().table("T").unwrap().items().is_empty());
        });
    }

    #[test]
    fn only_changes_are_on_the_stream_in_the_order_of_each_item() {
        given_table(Faults::none(), async |world, table| {
            for write in [
                Write::put(item("a", 1, "x")),
                Write::put(item("a", 1, "x")),
                Write::check(item("a", 1, "")),
                Write::update(item("a", 1, ""), |_| item("a", 1, "y")),
                Write::delete(item("a", 1, "")),
                Write::delete(item("a", 1, "")),
            ] {
                table.write(vec![write]).await.unwrap();
            }
            assert_eq!(changes(world), ["INSERT a/1 x", "MODIFY a/1 y", "REMOVE a/1 -"]);
        });
    }

    #[test]
    fn changes_of_different_items_may_overtake_each_other_and_those_of_one_never_do() {
        given_table(Faults::often(&[Fault::ReorderItems]), async |world, table| {
            for value in 0..20 {
                for version in 1..=2 {
                    table.write(vec![Write::put(item("a", version, &format!("{value:02}")))]).await.unwrap();
                }
            }
            tokio::time::sleep(Duration::from_secs(60)).await;
            let changes = changes(world);
            let values = |item: &str| -> Vec<_> {
                let of_item = changes.iter().filter(|change| change.contains(item));
                of_item.filter_map(|change| change.rsplit(' ').next()).collect()
            };
            for item in ["a/1", "a/2"] {
                assert!(values(item).is_sorted() && values(item).len() == 20, "{changes:?}");
            }
            let place = |change: String| changes.iter().position(|other| other.ends_with(&change)).unwrap();
            assert!((0..20).any(|value| place(format!("a/1 {value:02}")) > place(format!("a/2 {value:02}"))));
        });
    }

    #[test]
    fn only_a_read_that_is_not_consistent_may_be_stale() {
        given_table(Faults::always(&[Fault::StaleRead]), async |_, table| {
            let read = async |consistency| {
                let found = table.get(item("a", 1, ""), consistency).await.unwrap();
                found.map(|item| item["value"].as_str().unwrap().to_owned())
            };
            table.write(vec![Write::put(item("a", 1, "x"))]).await.unwrap();
            assert_eq!((read(Consistency::Eventual).await, read(Consistency::Strong).await), (None, Some("x".into())));
            table.write(vec![Write::put(item("a", 1, "y"))]).await.unwrap();
            assert_eq!(read(Consistency::Eventual).await.unwrap(), "x");
        });
    }

    #[test]
    fn a_query_reads_its_partition_between_two_sort_keys() {
        given_table(Faults::none(), async |_, table| {
            for (id, version) in [("a", 10), ("a", 2), ("a", 1), ("b", 3), ("A", 2)] {
                table.write(vec![Write::put(item(id, version, ""))]).await.unwrap();
            }
            let query = async |from: Value, to: Value, order, most| -> Vec<_> {
                let found = table.query_range("a", from..=to, order, most).await.unwrap();
                found.iter().map(|item| item["version"].as_u64().unwrap()).collect()
            };
            assert_eq!(query(Value::Null, Value::Null, Order::Ascending, 9).await, [1, 2, 10]);
            assert_eq!(query(json!(2), json!(10), Order::Ascending, 1).await, [2]);
            assert_eq!(query(json!(1), json!(2), Order::Descending, 9).await, [2, 1]);
            assert_eq!(query(Value::Null, Value::Null, Order::Descending, 1).await, [10]);
        });
    }

    #[test]
    fn values_say_their_types() {
        let mut text = String::new();
        attributes(&mut text, &json!({ "a": 1, "b": ["x", null], "c": { "d": true } }));
        assert_eq!(text, r#"{"a":{"N":"1"},"b":{"L":[{"S":"x"},{"NULL":true}]},"c":{"M":{"d":{"BOOL":true}}}}"#);
    }
}
