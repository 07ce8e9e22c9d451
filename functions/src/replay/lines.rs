//! The lines of an archive object, one after the other, from however many pieces the object comes in.

use std::io::{self, Write};

use flate2::write::MultiGzDecoder;

/// The longest line that can be an event: what a message of SQS can hold.
///
/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html>
const MAX_LINE: usize = 1 << 20;

/// How much is decompressed at a time, in compressed bytes. Gzip makes at most 1,032 times as much of them.
pub(super) const PIECE: usize = 4096;

/// Decompresses an object piece by piece and splits it into lines.
///
/// It holds one line and what comes of one piece, whatever the object's size.
pub(super) struct Lines {
    decoder: MultiGzDecoder<Vec<u8>>,
    /// How much of what is decompressed was handed out.
    taken: usize,
    /// How much behind `taken` is known to have no end of a line.
    looked_at: usize,
    /// Whether the line is too long, so that the rest of it is left out.
    is_too_long: bool,
    is_empty: bool,
}

impl Lines {
    pub fn new() -> Self {
        let decoder = MultiGzDecoder::new(Vec::new());
        Self { decoder, taken: 0, looked_at: 0, is_too_long: false, is_empty: true }
    }

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
        let Some(end) = text[self.taken + self.looked_at..].iter().position(|&byte| byte == b'\n') else {
            self.looked_at = text.len() - self.taken;
            if self.looked_at > MAX_LINE {
                self.is_too_long = true;
                self.decoder.get_mut().clear();
                (self.taken, self.looked_at) = (0, 0);
            }
            return None;
        };
        let from = self.taken;
        let to = from + self.looked_at + end;
        (self.taken, self.looked_at) = (to + 1, 0);
        if std::mem::take(&mut self.is_too_long) || to - from > MAX_LINE {
            return Some(Err("the line is longer than an event can be"));
        }
        Some(std::str::from_utf8(&self.decoder.get_ref()[from..to]).map_err(|_| "the line is not UTF-8"))
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

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    /// The lines, and what is wrong with the object.
    fn read(object: &[u8], piece: usize) -> (Vec<String>, Option<String>) {
        let mut lines = Lines::new();
        let mut found = Vec::new();
        let mut drain = |lines: &mut Lines| {
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
        let text = ["a", &"x".repeat(3 * MAX_LINE), "b", ""].join("\n");
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
}
