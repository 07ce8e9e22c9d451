//! The cloud assembly: templates in the form that the `cdk` command line reads.
//!
//! Layout: `manifest.json`, `tree.json`, `cdk.out` and one folder per stack with its template. Only the templates are
//! meant to be committed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json, json};

use crate::{SynthesizedStack, TemplateFormat};

/// The oldest version of the schema that has all that is needed here: every `cdk` of the last years reads it.
const SCHEMA_VERSION: &str = "36.0.0";

/// How the names of template files end.
pub const TEMPLATE_SUFFIX: &str = ".template.json";

/// A stack in an assembly.
#[derive(Debug)]
pub struct StackArtifact {
    /// The folder of its template inside of the assembly.
    pub folder: String,
    /// The account that it belongs to, if it is tied to one.
    pub account: Option<String>,
    /// The region that it belongs to, if it is tied to one.
    pub region: Option<String>,
    /// The stack.
    pub stack: SynthesizedStack,
}

/// Stacks that are synthesized together.
#[derive(Debug, Default)]
pub struct CloudAssembly {
    /// The stacks.
    pub stacks: Vec<StackArtifact>,
}

/// Why an assembly could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum AssemblyError {
    /// A file or folder could not be written.
    #[error("cannot write {path}: {source}; check that the folder is writable and the disk is not full")]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file or folder could not be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A document could not be put into text.
    #[error("cannot write the template of stack {stack} as text: {reason}")]
    Render {
        /// The stack.
        stack: String,
        /// What the serializer said.
        reason: String,
    },
}

impl StackArtifact {
    /// Where its template is inside of the assembly.
    #[must_use]
    pub fn template_path(&self) -> PathBuf {
        Path::new(&self.folder).join(format!("{}{TEMPLATE_SUFFIX}", self.stack.props.name))
    }

    fn environment(&self) -> String {
        let account = self.account.as_deref().unwrap_or("unknown-account");
        let region = self.region.as_deref().unwrap_or("unknown-region");
        format!("aws://{account}/{region}")
    }

    fn artifact(&self) -> Json {
        let props = &self.stack.props;
        json!({
            "type": "aws:cloudformation:stack",
            "displayName": props.name,
            "environment": self.environment(),
            "metadata": self.metadata(),
            "properties": {
                "stackName": props.name,
                "tags": props.tags,
                "templateFile": self.template_path(),
                "terminationProtection": props.termination_protection,
            },
        })
    }

    /// Where each resource and parameter comes from: its logical id and a trace into the program.
    fn metadata(&self) -> Map<String, Json> {
        let entry = |(logical_id, construct): (&crate::LogicalId, &crate::stack::Construct)| {
            let path = format!("/{}/{}", self.stack.props.name, construct.path);
            let trace = format!("new {} ({})", construct.path, construct.location);
            (path, json!([{ "type": "aws:cdk:logicalId", "data": logical_id, "trace": [trace] }]))
        };
        self.stack.constructs.iter().map(entry).collect()
    }

    /// The constructs of the stack as a tree of ids.
    fn tree(&self) -> Json {
        let mut root = Node::default();
        for (logical_id, construct) in &self.stack.constructs {
            let node = construct.path.ids().fold(&mut root, |node, id| node.children.entry(id).or_default());
            node.resource = self.stack.template.resources.get(logical_id).map(|resource| resource.r#type);
        }
        root.json(&self.stack.props.name, &self.stack.props.name)
    }
}

#[derive(Default)]
struct Node<'a> {
    resource: Option<&'static str>,
    children: BTreeMap<&'a str, Node<'a>>,
}

impl Node<'_> {
    fn json(&self, id: &str, path: &str) -> Json {
        let children: Map<_, _> = self
            .children
            .iter()
            .map(|(id, child)| ((*id).to_owned(), child.json(id, &format!("{path}/{id}"))))
            .collect();
        let mut node = json!({ "id": id, "path": path, "children": children });
        if let Some(resource) = self.resource {
            node["attributes"] = json!({ "aws:cdk:cloudformation:type": resource });
        }
        node
    }
}

