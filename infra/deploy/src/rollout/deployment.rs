//! A deployment of one stack: look at it, ask CloudFormation what would happen, and carry that out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use aws_sdk_cloudformation::types::{ChangeSetType, Stack, StackStatus};
use cdk::SynthesizedStack;
use cdk::diff::TemplateDiff;
use serde_json::Value as Json;

use crate::assets::asset_bucket::AssetBucket;
use crate::assets::code::Code;
use crate::assets::upload::Asset;
use crate::connection::Connection;
use crate::error::DeployError;
use crate::report::{Progress, Reporter};
use crate::rollout::code_changes;
use crate::rollout::hotswap;
use crate::rollout::plan::{Plan, Proposal};
use crate::rollout::record;
use crate::stack::change_set::{self, ChangeSet};
use crate::stack::event::Events;
use crate::stack::protection;
use crate::stack::release::Release;
use crate::stack::{
    Situation, delete, deployed_template, describe, follow, follow_running, outputs_of, parameters_of,
    request_deletion, status_of,
};

/// How often an operation of somebody else is waited for.
const OTHERS: usize = 5;

/// How a deployment is done.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The resources with data that may be lost, by logical id.
    pub accept_losses: BTreeSet<String>,
    /// Whether a failed deployment is left as it is, to be looked at.
    pub no_rollback: bool,
    /// Whether resources that were changed by hand are put right as well.
    pub revert_drift: bool,
}

/// What is deployed where.
#[derive(Debug)]
pub struct Deployment<'a> {
    connection: &'a Connection,
    stack: &'a SynthesizedStack,
    code: &'a [Code],
    release: Release,
    options: Options,
    proposed: Mutex<Option<String>>,
    executing: AtomicBool,
}

/// What a deployment led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deployed {
    /// Whether anything was changed.
    pub changed: bool,
    /// The stack's outputs.
    pub outputs: BTreeMap<String, String>,
}

/// How a stack stands before a deployment.
#[derive(Debug)]
pub(crate) struct Standing {
    situation: Situation,
    /// The deployed template; none if there is no stack.
    pub template: Option<Json>,
}

impl Standing {
    fn is_new(&self) -> bool {
        self.template.is_none()
    }

    /// The stack if it is deployed.
    fn stack(&self) -> Option<&Stack> {
        match &self.situation {
            Situation::Settled(stack) => Some(stack),
            _ => None,
        }
    }
}

impl<'a> Deployment<'a> {
    /// A deployment of `stack` with the code of its functions.
    ///
    /// # Errors
    /// [`DeployError::NotBuilt`] for a function whose code is not there.
    pub fn new(
        connection: &'a Connection,
        stack: &'a SynthesizedStack,
        code: &'a [Code],
        options: Options,
    ) -> Result<Self, DeployError> {
        Ok(Self { code, ..Self::of_release(connection, stack, Release::of(stack, code)?, options) })
    }

    /// A deployment of an earlier release, whose code was uploaded then.
    pub fn of_release(
        connection: &'a Connection,
        stack: &'a SynthesizedStack,
        release: Release,
        options: Options,
    ) -> Self {
        let (proposed, executing) = (Mutex::new(None), AtomicBool::new(false));
        Self { connection, stack, code: &[], release, options, proposed, executing }
    }

