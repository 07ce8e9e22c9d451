//! Writes `infra/cdk/src/aws` and the features of `infra/cdk/Cargo.toml` from AWS's published schemas.
//!
//! `--check` writes nothing, and fails if something would be written.

mod descriptions;
mod error;
mod model;
mod sources;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use error::{Error, context};
use model::ResourceModel;
use sources::{Descriptions, Sources};

fn main() -> ExitCode {
    let check = std::env::args().any(|argument| argument == "--check");
    match generate(check) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn generate(check: bool) -> Result<(), Error> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let library = package.join("..");
    let sources = Sources::load(package, &package.join("../../../target/schemas"))?;
    let types = wanted(&package.join("types.txt"), &sources)?;
    let none = Descriptions::default();
    let read = |name: &String| {
        let schema = &sources.schemas[name];
        ResourceModel::read(name, schema, sources.descriptions.get(name).unwrap_or(&none))
    };
    let resources: Vec<ResourceModel> = types.iter().map(read).collect();

    let mut files = BTreeMap::new();
    for (path, text) in write::files(&resources) {
        files.insert(library.join("src").join(path), formatted(&text)?);
    }
    let manifest = library.join("Cargo.toml");
    files.insert(manifest.clone(), with_features(&manifest, &types)?);
    let left_over = written(&library.join("src/aws"))?.into_iter().filter(|path| !files.contains_key(path)).collect();
    bring_up_to_date(check, &files, left_over)?;
    println!("{} types of resource in {} files", types.len(), files.len());
    Ok(())
}

/// The types that the list names.
fn wanted(list: &Path, sources: &Sources) -> Result<BTreeSet<String>, Error> {
    let text = fs::read_to_string(list).map_err(context(list))?;
    let mut types = BTreeSet::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let matches =
            |name: &&String| line.strip_suffix('*').map_or(name.as_str() == line, |start| name.starts_with(start));
        let found: Vec<&String> = sources.schemas.keys().filter(matches).collect();
        if found.is_empty() {
            return Err(Error::Missing { what: format!("type {line}"), place: list.to_owned() });
        }
        types.extend(found.into_iter().cloned());
    }
    Ok(types)
}

/// The manifest with one feature a service between its two marks.
fn with_features(manifest: &Path, types: &BTreeSet<String>) -> Result<String, Error> {
    let text = fs::read_to_string(manifest).map_err(context(manifest))?;
    let (begin, end) = ("# begin of the services\n", "# end of the services\n");
    let missing =
        || Error::Missing { what: format!("`{}` before `{}`", begin.trim(), end.trim()), place: manifest.to_owned() };
    let (before, rest) = text.split_once(begin).ok_or_else(missing)?;
    let (_, after) = rest.split_once(end).ok_or_else(missing)?;
    let services: BTreeSet<String> = types.iter().map(|name| write::module(name)).collect();
    let list: String = services.iter().map(|service| format!("    \"{service}\",\n")).collect();
    let features: String = services.iter().map(|service| format!("{service} = []\n")).collect();
    Ok(format!("{before}{begin}aws = [\n{list}]\n{features}{end}{after}"))
}

fn formatted(text: &str) -> Result<String, Error> {
    use std::io::Write;
    use std::process::Stdio;
    let failed = |reason: String| Error::Command { command: "rustfmt".to_owned(), reason };
    let config = concat!(env!("CARGO_MANIFEST_DIR"), "/../../..");
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path", config])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| failed(error.to_string()))?;
    if let Some(mut input) = rustfmt.stdin.take() {
        input.write_all(text.as_bytes()).map_err(|error| failed(error.to_string()))?;
    }
    let output = rustfmt.wait_with_output().map_err(|error| failed(error.to_string()))?;
    match String::from_utf8(output.stdout) {
        Ok(text) if output.status.success() => Ok(text),
        _ => Err(failed(output.status.to_string())),
    }
}

/// The files of typed resources that are there.
fn written(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    if folder.is_dir() {
        for path in sources::entries(folder)? {
            if path.is_dir() { files.extend(written(&path)?) } else { files.push(path) }
        }
    }
    Ok(files)
}

fn bring_up_to_date(check: bool, files: &BTreeMap<PathBuf, String>, left_over: Vec<PathBuf>) -> Result<(), Error> {
    let differs =
        |(path, text): &(&PathBuf, &String)| fs::read(path).map_or(true, |present| present != text.as_bytes());
    let changed: Vec<_> = files.iter().filter(differs).collect();
    if check {
        let stale: Vec<PathBuf> = changed.into_iter().map(|(path, _)| path.clone()).chain(left_over).collect();
        return if stale.is_empty() { Ok(()) } else { Err(Error::Stale { files: stale }) };
    }
    for (path, text) in changed {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(context(folder))?;
        }
        fs::write(path, text).map_err(context(path))?;
    }
    left_over.iter().try_for_each(|path| fs::remove_file(path).map_err(context(path)))
}
