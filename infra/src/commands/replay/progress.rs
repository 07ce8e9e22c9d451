//! How far a run is, how fast it goes, and how much is left.

use std::time::{Duration, Instant};

use functions::replay::{Counts, Run};
use indicatif::HumanCount;

use crate::text::visible;

/// How fast a run has gone since this command drives it.
#[derive(Debug)]
pub(super) struct Pace {
    started: Instant,
    /// What was done by the first answer, and when that came.
    first: Option<(Duration, Counts)>,
}

impl Pace {
    pub fn start() -> Self {
        Self { started: Instant::now(), first: None }
    }

    /// A line about a run that goes on.
    pub fn text(&mut self, run: &Run) -> String {
        self.text_at(run, self.started.elapsed())
    }

    fn text_at(&mut self, run: &Run, elapsed: Duration) -> String {
        let Counts { objects, selected, sent, duplicates, .. } = run.counts;
        let (since, before) = *self.first.get_or_insert((elapsed, run.counts));
        let took = elapsed.saturating_sub(since).as_secs_f64();
        let done = if run.dry_run { selected } else { sent };
        let before_done = if run.dry_run { before.selected } else { before.sent };
        let verb = if run.dry_run { "counted" } else { "sent" };
        let of = run.objects_to_read.map(|total| format!(" of {}", HumanCount(total.max(objects)))).unwrap_or_default();
        let mut text = format!("replay {}: {}{of} objects read", run.run, HumanCount(objects));
        text += &format!(", {} events {verb}", HumanCount(done));
        if took > 0.0 {
            text += &format!(" ({:.0} a second)", (done - before_done) as f64 / took);
        }
        if duplicates > 0 {
            text += &format!(", {} duplicates", HumanCount(duplicates));
        }
        let problems = run.counts.holes + run.counts.damaged;
        if problems > 0 {
            text += &format!(", {} problems with the archive", HumanCount(problems));
        }
        let read = objects - before.objects;
        if let (Some(total), true) = (run.objects_to_read, read > 0) {
            let left = total.saturating_sub(objects) as f64 * took / read as f64;
            text += &format!(", about {} left", short(left));
        }
        visible(&text)
    }
}

/// A time that nobody takes for exact.
fn short(seconds: f64) -> String {
    match seconds {
        ..90.0 => format!("{seconds:.0} s"),
        ..5400.0 => format!("{:.0} min", seconds / 60.0),
        _ => format!("{:.0} h", seconds / 3600.0),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn run(objects: u64, sent: u64) -> Run {
        let counts = json!({
            "objects": objects, "bytes": 0, "lines": sent, "selected": sent, "sent": sent, "duplicates": 0,
            "aggregates": 1, "holes": 0, "damaged": 0,
        });
        let run = json!({
            "run": "r", "handler": "h", "selection": {}, "rate": null, "dry_run": false, "state": "incomplete",
            "started_at": "2026-11-25T00:00:00Z", "updated_at": "2026-11-25T00:00:00Z", "objects_to_read": 1000,
            "counts": counts, "holes": [], "damaged": [], "stopped_because": null,
            "position": {"after": null, "partition": null, "object": null, "lines": 0, "send_at": null},
            "lease": null, "checkpoint": null,
        });
        serde_json::from_value(run).unwrap()
    }

    #[test]
    fn progress_says_what_is_done_how_fast_and_what_is_left() {
        let mut pace = Pace::start();
        let first = pace.text_at(&run(100, 5_000), Duration::from_secs(5));
        assert_eq!(first, "replay r: 100 of 1,000 objects read, 5,000 events sent");
        let second = pace.text_at(&run(200, 10_000), Duration::from_secs(10));
        let expected = "replay r: 200 of 1,000 objects read, 10,000 events sent (1000 a second), about 40 s left";
        assert_eq!(second, expected);
    }
}
