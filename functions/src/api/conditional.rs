//! The store as one command sees it: it hands out a history only if the conditions of the request hold for it.
//!
//! A condition that is checked before the command is decided can be overtaken by another command. Here it is checked on
//! the very history that the decision is made on, each time that it is loaded, and the append is conditional on that
//! history: what holds at the decision holds at the commit.

use std::sync::{Mutex, PoisonError};

use domain::kernel::{Aggregate, AppendError, CommandId, Commit, EventStore, LoadError, Rehydrated, Version};

use super::headers::EntityTags;

/// A condition that does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmet {
    /// The aggregate is at this version, which is none that the request is meant for.
    Version(Version),
    /// The command's id belongs to another command, which led to this version.
    CommandId(Version),
}

/// A store for the length of one command.
#[derive(Debug)]
pub struct Conditional<'a, S, A: Aggregate> {
    store: &'a S,
    command_id: CommandId,
    command: A::Command,
    if_match: Option<EntityTags>,
    unmet: Mutex<Option<Unmet>>,
}

impl<'a, S, A: Aggregate> Conditional<'a, S, A> {
    /// The store as `command` sees it, which is meant for one of the versions of `if_match`.
    pub fn new(store: &'a S, command_id: CommandId, command: A::Command, if_match: Option<EntityTags>) -> Self {
        Self { store, command_id, command, if_match, unmet: Mutex::default() }
    }

    /// The condition because of which there was no history.
    pub fn unmet(&self) -> Option<Unmet> {
        *self.unmet.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn check(&self, commits: &[Commit<A>]) -> Result<(), Unmet> {
        if let Some(position) = commits.iter().position(|commit| commit.cause().command_id == self.command_id) {
            let (before, at) = commits.split_at(position);
            return match at.first() {
                Some(commit) if !self.led_to(before, commit) => Err(Unmet::CommandId(commit.last_version())),
                // It was carried out before, and what it is meant for was checked then.
                _ => Ok(()),
            };
        }
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

impl<S: EventStore<A>, A: Aggregate> EventStore<A> for Conditional<'_, S, A> {
    async fn load(&self, id: &A::Id) -> Result<Vec<Commit<A>>, LoadError> {
        let commits = self.store.load(id).await?;
        let unmet = self.check(&commits).err();
        *self.unmet.lock().unwrap_or_else(PoisonError::into_inner) = unmet;
        match unmet {
            None => Ok(commits),
            // Nobody gets to see this: whoever set the condition asks for `unmet`.
            Some(_) => Err(LoadError::Unavailable("a condition of the request does not hold".to_owned())),
        }
    }

    async fn append(&self, commit: &Commit<A>) -> Result<(), AppendError> {
        self.store.append(commit).await
    }
}
