//! The graph as one page to explore: the picture, the data behind it, a style and a script.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::svg::{self, escape};
use super::{Graph, Relation};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

pub(super) fn page(graph: &Graph) -> String {
    let style = format!("{}{STYLE}", svg::STYLE);
    let title = escape(&graph.title);
    let legend = [
        (Relation::Wakes, "wakes or delivers"),
        (Relation::Writes, "reads or writes"),
        (Relation::OnFailure, "takes what failed"),
    ];
    let legend = legend.map(|(relation, meaning)| {
        let class = relation.class();
        format!(r#"<li><svg class="topology" width="34" height="10" aria-hidden="true"><path class="edge {class}" d="M1 5H33"/></svg>{meaning}</li>"#)
    });
    // Nothing is loaded, sent or framed; the style and the script are those that stand here and no others.
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
        source(SCRIPT),
        source(&style)
    );
    format!(
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header><h1>{title}</h1><p>{nodes} resources, {edges} connections</p><ul id="legend">{legend}</ul></header>
<main id="stage">
{picture}
<div id="toolbar" role="toolbar" aria-label="View">
<button type="button" id="zoom-in" aria-label="Zoom in" title="Zoom in (+)">+</button>
<button type="button" id="zoom-out" aria-label="Zoom out" title="Zoom out (-)">&minus;</button>
<button type="button" id="fit" aria-label="Show everything" title="Show everything (0)">Fit</button>
</div>
<aside id="panel" aria-live="polite" aria-labelledby="panel-name" hidden></aside>
</main>
<script type="application/json" id="graph">{data}</script>
<script>{SCRIPT}</script>
</body>
</html>
"#,
        nodes = graph.nodes.len(),
        edges = graph.edges.len(),
        picture = svg::picture(graph, ""),
        legend = legend.concat(),
        data = data(graph),
    )
}

/// The document of [`Graph::json`], in a form that cannot end the element that it stands in.
fn data(graph: &Graph) -> String {
    graph.json().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// How a content security policy names a script or style that stands in the page itself.
fn source(content: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}
