//! What happened in a run, so that two runs can be compared to the byte, and a failing one read.

use std::collections::VecDeque;
use std::time::Duration;

/// The lines of a run: a digest of all, and the last ones as text when they are kept.
#[derive(Debug)]
pub(crate) struct Trace {
    digest: u64,
    kept: Option<VecDeque<String>>,
}

/// How many lines are kept.
const KEPT: usize = 5_000;

impl Trace {
    pub(crate) fn new(keep: bool) -> Self {
        Self { digest: 0xCBF2_9CE4_8422_2325, kept: keep.then(VecDeque::new) }
    }

    /// Adds what happened, as its parts.
    pub(crate) fn add(&mut self, at: Duration, parts: &[&str]) {
        let millis = u64::try_from(at.as_millis()).unwrap_or(u64::MAX);
        self.digest = hash(self.digest, &millis.to_le_bytes());
        for part in parts {
            self.digest = hash(self.digest, part.as_bytes());
        }
        if let Some(kept) = &mut self.kept {
            if kept.len() == KEPT {
                kept.pop_front();
            }
            kept.push_back(format!("{:>12.3}  {}", at.as_secs_f64(), parts.join(" ")));
        }
    }

    pub(crate) fn digest(&self) -> u64 {
        self.digest
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.kept.iter().flatten().cloned().collect()
    }
}

/// FNV-1a over eight bytes at a time: the same on every machine, and much faster than a run has lines.
pub(crate) fn hash(mut digest: u64, bytes: &[u8]) -> u64 {
    let mut step = |word: u64| digest = (digest ^ word).wrapping_mul(0x0000_0100_0000_01B3).rotate_left(23);
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        step(word.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)));
    }
    step(words.remainder().iter().fold(1, |word, &byte| word << 8 | u64::from(byte)));
    digest
}

/// The place of a partition key in the hash space of 32 bits.
pub(crate) fn place(key: &str) -> u32 {
    // The upper half is the better mixed one.
    (hash(0xCBF2_9CE4_8422_2325, key.as_bytes()).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
}
