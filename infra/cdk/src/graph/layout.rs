//! Where everything goes: boxes in columns or rows, curves between them, and room for what they say.
//!
//! The columns, their order and the way of each edge are those of [dagre](https://docs.rs/dagre). All lengths are in
//! user units of SVG.
//!
//! Everything is thought of as going from left to right. A picture that goes down is turned at the very end.

use std::collections::{BTreeMap, BTreeSet};

use dagre::graph::{Graph as Layers, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir};

use super::curve::{Point, smooth};
use super::{Edge, Graph, Node};

/// The size of the text that names a node.
pub(super) const NAME_SIZE: f64 = 14.0;

/// The size of any other text.
pub(super) const TEXT_SIZE: f64 = 11.5;

/// From the left side of a box to its text; the icon is in between.
pub(super) const TEXT_INSET: f64 = 50.0;

/// From a line of a label to the next.
pub(super) const LINE_HEIGHT: f64 = 14.0;

const BOX_HEIGHT: f64 = 52.0;
const BOX_PADDING: f64 = 14.0;

/// How much wider bold text is.
const BOLD: f64 = 1.08;

const MARGIN: f64 = 28.0;

/// Between the ends of two edges at one side of a box.
const PORT_DISTANCE: f64 = 12.0;

/// What a picture is mostly seen in, in pixels.
const WINDOW: (f64, f64) = (1400.0, 800.0);

/// More characters than that are cut off.
const LONGEST_TEXT: usize = 40;

/// Where the picture goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Right,
    Down,
}

/// A node in its place: the upper left corner and the size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub corner: Point,
    pub width: f64,
    pub height: f64,
}

/// An edge on its way: its path, as SVG writes it, and the middle of its label.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub path: String,
    pub label: Point,
}

/// Nodes and edges in the order of the graph.
#[derive(Debug)]
pub(super) struct Layout {
    pub width: f64,
    pub height: f64,
    pub places: Vec<Place>,
    pub ways: Vec<Way>,
}

/// The ends of an edge among the nodes.
type Ends = (usize, usize);

/// An edge while it is laid out: the points that it passes, and the middle of its label.
#[derive(Default)]
struct Draft {
    points: Vec<Point>,
    label: Point,
}

/// An edge at the side of a box: which edge, whether it begins there, and how high it comes from.
struct Port {
    edge: usize,
    begins: bool,
    y: f64,
}

impl Layout {
    /// Goes to the right or down, whichever shows the graph larger in a window.
    pub fn of(graph: &Graph) -> Self {
        let scale = |layout: &Self| (layout.width / WINDOW.0).max(layout.height / WINDOW.1);
        let right = Self::towards(graph, Direction::Right);
        if scale(&right) <= 1.0 {
            return right;
        }
        let down = Self::towards(graph, Direction::Down);
        if scale(&down) < scale(&right) { down } else { right }
    }

    fn towards(graph: &Graph, direction: Direction) -> Self {
        let index: BTreeMap<&str, usize> = graph.nodes.iter().enumerate().map(|(at, node)| (&*node.id, at)).collect();
        let ends = |edge: &Edge| Some((*index.get(&*edge.from)?, *index.get(&*edge.to)?));
        let ends: Vec<Option<Ends>> = graph.edges.iter().map(ends).collect();
        let layers = layers(graph, &ends, direction);
        let mut places: Vec<_> = (0..graph.nodes.len()).map(|at| place(&layers, at)).collect();
        let mut drafts: Vec<_> = ends.iter().enumerate().map(|(at, ends)| draft(&layers, at, *ends)).collect();
        untangle(&ends, &mut drafts);
        part(&places, &ends, &mut drafts);
        let down = direction == Direction::Down;
        if down {
            places = places.iter().map(Place::turned).collect();
        }
        let way = |(draft, ends): (&Draft, &Option<Ends>)| match ends {
            Some((from, to)) if from == to => places.get(*from).map_or_else(Way::nowhere, Way::back),
            _ => {
                Way { path: smooth(&draft.points, down), label: if down { draft.label.turned() } else { draft.label } }
            }
        };
        let ways = drafts.iter().zip(&ends).map(way).collect();
        let points = drafts.iter().flat_map(|draft| &draft.points);
        let points = points.map(|point| if down { point.turned() } else { *point });
        // A loop sticks out of its box by less than the margin.
        let corners =
            places.iter().map(|Place { corner, width, height }| Point { x: corner.x + width, y: corner.y + height });
        let extent = corners
            .chain(points)
            .fold(Point::default(), |extent, point| Point { x: extent.x.max(point.x), y: extent.y.max(point.y) });
        Self { width: extent.x + MARGIN, height: extent.y + MARGIN, places, ways }
    }
}

