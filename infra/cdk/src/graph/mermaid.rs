//! The graph as a Mermaid flowchart.
//!
//! <https://mermaid.js.org/syntax/flowchart.html>

use super::{Graph, Kind, Relation};
use std::collections::{BTreeMap, BTreeSet};

/// Words that the language of flowcharts keeps for itself, in lower case.
const RESERVED: &[&str] = &[
    "call",
    "class",
    "classdef",
    "click",
    "default",
    "direction",
    "end",
    "flowchart",
    "graph",
    "href",
    "interpolate",
    "linkstyle",
    "style",
    "subgraph",
];

pub(super) fn flowchart(graph: &Graph) -> String {
    let ids = ids(graph);
    let id = |node: &str| ids.get(node).map_or("", String::as_str);
    let mut lines = vec!["flowchart LR".to_owned()];
    for node in &graph.nodes {
        let (open, close) = shape(node.kind);
        let (name, caption) = (escape(&node.name), escape(&node.caption));
        lines.push(format!(r#"    {}{open}"{name}<br/><small>{caption}</small>"{close}"#, id(&node.id)));
    }
    for edge in &graph.edges {
        let arrow = match edge.relation {
            Relation::Wakes | Relation::Delivers => "==>",
            Relation::Reads | Relation::Writes => "-->",
            Relation::ReadsAndWrites => "<-->",
            Relation::OnSuccess | Relation::OnFailure | Relation::DeadLetters => "-.->",
        };
        lines.push(format!(r#"    {} {arrow}|"{}"| {}"#, id(&edge.from), escape(&edge.label), id(&edge.to)));
    }
    for kind in Kind::ALL {
        let nodes: Vec<_> = graph.nodes.iter().filter(|node| node.kind == kind).map(|node| id(&node.id)).collect();
        if !nodes.is_empty() {
            let (fill, stroke) = colours(kind);
            // A class that is called like a keyword would not be read.
            let class = format!("kind-{}", kind.class());
            lines.push(format!("    classDef {class} fill:{fill},stroke:{stroke},color:#1f2328"));
            lines.push(format!("    class {} {class}", nodes.join(",")));
        }
    }
    lines.join("\n") + "\n"
}

/// A name for each node that the language reads as one word, and that no other node has.
fn ids(graph: &Graph) -> BTreeMap<&str, String> {
    let mut taken = BTreeSet::new();
    let mut id = |node: &str| {
        let plain = |character: char| if character.is_ascii_alphanumeric() { character } else { '_' };
        let mut id: String = node.chars().map(plain).collect();
        while id.is_empty() || RESERVED.contains(&&*id.to_lowercase()) || !taken.insert(id.clone()) {
            id.push('_');
        }
        id
    };
    graph.nodes.iter().map(|node| (&*node.id, id(&node.id))).collect()
}

fn shape(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Function => ("([", "])"),
        Kind::Table | Kind::Bucket => ("[(", ")]"),
        Kind::Stream | Kind::Queue => ("[[", "]]"),
        Kind::Topic | Kind::Rule => ("{{", "}}"),
        Kind::HttpApi => ("[/", "/]"),
        Kind::Schedule => ("((", "))"),
        Kind::StateMachine | Kind::Key | Kind::Secret | Kind::Parameter | Kind::Other => ("[", "]"),
    }
}

/// Fill and outline. The text is dark, so that both light and dark pages can be behind it.
fn colours(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Function => ("#ffe8d6", "#c2560c"),
        Kind::Table => ("#dfe7ff", "#3b5bdb"),
        Kind::Stream => ("#ece2ff", "#7950c7"),
        Kind::Bucket => ("#dcf3df", "#2b8a3e"),
        Kind::Queue => ("#ffe0ea", "#c2255c"),
        Kind::Topic => ("#fbe0f5", "#a8328f"),
        Kind::HttpApi => ("#d7ebff", "#1864ab"),
        Kind::Schedule => ("#d5f2f5", "#0b7285"),
        Kind::Rule => ("#e5dffc", "#5f3dc4"),
        Kind::StateMachine => ("#fde2e8", "#a61e4d"),
        Kind::Key | Kind::Secret => ("#fff3c4", "#846a00"),
        Kind::Parameter | Kind::Other => ("#eceff2", "#57606a"),
    }
}

/// A text between quotes. Entities are spelt `#name;` there.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            plain if plain.is_alphanumeric() => escaped.push(plain),
            ' ' | '+' | ',' | '-' | '.' | '/' | ':' | '(' | ')' | '$' | '{' | '}' | '_' => escaped.push(character),
            control if control.is_control() => escaped.push(' '),
            special => escaped.push_str(&format!("#{};", u32::from(special))),
        }
    }
    escaped
}
