//! The carts as one command sees them: their history is handed out only if the conditions of the request hold for it.
//!
//! A condition that is checked before the command is decided can be overtaken by another command. Here it is checked on
//! the very history that the decision is made on, each time that it is loaded, and the append is conditional on that
//! history: what holds at the decision holds at the commit.

use std::sync::{Mutex, PoisonError};

use domain::kernel::{
    Aggregate, AppendError, CommandId, Commit, EventStore, LoadError, Rehydrated, SnapshotStore, SnapshotsUnavailable,
    Version,
};

use super::headers::EntityTags;
use crate::repository::Repository;

/// A condition that does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmet {
    /// The aggregate is at this version, which is none that the request is meant for.
    Version(Version),
    /// The command's id belongs to another command, which led to this version.
    CommandId(Version),
}

/// A repository for the length of one command.
#[derive(Debug)]
pub struct Conditional<'a, E, S, A: Aggregate> {
    inner: &'a Repository<E, S>,
    command_id: CommandId,
    command: A::Command,
    if_match: Option<EntityTags>,
    unmet: Mutex<Option<Unmet>>,
}

impl<'a, E, S, A: Aggregate> Conditional<'a, E, S, A> {
    /// The repository as `command` sees it, which is meant for one of the versions of `if_match`.
    pub fn new(
        inner: &'a Repository<E, S>,
        command_id: CommandId,
        command: A::Command,
        if_match: Option<EntityTags>,
    ) -> Self {
        Self { inner, command_id, command, if_match, unmet: Mutex::default() }
    }

    /// The same as a repository.
    pub fn repository(&self) -> Repository<&Self, &Self> {
        Repository { events: self, snapshots: self }
    }

    /// The condition because of which there was no history.
    pub fn unmet(&self) -> Option<Unmet> {
        *self.unmet.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the conditions hold for an aggregate whose newest commits these are: at least one, unless there is none.
    fn check(&self, commits: &[Commit<A>]) -> Result<(), Unmet> {
        let version = commits.last().map_or(Version::NONE, Commit::last_version);
        // Where there is nothing and the command would be refused, the refusal says more (RFC 9110, section 13.2.1).
        if version == Version::NONE && A::default().decide(self.command.clone()).is_err() {
            return Ok(());
        }
        let matches = self.if_match.as_ref().is_none_or(|tags| match tags {
            EntityTags::Any => version != Version::NONE,
            EntityTags::Listed(tags) => tags.iter().any(|tag| !tag.weak && tag.opaque == version.to_string()),
        });
        if matches { Ok(()) } else { Err(Unmet::Version(version)) }
    }

    fn position(&self, commits: &[Commit<A>]) -> Option<usize> {
        commits.iter().position(|commit| commit.cause().command_id == self.command_id)
    }

    /// Whether the command of this id in a whole history is this command. Its conditions were checked when it was carried out.
    fn check_again(&self, history: &[Commit<A>]) -> Result<(), Unmet> {
        let Some((before, at)) = self.position(history).map(|position| history.split_at(position)) else {
            return Ok(());
        };
        match at.first() {
            Some(commit) if !self.led_to(before, commit) => Err(Unmet::CommandId(commit.last_version())),
            _ => Ok(()),
        }
    }

    /// Whether this command is the one that led to `commit`: decisions are pure, so it has to lead there again. That is
    /// told from the events alone, so nothing beside them has to be stored.
    fn led_to(&self, before: &[Commit<A>], commit: &Commit<A>) -> bool {
        let Ok(aggregate) = Rehydrated::from_commits(before) else {
            // A broken history is reported by whoever folds it.
            return true;
        };
        if aggregate.version() != commit.follows() {
            return true;
        }
        aggregate.state().decide(self.command.clone()).is_ok_and(|events| events == commit.events())
    }
}

impl<E: EventStore<A>, S: SnapshotStore<A>, A: Aggregate> EventStore<A> for &Conditional<'_, E, S, A> {
    async fn load(&self, id: &A::Id, from: Version) -> Result<Vec<Commit<A>>, LoadError> {
        let events = &self.inner.events;
        let commits = events.load(id, from).await?;
        let is_whole = from <= Version::FIRST;
        let checked = match self.position(&commits) {
            Some(_) if is_whole => self.check_again(&commits),
            Some(_) => self.check_again(&events.load(id, Version::FIRST).await?),
            // A snapshot that does not belong to this history: the whole of it is loaded next.
            None if commits.is_empty() && !is_whole => Ok(()),
            None => self.check(&commits),
        };
        let unmet = checked.err();
        *self.unmet.lock().unwrap_or_else(PoisonError::into_inner) = unmet;
        match unmet {
            None => Ok(commits),
            // Nobody gets to see this: whoever set the condition asks for `unmet`.
            Some(_) => Err(LoadError::Unavailable("a condition of the request does not hold".to_owned())),
        }
    }

    async fn append(&self, commit: &Commit<A>) -> Result<(), AppendError> {
        self.inner.events.append(commit).await
    }
}

impl<E: EventStore<A>, S: SnapshotStore<A>, A: Aggregate> SnapshotStore<A> for &Conditional<'_, E, S, A> {
    async fn newest(&self, id: &A::Id) -> Result<Option<Rehydrated<A>>, SnapshotsUnavailable> {
        let newest = self.inner.snapshots.newest(id).await?;
        // A command that is sent again, which is rare: the whole history tells whether it is the same one.
        let is_new = |known: &Rehydrated<A>| {
            known.outcome_of(self.command_id).is_none() && !known.may_have_forgotten(self.command_id)
        };
        Ok(newest.filter(is_new))
    }

    fn is_due(&self, aggregate: &Rehydrated<A>) -> bool {
        self.inner.snapshots.is_due(aggregate)
    }

    async fn keep(&self, id: &A::Id, aggregate: &Rehydrated<A>) -> Result<(), SnapshotsUnavailable> {
        self.inner.snapshots.keep(id, aggregate).await
    }
}
