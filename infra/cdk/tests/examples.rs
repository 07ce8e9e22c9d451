//! The examples' templates are the committed ones. `UPDATE_GOLDEN=1 cargo test -p cdk --test examples` writes them anew.

#[path = "../examples/notes.rs"]
mod notes;
#[path = "../examples/smallest.rs"]
mod smallest;

use std::collections::BTreeMap;
use std::path::Path;

use cdk::CloudAssembly;

fn matches_golden(example: &str, assembly: &CloudAssembly) {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/golden").join(example);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        for (name, template) in assembly.templates().unwrap() {
            let path = golden.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, template).unwrap();
        }
    }
    let stale = assembly.stale_templates(&golden).unwrap();
    assert!(stale.is_empty(), "{stale:?} differ; if they should, write them anew with UPDATE_GOLDEN=1");
}

#[test]
fn the_smallest_app_has_its_committed_template() {
    matches_golden("smallest", &smallest::assembly().unwrap());
}

#[test]
fn the_notes_service_has_its_committed_templates() {
    matches_golden("notes", &notes::assembly().unwrap());
}

#[test]
fn the_service_is_deployed_after_the_data_that_it_uses() {
    let assembly = notes::assembly().unwrap();
    for (stage, stacks) in &assembly.stages {
        let order = cdk::deployment_order(&stacks.stacks, &BTreeMap::new()).unwrap();
        assert_eq!(order, [format!("{stage}-notes-data"), format!("{stage}-notes-service")]);
    }
}
