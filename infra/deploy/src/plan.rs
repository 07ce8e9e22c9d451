//! What a deployment is going to do, found out before it does anything.

use std::collections::BTreeSet;

use cdk::diff::{CodeChange, Risks, TemplateDiff};

use crate::change_set::{ChangeSet, PlannedChange};
use crate::error::{DeployError, Loss};

/// What a deployment of one stack is going to do.
#[derive(Debug)]
pub struct Plan {
    /// The stack.
    pub stack: String,
    /// Whether there is no such stack yet.
    pub is_new: bool,
    /// How its template changes.
    pub diff: TemplateDiff,
    /// The functions whose code changes.
    pub code: Vec<CodeChange>,
    pub(crate) proposal: Proposal,
}

/// What CloudFormation says of it.
#[derive(Debug)]
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
            Proposal::Later => !self.is_new && self.diff.is_empty() && self.code.is_empty(),
        }
    }

    /// How dangerous it is.
    #[must_use]
    pub fn risks(&self) -> Risks {
        let risks = self.diff.risks();
        let lost = self.changes().into_iter().flatten().any(|change| change.action.loses());
        Risks {
            destructive: !self.is_new && (risks.destructive || lost),
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
        for change in
            by_change_set.filter(|change| change.action.loses() && cdk::diff::holds_data(&change.resource_type))
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

    /// What a change set would take away that the templates did not show.
    pub(crate) fn beyond(&self, change_set: &ChangeSet) -> Vec<String> {
        let shown: BTreeSet<&str> = self.diff.lost().collect();
        let unseen = change_set.changes.iter().filter(|change| change.action.loses() && !self.is_new);
        let unseen = unseen.filter(|change| !shown.contains(change.logical_id.as_str()));
        unseen.map(|change| format!("{} ({}): {:?}", change.logical_id, change.resource_type, change.action)).collect()
    }
}

impl From<cdk::diff::Loss> for Loss {
    fn from(loss: cdk::diff::Loss) -> Self {
        let fate = loss.to_string();
        Self { logical_id: loss.logical_id, resource_type: loss.resource_type, fate }
    }
}
