//! Reads whatever bytes the fuzzer makes up as a template. New inputs go to the first folder, so that the committed
//! corpus stays as it is; from `infra/cdk`, with a nightly toolchain:
//!
//! ```sh
//! mkdir -p fuzz/target/corpus
//! cargo +nightly fuzz run read_template fuzz/target/corpus fuzz/corpus/read_template -- -max_total_time=300
//! ```
//!
//! An input that fails belongs into `fuzz/corpus/read_template`, where `tests/fuzz_corpus.rs` finds it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::hold(bytes));
