//! What keeps a deployed stack from being deleted or changed by mistake.

use aws_sdk_cloudformation::types::Stack;
use cdk::StackProps;
use serde_json::Value as Json;

use crate::connection::Connection;
use crate::error::DeployError;

/// Protects a stack from deletion if it is to be. Protection is never taken away.
pub(crate) async fn protect(connection: &Connection, props: &StackProps, stack: &Stack) -> Result<(), DeployError> {
    if !props.termination_protection || stack.enable_termination_protection() == Some(true) {
        return Ok(());
    }
    let protect = connection.cloudformation().update_termination_protection().stack_name(&props.name);
    let protect = protect.enable_termination_protection(true).send().await;
    protect.map_err(DeployError::aws(&format!("protecting stack {}", props.name), connection.endpoint()))?;
    Ok(())
}

/// Sets the stack's policy, if it is to have one and has another.
pub(crate) async fn set_policy(connection: &Connection, props: &StackProps) -> Result<(), DeployError> {
    let Some(wanted) = &props.stack_policy else { return Ok(()) };
    let client = connection.cloudformation();
    let action = format!("setting the policy of stack {}", props.name);
    let present = client.get_stack_policy().stack_name(&props.name).send().await;
    let present = present.map_err(DeployError::aws(&action, connection.endpoint()))?;
    let present = present.stack_policy_body().and_then(|text| serde_json::from_str::<Json>(text).ok());
    if present.as_ref() != Some(wanted) {
        let set = client.set_stack_policy().stack_name(&props.name).stack_policy_body(wanted.to_string());
        set.send().await.map_err(DeployError::aws(&action, connection.endpoint()))?;
    }
    Ok(())
}
