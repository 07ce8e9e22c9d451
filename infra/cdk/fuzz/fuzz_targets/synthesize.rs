//! Imports whatever bytes the fuzzer makes up, and gives them as properties; see `read_template` for how to run it.
#![no_main]

mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::hold_for_synthesis(bytes));
