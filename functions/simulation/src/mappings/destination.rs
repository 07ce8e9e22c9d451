//! What becomes of records that a mapping of a stream does not deliver any more.

use std::sync::Arc;

use serde_json::json;

use super::Inner;
use crate::function::batch_event;
use crate::services::Record;
use crate::template::StreamSource;
use crate::world::{World, clock_at};

/// The condition of records that are too old.
pub(super) const RECORD_AGE_EXCEEDED: &str = "RecordAgeExceeded";

/// The condition of records that were tried often enough.
pub(super) const RETRIES_EXHAUSTED: &str = "RetryAttemptsExhausted";

/// Gives records of a shard up on a condition, with the last error, and puts them where the mapping says, with everything that they
/// are about.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html>
pub(super) fn give_up(
    world: &World,
    mapping: &Inner,
    source: &StreamSource,
    shard: &str,
    records: &[Arc<Record>],
    (condition, error): (&str, &str),
) {
    let [first, ..] = records else { return };
    let last = records.last().unwrap_or(first);
    let id = &mapping.properties.id;
    let count = records.len();
    world.give_up(format!("{count} records of {id} from {} on: {condition} {error}", first.sequence_number));
    let Some(bucket) = source.failures.as_ref().and_then(|id| world.services().bucket(id)) else { return };
    let now = world.now();
    let (info, service) =
        if source.of_table { ("DDBStreamBatchInfo", "dynamodb") } else { ("KinesisBatchInfo", "kinesis") };
    let record = json!({
        "version": "1.0",
        "timestamp": now.to_string(),
        "requestContext": { "functionArn": mapping.properties.function, "condition": condition },
        "responseContext": { "statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled" },
        info: {
            "shardId": shard,
            "startSequenceNumber": first.sequence_number,
            "endSequenceNumber": last.sequence_number,
            "approximateArrivalOfFirstRecord": clock_at(first.at).to_string(),
            "approximateArrivalOfLastRecord": clock_at(last.at).to_string(),
            "batchSize": count,
            "streamArn": format!("arn:aws:{service}:us-east-1:123456789012:{}", source.id),
        },
        // The whole event as text.
        "payload": batch_event(records.iter().map(|record| record.rendered.as_str())),
    });
    let time = now.strftime("%Y/%m/%d/%Y-%m-%dT%H.%M.%S");
    let key = format!("aws/lambda/{id}/{shard}/{time}-{}", world.fresh_id());
    bucket.put(&key, record.to_string().into_bytes());
}

/// Notes that a stream has forgotten records before they were handled. Nobody else is told.
pub(super) fn lose(world: &World, mapping: &Inner, records: &[Arc<Record>]) {
    let [first, ..] = records else { return };
    let (id, count) = (&mapping.properties.id, records.len());
    world.give_up(format!("{count} records of {id} from {} on, which the stream forgot", first.sequence_number));
}
