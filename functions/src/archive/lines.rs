//! The lines of an archive object, one after the other, from however many pieces the object comes in.

use std::io::{self, Write};
use std::slice::Chunks;

use flate2::write::MultiGzDecoder;

use crate::envelope::MAX_EVENT_BYTES;

/// How much is decompressed at a time, in compressed bytes. Gzip makes at most 1,032 times as much of them.
pub const PIECE: usize = 4096;

/// Decompresses an object piece by piece and splits it into lines.
///
/// It holds one line of at most [`MAX_EVENT_BYTES`] and what comes of one piece, whatever the object's size.
#[derive(Debug)]
pub struct LineReader {
    decoder: MultiGzDecoder<Vec<u8>>,
    /// How much of what is decompressed was handed out.
    taken: usize,
    /// How much behind `taken` is known to have no end of a line.
    looked_at: usize,
    /// Whether the line is too long, so that the rest of it is left out.
    is_too_long: bool,
    is_empty: bool,
}

impl Default for LineReader {
    fn default() -> Self {
        let decoder = MultiGzDecoder::new(Vec::new());
        Self { decoder, taken: 0, looked_at: 0, is_too_long: false, is_empty: true }
    }
}

impl LineReader {
    /// Takes the next piece of the object, of at most [`PIECE`] bytes, once every line was handed out.
    ///
    /// # Errors
    /// When it is not gzip. The lines before are there nevertheless.
    pub fn feed(&mut self, piece: &[u8]) -> io::Result<()> {
        self.is_empty = false;
        self.decoder.get_mut().drain(..self.taken);
        self.taken = 0;
        let fed = self.decoder.write_all(piece);
        if fed.is_err() {
            // What was decompressed before the damage is handed on; that it cannot go on is known.
            let _ = self.decoder.try_finish();
        }
        fed
    }

    /// The object has ended.
    ///
    /// # Errors
    /// When it is cut short: within gzip, or within a line.
    pub fn finish(&mut self) -> io::Result<()> {
        if self.is_empty {
            return Err(cut("the object is empty"));
        }
        self.decoder.try_finish()
    }

    /// What is left once every line was handed out.
    ///
    /// # Errors
    /// When it is cut short within a line.
    pub fn rest(&self) -> io::Result<()> {
        if self.decoder.get_ref().len() > self.taken || self.is_too_long {
            return Err(cut("the last line has no end"));
        }
        Ok(())
    }

    /// The next line that is whole, or why it is none.
    pub fn next_line(&mut self) -> Option<Result<&str, &'static str>> {
        let text = self.decoder.get_ref();
        let Some(end) = memchr::memchr(b'\n', &text[self.taken + self.looked_at..]) else {
            self.looked_at = text.len() - self.taken;
            if self.looked_at > MAX_EVENT_BYTES {
                self.is_too_long = true;
                self.decoder.get_mut().clear();
                (self.taken, self.looked_at) = (0, 0);
            }
            return None;
        };
        let from = self.taken;
        let to = from + self.looked_at + end;
        (self.taken, self.looked_at) = (to + 1, 0);
        if std::mem::take(&mut self.is_too_long) || to - from > MAX_EVENT_BYTES {
            return Some(Err("the line is longer than an event can be"));
        }
        Some(std::str::from_utf8(&self.decoder.get_ref()[from..to]).map_err(|_| "the line is not UTF-8"))
    }
}

/// A line that cannot be read, or an object that cannot be read from there on: it was cut short, damaged, or is none of the
/// archive.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} cannot be read: {reason}")]
pub struct Damage {
    /// The line, counted from 1.
    pub line: u64,
    /// What is wrong.
    pub reason: String,
}

/// The lines of an object that is there as a whole, one after the other.
///
/// A line that cannot be read is a [`Damage`] in its place. Where the object cannot be read any further, that is the last
/// item; a line that was cut there is not among the lines. In a damaged object lines may have other content than was written.
#[must_use]
pub fn lines(object: &[u8]) -> Lines<'_> {
    Lines { reader: LineReader::default(), step: Step::Pieces(object.chunks(PIECE)), number: 0 }
}

/// [`lines`]
#[derive(Debug)]
pub struct Lines<'a> {
    reader: LineReader,
    step: Step<'a>,
    number: u64,
}

#[derive(Debug)]
enum Step<'a> {
    Pieces(Chunks<'a, u8>),
    Ended(io::Result<()>),
    Over,
}

impl Iterator for Lines<'_> {
    type Item = Result<Vec<u8>, Damage>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(line) = self.reader.next_line() {
                self.number += 1;
                let damage = |reason: &str| Damage { line: self.number, reason: reason.to_owned() };
                return Some(line.map(|line| line.as_bytes().to_vec()).map_err(damage));
            }
            self.step = match std::mem::replace(&mut self.step, Step::Over) {
                Step::Pieces(mut pieces) => match pieces.next().map(|piece| self.reader.feed(piece)) {
                    Some(Ok(())) => Step::Pieces(pieces),
                    Some(damaged) => Step::Ended(damaged),
                    None => Step::Ended(self.reader.finish()),
                },
                Step::Ended(ended) => {
                    let reason = ended.and_then(|()| self.reader.rest()).err()?.to_string();
                    return Some(Err(Damage { line: self.number + 1, reason }));
                }
                Step::Over => return None,
            };
        }
    }
}

