//! What needs an approval.

use serde::Serialize;
use serde_json::Value as Json;

use super::TemplateDiff;
use super::change::{Action, Direction, Fate, ResourceChange};
use crate::rules::is_stateful;

/// What is risky about a change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Risks {
    /// A resource goes or is replaced, or data may be lost. Resources that only tie others together do not count:
    /// policies, permissions, event source mappings and the like can be made again at any time, and hold nothing.
    pub destructive: bool,
    /// More is allowed or can be reached.
    pub broadening: bool,
    /// Anything differs.
    pub any: bool,
}

/// A resource that holds data and goes or is replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loss {
    /// Its name in the template.
    pub logical_id: String,
    /// Its type.
    pub resource_type: String,
    /// Whether it goes or is replaced.
    pub kind: LossKind,
    /// Why, as short phrases: the properties that replace it.
    pub cause: Vec<String>,
    /// Whether that happens for certain. A replacement may depend on what the change set finds.
    pub certain: bool,
    /// Whether the old resource stays outside of the stack, with its data. The stack goes on with an empty one, or none.
    pub retained: bool,
}

/// How a resource is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LossKind {
    /// It is no longer in the template.
    Removed,
    /// A new one takes its place.
    Replaced,
}

/// What only ties others together, or is made anew by each deployment.
const TIES: [&str; 27] = [
    "AWS::ApiGateway::Deployment",
    "AWS::ApiGatewayV2::Deployment",
    "AWS::CloudFormation::WaitConditionHandle",
    "AWS::EC2::SecurityGroupEgress",
    "AWS::EC2::SecurityGroupIngress",
    "AWS::Events::EventBusPolicy",
    "AWS::IAM::GroupPolicy",
    "AWS::IAM::ManagedPolicy",
    "AWS::IAM::Policy",
    "AWS::IAM::RolePolicy",
    "AWS::IAM::UserPolicy",
    "AWS::IAM::UserToGroupAddition",
    "AWS::Kinesis::ResourcePolicy",
    "AWS::Lambda::EventInvokeConfig",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Lambda::LayerVersionPermission",
    "AWS::Lambda::Permission",
    "AWS::Lambda::ResourcePolicy",
    "AWS::Lambda::Version",
    "AWS::Logs::ResourcePolicy",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::TopicInlinePolicy",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueueInlinePolicy",
    "AWS::SQS::QueuePolicy",
    "AWS::SSM::ResourcePolicy",
    "AWS::SecretsManager::ResourcePolicy",
];

/// Whether a resource of a template holds data: by its type, or because it says what becomes of them.
#[must_use]
pub fn holds_data(resource: &Json) -> bool {
    is_stateful(resource)
}

impl TemplateDiff {
    /// What is risky about the change.
    #[must_use]
    pub fn risk(&self) -> Risks {
        let widened = self.policies.iter().map(|policy| policy.direction);
        let opened = self.exposure.iter().map(|exposure| exposure.direction);
        Risks {
            destructive: !self.data.is_empty() || self.resources.iter().any(ResourceChange::is_destructive),
            broadening: widened.chain(opened).any(|direction| direction == Direction::Widened),
            any: !self.is_empty(),
        }
    }

    /// The resources that hold data and go or are replaced, or may be.
    #[must_use]
    pub fn stateful_losses(&self) -> Vec<Loss> {
        self.resources.iter().filter(|change| change.stateful).filter_map(ResourceChange::loss).collect()
    }
}

impl ResourceChange {
    /// Whether something is gone afterwards that nobody may notice in time.
    #[must_use]
    pub fn is_destructive(&self) -> bool {
        let goes = match self.action {
            Action::Removed | Action::Replaced => true,
            Action::MayBeReplaced => self.stateful,
            Action::Added | Action::Changed | Action::Renamed => false,
        };
        goes && (self.stateful || !TIES.contains(&self.resource_type.as_str()))
    }

    fn loss(&self) -> Option<Loss> {
        let kind = match self.action {
            Action::Removed => LossKind::Removed,
            Action::Replaced | Action::MayBeReplaced => LossKind::Replaced,
            Action::Added | Action::Changed | Action::Renamed => return None,
        };
        let cause = match kind {
            LossKind::Removed => vec!["it is no longer in the template".to_owned()],
            LossKind::Replaced => self.causes.iter().map(ToString::to_string).collect(),
        };
        Some(Loss {
            logical_id: self.logical_id.clone(),
            resource_type: self.resource_type.clone(),
            kind,
            cause,
            certain: self.action != Action::MayBeReplaced,
            retained: self.fate == Some(Fate::Retained),
        })
    }
}

impl std::fmt::Display for super::Cause {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (&self.follows, self.certain) {
            (Some(id), true) => write!(f, "{} refers to {id}, which is replaced", self.property),
            (Some(id), false) => write!(f, "{} refers to {id}, which is or may be replaced", self.property),
            (None, true) => write!(f, "{} changes", self.property),
            (None, false) => write!(f, "{} changes, which may replace it", self.property),
        }
    }
}
