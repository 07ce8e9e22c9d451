//! Reads whatever bytes the fuzzer makes up as a request to each of the functions that are asked directly; see
//! `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::invocations(bytes));
