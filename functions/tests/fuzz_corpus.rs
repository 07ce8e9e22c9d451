//! Hands the corpus of the fuzzer to the decoders, and a number of variations of each of its files that are the same in
//! every run.

#[path = "../fuzz/fuzz_targets/promises.rs"]
mod promises;
#[path = "../../infra/cdk/tests/support/variations.rs"]
mod variations;

use std::path::Path;

/// A test for each decoder, named after its corpus and its target.
macro_rules! decoders {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(stringify!($name));
                variations::hold(&corpus, promises::$name);
            }
        )*

        /// Every decoder has a corpus, a target and a test.
        #[test]
        fn every_corpus_has_a_test() {
            let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
            let names = |folder: &str| {
                let entries = std::fs::read_dir(fuzz.join(folder)).unwrap();
                let name = |path: std::path::PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
                let mut names: Vec<_> = entries.map(|entry| name(entry.unwrap().path())).collect();
                names.retain(|name| name != "promises");
                names.sort();
                names
            };
            let mut tested = vec![$(stringify!($name)),*];
            tested.sort_unstable();
            assert_eq!(names("corpus"), tested);
            assert_eq!(names("fuzz_targets"), tested);
        }
    };
}

decoders! {
    answers
    archive_keys
    archive_objects
    audit_notes
    checkpoints
    commit_items
    envelopes
    event_data
    handler_events
    http_requests
    invocations
    page_places
    queue_messages
    replay_runs
    sealed_texts
    snapshots
    stored_items
    stream_records
    table_changes
}
