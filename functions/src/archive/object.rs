//! What an archive object holds: JSON lines, gzip.

use std::io::{self, BufRead, BufReader, Read, Write};

use flate2::bufread::MultiGzDecoder;
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};

/// How much time compression may cost. Levels above make objects of events hardly smaller, and take a multiple of the time.
const LEVEL: Compression = Compression::new(4);

/// The longest line that is read, in bytes. A record of the event stream has at most 10 MiB.
const MAX_LINE: u64 = 16 << 20;

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

/// From where on an object cannot be read: it was cut short, damaged, or is no archive object.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("it cannot be read from line {line} on: {reason}")]
pub struct Damage {
    /// The first line that cannot be read, counted from 1.
    pub line: u64,
    /// What is wrong.
    pub reason: String,
}

/// The lines of an object, one after the other: memory holds one at a time.
///
/// The last item is the [`Damage`], if there is any. A line that was cut is not among the lines. In a damaged object lines
/// may have other content than was written.
pub fn lines(object: &[u8]) -> Lines<'_> {
    let damage = object.is_empty().then(|| "it is empty".to_owned());
    Lines { reader: BufReader::with_capacity(64 * 1024, MultiGzDecoder::new(object)), number: 0, damage, ended: false }
}

/// [`lines`]
#[derive(Debug)]
pub struct Lines<'a> {
    reader: BufReader<MultiGzDecoder<&'a [u8]>>,
    number: u64,
    damage: Option<String>,
    ended: bool,
}

impl Lines<'_> {
    fn read(&mut self) -> Result<Option<Vec<u8>>, String> {
        if let Some(damage) = self.damage.take() {
            return Err(damage);
        }
        let mut line = Vec::new();
        let read =
            self.reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut line).map_err(|error| error.to_string())?;
        if line.pop_if(|last| *last == b'\n').is_none() && line.len() as u64 == MAX_LINE {
            return Err(format!("the line is longer than {MAX_LINE} bytes"));
        }
        Ok((read > 0).then_some(line))
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<Vec<u8>, Damage>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        self.number += 1;
        match self.read() {
            Ok(Some(line)) => Some(Ok(line)),
            Ok(None) => {
                self.ended = true;
                None
            }
            Err(reason) => {
                self.ended = true;
                Some(Err(Damage { line: self.number, reason }))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(object: &[u8]) -> (Vec<Vec<u8>>, Option<Damage>) {
        let (mut read, mut damage) = (Vec::new(), None);
        for line in lines(object) {
            match line {
                Ok(line) => read.push(line),
                Err(found) => damage = Some(found),
            }
        }
        (read, damage)
    }

    proptest! {
        #[test]
        fn what_is_left_of_an_object_that_was_cut_is_read(
            written in proptest::collection::vec("[a-z]{0,200}", 0..40),
            cut in any::<prop::sample::Index>(),
        ) {
            let whole = object(written.iter().map(String::as_bytes)).unwrap();
            let expected: Vec<_> = written.iter().map(|line| line.as_bytes().to_vec()).collect();
            prop_assert_eq!(read(&whole), (expected.clone(), None));
            let (left, damage) = read(&whole[..cut.index(whole.len())]);
            prop_assert!(expected.starts_with(&left));
            prop_assert_eq!(damage.unwrap().line, left.len() as u64 + 1);
        }

        #[test]
        fn other_bytes_are_damage(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(read(&bytes).1.is_some());
        }
    }

    #[test]
    fn the_same_lines_give_the_same_bytes() {
        let make = || object([b"one".as_slice(), b"two"]).unwrap();
        assert_eq!(make(), make());
    }

    #[test]
    fn a_line_without_an_end_is_not_read_into_memory() {
        let endless = object([vec![b' '; 17 << 20].as_slice()]).unwrap();
        let (left, damage) = read(&endless);
        assert!(left.is_empty());
        assert_eq!(
            damage.unwrap().to_string(),
            "it cannot be read from line 1 on: the line is longer than 16777216 bytes"
        );
    }

    #[test]
    fn bytes_behind_the_end_are_damage() {
        let mut object = object([b"one".as_slice()]).unwrap();
        object.extend(b"more");
        let (left, damage) = read(&object);
        assert_eq!((left.len(), damage.unwrap().line), (1, 2));
    }
}
