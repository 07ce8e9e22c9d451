//! The register of a projection's generations: which one serves readers, which are fed beside it, which are retired.
//!
//! It is one small value that is replaced as a whole, and only by whoever has seen it as it is. What may follow on what is
//! decided here, without any store.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::Generation;

/// How many generations are fed beside the one that serves readers, at most. Each of them costs as many writes as that one.
pub const MAX_BESIDE: usize = 3;

/// How long the name of a retired generation is remembered. Queues keep messages for 14 days at most, and dead letters for
/// as long again.
const MEMORY: SignedDuration = SignedDuration::from_hours(60 * 24);

/// The generations of a projection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    revision: u64,
    serving: Generation,
    building: BTreeSet<Generation>,
    standby: BTreeSet<Generation>,
    retired: BTreeMap<Generation, Timestamp>,
}

/// What a generation is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Readers are served from it. It gets new events.
    Serving,
    /// A replay builds it. It gets new events as well, so that it cannot fall behind.
    Building,
    /// Readers were served from it. It still gets new events, so that they can be handed back.
    Standby,
    /// It gets nothing more, and its items are deleted.
    Retired,
}

/// Why the generations cannot change like that.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegisterError {
    /// There is no such generation.
    #[error("There is no generation `{generation}`; there are: {}.", list(known))]
    Unknown {
        /// The name as given.
        generation: Generation,
        /// The generations that there are.
        known: Vec<Generation>,
    },
    /// It was retired.
    #[error("The generation `{0}` is retired; a replay builds another one under another name.")]
    Retired(Generation),
    /// Readers are or were served from it, so it is not for a replay to touch.
    #[error("The generation `{0}` serves readers or has served them; a replay builds another one under another name.")]
    Served(Generation),
    /// Readers are served from it.
    #[error("The generation `{0}` serves readers; hand them over to another one first.")]
    Serving(Generation),
    /// Too many are fed already.
    #[error("{} generations are fed beside the one that serves readers ({}), which is as many as there can be; retire one of them first.", beside.len(), list(beside))]
    TooMany {
        /// Those that are fed beside the one that serves readers.
        beside: Vec<Generation>,
    },
}

impl Default for Register {
    /// As a projection begins: the live generation serves readers, and there is no other.
    fn default() -> Self {
        Self {
            revision: 0,
            serving: Generation::live(),
            building: BTreeSet::new(),
            standby: BTreeSet::new(),
            retired: BTreeMap::new(),
        }
    }
}

impl Register {
    /// How often it was changed. A store replaces a register only by the one with the next revision.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The generation that readers are served from.
    #[must_use]
    pub fn serving(&self) -> &Generation {
        &self.serving
    }

    /// The generations that new events go to: the one that serves readers first.
    pub fn fed(&self) -> impl Iterator<Item = &Generation> {
        std::iter::once(&self.serving).chain(self.beside())
    }

    /// What a generation is there for, if it is known.
    #[must_use]
    pub fn role(&self, generation: &Generation) -> Option<Role> {
        if self.serving == *generation {
            Some(Role::Serving)
        } else if self.building.contains(generation) {
            Some(Role::Building)
        } else if self.standby.contains(generation) {
            Some(Role::Standby)
        } else {
            self.retired.contains_key(generation).then_some(Role::Retired)
        }
    }

    /// Every generation and what it is there for: the one that serves readers first, the retired ones last.
    pub fn all(&self) -> impl Iterator<Item = (&Generation, Role)> {
        let of = |role| move |generation| (generation, role);
        std::iter::once((&self.serving, Role::Serving))
            .chain(self.building.iter().map(of(Role::Building)))
            .chain(self.standby.iter().map(of(Role::Standby)))
            .chain(self.retired.keys().map(of(Role::Retired)))
    }

    /// From when on nothing touches a retired generation any more.
    #[must_use]
    pub fn settles_at(&self, generation: &Generation) -> Option<Timestamp> {
        self.retired.get(generation).copied()
    }

    /// The register in which a replay builds `run`; none if it does so here.
    ///
    /// # Errors
    /// When the name was given before, or too many generations are fed already.
    pub fn begin(&self, run: &Generation) -> Result<Option<Self>, RegisterError> {
        match self.role(run) {
            Some(Role::Building) => Ok(None),
            Some(Role::Serving | Role::Standby) => Err(RegisterError::Served(run.clone())),
            Some(Role::Retired) => Err(RegisterError::Retired(run.clone())),
            None if self.beside().count() >= MAX_BESIDE => {
                Err(RegisterError::TooMany { beside: self.beside().cloned().collect() })
            }
            None => {
                let mut next = self.next();
                next.building.insert(run.clone());
                Ok(Some(next))
            }
        }
    }

    /// The register in which readers are served from `to`, and the generation that they had stands by; none if it is so
    /// here.
    ///
    /// # Errors
    /// When `to` is not fed.
    pub fn hand_over(&self, to: &Generation) -> Result<Option<Self>, RegisterError> {
        match self.role(to) {
            Some(Role::Serving) => Ok(None),
            Some(Role::Building | Role::Standby) => {
                let mut next = self.next();
                next.building.remove(to);
                next.standby.remove(to);
                let before = std::mem::replace(&mut next.serving, to.clone());
                next.standby.insert(before);
                Ok(Some(next))
            }
            Some(Role::Retired) => Err(RegisterError::Retired(to.clone())),
            None => Err(self.unknown(to)),
        }
    }

