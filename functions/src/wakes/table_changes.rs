//! New items of an event table.

use std::borrow::Cow;

use contract::TableChanges;
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::attributes::Item;
use super::records;
use super::{BatchResponse, Deliver, NotAnEvent};

/// One new item of a table.
#[derive(Debug)]
pub struct TableChange<T> {
    /// Names the change in a [`BatchResponse`].
    pub sequence_number: String,
    /// The item's partition key, even where the item cannot be read.
    pub partition_key: String,
    /// When the item was written, to the second; the beginning of time if that is not said.
    pub changed_at: Timestamp,
    /// The item, or why it cannot be read.
    pub item: Result<T, String>,
}

impl<T: DeserializeOwned + Send> Deliver for TableChanges<T> {
    type Payload = Vec<TableChange<T>>;
    type Response = BatchResponse;

    fn decode(event: &str) -> Result<Self::Payload, NotAnEvent> {
        records::read(event, "a batch of DynamoDB changes", TableChange::from_record, TableChange::unreadable)
    }
}

/// <https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html>
#[derive(Deserialize)]
struct Record<C> {
    dynamodb: C,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
#[serde(bound = "T: DeserializeOwned")]
struct Change<'a, T> {
    #[serde(borrow)]
    sequence_number: Cow<'a, str>,
    /// In seconds.
    #[serde(default)]
    approximate_creation_date_time: f64,
    keys: Item<Keys>,
    new_image: Item<T>,
}

#[derive(Deserialize)]
struct Keys {
    aggregate_id: String,
}

/// What is left of a change that has another form.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Named {
    sequence_number: String,
    #[serde(default)]
    approximate_creation_date_time: serde_json::Value,
    #[serde(default)]
    keys: serde_json::Value,
}

impl<T: DeserializeOwned> TableChange<T> {
    fn from_record(record: Record<Change<'_, T>>) -> Self {
        let Change { sequence_number, approximate_creation_date_time, keys, new_image } = record.dynamodb;
        Self {
            sequence_number: sequence_number.into_owned(),
            partition_key: keys.0.aggregate_id,
            changed_at: changed_at(approximate_creation_date_time),
            item: Ok(new_image.0),
        }
    }

    fn unreadable(record: &str, reason: String) -> serde_json::Result<Self> {
        let named: Record<Named> = serde_json::from_str(record)?;
        let Named { sequence_number, approximate_creation_date_time, keys } = named.dynamodb;
        let partition_key = keys["aggregate_id"]["S"].as_str().unwrap_or_default().to_owned();
        let changed_at = changed_at(approximate_creation_date_time.as_f64().unwrap_or_default());
        Ok(Self { sequence_number, partition_key, changed_at, item: Err(reason) })
    }
}

fn changed_at(seconds: f64) -> Timestamp {
    Timestamp::from_second(seconds as i64).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commit_item::CommitItem;

    /// A record as AWS documents it, with an item of ours.
    const EVENT: &str = r#"{"Records":[{
        "eventID":"c4ca4238a0b923820dcc509a6f75849b","eventName":"INSERT","eventVersion":"1.1",
        "eventSource":"aws:dynamodb","awsRegion":"eu-central-1",
        "eventSourceARN":"arn:aws:dynamodb:eu-central-1:123456789012:table/carts/stream/2015-06-27T00:48:05.899",
        "dynamodb":{"ApproximateCreationDateTime":1479499740,"SequenceNumber":"4421584500000000017450439091",
            "SizeBytes":26,"StreamViewType":"NEW_IMAGE",
            "Keys":{"aggregate_id":{"S":"a"},"version":{"N":"1"}},
            "NewImage":{"aggregate_id":{"S":"a"},"version":{"N":"1"},"aggregate_type":{"S":"cart"},
                "command_id":{"S":"00000000-0000-0000-0000-000000000001"},
                "correlation_id":{"S":"00000000-0000-0000-0000-000000000001"},
                "causation_id":{"S":"00000000-0000-0000-0000-000000000001"},
                "recorded_at":{"S":"1970-01-01T00:00:00Z"},
                "events":{"L":[{"M":{"type":{"S":"cart.opened"},"schema_version":{"N":"1"},"data":{"S":"{}"}}}]}}}}]}"#;

    #[test]
    fn the_new_image_is_the_item() {
        let changes = TableChanges::<CommitItem>::decode(EVENT).unwrap();
        assert_eq!(changes[0].sequence_number, "4421584500000000017450439091");
        assert_eq!((changes[0].partition_key.as_str(), changes[0].changed_at.as_second()), ("a", 1_479_499_740));
        let item = changes[0].item.as_ref().unwrap();
        assert_eq!((item.version, item.events[0].event_type.as_str()), (1, "cart.opened"));
    }

    #[test]
    fn an_item_of_another_form_is_an_error_in_its_place() {
        let changes = TableChanges::<CommitItem>::decode(&EVENT.replace("recorded_at", "recorded")).unwrap();
        assert_eq!(changes[0].partition_key, "a");
        assert!(changes[0].item.as_ref().unwrap_err().contains("recorded_at"));
    }

    #[test]
    fn another_event_is_refused() {
        assert!(TableChanges::<CommitItem>::decode("[]").is_err());
        assert!(TableChanges::<CommitItem>::decode(&EVENT.replace("SequenceNumber", "Number")).is_err());
    }
}
