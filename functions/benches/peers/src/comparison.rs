//! Stores side by side.

use std::fmt;
use std::time::Duration;

use domain::cart::CartId;
use uuid::Uuid;

use crate::contender::Contender;
use crate::history::Shape;

/// How often each store is measured.
const ROUNDS: usize = 5;

/// How the stores did with histories of one shape. The first is what the others are compared with.
pub struct Comparison {
    shape: Shape,
    results: Vec<Measured>,
}

struct Measured {
    name: &'static str,
    /// Commits a second.
    appends: f64,
    /// Events a second, unless some are missing: how many of them there are.
    loads: Result<f64, u64>,
}

impl Comparison {
    /// Has the stores take turns: in each round each of them gets carts with at least so many events together, and then
    /// loads them.
    pub async fn of(shape: Shape, events: u64, contenders: &[(&'static str, &dyn Contender)]) -> Self {
        let carts = events.div_ceil(shape.events);
        let mut appended = vec![Vec::new(); contenders.len()];
        let mut loaded = vec![Vec::new(); contenders.len()];
        for round in 0..ROUNDS {
            let carts: Vec<_> = (0..carts).map(|_| CartId::from(Uuid::new_v4())).collect();
            let commits: Vec<_> = carts.iter().flat_map(|&cart| shape.history(cart)).collect();
            // They begin in turns too, so that none always has what another warmed up.
            for number in (round..round + contenders.len()).map(|turn| turn % contenders.len()) {
                let (_, contender) = contenders[number];
                appended[number].push(contender.append(&commits).await);
                loaded[number].push(contender.load(&carts).await);
            }
        }
        let measured = contenders.iter().zip(appended).zip(loaded).map(|(((name, _), appended), loaded)| {
            let seen = loaded.iter().map(|loaded| loaded.events).min().unwrap_or(0);
            let a_second = |number: u64, took| (carts * number) as f64 / median(took).as_secs_f64();
            let loads = a_second(shape.events, loaded.into_iter().map(|loaded| loaded.took).collect());
            Measured {
                name,
                appends: a_second(shape.commits(), appended),
                loads: if seen == shape.events { Ok(loads) } else { Err(seen) },
            }
        });
        Self { shape, results: measured.collect() }
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Shape { events, events_per_commit } = self.shape;
        let shape = format!("{} events, {events_per_commit} a commit", grouped(events as f64));
        writeln!(f, "  {shape:26}{:>18}{:>9}{:>20}{:>9}", "load, events/s", "ours is", "append, commits/s", "ours is")?;
        let Some(ours) = self.results.first() else { return Ok(()) };
        for Measured { name, appends, loads } in &self.results {
            let (load, ratio) = match (loads, ours.loads) {
                (Ok(loads), Ok(ours)) => (grouped(*loads), times(ours, *loads)),
                (Ok(loads), Err(_)) => (grouped(*loads), String::new()),
                (Err(seen), _) => (format!("only {} seen", grouped(*seen as f64)), String::new()),
            };
            let (append, append_ratio) = (grouped(*appends), times(ours.appends, *appends));
            writeln!(f, "    {name:24}{load:>18}{ratio:>9}{append:>20}{append_ratio:>9}")?;
        }
        Ok(())
    }
}

fn times(ours: f64, theirs: f64) -> String {
    match ours / theirs {
        large if large >= 100.0 => format!("{}×", grouped(large)),
        ratio => format!("{ratio:.1}×"),
    }
}

/// The number without fractions, in groups of three digits.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}

fn median(mut took: Vec<Duration>) -> Duration {
    took.sort_unstable();
    took[took.len() / 2]
}
