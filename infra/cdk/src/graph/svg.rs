//! The graph as SVG.
//!
//! Everything has a class and nothing has a style of its own: how it looks stands in `picture.css`, so that a page that
//! allows no inline styles can show it too.

use super::curve::Point;
use super::layout::{LINE_HEIGHT, Layout, Place, TEXT_INSET, Way, lines, shortened};
use super::{Edge, Graph, Kind, Node, Relation};

/// How the picture looks.
pub(super) const STYLE: &str = include_str!("picture.css");

/// A document of its own.
pub(super) fn document(graph: &Graph) -> String {
    format!("{}\n", picture(graph, &format!("<style>{STYLE}</style>")))
}

/// The element alone; whoever shows it brings the style, or hands it over as `style`.
pub(super) fn picture(graph: &Graph, style: &str) -> String {
    let layout = Layout::of(graph);
    let (width, height) = (layout.width.ceil(), layout.height.ceil());
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="topology" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="topology-title">
<title id="topology-title">{title}</title>
{style}<defs>
{markers}</defs>
<rect class="canvas" width="{width}" height="{height}"/>
"#,
        title = escape(&graph.title),
        markers =
            [("flow", "wake"), ("data", "data"), ("failure", "failure")].map(|(id, class)| marker(id, class)).concat(),
    );
    let ways = || graph.edges.iter().zip(&layout.ways).filter(|(_, way)| !way.path.is_empty()).enumerate();
    // Labels come after every curve, so that none crosses them.
    for (at, (edge, way)) in ways() {
        svg.push_str(&curve(at, edge, way));
    }
    for (at, (edge, way)) in ways() {
        svg.push_str(&label(at, edge, way));
    }
    for (node, place) in graph.nodes.iter().zip(&layout.places) {
        svg.push_str(&card(node, place));
    }
    svg.push_str("</svg>");
    svg
}

fn marker(id: &str, class: &str) -> String {
    format!(
        r#"<marker id="arrow-{id}" class="arrow {class}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0.5 1 9.5 5 0.5 9z"/></marker>
"#
    )
}

fn card(node: &Node, Place { corner, width, height }: &Place) -> String {
    let middle = height / 2.0;
    let (name, caption) = (escape(&node.name), escape(&node.caption));
    let (short_name, short_caption) = (escape(&shortened(&node.name)), escape(&shortened(&node.caption)));
    let description =
        if node.description.is_empty() { String::new() } else { format!("\n{}", escape(&node.description)) };
    format!(
        r#"<g class="node {class}" data-id="{id}" transform="translate({x:.1} {y:.1})">
<title>{name}, {caption}{description}</title>
<rect class="card" width="{width:.1}" height="{height:.1}" rx="9"/>
<rect class="tile" x="10" y="{tile:.1}" width="32" height="32" rx="7"/>
<path class="icon" transform="translate(16 {icon:.1})" d="{path}"/>
<text class="name" x="{TEXT_INSET}" y="{name_at:.1}">{short_name}</text>
<text class="caption" x="{TEXT_INSET}" y="{caption_at:.1}">{short_caption}</text>
</g>
"#,
        class = node.kind.class(),
        id = escape(&node.id),
        x = corner.x,
        y = corner.y,
        tile = middle - 16.0,
        icon = middle - 10.0,
        path = icon(node.kind),
        name_at = middle - 2.5,
        caption_at = middle + 14.5,
    )
}

fn curve(at: usize, edge: &Edge, way: &Way) -> String {
    let arrow = match edge.relation {
        Relation::Wakes | Relation::Delivers => "flow",
        relation if relation.is_failure() => "failure",
        _ => "data",
    };
    let both = edge.relation == Relation::ReadsAndWrites;
    let start = if both { format!(r#" marker-start="url(#arrow-{arrow})""#) } else { String::new() };
    format!(
        r#"<path class="edge {class}" data-edge="{at}" d="{path}"{start} marker-end="url(#arrow-{arrow})"/>
"#,
        class = edge.relation.class(),
        path = way.path,
    )
}

fn label(at: usize, edge: &Edge, way: &Way) -> String {
    let Point { x, y } = way.label;
    let title = [edge.label.as_str()].into_iter().chain(edge.actions.iter().map(String::as_str));
    let title = title.map(escape).collect::<Vec<_>>().join("\n");
    let lines = lines(edge);
    let first = y + 4.0 - (lines.len() - 1) as f64 * LINE_HEIGHT / 2.0;
    let line = |(nth, line): (usize, &String)| {
        format!(r#"<tspan x="{x:.1}" y="{:.1}">{}</tspan>"#, first + nth as f64 * LINE_HEIGHT, escape(line))
    };
    format!(
        r#"<text class="label {class}" data-edge="{at}"><title>{title}</title>{lines}</text>
"#,
        class = edge.relation.class(),
        lines = lines.iter().enumerate().map(line).collect::<String>(),
    )
}

/// Lines in a square of 20 by 20.
fn icon(kind: Kind) -> &'static str {
    match kind {
        Kind::Function => "M5 3h2.6l6.8 14M9.6 8.6 5 17",
        Kind::Table => "M3.5 4h13v12h-13zM3.5 8h13M3.5 12h13M8.5 8v8",
        Kind::Stream => "M3 5.5q3.5-3 7 0t7 0M3 10q3.5-3 7 0t7 0M3 14.5q3.5-3 7 0t7 0",
        Kind::Bucket => "M3.5 5.5c0-3 13-3 13 0s-13 3-13 0l1.7 10c.4 2 9.2 2 9.6 0l1.7-10",
        Kind::Queue => "M3 6h3v8h-3zM8.5 6h3v8h-3zM14 6h3v8h-3z",
        Kind::Topic => "M3.5 8v4h3l5 3.5v-11l-5 3.5zM14.5 7.2q2.6 2.8 0 5.6",
        Kind::HttpApi => "M6.5 6l-4 4 4 4M13.5 6l4 4-4 4M11.2 4.5l-2.4 11",
        Kind::Schedule => "M10 3a7 7 0 1 0 .01 0zM10 6v4l3 2",
        Kind::Rule => "M3.5 4.5h13l-5 6v5.5l-3-1.5v-4z",
        Kind::StateMachine => "M7.5 3h5v3.5h-5zM2.5 13.5h5v3.5h-5zM12.5 13.5h5v3.5h-5zM10 6.5v3.5M5 13.5v-3.5h10v3.5",
        Kind::Key => "M13 3.5a3.5 3.5 0 1 0 .01 0zM10.5 9.5 3.5 16.5M6 14l2.2 2.2",
        Kind::Secret => "M4.5 9h11v7.5h-11zM7 9v-2.5a3 3 0 0 1 6 0v2.5",
        Kind::Parameter => "M3 6.5h8M15.5 6.5h1.5M3 13.5h1.5M9 13.5h8M13 4v5M7 11v5",
        Kind::Other => "M10 3l6.5 3.5v7l-6.5 3.5-6.5-3.5v-7zM3.5 6.5l6.5 3.5 6.5-3.5M10 10v7",
    }
}

/// A text in markup. XML has no way to write most control characters.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(character),
            control if control.is_control() => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}
