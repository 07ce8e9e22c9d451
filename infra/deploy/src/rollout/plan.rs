//! What a deployment is going to do, found out before it does anything.

use std::collections::BTreeSet;

use cdk::diff::{Action, LossKind, Risks, TemplateDiff};

use crate::error::{DeployError, Loss};
use crate::stack::change_set::{ChangeSet, PlannedChange};

/// What a deployment of one stack is going to do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The stack.
    pub stack: String,
    /// Whether there is no such stack yet.
    pub is_new: bool,
    /// How its template and the code of its functions change.
    pub diff: TemplateDiff,
    /// The deployed resources that hold data, by logical id.
    pub(crate) stateful: BTreeSet<String>,
    pub(crate) proposal: Proposal,
}

/// What CloudFormation says of it.
#[derive(Debug, Clone)]
pub(crate) enum Proposal {
    /// It would change something.
    Changes(ChangeSet),
    /// It would change nothing.
    Nothing,
    /// It is asked once the stacks are deployed that this one builds on, or once the remains of a failed creation are gone.
    Later,
}

impl Plan {
    /// What CloudFormation would do to each resource; none if it can only be asked later.
    #[must_use]
    pub fn changes(&self) -> Option<&[PlannedChange]> {
        match &self.proposal {
            Proposal::Changes(change_set) => Some(&change_set.changes),
            Proposal::Nothing => Some(&[]),
            Proposal::Later => None,
        }
    }

    /// Whether nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.proposal {
            Proposal::Changes(_) => false,
            Proposal::Nothing => true,
            Proposal::Later => !self.is_new && self.diff.is_empty(),
        }
    }

    /// How dangerous it is.
    #[must_use]
    pub fn risks(&self) -> Risks {
        let risks = self.diff.risk();
        Risks {
            destructive: !self.is_new && (risks.destructive || !self.unseen().is_empty()),
            broadening: risks.broadening,
            any: !self.is_empty(),
        }
    }

    /// Refuses to lose what holds data, unless it was accepted by logical id.
    pub(crate) fn keeps_data(&self, accepted: &BTreeSet<String>) -> Result<(), DeployError> {
        if self.is_new {
            return Ok(());
        }
        let mut losses: Vec<Loss> = self.diff.stateful_losses().into_iter().map(Loss::from).collect();
        let by_change_set = self.changes().into_iter().flatten();
        for change in by_change_set.filter(|change| change.action.loses() && self.stateful.contains(&change.logical_id))
        {
            if losses.iter().all(|loss| loss.logical_id != change.logical_id) {
                losses.push(Loss {
                    logical_id: change.logical_id.clone(),
                    resource_type: change.resource_type.clone(),
                    fate: "would be removed or replaced, says CloudFormation".to_owned(),
                });
            }
        }
        losses.retain(|loss| !accepted.contains(&loss.logical_id));
        if losses.is_empty() { Ok(()) } else { Err(DeployError::Losses { stack: self.stack.clone(), losses }) }
    }

    /// What the change set would take away that the templates do not show.
    pub(crate) fn unseen(&self) -> Vec<String> {
        let lost = self
            .diff
            .resources
            .iter()
            .filter(|change| matches!(change.action, Action::Removed | Action::Replaced | Action::MayBeReplaced));
        let seen: BTreeSet<&str> = lost.map(|change| change.logical_id.as_str()).collect();
        let changes = self.changes().into_iter().flatten().filter(|change| change.action.loses() && !self.is_new);
        let unseen = changes.filter(|change| !seen.contains(change.logical_id.as_str()));
        unseen.map(|change| format!("{} ({}) {}", change.logical_id, change.resource_type, change.action)).collect()
    }
}

impl From<cdk::diff::Loss> for Loss {
    fn from(loss: cdk::diff::Loss) -> Self {
        let what = match (loss.kind, loss.certain) {
            (LossKind::Removed, _) => "would be removed",
            (LossKind::Replaced, true) => "would be replaced by an empty one",
            (LossKind::Replaced, false) => "may be replaced by an empty one",
        };
        let data = if loss.retained { "; the old one stays outside of the stack" } else { ", and its data with it" };
        let fate = format!("{what}, because {}{data}", loss.cause.join(", "));
        Self { logical_id: loss.logical_id, resource_type: loss.resource_type, fate }
    }
}
