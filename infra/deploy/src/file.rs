//! Files that appear whole or not at all.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::error::DeployError;

/// Writes a file, readable by its owner only, together with the folder that it is in.
pub(crate) fn write_whole(path: &Path, content: &[u8]) -> Result<(), DeployError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(DeployError::file("create", folder))?;
    let write = || {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(content)?;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(DeployError::file("write", path))
}
