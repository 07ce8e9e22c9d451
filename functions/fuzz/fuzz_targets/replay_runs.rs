//! Reads whatever bytes the fuzzer makes up as the record of a replay; see `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::replay_runs(bytes));
