//! Where constructs stand, and what their resources are called in the template.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// How the names of the parameters begin that carry values from stack to stack.
pub(crate) const SHARED: &str = "/cdk/";

/// Where a construct stands in its stack: the ids that the author wrote, from the outside in.
///
/// The logical id in the template follows from it. A construct that was renamed says so, and keeps its logical id, because
/// CloudFormation would otherwise make a new resource and delete the old one:
///
/// ```
/// use cdk::ConstructPath;
///
/// let orders = ConstructPath::new("Orders").renamed_from("Carts");
/// assert_eq!(orders.child("Policy").to_string(), "Orders/Policy");
/// assert_eq!(orders.child("Policy").logical_id().as_str(), "CartsPolicy");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConstructPath {
    path: String,
    logical_id: String,
}

impl ConstructPath {
    /// The path of a construct that stands directly in the stack.
    pub fn new(id: impl Into<String>) -> Self {
        let path = id.into();
        Self { logical_id: path.clone(), path }
    }

    /// The path of a construct inside this one.
    #[must_use]
    pub fn child(&self, id: &str) -> Self {
        Self { path: format!("{}/{id}", self.path), logical_id: format!("{}{id}", self.logical_id) }
    }

    /// The path of a construct that was called `id` before, beside where it stands now.
    #[must_use]
    pub fn renamed_from(mut self, id: &str) -> Self {
        let last = self.path.rsplit('/').next().unwrap_or_default().len();
        self.logical_id.truncate(self.logical_id.len().saturating_sub(last));
        self.logical_id.push_str(id);
        self
    }

    /// Whether the logical id is another than the one that the path yields.
    pub(crate) fn is_renamed(&self) -> bool {
        !self.ids().flat_map(str::bytes).eq(self.logical_id.bytes())
    }

    /// The ids, from the outside in.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.path.split('/')
    }

    /// The logical id that follows from the path: its ids joined, without separator and without hash.
    #[must_use]
    pub fn logical_id(&self) -> LogicalId {
        LogicalId::new(&self.logical_id)
    }

    /// Whether every id is made of ASCII letters and digits and the logical id has at most 255 characters, as
    /// [CloudFormation demands](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html).
    #[must_use]
    pub fn is_valid(&self) -> bool {
        let valid = |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        self.ids().all(valid) && valid(&self.logical_id) && self.logical_id.len() <= 255
    }
}

impl From<&str> for ConstructPath {
    fn from(id: &str) -> Self {
        Self::new(id)
    }
}

impl From<String> for ConstructPath {
    fn from(id: String) -> Self {
        Self::new(id)
    }
}

impl From<&Self> for ConstructPath {
    fn from(path: &Self) -> Self {
        path.clone()
    }
}

impl fmt::Display for ConstructPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.fmt(f)
    }
}

/// The name of a resource, parameter or output inside a template.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogicalId(Arc<str>);

impl LogicalId {
    pub(crate) fn new(id: &str) -> Self {
        Self(id.into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for LogicalId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LogicalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for LogicalId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A word with a capital first letter, as it stands inside of an id.
pub(crate) fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map(|first| first.to_uppercase().to_string() + characters.as_str()).unwrap_or_default()
}
