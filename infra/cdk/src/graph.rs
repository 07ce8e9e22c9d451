//! The graph of a topology, drawn from its template: which resources there are, what wakes what, and who reads and
//! writes what.
//!
//! Nodes are the resources that a person thinks in. Roles, policies, mappings, routes and the like are no nodes: they
//! say how the nodes hang together and become edges. An edge points in the direction in which data flow: from a stream
//! to the function that it wakes, from a function to the table that it writes, from a bucket to the function that reads.
//!
//! A template that this module does not understand in places is no error: what is not understood is not drawn.

mod curve;
mod html;
mod kind;
mod layout;
mod mermaid;
mod permissions;
mod references;
mod resources;
mod svg;
mod wiring;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value as Json;

pub use self::kind::Kind;
use self::references::text;
use self::resources::Resources;

/// The version of the document that [`Graph::json`] writes.
pub const JSON_VERSION: u32 = 1;

/// The resources of a template and what goes on between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Graph {
    /// What it shows: the template's description.
    pub title: String,
    /// The resources, by logical id.
    pub nodes: Vec<Node>,
    /// What goes on between them, by the ends. Both ends of every edge are among the nodes.
    pub edges: Vec<Edge>,
}

/// A resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Node {
    /// Its logical id.
    pub id: String,
    /// What people call it; its logical id, if nothing else is known.
    pub name: String,
    /// What kind of thing it is.
    pub kind: Kind,
    /// The kind in words.
    pub caption: String,
    /// Its CloudFormation type, such as `AWS::SQS::Queue`.
    pub r#type: String,
    /// What it is for, if it says so.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Its properties of interest.
    pub properties: Vec<Property>,
    /// What its role allows on things that are no nodes, such as log groups.
    pub permissions: Vec<Permission>,
}

/// Something about a node or an edge, in words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub struct Property {
    /// What it is about.
    pub name: String,
    /// What it is; an expression of the template is shown as `Fn::Sub` would have it.
    pub value: String,
}

/// Actions that are allowed on something that is no node.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub struct Permission {
    /// The resource, as `Fn::Sub` would have it.
    pub resource: String,
    /// The exact actions.
    pub actions: Vec<String>,
}

/// Something that goes on between two resources. It points in the direction in which data flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Edge {
    /// The logical id of the node that data come from.
    pub from: String,
    /// The logical id of the node that data go to.
    pub to: String,
    /// What goes on.
    pub relation: Relation,
    /// A few words on it.
    pub label: String,
    /// The exact IAM actions that it needs and has.
    pub actions: Vec<String>,
    /// How it goes on, such as the size of batches.
    pub details: Vec<Property>,
}

/// What goes on between two resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Relation {
    /// A source wakes a function or a state machine.
    Wakes,
    /// A source hands messages to something that keeps them.
    Delivers,
    /// A principal (`to`) reads a resource (`from`).
    Reads,
    /// A principal (`from`) writes a resource (`to`).
    Writes,
    /// A principal (`from`) reads and writes a resource (`to`).
    ReadsAndWrites,
    /// What a function handled goes to a destination.
    OnSuccess,
    /// What a function could not handle goes to a destination.
    OnFailure,
    /// What nobody could handle goes to a dead-letter queue.
    DeadLetters,
}

impl Graph {
    /// The graph of a template. `names` are what people call the resources, by logical id.
    #[must_use]
    pub fn of(template: &Json, names: &BTreeMap<String, String>) -> Self {
        let resources = Resources::of(template);
        let mut edges = Edges::default();
        wiring::draw(&resources, &mut edges);
        let mut permissions = permissions::draw(&resources, &mut edges);
        let node = |(id, kind): (&str, Kind)| {
            let properties = resources.properties(id);
            Node {
                id: id.to_owned(),
                name: names.get(id).map_or(id, String::as_str).to_owned(),
                kind,
                caption: kind.caption(resources.kind_name(id)),
                r#type: resources.kind_name(id).to_owned(),
                description: text(&properties["Description"]),
                properties: kind.properties(resources.get(id)),
                permissions: permissions.remove(id).unwrap_or_default(),
            }
        };
        let nodes = resources.nodes().map(node).collect();
        let title = match text(&template["Description"]) {
            empty if empty.is_empty() => "Topology".to_owned(),
            title => title,
        };
        Self { title, nodes, edges: edges.finish() }
    }

