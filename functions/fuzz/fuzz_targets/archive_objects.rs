//! Reads whatever bytes the fuzzer makes up as an object of the archive.
//!
//! From `functions`, with a nightly toolchain; new inputs go to the first folder, so that the committed corpus stays as it
//! is:
//!
//! ```sh
//! mkdir -p fuzz/target/corpus
//! cargo +nightly fuzz run archive_objects fuzz/target/corpus fuzz/corpus/archive_objects -- -max_total_time=300
//! ```
//!
//! An input that fails belongs into `fuzz/corpus/archive_objects`, where `tests/fuzz_corpus.rs` finds it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::archive_objects(bytes));
