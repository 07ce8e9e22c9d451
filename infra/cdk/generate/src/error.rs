//! What can go wrong while the resources are written.

use std::io;
use std::path::{Path, PathBuf};

/// Why the resources could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder.
    #[error("{path}: {source}")]
    File { path: PathBuf, source: io::Error },
    /// A document.
    #[error("{path} is no JSON: {source}; delete its folder and run the command again")]
    Json { path: PathBuf, source: serde_json::Error },
    /// Another program.
    #[error("{command} failed: {reason}; it needs Python 3 with `venv`, Node.js with npm, and their registries")]
    Command { command: String, reason: String },
    /// Something that should be there.
    #[error("there is no {what} in {place}")]
    Missing { what: String, place: PathBuf },
    /// The committed files are not what the schemas give.
    #[error("not up to date: {}; run `cargo run -p cdk-generate` and commit what changes", list(.files))]
    Stale { files: Vec<PathBuf> },
}

/// Says which file or folder an error is about.
pub fn context(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_owned();
    move |source| Error::File { path, source }
}

fn list(files: &[PathBuf]) -> String {
    files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join(", ")
}
