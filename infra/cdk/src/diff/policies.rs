//! Permissions that widened or narrowed, whichever resources state them.
//!
//! Each statement is taken apart into single permissions, and those of one template are looked for in the other: what no
//! permission covers there is new, or gone. So a statement that moves from one policy of a role to another changes
//! nothing. Statements that deny are compared among themselves.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::change::{Direction, Effect, PolicyChange};
use super::coverage::Element;
use super::resources::{Changed, Side};
use super::statement::{Grant, grants, may_grant};

type BySubject<'g> = BTreeMap<(Effect, &'g str), Vec<&'g Grant>>;

/// The permissions in which the templates differ.
pub(super) fn between(changed: &Changed<'_>) -> Vec<PolicyChange> {
    let side = |(id, side): (&&str, Option<&Side<'_>>)| side.map(|side| grants(id, side)).unwrap_or_default();
    let old: Vec<_> = changed.pairs.iter().flat_map(|(id, pair)| side((id, pair.old.as_ref()))).collect();
    let new: Vec<_> = changed.pairs.iter().flat_map(|(id, pair)| side((id, pair.new.as_ref()))).collect();
    let (mut came, mut gone) = (uncovered(&new, &by_subject(&old)), uncovered(&old, &by_subject(&new)));
    if !came.is_empty() || !gone.is_empty() {
        let same = same(changed, &came, &gone);
        let same = by_subject(&same);
        (came, gone) = (uncovered(came, &same), uncovered(gone, &same));
    }
    // What goes or comes with the resource that it belongs to is no news, but for what the new one is allowed.
    gone.retain(|grant| {
        changed.new_resource(&grant.subject).is_some() || changed.old_resource(&grant.subject).is_none()
    });
    gone.retain(|grant| !is_trust_of_lost(changed, grant));
    came.retain(|grant| {
        let is_new = changed.old_resource(&grant.subject).is_none() && changed.new_resource(&grant.subject).is_some();
        grant.effect == Effect::Allow || !is_new
    });
    let came = came.into_iter().map(|grant| (direction(grant, true), grant));
    let gone = gone.into_iter().map(|grant| (direction(grant, false), grant));
    grouped(came.chain(gone))
}

fn direction(grant: &Grant, came: bool) -> Direction {
    if (grant.effect == Effect::Allow) == came { Direction::Widened } else { Direction::Narrowed }
}

fn is_trust_of_lost(changed: &Changed<'_>, grant: &Grant) -> bool {
    grant.subject.strip_prefix("trust of ").is_some_and(|role| changed.new_resource(role).is_none())
}

fn by_subject(grants: &[Grant]) -> BySubject<'_> {
    let mut index = BySubject::new();
    for grant in grants {
        index.entry((grant.effect, &grant.subject)).or_default().push(grant);
    }
    index
}

/// The permissions that none of the others covers.
fn uncovered<'g>(grants: impl IntoIterator<Item = &'g Grant>, others: &BySubject<'_>) -> Vec<&'g Grant> {
    let is_covered = |grant: &Grant| {
        let others = others.get(&(grant.effect, grant.subject.as_str()));
        others.is_some_and(|others| others.iter().any(|other| other.covers(grant)))
    };
    grants.into_iter().filter(|grant| !is_covered(grant)).collect()
}

/// What resources state that are the same in both templates, about the same subjects.
fn same(changed: &Changed<'_>, came: &[&Grant], gone: &[&Grant]) -> Vec<Grant> {
    let subjects: BTreeSet<&str> = came.iter().chain(gone).map(|grant| grant.subject.as_str()).collect();
    let is_same = |(id, resource): &(&str, &Json)| !changed.pairs.contains_key(id) && may_grant(resource);
    let resources = changed.new_resources().filter(is_same);
    let all = resources.flat_map(|(id, resource)| grants(id, &Side::of(resource)));
    all.filter(|grant| subjects.contains(grant.subject.as_str())).collect()
}

/// Permissions with the same words, said once: first the actions together, then the resources.
fn grouped<'g>(grants: impl Iterator<Item = (Direction, &'g Grant)>) -> Vec<PolicyChange> {
    type Actions = (BTreeSet<String>, BTreeSet<String>);
    type Key = (Direction, Effect, String, Option<String>, bool);
    let mut by_resource: BTreeMap<(Key, String), Actions> = BTreeMap::new();
    for (direction, grant) in grants {
        let principal = match &grant.principal {
            Element::Only(who) if who == "*" => "everybody (*)".to_owned(),
            principal => principal.shown(),
        };
        // Everything, in the policy of a resource, is that resource.
        let resource = match &grant.resource {
            Element::Only(all) if all == "*" && principal != grant.subject => grant.subject.clone(),
            resource => resource.shown(),
        };
        let key = (direction, grant.effect, principal, grant.condition_shown(), grant.is_public());
        let (actions, stated_by) = by_resource.entry((key, resource)).or_default();
        actions.insert(grant.spelled.clone());
        stated_by.insert(grant.stated_by.clone());
    }
    let mut by_actions: BTreeMap<(Key, BTreeSet<String>), Actions> = BTreeMap::new();
    for ((key, resource), (actions, stated)) in by_resource {
        let (resources, stated_by) = by_actions.entry((key, actions)).or_default();
        resources.insert(resource);
        stated_by.extend(stated);
    }
    let change = |(((direction, effect, principal, condition, public), actions), (resources, stated_by)): (
        (Key, _),
        Actions,
    )| {
        let (actions, resources): (BTreeSet<String>, _) = (actions, resources);
        PolicyChange {
            direction,
            effect,
            principal,
            actions: actions.into_iter().collect(),
            resources: resources.into_iter().collect(),
            condition,
            stated_by: stated_by.into_iter().collect(),
            public,
        }
    };
    by_actions.into_iter().map(change).collect()
}
