//! Stores side by side.

use std::time::Duration;

use domain::cart::CartId;
use futures_util::FutureExt;
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
    /// Bytes allocated for an event that is loaded, if that was counted.
    allocated: Option<f64>,
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
                allocated: None,
            }
        });
        Self { shape, results: measured.collect() }
    }

    /// The same of stores in memory, which answer at once, with what they allocate to load a cart.
    pub async fn in_memory(shape: Shape, events: u64, contenders: &[(&'static str, &dyn Contender)]) -> Self {
        let mut comparison = Self::of(shape, events, contenders).await;
        let cart = CartId::from(Uuid::new_v4());
        let commits: Vec<_> = shape.history(cart).collect();
        for ((_, contender), measured) in contenders.iter().zip(&mut comparison.results) {
            contender.append(&commits).await;
            let allocated = allocation_counter::measure(|| {
                contender.load(&[cart]).now_or_never().expect("a store in memory answers at once");
            });
            measured.allocated = Some(allocated.bytes_total as f64 / shape.events as f64);
        }
        comparison
    }
}

impl Comparison {
    /// The heads of the columns of [`Comparison::rows`].
    pub const COLUMNS: [&str; 6] =
        ["history", "store", "load, events a second", "times ours", "append, commits a second", "times ours"];

    /// The heads of those that follow for stores in memory.
    pub const COLUMNS_IN_MEMORY: [&str; 2] = ["load, bytes allocated an event", "times ours"];

    /// A row of a table for each store.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let Shape { events, events_per_commit } = self.shape;
        let shape = format!("{} events, {events_per_commit} a commit", grouped(events as f64));
        let ours = &self.results[0];
        let row = |(position, measured): (usize, &Measured)| {
            let ratio = |theirs, ours| if position == 0 { String::new() } else { times(theirs, ours) };
            let (load, load_ratio) = match (measured.loads, ours.loads) {
                (Ok(loads), Ok(ours)) => (grouped(loads), ratio(loads, ours)),
                (Ok(loads), Err(_)) => (grouped(loads), String::new()),
                (Err(seen), _) => (format!("only {} of the events seen", grouped(seen as f64)), String::new()),
            };
            let (append, append_ratio) = (grouped(measured.appends), ratio(measured.appends, ours.appends));
            let mut row = vec![shape.clone(), measured.name.to_owned(), load, load_ratio, append, append_ratio];
            if let (Some(allocated), Some(ours)) = (measured.allocated, ours.allocated) {
                row.extend([grouped(allocated), ratio(allocated, ours)]);
            }
            row
        };
        self.results.iter().enumerate().map(row).collect()
    }
}

fn times(theirs: f64, ours: f64) -> String {
    match theirs / ours {
        small if small < 0.1 => format!("{small:.4}"),
        ratio => format!("{ratio:.2}"),
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
