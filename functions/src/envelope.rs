//! The envelope in which an event travels: CloudEvents 1.0 in its JSON format, with the kernel's extensions.
//!
//! <https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md>

use std::borrow::Cow;

use bytes::Bytes;
use domain::kernel::{CausationId, CorrelationId, EventId, Version};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::commit_item::{CommitItem, EventItem, NoCommit};

/// One event on its way. The same bytes are on the stream, in the archive and in a replay.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Envelope {
    specversion: SpecVersion,
    /// Unique within `source`.
    pub id: EventId,
    /// Where events of this aggregate type come from: `/aggregates/TYPE`.
    pub source: String,
    /// What happened, such as `cart.item-added`.
    #[serde(rename = "type")]
    pub event_type: String,
    /// The aggregate's id.
    pub subject: String,
    /// When the decision was made.
    pub time: Timestamp,
    datacontenttype: Cow<'static, str>,
    /// The type of the aggregate.
    #[serde(rename = "aggregatetype")]
    pub aggregate_type: String,
    /// The aggregate's version once this had happened.
    #[serde(rename = "aggregateversion")]
    pub aggregate_version: Version,
    /// The version of the schema of `data`.
    #[serde(rename = "schemaversion")]
    pub schema_version: u32,
    /// Shared by everything that one outside request led to.
    #[serde(rename = "correlationid")]
    pub correlation_id: CorrelationId,
    /// The message that led to this.
    #[serde(rename = "causationid")]
    pub causation_id: CausationId,
    /// The event itself.
    pub data: Box<RawValue>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
enum SpecVersion {
    #[serde(rename = "1.0")]
    V1_0,
}

/// Why a commit has no envelopes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// The data of an event is not JSON.
    #[error("the data of event {id} is not JSON: {reason}")]
    NotJson {
        /// The event.
        id: EventId,
        /// What is wrong, with its position.
        reason: String,
    },
    /// It is none that a store would have taken.
    #[error(transparent)]
    NoCommit(#[from] NoCommit),
    /// The stream or a queue would refuse it, and everything that is sent along with it.
    #[error("its aggregate's id is not 1 to {MAX_SUBJECT_BYTES} printable characters of ASCII without spaces")]
    Subject,
}

/// The envelopes in which the events of a commit are published, oldest first.
///
/// # Errors
/// The data of an event is not JSON, the commit has no events or impossible versions, or its aggregate an impossible id.
pub fn envelopes(commit: &CommitItem) -> Result<Vec<Envelope>, EnvelopeError> {
    into_envelopes(commit.clone())
}

/// As [`envelopes`], without a copy of the events' data.
///
/// # Errors
/// As [`envelopes`].
pub fn into_envelopes(mut commit: CommitItem) -> Result<Vec<Envelope>, EnvelopeError> {
    if !is_subject(&commit.aggregate_id) {
        return Err(EnvelopeError::Subject);
    }
    let versions = commit.versions()?;
    let events = std::mem::take(&mut commit.events);
    events.into_iter().zip(versions).map(|(event, version)| Envelope::of(&commit, event, version)).collect()
}

/// More than an envelope holds besides what has no fixed length, in bytes.
const FIXED_BYTES: usize = 512;

/// The longest id of an aggregate that every hop takes, in bytes: the deduplication id of a replayed event has 128 characters
/// for the run, the aggregate and the version.
///
/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html>
pub const MAX_SUBJECT_BYTES: usize = 64;

/// The longest event that every hop takes, in bytes of its envelope: a message of SQS, in which a replay sends it, holds 1 MiB
/// together with its attributes. What comes from the event table is far below that, because an item has at most 400 KB.
///
/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html>
pub const MAX_EVENT_BYTES: usize = 1_000_000;

/// Whether every hop takes this as the id of an aggregate: up to [`MAX_SUBJECT_BYTES`] printable characters of ASCII, and no
/// space.
#[must_use]
pub fn is_subject(aggregate_id: &str) -> bool {
    (1..=MAX_SUBJECT_BYTES).contains(&aggregate_id.len()) && aggregate_id.bytes().all(|byte| byte.is_ascii_graphic())
}

impl Envelope {
    fn of(commit: &CommitItem, event: EventItem, aggregate_version: Version) -> Result<Self, EnvelopeError> {
        let id = EventId::of(&commit.aggregate_id, aggregate_version);
        let data = RawValue::from_string(event.data)
            .map_err(|error| EnvelopeError::NotJson { id: id.clone(), reason: error.to_string() })?;
        Ok(Self {
            specversion: SpecVersion::V1_0,
            id,
            source: source_of(&commit.aggregate_type),
            event_type: event.event_type,
            subject: commit.aggregate_id.clone(),
            time: commit.recorded_at,
            datacontenttype: Cow::Borrowed("application/json"),
            aggregate_type: commit.aggregate_type.clone(),
            aggregate_version,
            schema_version: event.schema_version,
            correlation_id: commit.cause.correlation_id,
            causation_id: commit.cause.causation_id,
            data,
        })
    }

