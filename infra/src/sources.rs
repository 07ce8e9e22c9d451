//! What function code is made from, and what describes the infrastructure.

use std::path::Path;

/// What the code of functions is made from, in the workspace.
pub(crate) const FUNCTIONS: [&str; 6] =
    [".cargo", "Cargo.lock", "Cargo.toml", "domain", "functions", "rust-toolchain.toml"];

/// What the infrastructure is described by. The contracts of functions are a part of both.
const INFRASTRUCTURE: [&str; 1] = ["infra"];

/// What a change of a file has to do with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Concern {
    /// The infrastructure, which only a deploy can change.
    Infrastructure,
    /// The code of functions.
    Functions,
}

/// What a file has to do with, by its path in the workspace; none for what editors and tools leave about.
pub(crate) fn concern(path: &Path) -> Option<Concern> {
    let name = path.file_name()?.to_str()?;
    let is_source = ["rs", "toml", "lock", "json", "txt"].iter().any(|kind| name.ends_with(&format!(".{kind}")));
    // Editors save to files of other names first.
    if !is_source || name.starts_with(['.', '#']) {
        return None;
    }
    let is_in = |parts: &[&str]| parts.iter().any(|part| path.starts_with(part));
    match (is_in(&FUNCTIONS), is_in(&INFRASTRUCTURE)) {
        (true, _) => Some(Concern::Functions),
        (_, true) => Some(Concern::Infrastructure),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_concern_what_they_are_made_into() {
        let of = |path: &str| concern(Path::new(path));
        assert_eq!(of("domain/src/cart.rs"), Some(Concern::Functions));
        assert_eq!(of("functions/Cargo.toml"), Some(Concern::Functions));
        assert_eq!(of("Cargo.lock"), Some(Concern::Functions));
        assert_eq!(of("infra/src/topology.rs"), Some(Concern::Infrastructure));
        for other in [
            "target/debug/build.rs",
            "README.md",
            "functions/src/.cart.rs.swp",
            "functions/src/#cart.rs#",
            "domain/4913",
            "",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