    /// The stack that is deployed.
    pub(crate) fn stack(&self) -> &'a SynthesizedStack {
        self.stack
    }

    pub(crate) fn name(&self) -> &'a str {
        &self.stack.props.name
    }

    /// Looks at the stack. An operation that is running on it is followed to its end first: it may be what a deploy
    /// that was killed had begun.
    pub(crate) async fn look(&self, reporter: &dyn Reporter) -> Result<Standing, DeployError> {
        let name = self.name();
        for _ in 0..OTHERS {
            let situation = Situation::of(self.connection, name).await?;
            match situation {
                Situation::Busy(stack) => {
                    let status = status_of(&stack);
                    reporter.done(format!("stack {name} is {status}: following the operation that was begun before"));
                    let (status, failed) = follow_running(self.connection, name, &stack, reporter).await?;
                    let failed = failed.map(|failed| format!("\n{failed}")).unwrap_or_default();
                    reporter.done(format!("stack {name} is {status} now; going on with this deploy{failed}"));
                }
                Situation::Stuck(stack, help) => {
                    let status = status_of(&stack).to_string();
                    return Err(DeployError::Stuck { stack: name.to_owned(), status, help });
                }
                Situation::Settled(_) => {
                    let template = self.deployed_template().await?;
                    return Ok(Standing { situation, template: Some(template) });
                }
                situation => return Ok(Standing { situation, template: None }),
            }
        }
        let stack = name.to_owned();
        Err(DeployError::Busy { stack, status: "changed again and again by somebody else".to_owned() })
    }

    async fn deployed_template(&self) -> Result<Json, DeployError> {
        let text = deployed_template(self.connection, self.name()).await?.unwrap_or_default();
        // JSON is YAML, but what this tool deploys is JSON and much faster to read as such.
        if let Ok(template) = serde_json::from_str(&text) {
            return Ok(template);
        }
        let source = format!("the deployed template of stack {}", self.name());
        cdk::read_template(&source, text.as_bytes()).map(|template| template.to_json()).map_err(|error| {
            let action = format!("reading {source}");
            DeployError::Aws { action, message: error.to_string() }
        })
    }

    /// Uploads what has to be uploaded, and finds out what would happen. `now` says whether CloudFormation can be asked
    /// already: what a stack builds on has to be there.
    pub(crate) async fn plan(
        &self,
        standing: &Standing,
        preview: Plan,
        now: bool,
        reporter: &dyn Reporter,
    ) -> Result<Plan, DeployError> {
        let bucket = self.upload(reporter).await?;
        let mut plan = preview;
        plan.keeps_data(&self.options.accept_losses)?;
        let leftovers = matches!(standing.situation, Situation::FailedCreation(_));
        if now && !leftovers {
            plan.proposal = self.propose(standing.is_new(), &bucket, reporter).await?;
            plan.keeps_data(&self.options.accept_losses)?;
        }
        Ok(plan)
    }

    /// What the templates and the code alone show.
    pub(crate) fn preview(&self, standing: &Standing) -> Plan {
        let deployed = standing.stack().map(parameters_of).unwrap_or_default();
        let code = code_changes::between(self.stack, &deployed, &self.release.parameters, self.code);
        let resources = standing.template.iter().filter_map(|template| template["Resources"].as_object()).flatten();
        let stateful = resources.filter(|(_, resource)| cdk::diff::holds_data(resource));
        Plan {
            stack: self.name().to_owned(),
            is_new: standing.is_new(),
            diff: TemplateDiff::between(standing.template.as_ref(), &self.release.template).with_code(code),
            stateful: stateful.map(|(id, _)| id.clone()).collect(),
            proposal: Proposal::Later,
        }
    }

    /// Asks CloudFormation what would change.
    async fn propose(
        &self,
        is_new: bool,
        bucket: &AssetBucket<'_>,
        reporter: &dyn Reporter,
    ) -> Result<Proposal, DeployError> {
        let name = self.name();
        reporter.step(format!("asking CloudFormation what changes in stack {name}"));
        let kind = if is_new { ChangeSetType::Create } else { ChangeSetType::Update };
        let url = bucket.url(&self.release.template_key());
        let props = &self.stack.props;
        let made = change_set::create(self.connection, props, &self.release, &url, kind, self.options.revert_drift);
        let made = made.await?;
        *self.proposed.lock().unwrap_or_else(PoisonError::into_inner) = made.as_ref().map(|made| made.id.clone());
        Ok(made.map_or(Proposal::Nothing, Proposal::Changes))
    }

    /// Carries a plan out and waits for its end.
    pub(crate) async fn carry_out(&self, plan: &Plan, reporter: &dyn Reporter) -> Result<Deployed, DeployError> {
        let change_set = match &plan.proposal {
            Proposal::Changes(change_set) => change_set.clone(),
            Proposal::Nothing => return self.finish(false, reporter).await,
            Proposal::Later => match self.propose_late(plan, reporter).await? {
                Some(change_set) => change_set,
                None => return self.finish(false, reporter).await,
            },
        };
        let name = self.name();
        let events = Events::from_now(self.connection, name, &change_set.stack_id).await?;
        // From here on CloudFormation goes on by itself, whatever becomes of this program.
        self.executing.store(true, Ordering::SeqCst);
        let executed = change_set::execute(self.connection, name, &change_set, self.options.no_rollback).await;
        if let Err(error) = executed {
            self.executing.store(false, Ordering::SeqCst);
            return Err(error);
        }
        reporter.report(Progress::Begun { stack: name, changes: Some(change_set.changes.len()) });
        let (status, failed) = follow(self.connection, name, &change_set.stack_id, events, reporter).await?;
        self.executing.store(false, Ordering::SeqCst);
        self.forget_proposal();
        match status {
            StackStatus::CreateComplete | StackStatus::UpdateComplete => self.finish(true, reporter).await,
            StackStatus::DeleteComplete => Err(DeployError::Deleted { stack: name.to_owned() }),
            status => Err(DeployError::Failed { stack: name.to_owned(), status: status.to_string(), failed }),
        }
    }

    /// Asks CloudFormation now what it could not be asked before. It may do no more than what was approved.
    async fn propose_late(&self, plan: &Plan, reporter: &dyn Reporter) -> Result<Option<ChangeSet>, DeployError> {
        let name = self.name();
        if let Situation::FailedCreation(stack) = Situation::of(self.connection, name).await? {
            let status = status_of(&stack);
            reporter.step(format!("deleting stack {name}, whose creation failed ({status})"));
            let id = stack.stack_id().unwrap_or(name);
            match delete(self.connection, name, id, reporter).await? {
                (StackStatus::DeleteComplete, _) => {}
                (status, failed) => {
                    return Err(DeployError::Failed { stack: name.to_owned(), status: status.to_string(), failed });
                }
            }
        }
        let bucket = self.bucket().await?;
        let Proposal::Changes(change_set) = self.propose(plan.is_new, &bucket, reporter).await? else {
            return Ok(None);
        };
        let beyond = Plan { proposal: Proposal::Changes(change_set.clone()), ..plan.clone() }.unseen();
        if beyond.is_empty() {
            return Ok(Some(change_set));
        }
        self.abandon().await?;
        Err(DeployError::MoreThanApproved { stack: name.to_owned(), changes: beyond })
    }

    /// Cleans up after a deployment that was broken off or not approved: a change set that was not executed is deleted,
    /// and a stack that never was more than that. Returns whether CloudFormation goes on with changes that were begun.
    ///
    /// # Errors
    /// AWS out of reach.
    pub async fn abandon(&self) -> Result<bool, DeployError> {
        if self.executing.load(Ordering::SeqCst) {
            return Ok(true);
        }
        let name = self.name();
        if let Some(id) = self.forget_proposal() {
            change_set::discard(self.connection, name, &id).await?;
        }
        if let Situation::InReview(_) = Situation::of(self.connection, name).await? {
            let change_sets = change_set::list(self.connection, name).await?;
            // Somebody else may be about to deploy the same stack.
            if change_sets.iter().all(|(_, left_behind)| *left_behind) {
                request_deletion(self.connection, name).await?;
            }
        }
        Ok(false)
    }

    fn forget_proposal(&self) -> Option<String> {
        self.proposed.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    async fn bucket(&self) -> Result<AssetBucket<'a>, DeployError> {
        AssetBucket::of(self.connection, &self.stack.props).await
    }

    /// Uploads the code and a large template, unless they are there.
    async fn upload(&self, reporter: &dyn Reporter) -> Result<AssetBucket<'a>, DeployError> {
        let bucket = self.bucket().await?;
        reporter.step("uploading function code that is not there yet");
        let (key, body) = (self.release.template_key(), self.release.body());
        let code = self.code.iter().map(|code| Asset { name: code.function, key: &code.key, content: &code.zip });
        let template = Asset { name: "template", key: &key, content: body.as_bytes() };
        let assets: Vec<_> = code.chain(self.release.is_large().then_some(template)).collect();
        bucket.upload(&assets, reporter).await?;
        Ok(bucket)
    }

    /// What comes after CloudFormation: protection, code that a hotswap had replaced, and a record to go back to.
    async fn finish(&self, changed: bool, reporter: &dyn Reporter) -> Result<Deployed, DeployError> {
        let name = self.name();
        let stack = describe(self.connection, name).await?.ok_or_else(|| DeployError::NotDeployed(name.to_owned()))?;
        protection::protect(self.connection, &self.stack.props, &stack).await?;
        protection::set_policy(self.connection, &self.stack.props).await?;
        for (id, left_behind) in change_set::list(self.connection, name).await? {
            if left_behind {
                change_set::discard(self.connection, name, &id).await?;
            }
        }
        let bucket = self.bucket().await?;
        let healed = hotswap::heal(self.connection, self.stack, &self.release, &bucket).await?;
        for function in &healed {
            reporter.done(format!("{function}: the stack's own code is back in place after a hotswap"));
        }
        if changed {
            record::add(&bucket, name, &self.release, reporter).await?;
        }
        Ok(Deployed { changed: changed || !healed.is_empty(), outputs: outputs_of(&stack) })
    }
}