    /// Whether this is an event as it is published under `key`.
    ///
    /// # Errors
    /// In a sentence, what shows that something else than `publish` made it.
    pub fn check(&self, key: &str) -> Result<(), String> {
        let Self { id, source, subject, aggregate_type, aggregate_version, .. } = self;
        if subject != key {
            return Err(format!("it is an event of {subject}, but came under the key {key}"));
        }
        if !is_subject(subject) {
            return Err("its subject is no id of an aggregate".to_owned());
        }
        if *source != source_of(aggregate_type) {
            return Err(format!("no event of aggregate type {aggregate_type} comes from {source}"));
        }
        if *aggregate_version == Version::NONE || *id != EventId::of(subject, *aggregate_version) {
            return Err(format!("no event of {subject} with version {aggregate_version} has the id {id}"));
        }
        Ok(())
    }

    /// The bytes in which it travels, in one allocation unless names have to be escaped.
    ///
    /// # Errors
    /// None that its fields could cause.
    pub fn to_bytes(&self) -> serde_json::Result<Bytes> {
        let Self { id, source, event_type, subject, datacontenttype, aggregate_type, data, .. } = self;
        let texts = [id.as_str(), source, event_type, subject, datacontenttype, aggregate_type, data.get()];
        let mut bytes = Vec::with_capacity(FIXED_BYTES + texts.map(str::len).iter().sum::<usize>());
        serde_json::to_writer(&mut bytes, self)?;
        Ok(bytes.into())
    }
}

fn source_of(aggregate_type: &str) -> String {
    format!("/aggregates/{aggregate_type}")
}

#[cfg(test)]
mod tests {
    use domain::kernel::{Cause, CommandId};
    use uuid::Uuid;

    use super::*;

    fn closed(cart: &str) -> CommitItem {
        CommitItem {
            aggregate_id: cart.to_owned(),
            version: 7,
            aggregate_type: "cart".to_owned(),
            cause: Cause::client(CommandId::from(Uuid::from_u128(1))),
            recorded_at: Timestamp::UNIX_EPOCH,
            events: vec![EventItem { event_type: "cart.closed".to_owned(), schema_version: 1, data: "{}".to_owned() }],
        }
    }

    #[test]
    fn an_envelope_is_a_cloud_event_on_one_line() {
        let envelopes = envelopes(&closed("a")).unwrap();
        let text = serde_json::to_string(&envelopes[0]).unwrap();
        let expected = concat!(
            r#"{"specversion":"1.0","id":"a:7","source":"/aggregates/cart","type":"cart.closed","subject":"a","#,
            r#""time":"1970-01-01T00:00:00Z","datacontenttype":"application/json","aggregatetype":"cart","#,
            r#""aggregateversion":7,"schemaversion":1,"correlationid":"00000000-0000-0000-0000-000000000001","#,
            r#""causationid":"00000000-0000-0000-0000-000000000001","data":{}}"#
        );
        assert_eq!(text, expected);
        assert_eq!(envelopes[0].to_bytes().unwrap(), text);
        let read: Envelope = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }

    #[test]
    fn the_data_of_an_event_is_moved_into_its_envelope() {
        let mut commit = closed("a");
        commit.events[0].data = r#"{"a":1}"#.to_owned();
        let data = commit.events[0].data.as_ptr();
        assert_eq!(into_envelopes(commit).unwrap()[0].data.get().as_ptr(), data);
    }

    #[test]
    fn an_event_under_another_key_or_with_another_id_is_told() {
        let envelope = |version: u64, id: &str, key: &str| {
            let text = format!(
                r#"{{"specversion":"1.0","id":"{id}","source":"/aggregates/cart","type":"cart.closed","subject":"a","time":"1970-01-01T00:00:00Z","datacontenttype":"application/json","aggregatetype":"cart","aggregateversion":{version},"schemaversion":1,"correlationid":"{none}","causationid":"{none}","data":{{}}}}"#,
                none = Uuid::nil()
            );
            serde_json::from_str::<Envelope>(&text).unwrap().check(key)
        };
        assert_eq!(envelope(7, "a:7", "a"), Ok(()));
        assert!(envelope(7, "a:7", "b").unwrap_err().contains("came under the key b"));
        for (version, id) in [(7, "a:8"), (7, "b:7"), (0, "a:0")] {
            assert!(envelope(version, id, "a").unwrap_err().contains(&format!("has the id {id}")));
        }
        let mut disguised = envelopes(&closed("a")).unwrap().remove(0);
        disguised.aggregate_type = "order".to_owned();
        assert_eq!(disguised.check("a").unwrap_err(), "no event of aggregate type order comes from /aggregates/cart");
    }

    #[test]
    fn an_id_that_a_hop_would_refuse_makes_no_envelopes() {
        for id in ["a", "0193f3e2-7b1c-7d4e-9f00-1234567890ab", &"a".repeat(MAX_SUBJECT_BYTES)] {
            assert_eq!(envelopes(&closed(id)).unwrap()[0].subject, id);
        }
        for id in ["", "a b", "\u{e4}", "a\n", &"a".repeat(MAX_SUBJECT_BYTES + 1)] {
            assert_eq!(envelopes(&closed(id)).unwrap_err(), EnvelopeError::Subject, "{id}");
        }
    }

    #[test]
    fn data_that_is_not_json_is_an_error() {
        let mut commit = closed("a");
        commit.events[0].data = "{".to_owned();
        assert!(envelopes(&commit).is_err());
    }
}
