//! Nothing needs itself.

use std::collections::{BTreeMap, BTreeSet};

use super::{Findings, Rule, Subject};

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
    let mut needed: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut reasons: BTreeMap<(&str, &str), String> = BTreeMap::new();
    for (id, resource) in &template.resources {
        for (name, node) in resource.properties.iter() {
            node.visit(&mut |expression| {
                for (target, _) in expression.targets() {
                    if let Some((other, _)) = template.resources.get_key_value(&target.id) {
                        needed.entry(id.as_str()).or_default().insert(other.as_str());
                        reasons.entry((id.as_str(), other.as_str())).or_insert_with(|| format!("property {name}"));
                    }
                }
            });
        }
        for other in &resource.depends_on {
            needed.entry(id.as_str()).or_default().insert(other.as_str());
            reasons.entry((id.as_str(), other.as_str())).or_insert_with(|| "DependsOn".to_owned());
        }
    }
    let Some(circle) = cycle(&needed) else { return };
    let edges: Vec<_> = circle.iter().zip(circle.iter().skip(1)).collect();
    let drawn: Vec<String> = edges
        .iter()
        .map(|(from, to)| {
            format!("\n    {from} -> {to}  ({})", reasons.get(&(**from, **to)).map_or("", String::as_str))
        })
        .collect();
    // The edge that is easiest to cut is one that somebody stated, then one of a resource that little else needs.
    let uses = |id: &str| needed.values().filter(|others| others.contains(id)).count();
    let stated = |edge: &&(&&str, &&str)| reasons.get(&(*edge.0, *edge.1)).is_some_and(|reason| reason == "DependsOn");
    let cut = edges.iter().find(stated).or_else(|| edges.iter().min_by_key(|(_, to)| uses(to)));
    let Some((from, to)) = cut else { return };
    let first = template.resources.get_key_value(**from).map(|(id, _)| id);
    if let Some(id) = first {
        let reason = reasons.get(&(**from, **to)).map_or("", String::as_str);
        let help = format!(
            "cut {from} -> {to} ({reason}): use a physical name, an ARN built from one, or a policy of its own"
        );
        findings.add(id, format!("it is part of a circle of references:{}", drawn.concat()), help);
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