    /// The graph as JSON, ending in a line break: `{"version": 1, "title": …, "nodes": […], "edges": […]}`, with the
    /// fields of [`Graph`], [`Node`] and [`Edge`] under their own names. A field may be added without a new
    /// [`JSON_VERSION`]; none is removed or changes its meaning.
    #[must_use]
    pub fn json(&self) -> String {
        let Self { title, nodes, edges } = self;
        let document = serde_json::json!({ "version": JSON_VERSION, "title": title, "nodes": nodes, "edges": edges });
        format!("{document:#}\n")
    }

    /// The graph as a Mermaid flowchart, which many viewers of Markdown draw. It ends in a line break.
    ///
    /// <https://mermaid.js.org/syntax/flowchart.html>
    #[must_use]
    pub fn mermaid(&self) -> String {
        mermaid::flowchart(self)
    }

    /// The graph as an SVG document. It goes to the right or down, whichever suits a window better, and looks right in
    /// light and dark surroundings. Laying out hundreds of resources takes a second or two, and longer if many edges span
    /// many columns.
    #[must_use]
    pub fn svg(&self) -> String {
        svg::document(self)
    }

    /// The graph as one HTML page to explore: it can be zoomed, moved and clicked, and asks nothing of the network.
    #[must_use]
    pub fn html(&self) -> String {
        html::page(self)
    }
}

impl Property {
    fn new(name: &str, value: impl Into<String>) -> Self {
        Self { name: name.to_owned(), value: value.into() }
    }
}

impl Relation {
    /// The name that pictures and pages know it by.
    fn class(self) -> &'static str {
        match self {
            Self::Wakes => "wakes",
            Self::Delivers => "delivers",
            Self::Reads => "reads",
            Self::Writes => "writes",
            Self::ReadsAndWrites => "reads-and-writes",
            Self::OnSuccess => "on-success",
            Self::OnFailure => "on-failure",
            Self::DeadLetters => "dead-letters",
        }
    }

    /// Whether it is about what went wrong.
    fn is_failure(self) -> bool {
        matches!(self, Self::OnFailure | Self::DeadLetters)
    }
}

/// What is known so far about one edge.
#[derive(Debug, Default)]
struct Draft {
    labels: BTreeSet<String>,
    actions: BTreeSet<String>,
    details: Vec<Property>,
}

/// The edges while they are drawn: what is said twice about the same ends becomes one edge.
#[derive(Debug, Default)]
struct Edges(BTreeMap<(String, String, Relation), Draft>);

impl Edges {
    fn edge(&mut self, from: &str, to: &str, relation: Relation) -> &mut Draft {
        self.0.entry((from.to_owned(), to.to_owned(), relation)).or_default()
    }

    fn find(&mut self, from: &str, to: &str, relation: Relation) -> Option<&mut Draft> {
        self.0.get_mut(&(from.to_owned(), to.to_owned(), relation))
    }

    fn finish(self) -> Vec<Edge> {
        let edge = |((from, to, relation), draft): ((String, String, Relation), Draft)| {
            let label = draft.label(relation);
            let actions = draft.actions.into_iter().collect();
            Edge { from, to, relation, label, actions, details: draft.details }
        };
        self.0.into_iter().map(edge).collect()
    }
}

impl Draft {
    fn label(&self, relation: Relation) -> String {
        if !self.labels.is_empty() {
            return summary(self.labels.iter().map(String::as_str).collect());
        }
        match relation {
            Relation::Reads | Relation::Writes | Relation::ReadsAndWrites => {
                summary(self.actions.iter().map(|action| permissions::name(action)).collect())
            }
            Relation::Wakes => "wakes".to_owned(),
            Relation::Delivers => "delivers".to_owned(),
            Relation::OnSuccess => "on success".to_owned(),
            Relation::OnFailure => "on failure".to_owned(),
            Relation::DeadLetters => "dead letters".to_owned(),
        }
    }
}

/// Two words at most, and how many more there are.
fn summary(words: Vec<&str>) -> String {
    match words.as_slice() {
        [first, second, _, ..] => format!("{first}, {second} +{}", words.len() - 2),
        few => few.join(", "),
    }
}
