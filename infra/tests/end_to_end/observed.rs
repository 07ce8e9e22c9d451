//! What is in the table, on the stream, in the archive and in the projection.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use aws_sdk_dynamodb::types::AttributeValue;
use aws_sdk_kinesis::types::ShardIteratorType;
use aws_sdk_sqs::types::QueueAttributeName;
use deploy::Connection;
use domain::cart::{Cart, CartEvent};
use functions::archive::lines;
use functions::commit_item::CommitItem;
use functions::envelope::Envelope;

use crate::commands::Commands;

/// How long the shop may take to settle. Far more than it needs; a shop that never settles fails the test.
const PATIENCE: Duration = Duration::from_secs(300);

/// How often each pair of items was added together.
pub type Counts = BTreeMap<(String, String), u64>;

/// The resources of a deployed shop.
pub struct Observed {
    pub config: aws_types::SdkConfig,
    pub lambda: aws_sdk_lambda::Client,
    dynamodb: aws_sdk_dynamodb::Client,
    kinesis: aws_sdk_kinesis::Client,
    s3: aws_sdk_s3::Client,
    sqs: aws_sdk_sqs::Client,
    outputs: BTreeMap<String, String>,
}

impl Observed {
    pub async fn connect(shop: &Commands) -> Self {
        let connection = Connection::emulator(&shop.emulator()).await.unwrap();
        let config = connection.config();
        let s3 = aws_sdk_s3::config::Builder::from(config).force_path_style(true).build();
        let outputs = shop.ok(&["outputs", "--env", "local", "--json"]);
        Self {
            config: config.clone(),
            lambda: aws_sdk_lambda::Client::new(config),
            dynamodb: aws_sdk_dynamodb::Client::new(config),
            kinesis: aws_sdk_kinesis::Client::new(config),
            s3: aws_sdk_s3::Client::from_conf(s3),
            sqs: aws_sdk_sqs::Client::new(config),
            outputs: serde_json::from_str(&outputs).unwrap(),
        }
    }

    pub fn output(&self, name: &str) -> &str {
        self.outputs.get(name).unwrap_or_else(|| panic!("no output {name}"))
    }

    /// Waits until something is the case.
    pub async fn until(&self, what: &str, is_so: impl AsyncFn() -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_so().await {
            assert!(Instant::now() < deadline, "waited in vain until {what}");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }

    /// Every commit of every cart, by cart and version.
    pub async fn table(&self) -> Vec<CommitItem> {
        let items = self.scan(self.output("CartsTableName")).await;
        let mut commits: Vec<CommitItem> = serde_dynamo::from_items(items).unwrap();
        commits.sort_by(|a, b| (&a.aggregate_id, a.version).cmp(&(&b.aggregate_id, b.version)));
        commits
    }

    /// Every event on the stream, in order within each shard.
    pub async fn stream(&self) -> Vec<Envelope> {
        let stream = self.output("EventsStreamName");
        let shards = self.kinesis.list_shards().stream_name(stream).send().await.unwrap();
        let mut events = Vec::new();
        for shard in shards.shards() {
            let first = self.kinesis.get_shard_iterator().stream_name(stream).shard_id(shard.shard_id());
            let first = first.shard_iterator_type(ShardIteratorType::TrimHorizon).send().await.unwrap();
            let mut iterator = first.shard_iterator;
            while let Some(position) = iterator {
                let page = self.kinesis.get_records().shard_iterator(position).send().await.unwrap();
                events.extend(
                    page.records()
                        .iter()
                        .map(|record| serde_json::from_slice::<Envelope>(record.data().as_ref()).unwrap()),
                );
                iterator = page.next_shard_iterator.filter(|_| !page.records.is_empty());
            }
        }
        events
    }

    /// Every event in the archive, in the order of its objects.
    pub async fn archive(&self) -> Vec<Envelope> {
        let mut events = Vec::new();
        for (_, content) in self.objects_in(self.output("ArchiveBucketName")).await {
            let event = |line: Vec<u8>| serde_json::from_slice::<Envelope>(&line).unwrap();
            events.extend(lines(&content).map(|line| event(line.unwrap())));
        }
        events
    }

    /// Every object of the archive and of what failed, by its key.
    pub async fn objects(&self) -> Vec<(String, Vec<u8>)> {
        let mut objects = self.objects_in(self.output("ArchiveBucketName")).await;
        objects.extend(self.objects_in(self.output("FailuresBucketName")).await);
        objects
    }

    async fn objects_in(&self, bucket: &str) -> Vec<(String, Vec<u8>)> {
        let mut pages = self.s3.list_objects_v2().bucket(bucket).into_paginator().send();
        let mut objects = Vec::new();
        while let Some(page) = pages.next().await {
            for object in page.unwrap().contents() {
                let key = object.key().unwrap();
                let get = self.s3.get_object().bucket(bucket).key(key).send().await.unwrap();
                objects.push((key.to_owned(), get.body.collect().await.unwrap().to_vec()));
            }
        }
        objects
    }

    /// A generation of the projection.
    pub async fn projection(&self, generation: &str) -> Counts {
        let prefix = format!("{generation}/sku/");
        let text = |value: &AttributeValue| value.as_s().unwrap().clone();
        let count = |item: std::collections::HashMap<String, AttributeValue>| {
            let first = text(&item["pk"]).strip_prefix(&prefix)?.to_owned();
            Some(((first, text(&item["sk"])), item["together"].as_n().unwrap().parse().unwrap()))
        };
        self.scan(self.output("RelatedItemsTableName")).await.into_iter().filter_map(count).collect()
    }

    /// How many messages the event handler gave up on.
    pub async fn dead_letters(&self) -> usize {
        let receive = self.sqs.receive_message().queue_url(self.output("RelatedItemsDeadLettersUrl"));
        receive.send().await.unwrap().messages().len()
    }

    /// Changes a queue behind CloudFormation's back. `output` names its URL.
    pub async fn set_queue_attribute(&self, output: &str, name: QueueAttributeName, value: &str) {
        let set = self.sqs.set_queue_attributes().queue_url(self.output(output)).attributes(name, value);
        set.send().await.unwrap();
    }

    async fn scan(&self, table: &str) -> Vec<std::collections::HashMap<String, AttributeValue>> {
        let scan = self.dynamodb.scan().table_name(table).consistent_read(true);
        let mut items = scan.into_paginator().items().send();
        let mut all = Vec::new();
        while let Some(item) = items.next().await {
            all.push(item.unwrap());
        }
        all
    }
}

/// The projection as it follows from the commits.
pub fn related_items(commits: &[CommitItem]) -> Counts {
    let mut counts = Counts::new();
    let mut carts: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for commit in commits {
        let skus = carts.entry(&commit.aggregate_id).or_default();
        for event in commit.clone().into_commit::<Cart>().unwrap().events() {
            let CartEvent::ItemAdded(added) = event else { continue };
            let sku = added.sku.to_string();
            if skus.contains(&sku) {
                continue;
            }
            for other in skus.iter() {
                let pair = (sku.clone().min(other.clone()), sku.clone().max(other.clone()));
                *counts.entry(pair).or_default() += 1;
            }
            skus.insert(sku);
        }
    }
    counts
}
