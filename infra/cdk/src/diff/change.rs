//! The vocabulary: the differences that there are.

use serde::Serialize;
use serde_json::Value as Json;

/// What becomes of a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// It goes.
    Removed,
    /// A new one is made in its place, and the old one goes.
    Replaced,
    /// It may be replaced, depending on what changes and on what other resources become.
    MayBeReplaced,
    /// It is new.
    Added,
    /// It stays and changes.
    Changed,
    /// It stays; only its construct is called otherwise.
    Renamed,
}

/// A resource that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResourceChange {
    /// Its name in the template.
    pub logical_id: String,
    /// Its type: the new one, or that of a resource that goes.
    pub resource_type: String,
    /// The type that it had, if that differs. CloudFormation refuses such a change: the new one needs another logical id.
    pub old_type: Option<String>,
    /// What becomes of it.
    pub action: Action,
    /// Why it is replaced or may be.
    pub causes: Vec<Cause>,
    /// What differs in it. Nothing, if it is new or goes.
    pub changes: Vec<PropertyChange>,
    /// What its construct was called and is called.
    pub renamed: Option<Renamed>,
    /// The logical id of an equal resource that is new while this one goes, or the other way round: a rename that
    /// CloudFormation carries out as making a new, empty one and deleting the old.
    pub recreated: Option<String>,
    /// Whether it holds data.
    pub stateful: bool,
    /// What becomes of the old one if it goes or is replaced, as its policies say; where those of the two templates
    /// differ, the one that keeps less counts.
    pub fate: Option<Fate>,
    /// Whether its type has no schema here: only the change set can tell then whether it is replaced.
    pub only_change_set_can_tell: bool,
}

/// Why a resource is replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cause {
    /// The property, from the outside in with `.` between; or `Type`.
    pub property: String,
    /// Whether a change of it always replaces the resource.
    pub certain: bool,
    /// The replaced resource that the property refers to, if that is why it changes.
    pub follows: Option<String>,
}

/// What a construct was called and is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Renamed {
    /// Before.
    pub old: String,
    /// Now.
    pub new: String,
}

/// What becomes of the old resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It is deleted, with what it holds.
    Deleted,
    /// It is deleted after a snapshot.
    Snapshot,
    /// It stays, outside of the stack: it costs on, keeps its name taken, and nobody updates it.
    Retained,
}

/// Where in a resource something differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In its properties.
    Property,
    /// Beside them: `DeletionPolicy`, `DependsOn`, `Condition`, `Metadata` and the like.
    Attribute,
}

/// A property or attribute that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PropertyChange {
    /// Where.
    pub place: Place,
    /// Which, from the outside in: `RedrivePolicy.maxReceiveCount`, `Tags[team].Value`, `Layers[0]`.
    pub path: String,
    /// What it was; nothing, if it was not there. Known secrets are hidden.
    pub old: Option<Json>,
    /// What it becomes; nothing, if it goes.
    pub new: Option<Json>,
}

/// Something outside of the resources that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntryChange {
    /// The section, such as `Parameters`.
    pub section: String,
    /// The name in it, and the path below if only a part differs. Empty if the section is a single value.
    pub path: String,
    /// What it was. The default of a parameter with `NoEcho` is hidden.
    pub old: Option<Json>,
    /// What it becomes.
    pub new: Option<Json>,
}

/// Which way permissions or reachability went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is allowed or open.
    Widened,
    /// Less is.
    Narrowed,
}

/// Whether a statement allows or denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Effect {
    /// It allows.
    Allow,
    /// It denies: less of it widens.
    Deny,
}

/// A permission that is new or gone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PolicyChange {
    /// Which way. A statement that denies and goes widens.
    pub direction: Direction,
    /// Whether the statement allows or denies.
    pub effect: Effect,
    /// Who may or may not.
    pub principal: String,
    /// What.
    pub actions: Vec<String>,
    /// On what.
    pub resources: Vec<String>,
    /// Under which condition.
    pub condition: Option<String>,
    /// The logical ids of the resources that state it, in the template that does.
    pub stated_by: Vec<String>,
    /// Whether everybody may, without any condition.
    pub public: bool,
}

/// Something that can be reached from elsewhere, or no longer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ExposureChange {
    /// Which way.
    pub direction: Direction,
    /// The resource.
    pub logical_id: String,
    /// Its type.
    pub resource_type: String,
    /// What is open: `tcp 22 from 0.0.0.0/0`.
    pub what: String,
    /// Whether to the whole internet.
    pub public: bool,
}

/// What may cost data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskKind {
    /// A resource that holds data goes.
    Removed,
    /// A resource that holds data is replaced by an empty one.
    Replaced,
    /// It may be.
    MayBeReplaced,
    /// Data are kept for a shorter time.
    RetentionShortened,
    /// What is removed or replaced is no longer kept.
    RemovalPolicyWeakened,
    /// A protection against deletion is off.
    ProtectionOff,
    /// Backups, versions or recovery are off.
    RecoveryOff,
}

/// A change that may cost data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DataRisk {
    /// The resource.
    pub logical_id: String,
    /// Its type.
    pub resource_type: String,
    /// What happens.
    pub kind: RiskKind,
    /// The property or attribute, if it is one.
    pub property: Option<String>,
    /// What it was.
    pub old: Option<Json>,
    /// What it becomes.
    pub new: Option<Json>,
    /// What that means, as a sentence.
    pub meaning: String,
}

/// Function code that differs. The caller knows it: templates hold only where code stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodeChange {
    /// The function.
    pub function: String,
    /// The key or hash of the code that runs.
    pub old_key: Option<String>,
    /// The key or hash of the new code.
    pub new_key: Option<String>,
    /// The size of the code that runs, in bytes.
    pub old_size: Option<u64>,
    /// The size of the new code, in bytes.
    pub new_size: Option<u64>,
}

/// A limit that comes close.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LimitUse {
    /// What is limited: `resources`, `template bytes`.
    pub what: String,
    /// How much the old template used.
    pub before: usize,
    /// How much the new one uses.
    pub used: usize,
    /// How much there may be.
    pub most: usize,
    /// What lies beyond.
    pub beyond: String,
}
