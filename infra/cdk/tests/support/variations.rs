//! Variations of the files of a fuzzer's corpus, the same in every run.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Holds `promises` for every file of a corpus, and for 300 variations of each.
pub fn hold(corpus: &Path, promises: fn(&[u8])) {
    let mut files: Vec<_> = fs::read_dir(corpus).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 4, "the corpus has {} files", files.len());
    for file in files {
        let bytes = fs::read(&file).unwrap();
        promises(&bytes);
        let config = Config { cases: 300, failure_persistence: None, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        let kept = runner.run(&prop::collection::vec(change(), 1..5), |changes| {
            promises(&changes.into_iter().fold(bytes.clone(), vary));
            Ok(())
        });
        kept.unwrap_or_else(|broken| panic!("{}: {broken}", file.display()));
    }
}

/// What happens to some bytes of a file.
#[derive(Debug, Clone)]
enum Change {
    Replace(Index, u8),
    FlipBit(Index, u8),
    Remove(Index, usize),
    Repeat(Index, usize),
    CutOff(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let telling = prop::sample::select(b"{}[]:,-?!&*|>'\"%@#~<.0123 \t\r\n\\\0\xff".as_slice());
    prop_oneof![
        (any::<Index>(), telling).prop_map(|(at, byte)| Change::Replace(at, byte)),
        (any::<Index>(), 0..8_u8).prop_map(|(at, bit)| Change::FlipBit(at, bit)),
        (any::<Index>(), 1..20_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        (any::<Index>(), 1..20_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        any::<Index>().prop_map(Change::CutOff),
    ]
}

fn vary(mut bytes: Vec<u8>, change: Change) -> Vec<u8> {
    if bytes.is_empty() {
        return bytes;
    }
    let length = bytes.len();
    let part = |at: Index, most: usize| at.index(length)..(at.index(length) + most).min(length);
    match change {
        Change::Replace(at, byte) => bytes[at.index(length)] = byte,
        Change::FlipBit(at, bit) => bytes[at.index(length)] ^= 1 << bit,
        Change::Remove(at, most) => drop(bytes.drain(part(at, most))),
        Change::Repeat(at, most) => {
            let repeated = bytes[part(at, most)].to_vec();
            bytes.splice(at.index(length)..at.index(length), repeated);
        }
        Change::CutOff(at) => bytes.truncate(at.index(length)),
    }
    bytes
}
