//! Reads whatever bytes the fuzzer makes up as what a replay goes on from; see `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::checkpoints(bytes));
