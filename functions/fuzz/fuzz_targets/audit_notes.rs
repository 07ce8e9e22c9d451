//! Reads whatever bytes the fuzzer makes up as what an audit noted; see `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::audit_notes(bytes));
