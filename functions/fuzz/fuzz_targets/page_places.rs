//! Reads whatever bytes the fuzzer makes up as where a page of the projection's table goes on; see `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::page_places(bytes));
