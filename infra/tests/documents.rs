//! What the documents say about tests is so.

use std::path::{Path, PathBuf};

/// How many failures such systems are known for.
const FAILURES: usize = 20;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The links whose text is a name in backticks, as name and path.
fn named_links(text: &str) -> Vec<(&str, &str)> {
    let links = text.split("[`").skip(1).filter_map(|rest| rest.split_once("`]("));
    links.filter_map(|(name, rest)| Some((name, rest.split_once(')')?.0))).collect()
}

/// Whether what is named stands in the file: a mistake that is made on purpose and is found, a program that must not compile,
/// or a test.
fn stands(name: &str, path: &Path) -> bool {
    let text = read(path);
    let folder = path.parent().unwrap();
    if path.ends_with("shop/src/mutant.rs") {
        let found = read(&folder.join("../tests/mutants.rs"));
        return text.contains(&format!(" {name};")) && found.contains(&format!("Mutant::{name}"));
    }
    if folder.ends_with("compile_fail") {
        return path.file_stem().is_some_and(|stem| stem == name) && path.with_extension("stderr").exists();
    }
    let declared = ['(', '<'].iter().find_map(|next| text.find(&format!("fn {name}{next}")));
    let Some(before) = declared.map(|at| &text[..at]) else { return false };
    let is_test = before.lines().rev().take(2).any(|line| line.contains("#[test]") || line.contains("#[tokio::test"));
    let must_not_compile = before.rsplit("```").next().is_some_and(|example| example.starts_with("compile_fail"));
    // Parts of tests are called by them.
    let is_part = if folder.ends_with("end_to_end") {
        read(&folder.join("main.rs")).contains(&format!("::{name}("))
    } else {
        folder.ends_with("testing") && text.matches(name).count() > 1
    };
    is_test || must_not_compile || is_part
}

#[test]
fn every_failure_has_a_row_and_every_test_that_it_names_is_there() {
    let text = read(&docs().join("failures.md"));
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    let rows: Vec<_> = rows.filter_map(|(number, row)| Some((number.parse::<usize>().ok()?, row))).collect();
    assert!(rows.iter().map(|(number, _)| *number).eq(1..=FAILURES), "the failures are numbered from 1 to {FAILURES}");
    for (number, row) in rows {
        assert!(!named_links(row).is_empty(), "failure {number} is shown by no test");
    }
    for (name, path) in named_links(&text) {
        assert!(stands(name, &docs().join(path)), "docs/failures.md: there is no test `{name}` in {path}");
    }
}

#[test]
fn links_of_documents_lead_to_files() {
    let readme = docs().join("../README.md");
    let documents = std::fs::read_dir(docs()).unwrap().map(|entry| entry.unwrap().path()).chain([readme]);
    for document in documents {
        let text = read(&document);
        for link in text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)) {
            let file = link.split('#').next().unwrap();
            let is_elsewhere = file.is_empty() || file.contains("://");
            assert!(is_elsewhere || document.parent().unwrap().join(file).exists(), "{}: {link}", document.display());
        }
    }
}
