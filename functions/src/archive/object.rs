//! What an archive object holds: JSON lines, gzip.

use std::io::{self, Write};

use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};

/// How much time compression may cost. Levels above make objects of events hardly smaller, and take a multiple of the time.
const LEVEL: Compression = Compression::new(4);

/// Makes an object, line by line.
#[derive(Debug)]
pub struct ObjectWriter(GzEncoder<Vec<u8>>);

impl Default for ObjectWriter {
    fn default() -> Self {
        // No time and no file name in the header: the same lines give the same bytes.
        Self(GzBuilder::new().write(Vec::new(), LEVEL))
    }
}

impl ObjectWriter {
    /// Adds a line, which has no line break.
    ///
    /// # Errors
    /// When it cannot be compressed.
    pub fn line(&mut self, line: &[u8]) -> io::Result<()> {
        self.0.write_all(line)?;
        self.0.write_all(b"\n")
    }

    /// The object.
    ///
    /// # Errors
    /// When it cannot be compressed.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        self.0.finish()
    }
}

/// An object of these lines, none of which has a line break.
///
/// # Errors
/// When they cannot be compressed.
pub fn object<'a>(lines: impl IntoIterator<Item = &'a [u8]>) -> io::Result<Vec<u8>> {
    let mut writer = ObjectWriter::default();
    for line in lines {
        writer.line(line)?;
    }
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_lines_give_the_same_bytes() {
        let make = || object([b"one".as_slice(), b"two"]).unwrap();
        assert_eq!(make(), make());
    }
}
