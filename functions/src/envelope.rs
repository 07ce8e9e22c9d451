//! The envelope in which an event travels: CloudEvents 1.0 in its JSON format, with the kernel's extensions.
//!
//! <https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md>

use std::borrow::Cow;

use bytes::Bytes;
use domain::kernel::{CausationId, CorrelationId, EventId, Version};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::commit_item::{CommitItem, EventItem};

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

/// The data of an event is not JSON.
#[derive(Debug, thiserror::Error)]
#[error("the data of event {id} is not JSON: {reason}")]
pub struct EnvelopeError {
    /// The event.
    pub id: EventId,
    /// What is wrong, with its position.
    pub reason: String,
}

/// The envelopes in which the events of a commit are published, oldest first.
///
/// # Errors
/// [`EnvelopeError`] when the data of an event is not JSON.
pub fn envelopes(commit: &CommitItem) -> Result<Vec<Envelope>, EnvelopeError> {
    into_envelopes(commit.clone())
}

/// As [`envelopes`], without a copy of the events' data.
///
/// # Errors
/// As [`envelopes`].
pub fn into_envelopes(mut commit: CommitItem) -> Result<Vec<Envelope>, EnvelopeError> {
    let events = std::mem::take(&mut commit.events);
    let versions = (commit.version..).map(Version::from);
    events.into_iter().zip(versions).map(|(event, version)| Envelope::of(&commit, event, version)).collect()
}

/// More than an envelope holds besides what has no fixed length, in bytes.
const FIXED_BYTES: usize = 512;

impl Envelope {
    fn of(commit: &CommitItem, event: EventItem, aggregate_version: Version) -> Result<Self, EnvelopeError> {
        let id = EventId::of(&commit.aggregate_id, aggregate_version);
        let data = RawValue::from_string(event.data)
            .map_err(|error| EnvelopeError { id: id.clone(), reason: error.to_string() })?;
        Ok(Self {
            specversion: SpecVersion::V1_0,
            id,
            source: format!("/aggregates/{}", commit.aggregate_type),
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

#[cfg(test)]
mod tests {
    use domain::kernel::{Cause, CommandId};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn an_envelope_is_a_cloud_event_on_one_line() {
        let commit = CommitItem {
            aggregate_id: "a".to_owned(),
            version: 7,
            aggregate_type: "cart".to_owned(),
            cause: Cause::client(CommandId::from(Uuid::from_u128(1))),
            recorded_at: Timestamp::UNIX_EPOCH,
            events: vec![EventItem { event_type: "cart.closed".to_owned(), schema_version: 1, data: "{}".to_owned() }],
        };
        let envelopes = envelopes(&commit).unwrap();
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
        let commit = CommitItem {
            aggregate_id: "a".to_owned(),
            version: 1,
            aggregate_type: "cart".to_owned(),
            cause: Cause::client(CommandId::from(Uuid::from_u128(1))),
            recorded_at: Timestamp::UNIX_EPOCH,
            events: vec![EventItem { event_type: "x".to_owned(), schema_version: 1, data: r#"{"a":1}"#.to_owned() }],
        };
        let data = commit.events[0].data.as_ptr();
        assert_eq!(into_envelopes(commit).unwrap()[0].data.get().as_ptr(), data);
    }

    #[test]
    fn data_that_is_not_json_is_an_error() {
        let commit = CommitItem {
            aggregate_id: "a".to_owned(),
            version: 1,
            aggregate_type: "cart".to_owned(),
            cause: Cause::client(CommandId::from(Uuid::from_u128(1))),
            recorded_at: Timestamp::UNIX_EPOCH,
            events: vec![EventItem { event_type: "x".to_owned(), schema_version: 1, data: "{".to_owned() }],
        };
        assert!(envelopes(&commit).is_err());
    }
}
