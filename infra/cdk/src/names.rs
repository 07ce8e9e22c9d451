//! Where constructs stand, and what their resources are called in the template.

use std::fmt;

use serde::Serialize;

/// Where a construct stands in its stack: the ids that the author wrote, from the outside in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConstructPath(String);

impl ConstructPath {
    /// The path of a construct that stands directly in the stack.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The path of a construct inside this one.
    #[must_use]
    pub fn child(&self, id: &str) -> Self {
        Self(format!("{}/{id}", self.0))
    }

    /// The ids, from the outside in.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }

    /// The logical id that follows from the path: its ids joined, without separator and without hash.
    #[must_use]
    pub fn logical_id(&self) -> LogicalId {
        LogicalId(self.0.replace('/', ""))
    }

    /// Whether every id is made of ASCII letters and digits and the logical id has at most 255 characters, as
    /// [CloudFormation demands](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html).
    #[must_use]
    pub fn is_valid(&self) -> bool {
        let valid = |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        self.ids().all(valid) && self.0.len() <= 255
    }
}

impl fmt::Display for ConstructPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The name of a resource, parameter or output inside a template.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct LogicalId(String);

impl LogicalId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LogicalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
