//! A deploy of several stacks: each after those that it builds on, independent ones side by side.

pub(crate) mod code_changes;
pub(crate) mod deployment;
pub(crate) mod hotswap;
pub(crate) mod plan;
pub(crate) mod record;

use std::collections::{BTreeMap, BTreeSet};

use cdk::deployment_dependencies;
use futures_util::future::{join_all, try_join_all};
use futures_util::stream::{FuturesUnordered, StreamExt};

use crate::error::DeployError;
use crate::report::Reporter;
use crate::rollout::deployment::{Deployed, Deployment};
use crate::rollout::plan::Plan;

/// How many stacks are deployed at the same time.
const AT_A_TIME: usize = 8;

/// Deployments that belong together.
#[derive(Debug)]
pub struct Rollout<'a> {
    deployments: Vec<Deployment<'a>>,
}

/// What a rollout is going to do.
#[derive(Debug)]
pub struct RolloutPlan {
    /// The plan of each stack, in the order of the deployments.
    pub plans: Vec<Plan>,
    /// The stacks that each stack waits for.
    waits: BTreeMap<String, BTreeSet<String>>,
}

/// What became of one stack.
#[derive(Debug)]
pub struct Outcome {
    /// The stack.
    pub stack: String,
    /// What was deployed, or why it was not.
    pub result: Result<Deployed, DeployError>,
}

impl<'a> Rollout<'a> {
    /// A rollout of these deployments.
    pub fn new(deployments: Vec<Deployment<'a>>) -> Self {
        Self { deployments }
    }

    /// Finds out what each deployment is going to do. Nothing that is deployed is touched.
    ///
    /// # Errors
    /// Everything that keeps a stack from being deployed and can be known before; then none of them is.
    pub async fn plan(&self, reporter: &dyn Reporter) -> Result<RolloutPlan, DeployError> {
        let standings = try_join_all(self.deployments.iter().map(|deployment| deployment.look(reporter))).await?;
        let stacks: Vec<_> = self.deployments.iter().map(Deployment::stack).collect();
        let deployed = self.deployments.iter().zip(&standings);
        let deployed = deployed
            .filter_map(|(deployment, standing)| Some((deployment.name().to_owned(), standing.template.clone()?)));
        let mut waits = deployment_dependencies(&stacks, &deployed.collect())?;
        for others in waits.values_mut() {
            others.retain(|other| self.deployments.iter().any(|deployment| deployment.name() == other));
        }
        let previews: Vec<_> = self
            .deployments
            .iter()
            .zip(&standings)
            .map(|(deployment, standing)| deployment.preview(standing))
            .collect();
        let changing = changing(&previews, &waits);
        let plans = self.deployments.iter().zip(&standings).zip(previews).map(|((deployment, standing), preview)| {
            let now = waits.get(deployment.name()).is_none_or(|others| others.is_disjoint(&changing));
            deployment.plan(standing, preview, now, reporter)
        });
        match try_join_all(plans).await {
            Ok(plans) => Ok(RolloutPlan { plans, waits }),
            Err(error) => {
                // This error is the one to be told. What cannot be cleaned up now, the next deploy finds.
                self.abandon().await.ok();
                Err(error)
            }
        }
    }

    /// Carries a plan out. A stack that fails keeps those from beginning that build on it; the others go on.
    pub async fn carry_out(&self, plan: &RolloutPlan, reporter: &dyn Reporter) -> Vec<Outcome> {
        let mut waiting: Vec<(&Deployment<'a>, &Plan)> = self.deployments.iter().zip(&plan.plans).collect();
        let mut running = FuturesUnordered::new();
        let mut done: BTreeSet<String> = BTreeSet::new();
        let mut outcomes: Vec<Outcome> = Vec::new();
        loop {
            waiting.retain(|&(deployment, plan_of_stack)| {
                let needed = plan.waits.get(deployment.name());
                let is_ready = needed.is_none_or(|needed| needed.iter().all(|needed| done.contains(needed)));
                let begins = is_ready && running.len() < AT_A_TIME;
                if begins {
                    running.push(async move {
                        let result = deployment.carry_out(plan_of_stack, reporter).await;
                        Outcome { stack: deployment.name().to_owned(), result }
                    });
                }
                !begins
            });
            let Some(outcome) = running.next().await else { break };
            if outcome.result.is_ok() {
                done.insert(outcome.stack.clone());
            }
            outcomes.push(outcome);
        }
        outcomes.extend(waiting.into_iter().map(|(deployment, _)| {
            let stack = deployment.name().to_owned();
            let needed = plan.waits.get(&stack).into_iter().flatten();
            let because = needed.filter(|needed| !done.contains(*needed)).cloned().collect::<Vec<_>>().join(", ");
            Outcome { stack: stack.clone(), result: Err(DeployError::NotBegun { stack, because }) }
        }));
        outcomes
    }

    /// Cleans up after a rollout that was broken off or not approved. Returns whether CloudFormation goes on with changes
    /// that were begun.
    ///
    /// # Errors
    /// AWS out of reach.
    pub async fn abandon(&self) -> Result<bool, DeployError> {
        let abandoned = join_all(self.deployments.iter().map(Deployment::abandon)).await;
        let mut goes_on = false;
        for abandoned in abandoned {
            goes_on |= abandoned?;
        }
        Ok(goes_on)
    }
}

/// The stacks that change, or may because one that they build on does.
fn changing(previews: &[Plan], waits: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut changing: BTreeSet<String> =
        previews.iter().filter(|plan| !plan.is_empty()).map(|plan| plan.stack.clone()).collect();
    loop {
        let follows = |(_, others): &(&String, &BTreeSet<String>)| !others.is_disjoint(&changing);
        let more: Vec<_> = waits.iter().filter(follows).map(|(stack, _)| stack.clone()).collect();
        let before = changing.len();
        changing.extend(more);
        if changing.len() == before {
            return changing;
        }
    }
}
