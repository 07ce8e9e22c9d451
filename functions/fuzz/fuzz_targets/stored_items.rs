//! Reads whatever bytes the fuzzer makes up as an item of a table that is not of events; see `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::stored_items(bytes));
