//! Reads whatever bytes the fuzzer makes up as the key of an object of the archive; see `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::archive_keys(bytes));
