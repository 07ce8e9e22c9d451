//! Reads whatever bytes the fuzzer makes up as a sealed text, or as a key; see `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::sealed_texts(bytes));
