//! Reads whatever bytes the fuzzer makes up as what wakes an event handler: records, messages or a request; see
//! `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::handler_events(bytes));
