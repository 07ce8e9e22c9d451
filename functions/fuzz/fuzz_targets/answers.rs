//! Reads whatever bytes the fuzzer makes up as an answer of a function that is asked directly; see `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::answers(bytes));
