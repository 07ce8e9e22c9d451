//! Change sets: what CloudFormation says would happen, before it happens.

use std::error::Error;
use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_sdk_cloudformation::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_cloudformation::types::{
    Capability, Change, ChangeAction, ChangeSetStatus, ChangeSetType, DeploymentMode, Parameter, Replacement,
    RollbackConfiguration, RollbackTrigger, Tag,
};
use cdk::StackProps;

use crate::connection::Connection;
use crate::error::DeployError;
use crate::stack::pause::Pause;
use crate::stack::release::Release;

/// What the names of this tool's change sets begin with. Each has a name of its own, so that two deploys of a stack at the
/// same time do not touch each other's.
const PREFIX: &str = "deploy-";

/// How old a change set of this tool is before it counts as left behind.
const LEFT_BEHIND: Duration = Duration::from_secs(60 * 60);

/// A change set that can be executed.
#[derive(Debug, Clone)]
pub(crate) struct ChangeSet {
    /// Its id.
    pub id: String,
    /// The id of the stack.
    pub stack_id: String,
    /// What it would do to each resource.
    pub changes: Vec<PlannedChange>,
}

/// What CloudFormation is going to do to a resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedChange {
    /// Its logical id.
    pub logical_id: String,
    /// Its type.
    pub resource_type: String,
    /// What is done to it.
    pub action: PlannedAction,
}

/// What is done to a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlannedAction {
    /// It is made.
    Add,
    /// It stays, with other properties.
    Modify,
    /// It is made anew with other properties, and the old one removed.
    Replace,
    /// It is replaced or modified: that depends on values which are not known yet.
    MayReplace,
    /// It is removed.
    Remove,
    /// It comes under the stack's control.
    Import,
}

impl PlannedAction {
    /// Whether the resource, as it is, may be gone afterwards.
    #[must_use]
    pub fn loses(self) -> bool {
        matches!(self, Self::Replace | Self::MayReplace | Self::Remove)
    }
}

impl fmt::Display for PlannedAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Add => "is made",
            Self::Modify => "is changed",
            Self::Replace => "is replaced",
            Self::MayReplace => "may be replaced",
            Self::Remove => "is removed",
            Self::Import => "is imported",
        })
    }
}

impl PlannedChange {
    fn of(change: &Change) -> Option<Self> {
        let change = change.resource_change()?;
        let action = match (change.action()?, change.replacement()) {
            (ChangeAction::Add, _) => PlannedAction::Add,
            (ChangeAction::Remove, _) => PlannedAction::Remove,
            (ChangeAction::Import, _) => PlannedAction::Import,
            (_, Some(Replacement::True)) => PlannedAction::Replace,
            (ChangeAction::Dynamic, _) | (_, Some(Replacement::Conditional)) => PlannedAction::MayReplace,
            _ => PlannedAction::Modify,
        };
        Some(Self {
            logical_id: change.logical_resource_id()?.to_owned(),
            resource_type: change.resource_type().unwrap_or_default().to_owned(),
            action,
        })
    }
}

/// Asks CloudFormation what a release would change. None if nothing would.
///
/// # Errors
/// Among others [`DeployError::Overtaken`] if something else changes the stack at the same time.
pub(crate) async fn create(
    connection: &Connection,
    props: &StackProps,
    release: &Release,
    template_url: &str,
    kind: ChangeSetType,
    revert_drift: bool,
) -> Result<Option<ChangeSet>, DeployError> {
    let stack = &props.name;
    let action = format!("creating a change set for stack {stack}");
    let client = connection.cloudformation();
    let parameter =
        |(key, value): (&String, &String)| Parameter::builder().parameter_key(key).parameter_value(value).build();
    let tag = |(key, value): (&String, &String)| Tag::builder().key(key).value(value).build();
    // What is approved is shown before; naming roles and expanding macros are part of that.
    let mut capabilities = vec![Capability::CapabilityNamedIam];
    if release.template.get("Transform").is_some() {
        capabilities.push(Capability::CapabilityAutoExpand);
    }
    let mut create = client
        .create_change_set()
        .stack_name(stack)
        .change_set_name(name())
        .change_set_type(kind)
        .set_capabilities(Some(capabilities))
        .set_parameters(Some(release.parameters.iter().map(parameter).collect()))
        .set_tags(Some(props.tags.iter().map(tag).collect()))
        .set_role_arn(props.execution_role.clone())
        .set_rollback_configuration(rollback_configuration(props))
        .set_notification_arns(Some(props.notification_topics.clone()).filter(|topics| !topics.is_empty()))
        .set_deployment_mode(revert_drift.then_some(DeploymentMode::RevertDrift));
    create = if release.is_large() { create.template_url(template_url) } else { create.template_body(release.body()) };
    let created = create.send().await.map_err(|error| failed(connection, stack, &action, error))?;
    let (Some(id), Some(stack_id)) = (created.id(), created.stack_id()) else {
        return Err(DeployError::Aws { action, message: "the answer names no change set".to_owned() });
    };
    let mut pause = Pause::new();
    loop {
        let mut pages = client.describe_change_set().change_set_name(id).into_paginator().send();
        let mut changes = Vec::new();
        let mut outcome = None;
        while let Some(page) = pages.next().await {
            let page = page.map_err(|error| failed(connection, stack, &action, error))?;
            changes.extend(page.changes().iter().filter_map(PlannedChange::of));
            outcome = page.status().cloned().map(|status| (status, page.status_reason().map(str::to_owned)));
        }
        match outcome {
            Some((ChangeSetStatus::CreateComplete, _)) => {
                return Ok(Some(ChangeSet { id: id.to_owned(), stack_id: stack_id.to_owned(), changes }));
            }
            Some((ChangeSetStatus::Failed, reason)) => {
                discard(connection, stack, id).await?;
                let reason = reason.unwrap_or_else(|| "no reason was given".to_owned());
                let nothing = ["didn't contain changes", "No updates are to be performed"];
                if nothing.iter().any(|phrase| reason.contains(phrase)) {
                    return Ok(None);
                }
                return Err(DeployError::ChangeSet { stack: stack.clone(), reason });
            }
            _ => pause.wait().await,
        }
    }
}

