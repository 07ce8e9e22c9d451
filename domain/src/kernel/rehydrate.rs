//! From recorded commits back to a state.

use std::collections::HashMap;

use super::{Aggregate, CommandFilter, CommandId, Commit, Version};

/// An aggregate's state as its commits tell it, and which commands led there.
#[derive(Debug, Clone)]
pub struct Rehydrated<A: Aggregate> {
    pub(super) state: A,
    pub(super) version: Version,
    /// The version of the first event of the newest commit.
    pub(super) newest_commit: Option<Version>,
    /// The version of the snapshot that this began with.
    pub(super) snapshot: Version,
    pub(super) commands: HashMap<CommandId, Version>,
    /// The commands that are not among [`Self::commands`] any more.
    pub(super) forgotten: CommandFilter,
}

/// The commits of an aggregate do not follow one another.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the history of {aggregate_type} {aggregate_id} is broken: version {expected} should come next, found {found}")]
pub struct BrokenHistory {
    /// The aggregate's type.
    pub aggregate_type: &'static str,
    /// The aggregate's id.
    pub aggregate_id: String,
    /// The version that should have come next.
    pub expected: Version,
    /// The version that came instead.
    pub found: Version,
}

impl<A: Aggregate> Default for Rehydrated<A> {
    fn default() -> Self {
        Self {
            state: A::default(),
            version: Version::NONE,
            newest_commit: None,
            snapshot: Version::NONE,
            commands: HashMap::new(),
            forgotten: CommandFilter::default(),
        }
    }
}

impl<A: Aggregate> Rehydrated<A> {
    /// Folds `commits`, which have to be the whole history in order.
    ///
    /// # Errors
    /// [`BrokenHistory`] when a version is missing, repeated or out of order.
    pub fn from_commits<'a>(commits: impl IntoIterator<Item = &'a Commit<A>>) -> Result<Self, BrokenHistory> {
        commits.into_iter().try_fold(Self::default(), Self::apply)
    }

    /// The state one commit later.
    ///
    /// # Errors
    /// [`BrokenHistory`] when the commit does not follow this version.
    pub fn apply(mut self, commit: &Commit<A>) -> Result<Self, BrokenHistory> {
        if commit.follows() != self.version {
            return Err(BrokenHistory {
                aggregate_type: A::TYPE,
                aggregate_id: commit.aggregate_id().to_string(),
                expected: self.version.next(),
                found: commit.first_version(),
            });
        }
        self.state = commit.events().iter().fold(self.state, A::evolve);
        self.version = commit.last_version();
        self.newest_commit = Some(commit.first_version());
        self.commands.insert(commit.cause().command_id, self.version);
        Ok(self)
    }

    /// The current state.
    pub fn state(&self) -> &A {
        &self.state
    }

    /// The current version.
    pub fn version(&self) -> Version {
        self.version
    }

    /// Where loading has to begin: with the newest commit that is known already, which shows that the rest belongs to it.
    pub fn load_from(&self) -> Version {
        self.newest_commit.unwrap_or(Version::FIRST)
    }

    /// Whether `commit` is the newest one that led here.
    pub fn ends_with(&self, commit: &Commit<A>) -> bool {
        self.newest_commit == Some(commit.first_version())
            && self.version == commit.last_version()
            && self.outcome_of(commit.cause().command_id) == Some(self.version)
    }

    /// The same aggregate, once a snapshot of it was kept.
    #[must_use]
    pub fn kept(self) -> Self {
        Self { snapshot: self.version, ..self }
    }

    /// How many events came since the snapshot that this began with, or since the beginning.
    pub fn events_since_snapshot(&self) -> u64 {
        self.version.number().saturating_sub(self.snapshot.number())
    }

    /// The version that `command` led to, if it was accepted before and is remembered: since the snapshot that this began
    /// with all are, and before it the newest [`super::REMEMBERED_COMMANDS`]. Of the others
    /// [`Rehydrated::may_have_forgotten`] tells.
    pub fn outcome_of(&self, command: CommandId) -> Option<Version> {
        self.commands.get(&command).copied()
    }

    /// Whether `command` may be one that was accepted before and is not remembered. Then only the whole history tells. A
    /// command that was forgotten always may be; of those that were never accepted few may, and none without a snapshot.
    pub fn may_have_forgotten(&self, command: CommandId) -> bool {
        !self.commands.contains_key(&command) && self.forgotten.may_contain(command)
    }
}
