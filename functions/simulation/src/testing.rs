//! Small worlds for the tests of services and mappings.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::capacity::Capacity;
use crate::fault::Faults;
use crate::function::{Answer, Functions};
use crate::sandbox::Sandbox;
use crate::template::{AsynchronousProperties, FunctionProperties, Permissions};
use crate::world::{Setup, World, lock, run};

/// A world in which nothing is limited, nothing takes time, and mappings look for records once a second.
pub(crate) const UNLIMITED: Capacity = Capacity {
    shards: 1,
    shard_records: f64::INFINITY,
    shard_bytes: f64::INFINITY,
    shard_reads: f64::INFINITY,
    partitions: 1,
    partition_writes: |_| f64::INFINITY,
    queue_messages: f64::INFINITY,
    concurrency: usize::MAX,
    stream_poll: Duration::from_secs(1),
    table_poll: Duration::from_secs(1),
    request: |_| Duration::ZERO,
    invocation: |_| Duration::ZERO,
};

/// Runs a test in a world of these resources, in which nothing goes wrong and this is limited.
pub(crate) fn given_limits(resources: Value, functions: Functions, capacity: Capacity, test: impl AsyncFnOnce(World)) {
    given_setup(resources, functions, Setup { seed: 1, capacity: Some(capacity), ..Setup::default() }, test);
}

/// Runs a test in a world of these resources, in which these faults strike.
pub(crate) fn given(resources: Value, functions: Functions, faults: Faults, test: impl AsyncFnOnce(World)) {
    given_setup(resources, functions, Setup { seed: 1, faults, ..Setup::default() }, test);
}

fn given_setup(resources: Value, functions: Functions, setup: Setup, test: impl AsyncFnOnce(World)) {
    let template = json!({ "Resources": resources });
    run(1, async {
        test(World::deploy(&template, functions, setup).unwrap()).await;
    });
}

/// The resource of a function `F`, which may do nothing.
pub(crate) fn function() -> Value {
    json!({ "Type": "AWS::Lambda::Function", "Properties": { "Role": { "Ref": "R" }, "Timeout": 60 } })
}

/// What sends requests and may do all of this.
pub(crate) fn sandbox(world: &World, allowed: &[(&str, &str)]) -> Sandbox {
    let statement =
        |(action, id): &(&str, &str)| json!({ "Effect": "Allow", "Action": action, "Resource": { "Ref": id } });
    let statements: Vec<_> = allowed.iter().map(statement).collect();
    let properties = FunctionProperties {
        timeout: Duration::from_secs(60),
        environment: BTreeMap::new(),
        permissions: Permissions::of(&json!([{ "PolicyDocument": { "Statement": statements } }])),
        asynchronous: AsynchronousProperties::default(),
    };
    Sandbox::new(world.clone(), "F", Arc::new(properties))
}

/// What a function says about a batch: the positions that it has not handled, or that it failed.
pub(crate) type Said = Result<Vec<usize>, ()>;

/// A function that notes what it is handed.
#[derive(Clone, Default)]
pub(crate) struct Probe(Arc<Mutex<Vec<Seen>>>);

#[derive(Clone)]
struct Seen {
    at: Instant,
    event: String,
    texts: Vec<String>,
    said: Option<Said>,
}

impl Probe {
    /// The code of a function `F` that handles everything.
    pub(crate) fn functions(&self) -> Functions {
        self.saying(|_| Ok(Vec::new()))
    }

    /// The code of a function `F` that says this about a batch of texts.
    pub(crate) fn saying(&self, say: impl Fn(&[String]) -> Said + Send + Sync + 'static) -> Functions {
        self.taking(Duration::ZERO, say)
    }

    /// The code of a function `F` that says this about a batch of texts, after so long.
    pub(crate) fn taking(&self, time: Duration, say: impl Fn(&[String]) -> Said + Send + Sync + 'static) -> Functions {
        let (seen, say) = (Arc::clone(&self.0), Arc::new(say));
        Functions::default().scripted("F", move |event| {
            let (seen, say) = (Arc::clone(&seen), Arc::clone(&say));
            async move {
                let records: Value = serde_json::from_str(&event).unwrap();
                let records = records["Records"].as_array().cloned().unwrap_or_default();
                let texts: Vec<_> = records.iter().map(text).collect();
                let said = say(&texts);
                let place = {
                    let mut seen = lock(&seen);
                    seen.push(Seen { at: Instant::now(), event, texts, said: None });
                    seen.len() - 1
                };
                tokio::time::sleep(time).await;
                lock(&seen)[place].said = Some(said.clone());
                answer(&records, said)
            }
        })
    }

    /// Every event, as it was handed over.
    pub(crate) fn events(&self) -> Vec<String> {
        lock(&self.0).iter().map(|seen| seen.event.clone()).collect()
    }

    /// When each invocation began.
    pub(crate) fn times(&self, world: &World) -> Vec<Duration> {
        lock(&self.0).iter().map(|seen| world.elapsed() - seen.at.elapsed()).collect()
    }

    /// The texts of every batch, between commas.
    pub(crate) fn batches(&self) -> Vec<String> {
        lock(&self.0).iter().map(|seen| seen.texts.join(",")).collect()
    }

    /// The texts that were handled, in order.
    pub(crate) fn handled(&self) -> Vec<String> {
        let mut handled = Vec::new();
        for Seen { texts, said, .. } in lock(&self.0).iter() {
            if let Some(Ok(left)) = said {
                let from_here_on = left.first().copied().unwrap_or(texts.len());
                handled.extend(texts[..from_here_on].iter().cloned());
            }
        }
        handled
    }

    /// How many invocations are under way.
    pub(crate) fn running(&self) -> usize {
        lock(&self.0).iter().filter(|seen| seen.said.is_none()).count()
    }
}

/// What a record is about: the data of one of a stream, the body of a message, the key `id` of a change.
pub(crate) fn text(record: &Value) -> String {
    if let Some(data) = record["kinesis"]["data"].as_str() {
        return String::from_utf8(STANDARD.decode(data).unwrap()).unwrap();
    }
    let text = record["body"].as_str().or_else(|| record["dynamodb"]["Keys"]["id"]["S"].as_str());
    text.unwrap_or_default().to_owned()
}

fn answer(records: &[Value], said: Said) -> Answer {
    let left = said.map_err(|()| ("Broken".to_owned(), "it does not work".to_owned()))?;
    let identifier = |position: &usize| {
        let record = &records[*position];
        let identifiers =
            [&record["messageId"], &record["kinesis"]["sequenceNumber"], &record["dynamodb"]["SequenceNumber"]];
        json!({ "itemIdentifier": identifiers.into_iter().find(|identifier| identifier.is_string()) })
    };
    let failures: Vec<_> = left.iter().map(identifier).collect();
    Ok(json!({ "batchItemFailures": failures }).to_string())
}