impl Place {
    fn turned(&self) -> Self {
        Self { corner: self.corner.turned(), width: self.height, height: self.width }
    }
}

impl Way {
    fn nowhere() -> Self {
        Self { path: String::new(), label: Point::default() }
    }

    /// From a box to itself: a loop below its right corner.
    fn back(place: &Place) -> Self {
        let (right, bottom) = (place.corner.x + place.width - 14.0, place.corner.y + place.height);
        let path = format!("M{right:.1} {bottom:.1}v16h-18v-16");
        Self { path, label: Point { x: right - 9.0, y: bottom + 16.0 } }
    }
}

/// Hands the graph to dagre.
fn layers(graph: &Graph, ends: &[Option<Ends>], direction: Direction) -> Layers<NodeLabel, EdgeLabel> {
    let turned = |(width, height)| if direction == Direction::Down { (height, width) } else { (width, height) };
    let mut layers = Layers::with_options(GraphOptions { directed: true, multigraph: true, compound: false });
    for (at, node) in graph.nodes.iter().enumerate() {
        let (width, height) = turned(text_size(node));
        // As high as its edges need to arrive apart from each other.
        let leaving = ends.iter().flatten().filter(|(from, _)| *from == at).count();
        let arriving = ends.iter().flatten().filter(|(_, to)| *to == at).count();
        let height = height.max(PORT_DISTANCE * (leaving.max(arriving) + 1) as f64);
        layers.set_node(at.to_string(), Some(NodeLabel { width, height, ..NodeLabel::default() }));
    }
    for (at, (edge, ends)) in graph.edges.iter().zip(ends).enumerate() {
        if let Some((from, to)) = ends.filter(|(from, to)| from != to) {
            let lines = lines(edge);
            let width = lines.iter().map(|line| text_width(line, TEXT_SIZE)).fold(0.0, f64::max) + 10.0;
            let (width, height) = turned((width, lines.len() as f64 * LINE_HEIGHT + 4.0));
            let label = EdgeLabel { width, height, labelpos: LabelPos::Center, ..EdgeLabel::default() };
            layers.set_edge(from.to_string(), to.to_string(), Some(label), Some(&at.to_string()));
        }
    }
    if !graph.nodes.is_empty() {
        let options = LayoutOptions {
            rankdir: RankDir::LR,
            nodesep: 26.0,
            edgesep: 16.0,
            ranksep: if direction == Direction::Down { 46.0 } else { 34.0 },
            marginx: MARGIN,
            marginy: MARGIN,
            ..LayoutOptions::default()
        };
        dagre::layout(&mut layers, Some(options));
    }
    layers
}

/// How large a box has to be for its text.
fn text_size(node: &Node) -> (f64, f64) {
    let name = text_width(&shortened(&node.name), NAME_SIZE) * BOLD;
    let caption = text_width(&shortened(&node.caption), TEXT_SIZE);
    (TEXT_INSET + name.max(caption) + BOX_PADDING, BOX_HEIGHT)
}

