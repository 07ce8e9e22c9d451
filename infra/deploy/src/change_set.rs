//! Change sets: what would happen, before it happens.

use std::collections::BTreeMap;

use aws_sdk_cloudformation::error::ProvideErrorMetadata;
use aws_sdk_cloudformation::types::{Capability, ChangeSetStatus, ChangeSetType, Parameter, Tag};

use crate::connection::Connection;
use crate::error::DeployError;
use crate::event::Pause;

/// What a stack is to become.
#[derive(Debug)]
pub(crate) struct Wanted {
    /// The stack's name.
    pub stack: String,
    /// The template itself, or where it is.
    pub template: Template,
    /// The values of its parameters.
    pub parameters: BTreeMap<String, String>,
    /// Tags for the stack and its resources.
    pub tags: BTreeMap<String, String>,
}

/// A template in a request.
#[derive(Debug)]
pub(crate) enum Template {
    /// Up to 51,200 bytes.
    Body(String),
    /// More, in a bucket.
    Url(String),
}

/// The name of every change set of this tool: an earlier one that was left behind is replaced.
const NAME: &str = "deploy";

/// A change set that can be executed.
#[derive(Debug)]
pub(crate) struct ChangeSet {
    /// Its id.
    pub id: String,
    /// The id of the stack.
    pub stack_id: String,
}

/// Asks CloudFormation what would happen. None if nothing would.
pub(crate) async fn create(
    connection: &Connection,
    wanted: &Wanted,
    kind: ChangeSetType,
) -> Result<Option<ChangeSet>, DeployError> {
    let stack = &wanted.stack;
    let action = format!("creating a change set for stack {stack}");
    let client = connection.cloudformation();
    discard(connection, stack).await?;
    let parameter =
        |(key, value): (&String, &String)| Parameter::builder().parameter_key(key).parameter_value(value).build();
    let tag = |(key, value): (&String, &String)| Tag::builder().key(key).value(value).build();
    let mut create = client
        .create_change_set()
        .stack_name(stack)
        .change_set_name(NAME)
        .change_set_type(kind)
        .capabilities(Capability::CapabilityIam)
        .set_parameters(Some(wanted.parameters.iter().map(parameter).collect()))
        .set_tags(Some(wanted.tags.iter().map(tag).collect()));
    create = match &wanted.template {
        Template::Body(body) => create.template_body(body),
        Template::Url(url) => create.template_url(url),
    };
    let created = create.send().await.map_err(DeployError::aws(&action, connection.endpoint()))?;
    let (Some(id), Some(stack_id)) = (created.id(), created.stack_id()) else {
        return Err(DeployError::Aws { action, message: "the answer names no change set".to_owned() });
    };
    let mut pause = Pause::new();
    loop {
        let describe = client.describe_change_set().change_set_name(id).send().await;
        let change_set = describe.map_err(DeployError::aws(&action, connection.endpoint()))?;
        match change_set.status() {
            Some(ChangeSetStatus::CreateComplete) => {
                return Ok(Some(ChangeSet { id: id.to_owned(), stack_id: stack_id.to_owned() }));
            }
            Some(ChangeSetStatus::Failed) => {
                let reason = change_set.status_reason().unwrap_or("no reason was given").to_owned();
                discard(connection, stack).await?;
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

/// Carries the changes out; CloudFormation goes on by itself from here.
pub(crate) async fn execute(connection: &Connection, change_set: &ChangeSet) -> Result<(), DeployError> {
    let execute = connection.cloudformation().execute_change_set().change_set_name(&change_set.id).send().await;
    execute.map_err(DeployError::aws("executing the change set", connection.endpoint()))?;
    Ok(())
}

/// Deletes the change set of this tool, if there is one. One that is just being created is deleted as soon as it is.
pub(crate) async fn discard(connection: &Connection, stack: &str) -> Result<(), DeployError> {
    let client = connection.cloudformation();
    let mut pause = Pause::new();
    loop {
        let Err(error) = client.delete_change_set().stack_name(stack).change_set_name(NAME).send().await else {
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
