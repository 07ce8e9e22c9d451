//! The archive loses objects, which an audit finds and a repair brings back, and compaction leaves every event in it.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_s3::Client;
use aws_sdk_s3::primitives::ByteStream;
use serde_json::{Value, json};

use crate::commands::Commands;
use crate::observed::Observed;

/// Nothing is on its way any more.
const AUDIT: [&str; 6] = ["audit", "--json", "--grace", "0", "--env", "local"];

/// An hour in which nothing arrives any more.
const LONG_AGO: &str = "events/date=2026-01-02/hour=03/";

struct Bucket<'a> {
    client: Client,
    name: &'a str,
}

impl Bucket<'_> {
    async fn objects(&self) -> BTreeMap<String, Vec<u8>> {
        let mut pages = self.client.list_objects_v2().bucket(self.name).into_paginator().send();
        let mut objects = BTreeMap::new();
        while let Some(page) = pages.next().await {
            for object in page.unwrap().contents() {
                let key = object.key().unwrap();
                let content = self.client.get_object().bucket(self.name).key(key).send().await.unwrap();
                objects.insert(key.to_owned(), content.body.collect().await.unwrap().to_vec());
            }
        }
        objects
    }

    async fn put(&self, key: &str, content: &[u8]) {
        let put = self.client.put_object().bucket(self.name).key(key).body(ByteStream::from(content.to_vec()));
        put.send().await.unwrap();
    }

    async fn remove(&self, key: &str) {
        self.client.delete_object().bucket(self.name).key(key).send().await.unwrap();
    }
}

/// `expected` are the ids of all events.
pub async fn lose_repair_and_compact(shop: &Commands, observed: &Observed, expected: &BTreeSet<String>) {
    let config = aws_sdk_s3::config::Builder::from(&observed.config).force_path_style(true).build();
    let archive = Bucket { client: Client::from_conf(config), name: observed.output("ArchiveBucketName") };
    let ids =
        async || -> BTreeSet<String> { observed.archive().await.iter().map(|event| event.id.to_string()).collect() };
    let audit = |repair: bool| {
        let mut arguments = AUDIT.to_vec();
        arguments.extend(repair.then_some("--repair"));
        let ran = shop.run(&arguments);
        let report: Value = serde_json::from_str(&ran.answer).unwrap_or_else(|_| panic!("{ran:?}"));
        (ran.success, report)
    };
    let (clean, report) = audit(false);
    assert!(clean, "{report}");
    assert_eq!((&report["archived"], &report["recorded"]), (&json!(expected.len()), &json!(expected.len())));

    // One object is lost, and another is cut in half.
    let objects = archive.objects().await;
    let mut keys = objects.keys();
    let (lost, cut) = (keys.next().unwrap(), keys.next_back().unwrap());
    archive.remove(lost).await;
    archive.put(cut, &objects[cut][..objects[cut].len() / 2]).await;
    let (clean, report) = audit(false);
    assert!(!clean && report["missing"].as_u64().unwrap() > 0, "{report}");
    assert_eq!(report["unreadable"], json!(1), "{report}");
    assert!(report["findings"].to_string().contains(cut.as_str()), "{report}");
    let shown = shop.run(&["audit", "--grace", "0", "--env", "local"]);
    assert!(!shown.success && shown.answer.contains("missing in the archive"), "{shown:?}");

    let (clean, repaired) = audit(true);
    assert!(clean, "{repaired}");
    assert_eq!((&repaired["restored"], &repaired["replaced"]), (&report["missing"], &json!(1)), "{repaired}");
    let (clean, report) = audit(false);
    assert!(clean && report["findings"] == json!([]), "{report}");
    assert_eq!(ids().await, *expected);

    // Nothing is compacted in which something may still arrive.
    let compact = || -> Value { serde_json::from_str(&shop.ok(&["compact", "--json", "--env", "local"])).unwrap() };
    assert_eq!(compact()["hours"], json!(0));
    let objects = archive.objects().await;
    for (key, content) in &objects {
        archive.put(&format!("{LONG_AGO}{}", key.rsplit('/').next().unwrap()), content).await;
        archive.remove(key).await;
    }
    let report = compact();
    assert_eq!((&report["hours"], &report["left"]), (&json!(1), &json!([])), "{report}");
    assert_eq!((&report["objects_before"], &report["objects_after"]), (&json!(objects.len()), &json!(1)), "{report}");
    assert_eq!(report["events"], json!(expected.len()), "{report}");
    assert_eq!(archive.objects().await.len(), 1);
    assert_eq!(ids().await, *expected);
    let (clean, report) = audit(false);
    assert!(clean && report["duplicates"] == json!(0), "{report}");
}
