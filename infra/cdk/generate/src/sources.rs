//! Where the schemas come from: two published packages, pinned, installed under `target/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::read::GzDecoder;
use serde_json::{Map, Value as Json};

use crate::error::{Error, context};

/// The schemas by type, and AWS's descriptions by type.
pub struct Sources {
    pub schemas: BTreeMap<String, Json>,
    pub descriptions: BTreeMap<String, Descriptions>,
}

/// AWS's descriptions of one type of resource.
#[derive(Debug, Default)]
pub struct Descriptions {
    pub resource: String,
    /// The parts by name.
    pub parts: BTreeMap<String, String>,
    pub attributes: BTreeMap<String, String>,
    /// The properties of the resource that cannot be changed without replacing it.
    pub replaces: BTreeSet<String>,
    /// Property by the part that has it; the resource itself has no name.
    pub properties: BTreeMap<(Option<String>, String), String>,
}

impl Sources {
    /// Installs what is missing into `folder`, and reads it.
    pub fn load(package: &Path, folder: &Path) -> Result<Self, Error> {
        let python = folder.join("python");
        let requirements = package.join("requirements.txt");
        install(&python, &requirements, || {
            run(Command::new("python3").args(["-m", "venv"]).arg(&python))?;
            let pip = ["install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"];
            run(Command::new(python.join("bin/pip")).args(pip).arg(&requirements))
        })?;
        let node = folder.join("node");
        let lock = package.join("package-lock.json");
        install(&node, &lock, || {
            for file in ["package.json", "package-lock.json"] {
                fs::copy(package.join(file), node.join(file)).map_err(context(&node.join(file)))?;
            }
            let npm = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", "--prefix"];
            run(Command::new("npm").args(npm).arg(&node))
        })?;
        Ok(Self {
            schemas: schemas(&python)?,
            descriptions: descriptions(&node.join("node_modules/@aws-cdk/aws-service-spec/db.json.gz"))?,
        })
    }
}

/// Runs `install` unless `folder` was made from the same list before.
fn install(folder: &Path, list: &Path, install: impl FnOnce() -> Result<(), Error>) -> Result<(), Error> {
    let wanted = fs::read(list).map_err(context(list))?;
    let done = folder.join("installed");
    if fs::read(&done).is_ok_and(|present| present == wanted) {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(context(folder))?;
    install()?;
    fs::write(&done, wanted).map_err(context(&done))
}

fn run(command: &mut Command) -> Result<(), Error> {
    let shown = format!("{command:?}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Error::Command { command: shown, reason: status.to_string() }),
        Err(error) => Err(Error::Command { command: shown, reason: error.to_string() }),
    }
}

fn schemas(python: &Path) -> Result<BTreeMap<String, Json>, Error> {
    let lib = python.join("lib");
    let versions = entries(&lib)?;
    let packages =
        versions.first().ok_or_else(|| Error::Missing { what: "a Python library".to_owned(), place: lib })?;
    let folder = packages.join("site-packages/cfnlint/data/schemas/resources");
    let mut schemas = BTreeMap::new();
    for path in entries(&folder)?.iter().filter(|path| path.extension().is_some_and(|extension| extension == "json")) {
        let schema: Json = read_json(path, File::open(path).map_err(context(path))?)?;
        if let Some(name) = schema["typeName"].as_str() {
            schemas.insert(name.to_owned(), schema);
        }
    }
    Ok(schemas)
}

fn descriptions(path: &Path) -> Result<BTreeMap<String, Descriptions>, Error> {
    let database = read_json(path, GzDecoder::new(File::open(path).map_err(context(path))?))?;
    let tables = &database["schema"];
    let entities = |table: &str| tables[table]["entities"].as_array().cloned().unwrap_or_default();
    let parts: BTreeMap<String, Json> =
        entities("typeDefinition").into_iter().map(|part| (text(&part["$id"]), part)).collect();
    let resources = entities("resource").into_iter().map(|resource| {
        let used = tables["usesType"]["forward"][text(&resource["$id"])].as_array().cloned().unwrap_or_default();
        let used: Vec<&Json> = used.iter().filter_map(|link| parts.get(&text(&link["$id"]))).collect();
        let own = documented(&resource["properties"]).map(|(name, text)| ((None, name), text));
        let inner = used.iter().flat_map(|part| {
            let of = text(&part["name"]);
            documented(&part["properties"]).map(move |(name, text)| ((Some(of.clone()), name), text))
        });
        let descriptions = Descriptions {
            resource: text(&resource["documentation"]),
            parts: used.iter().map(|part| (text(&part["name"]), text(&part["documentation"]))).collect(),
            replaces: replacing(&resource["properties"]),
            attributes: documented(&resource["attributes"]).collect(),
            properties: own.chain(inner).collect(),
        };
        (text(&resource["cloudFormationType"]), descriptions)
    });
    Ok(resources.collect())
}

fn documented(properties: &Json) -> impl Iterator<Item = (String, String)> {
    let properties: Map<String, Json> = properties.as_object().cloned().unwrap_or_default();
    properties.into_iter().map(|(name, property)| (name, text(&property["documentation"])))
}

fn replacing(properties: &Json) -> BTreeSet<String> {
    let properties = properties.as_object().into_iter().flatten();
    properties.filter(|(_, property)| property["causesReplacement"] == "yes").map(|(name, _)| name.clone()).collect()
}

fn text(json: &Json) -> String {
    json.as_str().unwrap_or_default().to_owned()
}

fn read_json(path: &Path, reader: impl std::io::Read) -> Result<Json, Error> {
    serde_json::from_reader(std::io::BufReader::new(reader))
        .map_err(|source| Error::Json { path: path.to_owned(), source })
}

/// The files and folders in a folder, sorted.
pub fn entries(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let read = || fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>();
    let mut entries = read().map_err(context(folder))?;
    entries.sort();
    Ok(entries)
}
