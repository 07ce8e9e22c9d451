//! New items of an event table.

use aws_lambda_events::dynamodb::{Event, EventRecord};
use contract::TableChanges;
use serde::de::DeserializeOwned;

use super::{BatchResponse, Deliver, NotAnEvent, parse};

/// One new item of a table.
#[derive(Debug)]
pub struct TableChange<T> {
    /// Names the change in a [`BatchResponse`].
    pub sequence_number: String,
    /// The item's partition key, even where the item cannot be read.
    pub partition_key: String,
    /// The item, or why it cannot be read.
    pub item: Result<T, String>,
}

impl<T: DeserializeOwned + Send> Deliver for TableChanges<T> {
    type Payload = Vec<TableChange<T>>;
    type Response = BatchResponse;

    fn decode(event: &str) -> Result<Self::Payload, NotAnEvent> {
        let event: Event = parse(event, "a batch of DynamoDB changes")?;
        Ok(event.records.into_iter().map(TableChange::from_record).collect())
    }
}

impl<T: DeserializeOwned> TableChange<T> {
    fn from_record(record: EventRecord) -> Self {
        let keys = record.change.keys.into_inner();
        let partition_key = keys.get("aggregate_id").and_then(|value| match value {
            serde_dynamo::AttributeValue::S(text) => Some(text.clone()),
            _ => None,
        });
        let item = serde_dynamo::from_item(record.change.new_image).map_err(|error| error.to_string());
        Self {
            sequence_number: record.change.sequence_number.unwrap_or_default(),
            partition_key: partition_key.unwrap_or_default(),
            item,
        }
    }
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
        assert_eq!(changes[0].partition_key, "a");
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
    }
}
