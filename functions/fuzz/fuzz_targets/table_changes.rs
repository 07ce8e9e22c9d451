//! Reads whatever bytes the fuzzer makes up as changes of the event table; see `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::table_changes(bytes));
