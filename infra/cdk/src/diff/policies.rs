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

type BySubject = BTreeMap<(Effect, String), Vec<Grant>>;

/// The permissions in which the templates differ.
pub(super) fn between(changed: &Changed<'_>) -> Vec<PolicyChange> {
    let side = |(id, side): (&&str, Option<&Side<'_>>)| side.map(|side| grants(id, side)).unwrap_or_default();
    let old: Vec<_> = changed.pairs.iter().flat_map(|(id, pair)| side((id, pair.old.as_ref()))).collect();
    let new: Vec<_> = changed.pairs.iter().flat_map(|(id, pair)| side((id, pair.new.as_ref()))).collect();
    let (old_index, new_index) = (index(old.clone()), index(new.clone()));
    let mut came: Vec<_> = new.into_iter().filter(|grant| !is_covered(&old_index, grant)).collect();
    let mut gone: Vec<_> = old.into_iter().filter(|grant| !is_covered(&new_index, grant)).collect();
    if !came.is_empty() || !gone.is_empty() {
        let same = same(changed, &came, &gone);
        came.retain(|grant| !is_covered(&same, grant));
        gone.retain(|grant| !is_covered(&same, grant));
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
    let directed = |grant: Grant, came: bool| {
        let widened = (grant.effect == Effect::Allow) == came;
        (if widened { Direction::Widened } else { Direction::Narrowed }, grant)
    };
    let all =
        came.into_iter().map(|grant| directed(grant, true)).chain(gone.into_iter().map(|grant| directed(grant, false)));
    grouped(all)
}

fn is_trust_of_lost(changed: &Changed<'_>, grant: &Grant) -> bool {
    grant.subject.strip_prefix("trust of ").is_some_and(|role| changed.new_resource(role).is_none())
}

fn index(grants: Vec<Grant>) -> BySubject {
    let mut index = BySubject::new();
    for grant in grants {
        index.entry((grant.effect, grant.subject.clone())).or_default().push(grant);
    }
    index
}

fn is_covered(index: &BySubject, grant: &Grant) -> bool {
    let key = (grant.effect, grant.subject.clone());
    index.get(&key).is_some_and(|others| others.iter().any(|other| other.covers(grant)))
}

/// What resources state that are the same in both templates, about the same subjects.
fn same(changed: &Changed<'_>, came: &[Grant], gone: &[Grant]) -> BySubject {
    let subjects: BTreeSet<&str> = came.iter().chain(gone).map(|grant| grant.subject.as_str()).collect();
    let is_same = |(id, resource): &(&str, &Json)| !changed.pairs.contains_key(id) && may_grant(resource);
    let resources = changed.new_resources().filter(is_same);
    let all = resources.flat_map(|(id, resource)| grants(id, &Side::of(resource)));
    index(all.filter(|grant| subjects.contains(grant.subject.as_str())).collect())
}

/// Permissions with the same words, said once: first the actions together, then the resources.
fn grouped(grants: impl Iterator<Item = (Direction, Grant)>) -> Vec<PolicyChange> {
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
        stated_by.insert(grant.stated_by);
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
