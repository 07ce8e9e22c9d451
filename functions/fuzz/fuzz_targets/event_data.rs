//! Reads whatever bytes the fuzzer makes up as the data of an event: its type, a line break, and its data, once for
//! each version of the type; see `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::event_data(bytes));