    /// The register in which `generation` is fed no more; none if it is so here. `settles_at` is when the last of those has
    /// ended who may have read an earlier register.
    ///
    /// # Errors
    /// When readers are served from it, or it is not known.
    pub fn retire(&self, generation: &Generation, settles_at: Timestamp) -> Result<Option<Self>, RegisterError> {
        match self.role(generation) {
            Some(Role::Serving) => Err(RegisterError::Serving(generation.clone())),
            Some(Role::Retired) => Ok(None),
            Some(Role::Building | Role::Standby) => {
                let mut next = self.next();
                next.building.remove(generation);
                next.standby.remove(generation);
                next.retired.retain(|_, settled_at| settles_at.duration_since(*settled_at) < MEMORY);
                next.retired.insert(generation.clone(), settles_at);
                Ok(Some(next))
            }
            None => Err(self.unknown(generation)),
        }
    }

    fn beside(&self) -> impl Iterator<Item = &Generation> {
        self.building.iter().chain(&self.standby)
    }

    fn next(&self) -> Self {
        Self { revision: self.revision + 1, ..self.clone() }
    }

    fn unknown(&self, generation: &Generation) -> RegisterError {
        let known = self.all().map(|(known, _)| known.clone()).collect();
        RegisterError::Unknown { generation: generation.clone(), known }
    }
}

fn list(generations: &[Generation]) -> String {
    generations.iter().map(Generation::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn generation(name: &str) -> Generation {
        Generation::try_from(name.to_owned()).unwrap()
    }

    fn serving(name: &str) -> Register {
        Register::default().begin(&generation(name)).unwrap().unwrap().hand_over(&generation(name)).unwrap().unwrap()
    }

    #[test]
    fn readers_go_from_the_live_generation_to_a_replayed_one_and_back() {
        let register = serving("run");
        assert_eq!(register.serving(), &generation("run"));
        assert_eq!(register.role(&Generation::live()), Some(Role::Standby));
        let back = register.hand_over(&Generation::live()).unwrap().unwrap();
        assert_eq!((back.serving(), back.revision()), (&Generation::live(), 3));
        assert_eq!(back.role(&generation("run")), Some(Role::Standby));
    }

    #[test]
    fn what_serves_readers_is_neither_replayed_into_nor_retired() {
        let register = serving("run");
        for name in ["run", "live"] {
            let refused = register.begin(&generation(name)).unwrap_err().to_string();
            let expected = format!(
                "The generation `{name}` serves readers or has served them; a replay builds another one under another name."
            );
            assert_eq!(refused, expected);
        }
        let refused = register.retire(&generation("run"), Timestamp::UNIX_EPOCH).unwrap_err().to_string();
        assert_eq!(refused, "The generation `run` serves readers; hand them over to another one first.");
    }

    #[test]
    fn only_so_many_are_fed_beside_it() {
        let mut register = Register::default();
        for name in ["a", "b", "c"] {
            register = register.begin(&generation(name)).unwrap().unwrap();
        }
        let refused = register.begin(&generation("d")).unwrap_err().to_string();
        let expected = "3 generations are fed beside the one that serves readers (a, b, c), which is as many as there can be; \
                        retire one of them first.";
        assert_eq!(refused, expected);
        let retired = register.retire(&generation("b"), Timestamp::UNIX_EPOCH).unwrap().unwrap();
        assert!(retired.begin(&generation("d")).unwrap().is_some());
        assert_eq!(retired.begin(&generation("b")), Err(RegisterError::Retired(generation("b"))));
    }

    #[test]
    fn names_that_nobody_can_send_any_more_are_forgotten() {
        let (old, new) = (Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH + MEMORY);
        let mut register = Register::default();
        for (name, at) in [("a", old), ("b", new)] {
            register = register.begin(&generation(name)).unwrap().unwrap();
            register = register.retire(&generation(name), at).unwrap().unwrap();
        }
        assert_eq!(register.role(&generation("a")), None);
        assert_eq!(register.settles_at(&generation("b")), Some(new));
    }

    #[test]
    fn a_typing_error_is_answered_with_what_there_is() {
        let error = serving("run").hand_over(&generation("rum")).unwrap_err().to_string();
        assert_eq!(error, "There is no generation `rum`; there are: run, live.");
    }

    proptest! {
        /// Whatever is done in whatever order: one generation serves, it is fed, and no generation has two roles.
        #[test]
        fn one_generation_serves_readers(steps in proptest::collection::vec((0_usize..3, 0_usize..5), 0..40)) {
            let names = ["live", "a", "b", "c", "d"].map(generation);
            let mut register = Register::default();
            for (step, name) in steps {
                let next = match step {
                    0 => register.begin(&names[name]),
                    1 => register.hand_over(&names[name]),
                    _ => register.retire(&names[name], Timestamp::UNIX_EPOCH),
                };
                if let Ok(Some(next)) = next {
                    prop_assert_eq!(next.revision(), register.revision() + 1);
                    register = next;
                }
                let all: Vec<_> = register.all().collect();
                let distinct: BTreeSet<_> = all.iter().map(|(generation, _)| generation).collect();
                prop_assert_eq!(distinct.len(), all.len());
                prop_assert!(all.iter().all(|(generation, role)| register.role(generation) == Some(*role)));
                let fed: Vec<_> = register.fed().collect();
                prop_assert_eq!(fed[0], register.serving());
                prop_assert!(fed.len() <= 1 + MAX_BESIDE);
                let read: Register = serde_json::from_str(&serde_json::to_string(&register).unwrap()).unwrap();
                prop_assert_eq!(read, register.clone());
            }
        }
    }
}
