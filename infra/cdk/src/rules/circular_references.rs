//! Nothing needs itself.

use std::collections::{BTreeMap, BTreeSet};

use super::{Findings, Rule, Subject};
use crate::{LogicalId, Node, ResourceEntry, Template};

const DEPENDS_ON: &str = "DependsOn";

pub(crate) static CIRCULAR_REFERENCES: Rule = Rule {
    id: "circular-references",
    summary: "No resource and no stack needs itself, over whatever detour.",
    explanation: "CloudFormation makes what is referred to first, so a circle of references cannot be made at all.",
    fix: "Cut one reference: use a physical name or an ARN built from one, or give one of the resources a policy of its own.",
    page: "https://repost.aws/knowledge-center/cloudformation-circular-dependency-error",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let template = subject.template;
    // Resources by their position, as positions are compared many times faster than names.
    let ids: Vec<&LogicalId> = template.resources.keys().collect();
    let position = |id: &LogicalId| ids.binary_search(&id).ok();
    let needed_by = |resource: &ResourceEntry| {
        let mut others: BTreeSet<usize> = resource.depends_on.iter().filter_map(position).collect();
        for (_, node) in resource.properties.iter() {
            node.visit(&mut |expression| {
                others.extend(expression.targets().iter().filter_map(|(target, _)| position(&target.id)));
            });
        }
        others
    };
    let needed: BTreeMap<usize, BTreeSet<usize>> = template.resources.values().map(needed_by).enumerate().collect();
    let Some(circle) = cycle(&needed) else { return };
    let circle: Vec<&LogicalId> = circle.iter().filter_map(|position| ids.get(*position).copied()).collect();
    let edges: Vec<(&LogicalId, &LogicalId, String)> =
        circle.iter().zip(circle.iter().skip(1)).map(|(from, to)| (*from, *to, reason(template, from, to))).collect();
    let drawn: String = edges.iter().map(|(from, to, reason)| format!("\n    {from} -> {to}  ({reason})")).collect();
    // The edge that is easiest to cut is one that somebody stated, then one of a resource that little else needs.
    let uses = |id| position(id).map(|used| needed.values().filter(|others| others.contains(&used)).count());
    let stated = edges.iter().find(|(_, _, reason)| reason == DEPENDS_ON);
    let Some((from, to, reason)) = stated.or_else(|| edges.iter().min_by_key(|(_, to, _)| uses(to))) else { return };
    let help =
        format!("cut {from} -> {to} ({reason}): use a physical name, an ARN built from one, or a policy of its own");
    findings.add(from, format!("it is part of a circle of references:{drawn}"), help);
}

/// Why a resource needs another one. Asked only about the edges of a circle, of which hardly any stack has one.
fn reason(template: &Template, from: &LogicalId, to: &LogicalId) -> String {
    let refers = |node: &Node| {
        let mut found = false;
        node.visit(&mut |expression| found |= expression.targets().iter().any(|(target, _)| target.id == *to));
        found
    };
    let properties = template.resources.get(from).into_iter().flat_map(|resource| resource.properties.iter());
    match properties.into_iter().find(|(_, node)| refers(node)) {
        Some((name, _)) => format!("property {name}"),
        None => DEPENDS_ON.to_owned(),
    }
}

/// A circle in a graph of what needs what, its first node again at its end; the same one each time.
pub(crate) fn cycle<N: Ord + Clone>(needed: &BTreeMap<N, BTreeSet<N>>) -> Option<Vec<N>> {
    let mut done: BTreeSet<&N> = BTreeSet::new();
    for start in needed.keys() {
        // Nodes on the way, each with what is still to be looked at behind it.
        let mut way: Vec<(&N, Vec<&N>)> = Vec::new();
        if !done.contains(start) {
            way.push((start, needed.get(start).into_iter().flatten().collect()));
        }
        while let Some((node, rest)) = way.last_mut() {
            let Some(next) = rest.pop() else {
                done.insert(node);
                way.pop();
                continue;
            };
            if let Some(position) = way.iter().position(|(node, _)| *node == next) {
                let circle = way.iter().skip(position).map(|(node, _)| (*node).clone());
                return Some(circle.chain([next.clone()]).collect());
            }
            if !done.contains(next) {
                way.push((next, needed.get(next).into_iter().flatten().collect()));
            }
        }
    }
    None
}
