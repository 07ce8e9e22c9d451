//! How large things are, in bytes: what the functions' own types make of events as they occur.

use functions::archive::object;
use functions::commit_item::CommitItem;
use functions::envelope::into_envelopes;
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

/// The data of the most frequent event.
pub(super) const ITEM_ADDED: &str =
    r#"{"quantity":2,"sku":"teapot-stoneware-1200ml","unit_price":{"amount":3499,"currency":"EUR"}}"#;

/// How many carts with how many events each are archived for a measurement, and how many items they are about.
const CARTS: u64 = 200;
const EVENTS: u64 = 5;
const ITEMS: u64 = 300;

/// A line about an event in a log.
const LOG_LINE: &str = concat!(
    r#"{"timestamp":"2026-11-25T12:00:00.000000Z","level":"INFO","message":"event","#,
    r#""aggregate_id":"0193f3e2-7b1c-4d4e-9f00-1234567890ab","correlation_id":"0193f3e2-7b1c-4d4e-9f00-1234567890ab","#,
    r#""causation_id":"0193f3e2-7b1c-4d4e-9f00-1234567890ab","id":"0193f3e2-7b1c-4d4e-9f00-1234567890ab:3","#,
    r#""generation":"live","done":"Taken(Applied)"}"#,
    "\n"
);

/// How large things are, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Sizes {
    /// The item of a commit in the event table, without its events.
    pub commit: f64,
    /// What each event adds to that.
    pub event: f64,
    /// An event on the stream, with its key.
    pub record: f64,
    /// An event in the archive, compressed.
    pub archived: f64,
    /// A line about an event in a log.
    pub log_line: f64,
}

/// Events that the functions' types do not take.
#[derive(Debug, thiserror::Error)]
#[error("the example of an event is none any more: {0}")]
pub struct SizesError(String);

impl Sizes {
    /// Encodes and measures examples.
    ///
    /// # Errors
    /// None unless events have changed, as a test shows.
    pub fn measured() -> Result<Self, SizesError> {
        let [one, two] = [commit(7, 3, vec![ITEM_ADDED])?, commit(7, 3, vec![ITEM_ADDED; 2])?];
        let (mut keys, mut lines) = (0, Vec::new());
        for cart in 0..CARTS {
            for version in 1..=EVENTS {
                for envelope in into_envelopes(commit(cart, version, vec![&data(cart * EVENTS + version)])?)
                    .map_err(|error| mistake(&error))?
                {
                    keys += envelope.subject.len();
                    lines.push(envelope.to_bytes().map_err(|error| mistake(&error))?);
                }
            }
        }
        let archived = object(lines.iter().map(|line| &**line)).map_err(|error| mistake(&error))?;
        let [one, two] = [item_bytes(&one)?, item_bytes(&two)?].map(bytes);
        let records = keys + lines.iter().map(|line| line.len()).sum::<usize>();
        let event = two - one;
        Ok(Self {
            commit: one - event,
            event,
            record: bytes(records) / bytes(lines.len()),
            archived: bytes(archived.len()) / bytes(lines.len()),
            log_line: bytes(LOG_LINE.len()),
        })
    }

    /// The item of a commit of so many events.
    #[must_use]
    pub fn item(&self, events: f64) -> f64 {
        self.commit + events * self.event
    }
}

fn mistake(error: &dyn std::error::Error) -> SizesError {
    SizesError(error.to_string())
}

#[allow(clippy::cast_precision_loss, reason = "sizes of a few thousand bytes")]
fn bytes(number: usize) -> f64 {
    number as f64
}

/// A commit of a cart, with events of these data.
fn commit(cart: u64, version: u64, data: Vec<&str>) -> Result<CommitItem, SizesError> {
    let command = scattered(cart * (EVENTS + 1) + version);
    let event = |data| json!({ "type": "cart.item-added", "schema_version": 1, "data": data });
    let commit = json!({
        "aggregate_id": scattered(cart * (EVENTS + 1)),
        "version": version,
        "aggregate_type": "cart",
        "command_id": command,
        "correlation_id": command,
        "causation_id": command,
        "recorded_at": format!("2026-11-25T12:{:02}:{:02}.{:09}Z", cart % 60, version, cart * 4_999_999),
        "events": data.into_iter().map(event).collect::<Vec<_>>(),
    });
    serde_json::from_value(commit).map_err(|error| mistake(&error))
}

/// As [`ITEM_ADDED`], of one item or another.
fn data(number: u64) -> String {
    let item = scattered(number).as_u128() % u128::from(ITEMS);
    let (quantity, amount) = (1 + item % 3, 199 + item * 37);
    format!(
        r#"{{"quantity":{quantity},"sku":"teapot-stoneware-{item}","unit_price":{{"amount":{amount},"currency":"EUR"}}}}"#
    )
}

/// An id that compresses as badly as a random one, and is the same each time.
fn scattered(number: u64) -> Uuid {
    let mixed = u128::from(number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
    Uuid::from_u128((mixed ^ (mixed >> 67)).wrapping_mul(0xd134_2543_de82_ef95_8a5c_d789_635d_2dff))
}

/// The size of an item as DynamoDB counts it.
///
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html>
fn item_bytes(item: &CommitItem) -> Result<usize, SizesError> {
    fn size(value: &Value) -> usize {
        match value {
            Value::String(text) => text.len(),
            Value::Number(number) => number.to_string().len() + 1,
            Value::Array(values) => 3 + values.iter().map(|value| 1 + size(value)).sum::<usize>(),
            Value::Object(values) => 3 + values.iter().map(|(name, value)| 1 + name.len() + size(value)).sum::<usize>(),
            Value::Null | Value::Bool(_) => 1,
        }
    }
    let item = serde_json::to_value(item).map_err(|error| mistake(&error))?;
    let attributes = item.as_object().into_iter().flatten();
    Ok(attributes.map(|(name, value)| name.len() + size(value)).sum())
}

#[cfg(test)]
mod tests {
    use domain::cart::CartEvent;
    use domain::kernel::Event;

    use super::*;

    #[test]
    fn the_example_is_an_event_as_carts_write_it() {
        let event = CartEvent::decode("cart.item-added", 1, ITEM_ADDED).unwrap();
        assert_eq!(event.encode(), ITEM_ADDED);
    }

    #[test]
    fn sizes_are_those_of_what_is_encoded() {
        let sizes = Sizes::measured().unwrap();
        let commit = commit(7, 3, vec![ITEM_ADDED; 2]).unwrap();
        // The numbers of this example have as many digits as those that were measured.
        assert_eq!(item_bytes(&commit).unwrap() as f64, sizes.item(2.0));
        let envelope = into_envelopes(commit).unwrap().remove(0);
        let record = envelope.to_bytes().unwrap().len() + envelope.subject.len();
        assert!((sizes.record - record as f64).abs() < 10.0, "{sizes:?}, {record}");
        // Ids are a good part of an event, and hardly compress.
        assert!((40.0..sizes.record / 2.0).contains(&sizes.archived), "{sizes:?}");
    }
}
