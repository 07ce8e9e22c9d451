//! What function code is made from, as a hash that is known before anything is built.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::assets::code::hexadecimal;
use crate::error::DeployError;

/// The hash of the names and contents of every file in `parts`, files and folders of `workspace`. A part that is not there
/// counts as empty.
///
/// # Errors
/// A file that cannot be read.
pub fn source_hash(workspace: &Path, parts: &[&str]) -> Result<String, DeployError> {
    let mut files = Vec::new();
    for part in parts {
        collect(&workspace.join(part), &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        let content = fs::read(&file).map_err(DeployError::file("read", &file))?;
        let name = file.strip_prefix(workspace).unwrap_or(&file).to_string_lossy();
        // The lengths keep two different sets of files from giving the same bytes.
        for part in [name.as_bytes(), &content] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    Ok(hexadecimal(&hash.finalize()))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), DeployError> {
    if path.is_dir() {
        for entry in fs::read_dir(path).map_err(DeployError::file("read", path))? {
            collect(&entry.map_err(DeployError::file("read", path))?.path(), files)?;
        }
    } else if path.is_file() {
        files.push(path.to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_follows_names_and_contents_of_the_parts_alone() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, content: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        };
        let hash = || source_hash(folder.path(), &["functions", "Cargo.lock", "missing"]).unwrap();
        write("functions/src/lib.rs", "one");
        write("Cargo.lock", "lock");
        let first = hash();
        write("elsewhere.rs", "ignored");
        assert_eq!(hash(), first);
        write("functions/src/lib.rs", "two");
        assert_ne!(hash(), first, "another content");
        write("functions/src/lib.rs", "one");
        assert_eq!(hash(), first);
        write("functions/src/b.rs", "");
        assert_ne!(hash(), first, "another name");
    }
}
