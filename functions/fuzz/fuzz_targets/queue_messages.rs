//! Reads whatever bytes the fuzzer makes up as messages of a FIFO queue; see `archive_objects` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::queue_messages(bytes));
