//! What differs between two templates, in the terms of CloudFormation and of the people who review it.
//!
//! [`TemplateDiff::between`] compares two templates as JSON. It is a pure function: nothing is asked of AWS. What it
//! says of a replacement follows from the [schemas](crate::schema) of the types; a type without one is said to be known to
//! the change set only.
//!
//! Templates that mean the same are equal, however they are spelled:
//!
//! - `Fn::GetAtt` and `DependsOn` as text or list, `Fn::Sub` and `Fn::Join` of the same text, a dependency that a
//!   reference implies anyhow;
//! - policy documents in any order, with one text instead of a list of one;
//! - lists without order: those that the schema declares to hold no item twice, except for the few in which the order
//!   matters all the same, and the well-known ones of types that have no schema here;
//! - numbers and truth values as text, where the schema says what they are, and JSON that stands in a text.

mod approaching;
mod canonical;
mod change;
mod compare;
mod coverage;
mod entries;
mod exposure;
mod hidden;
mod json;
mod loss;
mod markdown;
mod policies;
mod references;
mod renames;
mod replacement;
mod resources;
mod risk;
mod shown;
mod statement;
mod substitution;
mod text;

use serde_json::{Map, Value as Json};

pub use change::{
    Action, Cause, CodeChange, DataRisk, Direction, Effect, EntryChange, ExposureChange, Fate, LimitUse, Place,
    PolicyChange, PropertyChange, Renamed, ResourceChange, RiskKind,
};
pub use json::FORMAT_VERSION;
pub use markdown::{GITHUB_COMMENT, markdown};
pub(crate) use resources::PATH;
pub use risk::{Loss, LossKind, Risks, holds_data};
pub use shown::shown;
pub use text::{Line, Role};

/// What differs between two templates.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TemplateDiff {
    /// Whether there is no old template, so that everything is new.
    pub is_new: bool,
    /// The resources that differ, by logical id.
    pub resources: Vec<ResourceChange>,
    /// What differs outside of the resources: parameters, outputs, conditions and so on.
    pub entries: Vec<EntryChange>,
    /// Permissions that widened or narrowed.
    pub policies: Vec<PolicyChange>,
    /// What can be reached from elsewhere now, or no longer.
    pub exposure: Vec<ExposureChange>,
    /// What may cost data.
    pub data: Vec<DataRisk>,
    /// Function code that differs; see [`Self::with_code`].
    pub code: Vec<CodeChange>,
    /// Limits of CloudFormation that the new template comes close to, and closer than the old one.
    pub limits: Vec<LimitUse>,
}

impl TemplateDiff {
    /// What differs between an old template, or none, and a new one.
    ///
    /// ```
    /// use cdk::diff::{Action, TemplateDiff};
    /// use serde_json::json;
    ///
    /// let old = json!({ "Resources": { "Jobs": { "Type": "AWS::SQS::Queue" } } });
    /// let new = json!({ "Resources": { "Jobs": { "Type": "AWS::SQS::Queue", "Properties": { "DelaySeconds": 5 } } } });
    /// let diff = TemplateDiff::between(Some(&old), &new);
    /// assert_eq!(diff.resources[0].action, Action::Changed);
    /// assert!(!diff.risk().destructive);
    /// assert!(TemplateDiff::between(Some(&new), &new).is_empty());
    /// ```
    #[must_use]
    pub fn between(old: Option<&Json>, new: &Json) -> Self {
        let nothing = Json::Object(Map::new());
        let is_new = old.is_none();
        let old = old.unwrap_or(&nothing);
        let mut changed = resources::Changed::between(old, new);
        replacement::cascade(&mut changed);
        renames::mark(&mut changed);
        let policies = policies::between(&changed);
        let exposure = exposure::between(&changed, &policies);
        let data = loss::between(&changed);
        let resources: Vec<_> = changed.into_changes();
        let entries = entries::between(old, new);
        let limits = if resources.is_empty() && entries.is_empty() {
            Vec::new()
        } else {
            approaching::between((!is_new).then_some(old), new)
        };
        Self { is_new, resources, entries, policies, exposure, data, code: Vec::new(), limits }
    }

    /// The same with code that differs. Code is no part of a template, so the caller says which.
    #[must_use]
    pub fn with_code(mut self, code: Vec<CodeChange>) -> Self {
        self.code = code;
        self
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.resources.is_empty() && self.entries.is_empty() && self.code.is_empty()
    }
}