/// The alarms that roll the deployment back, if there are any.
fn rollback_configuration(props: &StackProps) -> Option<RollbackConfiguration> {
    let alarms = &props.rollback_alarms;
    let trigger = |arn: &String| RollbackTrigger::builder().arn(arn).r#type("AWS::CloudWatch::Alarm").build();
    let triggers: Vec<_> = alarms.alarms.iter().map(trigger).collect();
    let minutes = i32::from(alarms.minutes);
    let configuration = RollbackConfiguration::builder().set_rollback_triggers(Some(triggers));
    (!alarms.alarms.is_empty()).then(|| configuration.monitoring_time_in_minutes(minutes).build())
}

/// Carries the changes out; CloudFormation goes on by itself from here.
///
/// # Errors
/// [`DeployError::Overtaken`] if something else changed the stack since the change set was made.
pub(crate) async fn execute(
    connection: &Connection,
    stack: &str,
    change_set: &ChangeSet,
    no_rollback: bool,
) -> Result<(), DeployError> {
    let execute = connection.cloudformation().execute_change_set().change_set_name(&change_set.id);
    let execute = execute.set_disable_rollback(no_rollback.then_some(true)).send().await;
    let action = format!("executing the change set of stack {stack}");
    execute.map(drop).map_err(|error| failed(connection, stack, &action, error))
}

/// What a failed request about a change set says. It may be that another one was executed meanwhile: CloudFormation
/// deletes the others then, also those that are still being created.
fn failed<E>(connection: &Connection, stack: &str, action: &str, error: SdkError<E>) -> DeployError
where
    E: ProvideErrorMetadata + Error + 'static,
{
    if is_overtaken(error.code(), error.message()) {
        DeployError::Overtaken { stack: stack.to_owned() }
    } else {
        DeployError::aws(action, connection.endpoint())(error)
    }
}

fn is_overtaken(code: Option<&str>, message: Option<&str>) -> bool {
    let gone =
        code.is_some_and(|code| code.starts_with("ChangeSetNotFound") || code.starts_with("InvalidChangeSetStatus"));
    gone || message.is_some_and(|message| message.contains("_IN_PROGRESS state and can not be updated"))
}

/// Deletes a change set. One that is just being created is deleted as soon as it is.
pub(crate) async fn discard(connection: &Connection, stack: &str, id: &str) -> Result<(), DeployError> {
    let client = connection.cloudformation();
    let mut pause = Pause::new();
    loop {
        let Err(error) = client.delete_change_set().stack_name(stack).change_set_name(id).send().await else {
            return Ok(());
        };
        match (error.code(), error.message()) {
            (Some("InvalidChangeSetStatus"), _) => pause.wait().await,
            (Some("ChangeSetNotFound" | "ChangeSetNotFoundException"), _) => return Ok(()),
            (_, Some(message)) if message.contains("does not exist") => return Ok(()),
            _ => {
                let action = format!("deleting a change set of stack {stack}");
                return Err(DeployError::aws(&action, connection.endpoint())(error));
            }
        }
    }
}

/// The change sets of a stack by their ids, and whether each was left behind by this tool.
pub(crate) async fn list(connection: &Connection, stack: &str) -> Result<Vec<(String, bool)>, DeployError> {
    let mut pages = connection.cloudformation().list_change_sets().stack_name(stack).into_paginator().items().send();
    let mut found = Vec::new();
    while let Some(change_set) = pages.next().await {
        let action = format!("listing the change sets of stack {stack}");
        let change_set = change_set.map_err(DeployError::aws(&action, connection.endpoint()))?;
        let ours = change_set.change_set_name().is_some_and(|name| name.starts_with(PREFIX));
        let made = change_set.creation_time().and_then(|time| SystemTime::try_from(*time).ok());
        let age = made.and_then(|made| SystemTime::now().duration_since(made).ok());
        let left_behind = ours && age.is_some_and(|age| age > LEFT_BEHIND);
        found.extend(change_set.change_set_id().map(|id| (id.to_owned(), left_behind)));
    }
    Ok(found)
}

/// A name that no other change set has: the time, and the process.
fn name() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    format!("{PREFIX}{}-{}", now.as_nanos(), std::process::id())
}