fn cut(reason: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, reason)
}

#[cfg(test)]
mod tests {
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use proptest::prelude::*;

    use super::*;
    use crate::archive::object;

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    /// The lines, and what is wrong with the object.
    fn read(object: &[u8], piece: usize) -> (Vec<String>, Option<String>) {
        let mut lines = LineReader::default();
        let mut found = Vec::new();
        let mut drain = |lines: &mut LineReader| {
            while let Some(line) = lines.next_line() {
                found.push(line.map_or_else(|reason| format!("! {reason}"), str::to_owned));
            }
        };
        for piece in object.chunks(piece) {
            let fed = lines.feed(piece);
            drain(&mut lines);
            if let Err(error) = fed {
                return (found, Some(error.to_string()));
            }
        }
        let ended = lines.finish();
        drain(&mut lines);
        let ended = ended.and_then(|()| lines.rest());
        (found, ended.err().map(|error| error.to_string()))
    }

    proptest! {
        #[test]
        fn pieces_make_no_difference(
            members in proptest::collection::vec(proptest::collection::vec("[a-zä]{0,9}", 0..5), 1..4),
            piece in 1_usize..50,
        ) {
            let text = |lines: &[String]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
            let object: Vec<u8> = members.iter().flat_map(|lines| gzip(text(lines).as_bytes())).collect();
            prop_assert_eq!(read(&object, piece), (members.concat(), None));
        }

        /// Wherever an object is cut, its lines are those at the beginning, and the damage is seen.
        #[test]
        fn an_object_that_is_cut_is_never_taken_for_whole(
            lines in proptest::collection::vec("[a-z0-9]{1,30}", 1..40),
            at in 0.0_f64..1.0,
            piece in 1_usize..200,
        ) {
            let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
            let object = gzip(text.as_bytes());
            let size = (object.len() as f64 * at) as usize;
            let (found, damage) = read(&object[..size], piece);
            prop_assert!(damage.is_some());
            prop_assert!(lines.starts_with(&found));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300), piece in 1_usize..60) {
            let _ = read(&bytes, piece);
            let _ = read(&gzip(&bytes), piece);
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_left_out_alone() {
        let text = ["a", &"x".repeat(3 * MAX_EVENT_BYTES), "b", ""].join("\n");
        let (found, damage) = read(&gzip(text.as_bytes()), PIECE);
        assert_eq!(found, ["a", "! the line is longer than an event can be", "b"]);
        assert_eq!(damage, None);
    }

    #[test]
    fn a_line_without_an_end_is_damage() {
        let (found, damage) = read(&gzip(b"a\nb"), PIECE);
        assert_eq!((found, damage.as_deref()), (vec!["a".to_owned()], Some("the last line has no end")));
        assert_eq!(read(b"", PIECE), (vec![], Some("the object is empty".to_owned())));
    }

    /// The lines of an object that is there as a whole, and its last damage.
    fn whole(object: &[u8]) -> (Vec<Vec<u8>>, Option<Damage>) {
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
            let object = object(written.iter().map(String::as_bytes)).unwrap();
            let expected: Vec<_> = written.iter().map(|line| line.as_bytes().to_vec()).collect();
            prop_assert_eq!(whole(&object), (expected.clone(), None));
            let (left, damage) = whole(&object[..cut.index(object.len())]);
            prop_assert!(expected.starts_with(&left));
            prop_assert_eq!(damage.unwrap().line, left.len() as u64 + 1);
        }

        #[test]
        fn other_bytes_are_damage(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(whole(&bytes).1.is_some());
        }
    }

    #[test]
    fn a_line_that_is_too_long_or_no_text_is_damage_in_its_place() {
        let longest = vec![b'x'; MAX_EVENT_BYTES];
        let too_long = vec![b'x'; MAX_EVENT_BYTES + 1];
        let object = object([b"a".as_slice(), &longest, &too_long, b"\xff", b"b"]).unwrap();
        let found: Vec<_> =
            lines(&object).map(|line| line.map(|line| line.len()).map_err(|damage| damage.line)).collect();
        assert_eq!(found, [Ok(1), Ok(MAX_EVENT_BYTES), Err(3), Err(4), Ok(1)]);
    }

    #[test]
    fn bytes_behind_the_end_are_damage() {
        let mut object = object([b"one".as_slice()]).unwrap();
        object.extend(b"more");
        let (left, damage) = whole(&object);
        assert_eq!((left.len(), damage.unwrap().line), (1, 2));
    }
}
