//! Locks between commands that run at the same time.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

use crate::error::DeployError;

/// Waits until no other command holds the lock, and holds it until the result is dropped.
pub(crate) async fn lock(path: &Path) -> Result<File, DeployError> {
    let file = File::create(path).map_err(DeployError::file("create", path))?;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => tokio::time::sleep(Duration::from_millis(50)).await,
            Err(TryLockError::Error(error)) => return Err(DeployError::file("lock", path)(error)),
        }
    }
}
