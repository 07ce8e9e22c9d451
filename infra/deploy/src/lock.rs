//! Locks between commands that run at the same time.

use std::fs::File;
use std::path::Path;

use crate::error::DeployError;

/// Waits until no other command holds the lock, and holds it until the result is dropped.
pub(crate) fn lock(path: &Path) -> Result<File, DeployError> {
    let file = File::create(path).map_err(DeployError::file("create", path))?;
    file.lock().map_err(DeployError::file("lock", path))?;
    Ok(file)
}
