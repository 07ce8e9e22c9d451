//! Commands and what is stored of them.

use std::collections::{BTreeMap, BTreeSet};

use functions::commit_item::CommitItem;
use uuid::Uuid;

use super::Rest;
use crate::workload::Outcome;

fn by_command<'a>(rest: &'a Rest<'_>) -> BTreeMap<Uuid, Vec<&'a CommitItem>> {
    let mut commits: BTreeMap<Uuid, Vec<&CommitItem>> = BTreeMap::new();
    for commit in &rest.commits {
        let id = commit.cause.command_id.to_string().parse().unwrap_or_default();
        commits.entry(id).or_default().push(commit);
    }
    commits
}

pub(super) fn accepted_are_stored_once(rest: &Rest<'_>) -> Result<(), String> {
    let commits = by_command(rest);
    for (id, sent) in &rest.commands {
        let Outcome::Accepted(version) = sent.outcome else { continue };
        let stored = commits.get(id).map_or(&[][..], Vec::as_slice);
        let [commit] = stored else {
            return Err(format!("command {id} was accepted and is stored {} times", stored.len()));
        };
        let last = commit.version + commit.events.len() as u64 - 1;
        if commit.aggregate_id != sent.cart.to_string() || last != version {
            let stored = format!("{} at version {last}", commit.aggregate_id);
            return Err(format!(
                "command {id} to {} was answered with version {version}, but is stored for {stored}",
                sent.cart
            ));
        }
    }
    Ok(())
}

pub(super) fn repeated_are_answered_alike(rest: &Rest<'_>) -> Result<(), String> {
    let mut commands = rest.commands.iter();
    let unlike = commands.find_map(|(id, sent)| Some((id, &sent.outcome, sent.another.as_ref()?)));
    unlike.map_or(Ok(()), |(id, first, again)| Err(format!("command {id} was {first:?}, and then {again:?}")))
}

pub(super) fn refused_are_not_stored(rest: &Rest<'_>) -> Result<(), String> {
    let commits = by_command(rest);
    let refused = rest.commands.iter().filter_map(|(id, sent)| match &sent.outcome {
        Outcome::Refused(code) => Some((id, code)),
        _ => None,
    });
    let mut stored = refused.filter(|(id, _)| commits.contains_key(id));
    stored.next().map_or(Ok(()), |(id, code)| Err(format!("command {id} was refused with {code}, and is stored")))
}

pub(super) fn versions_have_no_gaps(rest: &Rest<'_>) -> Result<(), String> {
    let mut next: BTreeMap<&str, u64> = BTreeMap::new();
    let mut commands = BTreeSet::new();
    for commit in &rest.commits {
        let expected = next.entry(&commit.aggregate_id).or_insert(1);
        if commit.version != *expected {
            return Err(format!("{} has a commit at {} instead of {expected}", commit.aggregate_id, commit.version));
        }
        *expected += commit.events.len() as u64;
        if !commands.insert(commit.cause.command_id) {
            return Err(format!("command {} is stored twice", commit.cause.command_id));
        }
    }
    Ok(())
}
