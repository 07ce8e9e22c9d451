//! Checks that a tree is built like a template: sections, logical ids, resource attributes and their number.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html>

use super::{Content, Key, Located, Mistake, Position, Problem};

/// The sections of a template and what each holds.
const SECTIONS: [(&str, Holds); 11] = [
    ("AWSTemplateFormatVersion", Holds::Version),
    ("Description", Holds::Anything),
    ("Metadata", Holds::Map),
    ("Parameters", Holds::Named { most: 200 }),
    ("Rules", Holds::Map),
    ("Mappings", Holds::Named { most: 200 }),
    ("Conditions", Holds::Map),
    ("Transform", Holds::Anything),
    ("Resources", Holds::Named { most: 500 }),
    ("Outputs", Holds::Named { most: 200 }),
    ("Hooks", Holds::Map),
];

/// What a section holds.
#[derive(Clone, Copy)]
enum Holds {
    /// Something that is not looked into.
    Anything,
    /// The format version.
    Version,
    /// Anything under names of any form.
    Map,
    /// Maps under logical ids, at most so many as
    /// [documented](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html).
    Named { most: usize },
}

/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html>
const ATTRIBUTES: [&str; 9] = [
    "Type",
    "Properties",
    "DependsOn",
    "Condition",
    "DeletionPolicy",
    "UpdateReplacePolicy",
    "CreationPolicy",
    "UpdatePolicy",
    "Metadata",
];

/// Adds every mistake of a template's anatomy to the list.
pub(super) fn check(template: &Located, mistakes: &mut Vec<Mistake>) {
    Anatomy { mistakes }.template(template);
}

struct Anatomy<'mistakes> {
    mistakes: &'mistakes mut Vec<Mistake>,
}

impl Anatomy<'_> {
    fn report(&mut self, position: Position, problem: Problem) {
        self.mistakes.push(Mistake { position, problem });
    }

    fn template(&mut self, template: &Located) {
        if template.content == Content::Null {
            return self.report(template.position, Problem::Empty);
        }
        let Some(sections) = self.map(template, "a template") else { return };
        for (key, section) in sections {
            match SECTIONS.iter().find(|(name, _)| *name == key.text) {
                Some((name, holds)) => self.section(name, *holds, section),
                None => self.report(key.position, unknown_section(&key.text)),
            }
        }
        if template.get("Resources").is_none() {
            self.report(template.position, Problem::NoResources);
        }
    }

    fn section(&mut self, name: &'static str, holds: Holds, section: &Located) {
        match holds {
            Holds::Anything => {}
            Holds::Version => {
                if section.text() != Some("2010-09-09") {
                    self.report(section.position, Problem::FormatVersion);
                }
            }
            Holds::Map => {
                self.map(section, &format!("the section {name}"));
            }
            Holds::Named { most } => {
                let Some(entries) = self.map(section, &format!("the section {name}")) else { return };
                if entries.len() > most {
                    self.report(section.position, Problem::TooMany { section: name, count: entries.len(), most });
                }
                if name == "Resources" && entries.is_empty() {
                    self.report(section.position, Problem::NoResources);
                }
                entries.iter().for_each(|(key, value)| self.entry(name, key, value));
            }
        }
    }

    fn entry(&mut self, section: &str, key: &Key, value: &Located) {
        let name = || key.text.as_str().into();
        if key.text.starts_with("Fn::") {
            return self.report(key.position, Problem::FunctionAmongNames { function: name() });
        }
        if !matches!(key.text.len(), 1..=255) || !key.text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            self.report(key.position, Problem::NotLogicalId { name: name() });
        }
        let Some(attributes) = self.map(value, &format!("{} in the section {section}", name())) else { return };
        if section == "Resources" {
            self.resource(key, value, attributes);
        }
    }

    fn resource(&mut self, key: &Key, resource: &Located, attributes: &[(Key, Located)]) {
        let kind = resource.get("Type");
        let is_custom = kind.and_then(Located::text).is_some_and(is_custom);
        for (attribute, _) in attributes {
            let is_known = ATTRIBUTES.contains(&attribute.text.as_str()) || is_custom && attribute.text == "Version";
            if !is_known {
                let problem =
                    Problem::UnknownAttribute { attribute: attribute.text.as_str().into(), known: &ATTRIBUTES };
                self.report(attribute.position, problem);
            }
        }
        match kind {
            None => self.report(key.position, Problem::NoType { resource: key.text.as_str().into() }),
            Some(kind) if kind.text().is_none_or(str::is_empty) => {
                self.report(kind.position, Problem::WrongKind { what: "the Type of a resource".into(), kind: "text" });
            }
            Some(_) => {}
        }
        if let Some(properties) = resource.get("Properties") {
            self.map(properties, "the Properties of a resource");
        }
    }

    /// The entries of a map; nothing when it is none, which is reported.
    fn map<'tree>(&mut self, value: &'tree Located, what: &str) -> Option<&'tree [(Key, Located)]> {
        if value.entries().is_none() {
            self.report(value.position, Problem::WrongKind { what: what.to_owned(), kind: "a map" });
        }
        value.entries()
    }
}

/// Whether a resource type is a custom one. Such a resource may also have a `Version`.
fn is_custom(kind: &str) -> bool {
    kind == "AWS::CloudFormation::CustomResource" || kind.starts_with("Custom::")
}

fn unknown_section(name: &str) -> Problem {
    match name {
        "Globals" => Problem::Globals,
        _ if name.starts_with("Fn::") => Problem::FunctionAmongNames { function: name.into() },
        _ => Problem::UnknownSection { section: name.into(), known: SECTIONS.map(|(name, _)| name).join(", ") },
    }
}
