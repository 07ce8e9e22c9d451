//! The version gate of an event handler: each event of an aggregate takes effect once, and in order.

use domain::kernel::Version;

/// What an event is to a handler that has seen an aggregate up to some version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The one that comes next: it takes effect.
    Next,
    /// It took effect before: it is dropped.
    Duplicate,
    /// Events before it are missing: it has to wait for them.
    Gap,
}

/// Judges the event with which an aggregate reached `version`, by a handler that has seen the aggregate up to `seen`.
#[must_use]
pub fn judge(seen: Version, version: Version) -> Verdict {
    if version <= seen {
        Verdict::Duplicate
    } else if version == seen.next() {
        Verdict::Next
    } else {
        Verdict::Gap
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// However often and in whatever order events are delivered: what takes effect is 1, 2, 3 and so on.
        #[test]
        fn only_the_next_event_takes_effect(deliveries in proptest::collection::vec(1_u64..20, 0..200)) {
            let mut effects = Vec::new();
            for version in deliveries {
                let seen = Version::from(effects.len() as u64);
                match judge(seen, Version::from(version)) {
                    Verdict::Next => effects.push(version),
                    Verdict::Duplicate => prop_assert!(effects.contains(&version)),
                    Verdict::Gap => prop_assert!(version > seen.number() + 1),
                }
            }
            prop_assert!(effects.iter().copied().eq(1..=effects.len() as u64));
        }
    }
}
