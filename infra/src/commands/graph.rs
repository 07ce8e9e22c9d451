//! `graph`

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use miette::{IntoDiagnostic, Result, miette};

use crate::app::synthesized;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::terminal::answer;

/// Draw the topology: what wakes what, and who reads and writes what.
///
/// Needs no account and no deployed stack: the picture is drawn from the template.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra graph                                    print a Mermaid flowchart, for Markdown
  infra graph --format html --output shop.html   write a page to explore; open it in a browser
  infra graph --env prod --format json           print nodes and edges, for programs")]
pub(crate) struct Graph {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// What to draw it as.
    #[arg(long, value_enum, default_value = "mermaid")]
    format: Format,

    /// Write it to this file instead of printing it.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A flowchart that many viewers of Markdown draw.
    Mermaid,
    /// A picture.
    Svg,
    /// A page to explore: zoom, move, click.
    Html,
    /// Nodes and edges.
    Json,
}

pub(crate) fn cmd_graph(args: &Graph) -> Result<Ended> {
    let template = synthesized(args.env).map_err(|errors| miette!("{errors}"))?.template;
    let template = serde_json::to_value(template).into_diagnostic()?;
    // What the program calls its constructs are the logical ids, so there are no other names.
    let graph = cdk::graph::Graph::of(&template, &BTreeMap::new());
    let picture = match args.format {
        Format::Mermaid => graph.mermaid(),
        Format::Svg => graph.svg(),
        Format::Html => graph.html(),
        Format::Json => graph.json(),
    };
    match &args.output {
        None => answer(&picture)?,
        Some(file) => write_whole(file, &picture).map_err(|error| {
            miette!(
                help = "name a file in a folder that is there and can be written",
                "cannot write {}: {error}",
                file.display()
            )
        })?,
    }
    Ok(Ended::Well)
}

/// Writes a file that appears whole or not at all.
fn write_whole(path: &Path, content: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().permissions(default_permissions()).tempfile_in(folder)?;
    file.write_all(content.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// Those of any new file: what the user's mask leaves of them.
#[cfg(unix)]
fn default_permissions() -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    fs::Permissions::from_mode(0o666)
}
