//! The cloud assembly: templates in the form that the `cdk` command line reads.
//!
//! Layout: `manifest.json`, `tree.json`, `cdk.out`, the templates, each in the folder of its stack, and one folder
//! `assembly-NAME` per stage, laid out alike. Only the templates are meant to be committed.

mod code;
mod manifest;
mod order;
mod tree;

pub use code::{CodeAsset, CodeAssets};
pub(crate) use manifest::stage_folder;
pub use order::{CircularStacks, deployment_dependencies, deployment_order, removal_order};

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::{SynthesizedStack, Template, TemplateFormat};

/// How the names of template files end.
pub const TEMPLATE_SUFFIX: &str = ".template.json";

/// Stacks that were synthesized together.
#[derive(Debug, Default)]
pub struct CloudAssembly {
    /// The stacks.
    pub stacks: Vec<SynthesizedStack>,
    /// Stages by name, each an assembly of its own inside of this one.
    pub stages: BTreeMap<String, CloudAssembly>,
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
    #[error("cannot write {document} as text: {reason}")]
    Render {
        /// The file that it would have been, inside of the assembly.
        document: PathBuf,
        /// What the serializer said.
        reason: String,
    },
}

impl CloudAssembly {
    /// Every file of the assembly with its content.
    ///
    /// With `code`, the assembly is one that the stock `cdk` command line can deploy: it says where the code of each
    /// function goes and which command makes it, and the templates name it. Without, the templates take the place of the
    /// code as parameters, so that they do not change when only code does.
    ///
    /// # Errors
    /// [`AssemblyError::Render`].
    pub fn files(&self, code: Option<&CodeAssets<'_>>) -> Result<BTreeMap<PathBuf, String>, AssemblyError> {
        let mut files = self.files_of_stage(None, code)?;
        insert(&mut files, "tree.json".into(), &tree::tree(self))?;
        Ok(files)
    }

    fn files_of_stage(
        &self,
        stage: Option<&str>,
        code: Option<&CodeAssets<'_>>,
    ) -> Result<BTreeMap<PathBuf, String>, AssemblyError> {
        let mut files = BTreeMap::new();
        for stack in &self.stacks {
            let template = match code {
                Some(code) => render(stack, &code.template(stack))?,
                None => render(stack, &stack.template)?,
            };
            files.insert(stack.template_path(), template);
            if let Some(code) = code {
                insert(&mut files, code::manifest_path(stack), &code.manifest(stack))?;
            }
        }
        for (name, assembly) in &self.stages {
            let folder = PathBuf::from(manifest::stage_folder(name));
            let inner = stage.map_or_else(|| name.clone(), |stage| format!("{stage}/{name}"));
            let inner = assembly.files_of_stage(Some(&inner), code)?;
            files.extend(inner.into_iter().map(|(path, content)| (folder.join(path), content)));
        }
        insert(&mut files, "manifest.json".into(), &manifest::manifest(self, stage, code.is_some()))?;
        insert(&mut files, "cdk.out".into(), &manifest::version())?;
        Ok(files)
    }

    /// The templates alone, those of stages included.
    ///
    /// # Errors
    /// [`AssemblyError::Render`].
    pub fn templates(&self) -> Result<BTreeMap<PathBuf, String>, AssemblyError> {
        let mut templates = BTreeMap::new();
        for stack in &self.stacks {
            templates.insert(stack.template_path(), render(stack, &stack.template)?);
        }
        for (name, assembly) in &self.stages {
            let folder = PathBuf::from(manifest::stage_folder(name));
            templates.extend(assembly.templates()?.into_iter().map(|(path, text)| (folder.join(path), text)));
        }
        Ok(templates)
    }

    /// Writes the assembly into `folder`. A file appears whole or not at all, and one that is up to date is left alone.
    ///
    /// # Errors
    /// [`AssemblyError::Write`], [`AssemblyError::Render`].
    pub fn write(&self, folder: &Path, code: Option<&CodeAssets<'_>>) -> Result<(), AssemblyError> {
        for (name, content) in self.files(code)? {
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

impl SynthesizedStack {
    /// Where its template is inside of the assembly.
    #[must_use]
    pub fn template_path(&self) -> PathBuf {
        Path::new(&self.props.folder).join(format!("{}{TEMPLATE_SUFFIX}", self.props.name))
    }
}

fn render(stack: &SynthesizedStack, template: &Template) -> Result<String, AssemblyError> {
    template
        .render(TemplateFormat::Json)
        .map_err(|reason| AssemblyError::Render { document: stack.template_path(), reason })
}

/// Adds a document as text.
fn insert(
    files: &mut BTreeMap<PathBuf, String>,
    document: PathBuf,
    content: &impl Serialize,
) -> Result<(), AssemblyError> {
    match serde_json::to_string_pretty(content) {
        Ok(text) => {
            files.insert(document, text + "\n");
            Ok(())
        }
        Err(error) => Err(AssemblyError::Render { document, reason: error.to_string() }),
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

/// The templates in `folder` and the folders inside of it, relative to it.
fn templates_in(folder: &Path) -> Result<Vec<PathBuf>, AssemblyError> {
    let read = || fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>();
    let entries = match read() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        result => result.map_err(|source| AssemblyError::Read { path: folder.to_owned(), source })?,
    };
    let mut templates = Vec::new();
    for path in entries {
        let Some(name) = path.file_name().map(PathBuf::from) else { continue };
        if path.is_dir() {
            templates.extend(templates_in(&path)?.into_iter().map(|inner| name.join(inner)));
        } else if name.to_str().is_some_and(|name| name.ends_with(TEMPLATE_SUFFIX)) {
            templates.push(name);
        }
    }
    Ok(templates)
}

#[cfg(unix)]
fn default_permissions() -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    fs::Permissions::from_mode(0o644)
}