fn place(layers: &Layers<NodeLabel, EdgeLabel>, at: usize) -> Place {
    let Some(node) = layers.node(&at.to_string()) else {
        return Place { corner: Point { x: MARGIN, y: MARGIN }, width: 0.0, height: BOX_HEIGHT };
    };
    let (x, y) = (node.x.unwrap_or_default(), node.y.unwrap_or_default());
    let corner = Point { x: x - node.width / 2.0, y: y - node.height / 2.0 };
    Place { corner, width: node.width, height: node.height }
}

fn draft(layers: &Layers<NodeLabel, EdgeLabel>, at: usize, ends: Option<Ends>) -> Draft {
    let edge = ends.and_then(|(from, to)| layers.edge(&from.to_string(), &to.to_string(), Some(&at.to_string())));
    let Some(edge) = edge else { return Draft::default() };
    let points: Vec<_> = edge.points.iter().map(|point| Point { x: point.x, y: point.y }).collect();
    let middle = points.get(points.len() / 2).copied().unwrap_or_default();
    let label = Point { x: edge.x.unwrap_or(middle.x), y: edge.y.unwrap_or(middle.y) };
    Draft { points, label }
}

/// Edges that leave a box side by side go on in the order in which they arrive; dagre leaves some of them crossed.
fn untangle(ends: &[Option<Ends>], drafts: &mut [Draft]) {
    for node in ends.iter().flatten().map(|(from, _)| *from).collect::<BTreeSet<_>>() {
        let mut columns: BTreeMap<i64, Vec<(usize, f64, f64)>> = BTreeMap::new();
        for (edge, (ends, draft)) in ends.iter().zip(&*drafts).enumerate() {
            if let (Some((from, _)), [_, first, next, ..]) = (ends, draft.points.as_slice())
                && *from == node
            {
                columns.entry(first.x.round() as i64).or_default().push((edge, first.y, next.y));
            }
        }
        for mut edges in columns.into_values() {
            let mut free: Vec<_> = edges.iter().map(|(_, y, _)| *y).collect();
            free.sort_by(f64::total_cmp);
            edges.sort_by(|(_, one, next), (_, other, after)| next.total_cmp(after).then(one.total_cmp(other)));
            for ((edge, ..), y) in edges.into_iter().zip(free) {
                let Some(Draft { points, label }) = drafts.get_mut(edge) else { continue };
                if let Some(first) = points.get_mut(1) {
                    if first == label {
                        label.y = y;
                    }
                    first.y = y;
                }
            }
        }
    }
}

/// Gives each edge a point of its own at the sides of its boxes, in the order in which they arrive.
fn part(places: &[Place], ends: &[Option<Ends>], drafts: &mut [Draft]) {
    let mut sides: BTreeMap<(usize, bool), Vec<Port>> = BTreeMap::new();
    for (edge, (ends, draft)) in ends.iter().zip(&*drafts).enumerate() {
        let points = draft.points.as_slice();
        if let (Some((from, to)), [first, second, ..], [.., before, last]) = (*ends, points, points) {
            sides.entry((from, second.x > first.x)).or_default().push(Port { edge, begins: true, y: second.y });
            sides.entry((to, before.x > last.x)).or_default().push(Port { edge, begins: false, y: before.y });
        }
    }
    for ((node, right), mut ports) in sides {
        let Some(Place { corner, width, height }) = places.get(node) else { continue };
        ports.sort_by(|one, other| one.y.total_cmp(&other.y));
        let distance = (height / (ports.len() + 1) as f64).min(PORT_DISTANCE * 1.6);
        let top = corner.y + (height - distance * (ports.len() - 1) as f64) / 2.0;
        let x = if right { corner.x + width } else { corner.x };
        for (nth, Port { edge, begins, .. }) in ports.into_iter().enumerate() {
            if let Some([first, .., last]) = drafts.get_mut(edge).map(|draft| draft.points.as_mut_slice()) {
                *(if begins { first } else { last }) = Point { x, y: top + distance * nth as f64 };
            }
        }
    }
}

