//! Function code as a zip: the same code, the same bytes, the same key.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::error::DeployError;
use crate::file::write_whole;

/// The zip of a function.
#[derive(Debug, Clone)]
pub struct Code {
    /// The function.
    pub(crate) function: &'static str,
    /// The key of the object: the hash of its content.
    pub(crate) key: String,
    /// The content.
    pub(crate) zip: Vec<u8>,
    binary: PathBuf,
    archive: PathBuf,
}

impl Code {
    /// The name of the function.
    #[must_use]
    pub fn function(&self) -> &'static str {
        self.function
    }

    /// Its executable.
    #[must_use]
    pub fn binary(&self) -> &Path {
        &self.binary
    }

    /// Its zip.
    #[must_use]
    pub fn archive(&self) -> &Path {
        &self.archive
    }

    /// The SHA-256 of its zip, in Base64, as Lambda says it.
    pub(crate) fn sha256(&self) -> String {
        BASE64_STANDARD.encode(Sha256::digest(&self.zip))
    }

    /// The size of its zip, in bytes.
    #[must_use]
    pub fn size(&self) -> usize {
        self.zip.len()
    }

    /// Zips the binary of a function, which is `NAME/bootstrap` in the folder `build`. `cache` keeps zips by the hash of
    /// their binary, because compressing takes longer than everything else in a deploy without changes.
    ///
    /// # Errors
    /// [`DeployError::NoBinary`], or a cache that cannot be written.
    pub fn of(function: &'static str, build: &Path, cache: &Path) -> Result<Self, DeployError> {
        let binary_path = build.join(function).join("bootstrap");
        let binary = fs::read(&binary_path)
            .map_err(|_| DeployError::NoBinary { function: function.to_owned(), path: binary_path.clone() })?;
        let cached = cache.join(format!("{}.zip", hash(&binary)));
        let zip = match fs::read(&cached) {
            Ok(zip) => zip,
            Err(_) => {
                let zip = zip_binary(&binary)
                    .map_err(|error| DeployError::Zip { function: function.to_owned(), reason: error.to_string() })?;
                write_whole(&cached, &zip)?;
                zip
            }
        };
        Ok(Self { function, key: format!("functions/{}.zip", hash(&zip)), zip, binary: binary_path, archive: cached })
    }
}

/// A zip with the binary as `bootstrap`. Time and mode are fixed, so nothing but the binary decides the bytes.
fn zip_binary(binary: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o755);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("bootstrap", options)?;
    zip.write_all(binary)?;
    Ok(zip.finish()?.into_inner())
}

/// The SHA-256 of some content, in hexadecimal.
pub(crate) fn hash(content: &[u8]) -> String {
    hexadecimal(&Sha256::digest(content))
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_binary_gives_the_same_zip_and_another_another() {
        let folder = tempfile::tempdir().unwrap();
        let code = |binary: &str, cache: &str| {
            fs::create_dir_all(folder.path().join("build/cart")).unwrap();
            fs::write(folder.path().join("build/cart/bootstrap"), binary).unwrap();
            Code::of("cart", &folder.path().join("build"), &folder.path().join(cache)).unwrap()
        };
        let first = code("binary", "cache");
        assert_eq!(code("binary", "cache").key, first.key, "from the cache");
        assert_eq!(code("binary", "elsewhere").key, first.key, "made again");
        assert_ne!(code("another", "cache").key, first.key);
        assert_eq!(fs::read_dir(folder.path().join("cache")).unwrap().count(), 2);
    }

    #[test]
    fn a_function_without_a_binary_is_an_error_that_names_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let error = Code::of("cart", folder.path(), folder.path()).unwrap_err().to_string();
        assert!(error.contains("src/bin/cart.rs"), "{error}");
    }
}