impl CloudAssembly {
    /// Every file of the assembly with its content.
    ///
    /// # Errors
    /// [`AssemblyError::Render`].
    pub fn files(&self) -> Result<BTreeMap<PathBuf, String>, AssemblyError> {
        let mut files = self.templates()?;
        let mut artifacts: Map<_, _> =
            self.stacks.iter().map(|stack| (stack.stack.props.name.clone(), stack.artifact())).collect();
        artifacts.insert("Tree".to_owned(), json!({ "type": "cdk:tree", "properties": { "file": "tree.json" } }));
        let trees: Map<_, _> = self.stacks.iter().map(|stack| (stack.stack.props.name.clone(), stack.tree())).collect();
        let documents = [
            ("manifest.json", json!({ "version": SCHEMA_VERSION, "artifacts": artifacts })),
            ("tree.json", json!({ "version": "tree-0.1", "tree": { "id": "App", "path": "", "children": trees } })),
            ("cdk.out", json!({ "version": SCHEMA_VERSION })),
        ];
        files.extend(documents.map(|(name, document)| (name.into(), format!("{document:#}\n"))));
        Ok(files)
    }

    /// The templates alone.
    ///
    /// # Errors
    /// [`AssemblyError::Render`].
    pub fn templates(&self) -> Result<BTreeMap<PathBuf, String>, AssemblyError> {
        let render = |artifact: &StackArtifact| {
            let text = artifact.stack.template.render(TemplateFormat::Json);
            let stack = artifact.stack.props.name.clone();
            text.map(|text| (artifact.template_path(), text)).map_err(|reason| AssemblyError::Render { stack, reason })
        };
        self.stacks.iter().map(render).collect()
    }

    /// Writes the assembly into `folder`. A file appears whole or not at all, and one that is up to date is left alone.
    ///
    /// # Errors
    /// [`AssemblyError::Write`], [`AssemblyError::Render`].
    pub fn write(&self, folder: &Path) -> Result<(), AssemblyError> {
        for (name, content) in self.files()? {
            let path = folder.join(name);
            if fs::read(&path).is_ok_and(|present| present == content.as_bytes()) {
                continue;
            }
            write_whole(&path, &content).map_err(|source| AssemblyError::Write { path, source })?;
        }
        Ok(())
    }

    /// The templates in `folder` that are missing, differ from this assembly, or belong to none of its stacks.
    ///
    /// # Errors
    /// [`AssemblyError::Read`], [`AssemblyError::Render`].
    pub fn stale_templates(&self, folder: &Path) -> Result<Vec<PathBuf>, AssemblyError> {
        let templates = self.templates()?;
        let mut stale: BTreeSet<PathBuf> = templates
            .iter()
            .filter(|(name, content)| fs::read(folder.join(name)).map_or(true, |present| present != content.as_bytes()))
            .map(|(name, _)| folder.join(name))
            .collect();
        for present in templates_in(folder)? {
            if !templates.contains_key(&present) {
                stale.insert(folder.join(present));
            }
        }
        Ok(stale.into_iter().collect())
    }
}

fn write_whole(path: &Path, content: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().permissions(default_permissions()).tempfile_in(folder)?;
    file.write_all(content.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// The templates in the folders inside of `folder`, relative to it.
fn templates_in(folder: &Path) -> Result<Vec<PathBuf>, AssemblyError> {
    let entries = |path: &Path| -> Result<Vec<PathBuf>, AssemblyError> {
        let read = || fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>();
        match read() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            result => result.map_err(|source| AssemblyError::Read { path: path.to_owned(), source }),
        }
    };
    let mut templates = Vec::new();
    for stack in entries(folder)?.iter().filter(|path| path.is_dir()) {
        let is_template = |path: &PathBuf| path.to_str().is_some_and(|path| path.ends_with(TEMPLATE_SUFFIX));
        let files = entries(stack)?.into_iter().filter(is_template);
        templates.extend(files.filter_map(|path| path.strip_prefix(folder).map(Path::to_owned).ok()));
    }
    Ok(templates)
}

#[cfg(unix)]
fn default_permissions() -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    fs::Permissions::from_mode(0o644)
}
