//! Compares a stack with the template that was committed for it, so that no data are lost unnoticed.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Map, Value as Json};

use crate::rules::{Rule, stateful_replaced, stateful_vanished};
use crate::{AssemblyError, CloudAssembly, ConstructPath, SynthError, SynthErrors, SynthesizedStack};

/// A stack beside its committed template.
pub(crate) struct Comparison<'a> {
    pub stack: &'a SynthesizedStack,
    new: Map<String, Json>,
    committed: &'a Map<String, Json>,
    accepted: &'a BTreeSet<String>,
    errors: Vec<SynthError>,
}

impl CloudAssembly {
    /// Refuses to drop or replace what holds data: compares with the templates that `folder` holds. `accepted` names
    /// logical ids that may be lost.
    ///
    /// # Errors
    /// [`SynthErrors`] for each resource that would be lost; [`AssemblyError`] for a template that cannot be read.
    pub fn keeps_data(
        &self,
        folder: &Path,
        accepted: &BTreeSet<String>,
    ) -> Result<Result<(), SynthErrors>, AssemblyError> {
        let mut errors = Vec::new();
        for stack in &self.stacks {
            let path = folder.join(stack.template_path());
            let text = match fs::read_to_string(&path) {
                Ok(text) => text,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(source) => return Err(AssemblyError::Read { path, source }),
            };
            let committed: Json = serde_json::from_str(&text)
                .map_err(|error| AssemblyError::Read { path, source: io::Error::from(error) })?;
            errors.extend(stack.losses(&committed, accepted));
        }
        for (name, stage) in &self.stages {
            let folder = folder.join(crate::assembly::stage_folder(name));
            if let Err(losses) = stage.keeps_data(&folder, accepted)? {
                errors.extend(losses.errors);
            }
        }
        Ok(if errors.is_empty() { Ok(()) } else { Err(SynthErrors { errors }) })
    }
}

impl SynthesizedStack {
    /// The resources with data that a change from the `committed` template to this stack would lose.
    #[must_use]
    pub fn losses(&self, committed: &Json, accepted: &BTreeSet<String>) -> Vec<SynthError> {
        let none = Map::new();
        let new = serde_json::to_value(&self.template.resources).ok();
        let mut comparison = Comparison {
            stack: self,
            new: new.and_then(|new| new.as_object().cloned()).unwrap_or_default(),
            committed: committed["Resources"].as_object().unwrap_or(&none),
            accepted,
            errors: Vec::new(),
        };
        stateful_vanished::compare(&mut comparison);
        stateful_replaced::compare(&mut comparison);
        comparison.errors
    }
}

impl<'a> Comparison<'a> {
    /// The resources of the committed template.
    pub fn committed(&self) -> impl Iterator<Item = (&'a str, &'a Json)> + use<'a> {
        self.committed.iter().map(|(id, resource)| (id.as_str(), resource))
    }

    /// The resource of this logical id in the new template.
    pub fn synthesized(&self, id: &str) -> Option<&Json> {
        self.new.get(id)
    }

    /// The resources of a type that are in the new template only.
    pub fn new_of(&self, kind: &str) -> impl Iterator<Item = &str> {
        let is_new =
            move |(id, resource): &(&String, &Json)| resource["Type"] == kind && !self.committed.contains_key(*id);
        self.new.iter().filter(is_new).map(|(id, _)| id.as_str())
    }

    /// Notes a loss, unless it was accepted.
    pub fn refuse(&mut self, rule: &'static Rule, id: &str, message: String, help: String) {
        if self.accepted.contains(id) {
            return;
        }
        let construct = self.stack.constructs.get(id);
        let path = construct.map_or_else(|| ConstructPath::new(id), |construct| construct.path.clone());
        let location = construct.map_or(self.stack.made, |construct| construct.location);
        let source = construct.and_then(|construct| construct.source.clone());
        let stack = self.stack.props.name.clone();
        self.errors.push(SynthError { rule, stack, path, location, source, message, help });
    }
}
