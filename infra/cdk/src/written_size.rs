//! How large a template is once it is written.

use std::io::{self, Write};

use serde::Serialize;

/// How many bytes a template has when it is written as this library writes it: JSON, two spaces deep, with a line end.
///
/// # Errors
/// What cannot be written as JSON at all.
pub(crate) fn written_size(template: &impl Serialize) -> serde_json::Result<usize> {
    let mut size = Size(1);
    serde_json::to_writer_pretty(&mut size, template)?;
    Ok(size.0)
}

/// How much was written, without the writing.
struct Size(usize);

impl Write for Size {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
