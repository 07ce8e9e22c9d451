//! Reads the corpus of the fuzzer, and a number of variations of each of its files that are the same in every run.

#[path = "../fuzz/fuzz_targets/promises.rs"]
mod promises;
#[path = "support/variations.rs"]
mod variations;

use std::path::Path;

#[test]
fn the_reader_keeps_its_promises_for_every_file_of_the_corpus_and_its_variations() {
    hold("read_template", promises::hold);
}

#[test]
fn synthesis_keeps_its_promises_for_every_file_of_the_corpus_and_its_variations() {
    hold("read_template", promises::hold_for_synthesis);
    hold("synthesize", promises::hold_for_synthesis);
}

fn hold(corpus: &str, promises: fn(&[u8])) {
    variations::hold(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(corpus), promises);
}
