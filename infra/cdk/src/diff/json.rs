//! A diff as JSON, for programs.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::TemplateDiff;

/// The version of the JSON: it goes up when a field changes its meaning or goes. New fields may come at any time.
pub const FORMAT_VERSION: u32 = 1;

/// `format_version`, `is_new`, `risks` (`destructive`, `broadening`, `any`), `losses` (of [`TemplateDiff::stateful_losses`]),
/// and every field of [`TemplateDiff`], with the names that they have here.
impl Serialize for TemplateDiff {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut diff = serializer.serialize_struct("TemplateDiff", 11)?;
        diff.serialize_field("format_version", &FORMAT_VERSION)?;
        diff.serialize_field("is_new", &self.is_new)?;
        diff.serialize_field("risks", &self.risk())?;
        diff.serialize_field("losses", &self.stateful_losses())?;
        diff.serialize_field("resources", &self.resources)?;
        diff.serialize_field("entries", &self.entries)?;
        diff.serialize_field("policies", &self.policies)?;
        diff.serialize_field("exposure", &self.exposure)?;
        diff.serialize_field("data", &self.data)?;
        diff.serialize_field("code", &self.code)?;
        diff.serialize_field("limits", &self.limits)?;
        diff.end()
    }
}
