//! Reads whatever bytes the fuzzer makes up as a record of the event stream or a line of the archive; see
//! `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::envelopes(bytes));
