//! The archive and the table.

use std::collections::BTreeMap;

use functions::archive::{PREFIX, lines};
use functions::envelope::Envelope;

use super::Rest;

pub(super) fn equals_the_table(rest: &Rest<'_>) -> Result<(), String> {
    let bucket = rest.shop.world.services().bucket("Archive").ok_or("there is no bucket Archive")?;
    let mut archived: BTreeMap<(String, u64), String> = BTreeMap::new();
    for (key, object) in bucket.objects().into_iter().filter(|(key, _)| key.starts_with(PREFIX)) {
        for line in lines(&object) {
            let line = line.map_err(|damage| format!("{key}: {damage}"))?;
            let line = String::from_utf8(line).map_err(|error| format!("{key}: {error}"))?;
            let event: Envelope = serde_json::from_str(&line).map_err(|error| format!("{key}: {error}"))?;
            let place = (event.subject, event.aggregate_version.number());
            if archived.get(&place).is_some_and(|other| *other != line) {
                return Err(format!("{place:?} is archived with two contents"));
            }
            archived.insert(place, line);
        }
    }
    for event in rest.events.values().flatten() {
        let place = (event.subject.clone(), event.aggregate_version.number());
        let line = serde_json::to_string(event).map_err(|error| error.to_string())?;
        match archived.remove(&place) {
            None => return Err(format!("{place:?} is not archived")),
            Some(other) if other != line => return Err(format!("{place:?} is archived as {other}")),
            Some(_) => {}
        }
    }
    archived.into_keys().next().map_or(Ok(()), |place| Err(format!("{place:?} is archived and not in the table")))
}

/// The object of a batch says in its name which records of which shard it holds, or held before it was compacted.
pub(super) fn has_no_record_twice(rest: &Rest<'_>) -> Result<(), String> {
    let bucket = rest.shop.world.services().bucket("Archive").ok_or("there is no bucket Archive")?;
    let mut ranges: Vec<(String, String, String)> = Vec::new();
    for key in bucket.written() {
        let name = key.rsplit('/').next().unwrap_or_default().trim_end_matches(".jsonl.gz");
        if !name.starts_with("shardId-") {
            continue;
        }
        let mut parts = name.rsplitn(3, '-').map(str::to_owned);
        if let (Some(to), Some(from), Some(shard)) = (parts.next(), parts.next(), parts.next()) {
            ranges.push((shard, from, to));
        }
    }
    ranges.sort_unstable();
    let overlapping = ranges.windows(2).find(|pair| pair[0].0 == pair[1].0 && pair[1].1 <= pair[0].2);
    overlapping.map_or(Ok(()), |pair| Err(format!("objects of {} overlap at {}", pair[0].0, pair[1].1)))
}