/// The label of an edge on two lines, if it has two parts, so that columns stand close together.
pub(super) fn lines(edge: &Edge) -> Vec<String> {
    edge.label.splitn(2, ", ").map(shortened).collect()
}

/// A text as far as there is room for it.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TEXT - 1) {
        Some((end, _)) if text.chars().count() > LONGEST_TEXT => format!("{}…", text.get(..end).unwrap_or_default()),
        _ => text.to_owned(),
    }
}

/// How wide a text is at most, whichever common sans-serif font it is drawn in.
fn text_width(text: &str, size: f64) -> f64 {
    let width = |character: char| match character {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '(' | ')' | '/' | '-' => {
            0.4
        }
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' => 0.96,
        upper if upper.is_ascii_uppercase() => 0.74,
        other if other.is_ascii() => 0.61,
        _ => 1.05,
    };
    text.chars().map(width).sum::<f64>() * size
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn every_edge() -> Graph {
        let template = include_str!("../../tests/graph/every-edge.template.json");
        Graph::of(&serde_json::from_str(template).unwrap(), &BTreeMap::new())
    }

    /// Queues, each of which is the dead-letter queue of the one before.
    fn chain(length: usize) -> Graph {
        let queue = |at: usize| {
            let policy = json!({ "deadLetterTargetArn": { "Ref": format!("Queue{}", at + 1) } });
            (format!("Queue{at}"), json!({ "Type": "AWS::SQS::Queue", "Properties": { "RedrivePolicy": policy } }))
        };
        let resources: serde_json::Map<_, _> = (0..length).map(queue).collect();
        Graph::of(&json!({ "Resources": resources }), &BTreeMap::new())
    }

    #[test]
    fn boxes_stand_apart_from_each_other_inside_of_the_picture() {
        for direction in [Direction::Right, Direction::Down] {
            let Layout { width, height, places, .. } = Layout::towards(&every_edge(), direction);
            assert_eq!(places.len(), every_edge().nodes.len());
            for (at, one) in places.iter().enumerate() {
                let (right, bottom) = (one.corner.x + one.width, one.corner.y + one.height);
                assert!(one.corner.x >= 0.0 && one.corner.y >= 0.0 && right <= width && bottom <= height, "{one:?}");
                for other in &places[..at] {
                    let across = one.corner.x < other.corner.x + other.width && other.corner.x < right;
                    let along = one.corner.y < other.corner.y + other.height && other.corner.y < bottom;
                    assert!(!(across && along), "{direction:?}: {one:?} covers {other:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_longer_than_a_window_goes_down() {
        let [short, long] = [3, 14].map(|length| Layout::of(&chain(length)));
        assert!(short.width > short.height, "{short:?}");
        assert!(long.height > long.width, "{long:?}");
    }

    #[test]
    fn edges_that_leave_a_box_do_not_cross() {
        let ends = [Some((0, 1)), Some((0, 2))];
        let draft = |label: f64, target: f64| Draft {
            points: [(0.0, 0.0), (50.0, label), (100.0, target)].map(|(x, y)| Point { x, y }).into(),
            label: Point { x: 50.0, y: label },
        };
        let mut drafts = [draft(20.0, 0.0), draft(-20.0, 40.0)];
        untangle(&ends, &mut drafts);
        let heights = drafts.map(|draft| (draft.points[1].y, draft.label.y));
        assert_eq!(heights, [(-20.0, -20.0), (20.0, 20.0)]);
    }

    #[test]
    fn long_texts_are_cut_off_and_short_ones_are_not() {
        assert_eq!(shortened("Orders"), "Orders");
        let long = "ü".repeat(LONGEST_TEXT + 1);
        assert_eq!(shortened(&long).chars().count(), LONGEST_TEXT);
        assert!(shortened(&long).ends_with('…'));
        assert_eq!(shortened(&long[2..]), long[2..]);
    }
}
