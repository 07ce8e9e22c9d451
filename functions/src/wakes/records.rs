//! The records of a batch. What is wrong with one of them is no reason to refuse the others.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{NotAnEvent, parse};

#[derive(Deserialize)]
struct Batch<R> {
    #[serde(rename = "Records")]
    records: Vec<R>,
}

/// Reads a batch whose records have the form `R`. A record of another form is handed to `other`, with what is wrong with
/// it.
///
/// # Errors
/// When it is not a batch at all, or `other` does not find the name of a record: what has no name cannot be reported to
/// Lambda, which would take the whole batch for handled or for failed.
pub(super) fn read<'a, R, T>(
    event: &'a str,
    kind: &str,
    record: impl Fn(R) -> T,
    other: impl Fn(&'a str, String) -> serde_json::Result<T>,
) -> Result<Vec<T>, NotAnEvent>
where
    R: Deserialize<'a>,
{
    if let Ok(batch) = serde_json::from_str::<Batch<R>>(event) {
        return Ok(batch.records.into_iter().map(record).collect());
    }
    let batch: Batch<&RawValue> = parse(event, kind)?;
    let read = |(position, text): (usize, &'a RawValue)| match serde_json::from_str(text.get()) {
        Ok(read) => Ok(record(read)),
        Err(error) => other(text.get(), error.to_string())
            .map_err(|unnamed| NotAnEvent::by_aws(format!("record {position} is not one of {kind}: {unnamed}"))),
    };
    batch.records.into_iter().enumerate().map(read).collect()
}
