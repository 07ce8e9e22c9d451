//! What can be found out about credentials before anything is deployed.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use aws_sdk_cloudformation::primitives::{DateTime, DateTimeFormat};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextRef;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use crate::connection::Connection;
use crate::error::DeployError;

/// What a deploy does on behalf of whoever runs it. CloudFormation needs more, for the resources of the stack.
const ACTIONS: [&str; 11] = [
    "cloudformation:CreateChangeSet",
    "cloudformation:DescribeChangeSet",
    "cloudformation:DescribeStackEvents",
    "cloudformation:DescribeStacks",
    "cloudformation:ExecuteChangeSet",
    "cloudformation:GetTemplate",
    "s3:GetBucketPolicy",
    "s3:GetObject",
    "s3:ListBucket",
    "s3:PutObject",
    "sts:GetCallerIdentity",
];

/// Who asks, and by how much this machine's clock is off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// Its ARN.
    pub arn: String,
    /// How far the clock of this machine is from that of AWS, if AWS said what time it is.
    pub skew: Option<Duration>,
}

/// Asks AWS who the credentials belong to.
///
/// # Errors
/// AWS out of reach, or credentials that do not work.
pub async fn caller(connection: &Connection) -> Result<Caller, DeployError> {
    let date = ReadDate::default();
    let client = aws_sdk_sts::Client::new(connection.config());
    let caller = client.get_caller_identity().customize().interceptor(date.clone()).send().await;
    let caller = caller.map_err(DeployError::aws("asking AWS who the credentials belong to", connection.endpoint()))?;
    let said = date.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    let now = SystemTime::now();
    let skew = said.map(|said| now.duration_since(said).unwrap_or_else(|ahead| ahead.duration()));
    Ok(Caller { arn: caller.arn().unwrap_or_default().to_owned(), skew })
}

/// The actions that a deploy needs and that its caller may not do, by a simulation of its policies.
///
/// # Errors
/// A caller that may not ask for a simulation, which says nothing about deploys.
pub async fn denied(connection: &Connection, caller: &Caller) -> Result<Vec<String>, DeployError> {
    // The root user has no policies, and may do everything.
    if caller.arn.ends_with(":root") {
        return Ok(Vec::new());
    }
    let client = aws_sdk_iam::Client::new(connection.config());
    let simulate = client.simulate_principal_policy().policy_source_arn(role_of(&caller.arn));
    let simulate = simulate.set_action_names(Some(ACTIONS.map(str::to_owned).to_vec())).send().await;
    let simulated = simulate.map_err(DeployError::aws("simulating the caller's permissions", connection.endpoint()))?;
    let results = simulated.evaluation_results().iter();
    let denied = results.filter(|result| result.eval_decision().as_str() != "allowed");
    Ok(denied.map(|result| result.eval_action_name().to_owned()).collect())
}

/// The role of a session, whose policies are what can be simulated; anybody else as they are.
fn role_of(arn: &str) -> String {
    let session = arn.split_once(":sts::").and_then(|(partition, rest)| {
        let (account, session) = rest.split_once(":assumed-role/")?;
        let role = session.split('/').next()?;
        Some(format!("{partition}:iam::{account}:role/{role}"))
    });
    session.unwrap_or_else(|| arn.to_owned())
}

/// Reads the time from an answer.
#[derive(Debug, Clone, Default)]
struct ReadDate(Arc<Mutex<Option<SystemTime>>>);

impl Intercept for ReadDate {
    fn name(&self) -> &'static str {
        "ReadDate"
    }

    fn read_before_deserialization(
        &self,
        context: &BeforeDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let date = context.response().headers().get("date");
        let date = date.and_then(|date| DateTime::from_str(date, DateTimeFormat::HttpDate).ok());
        let date = date.and_then(|date| SystemTime::try_from(date).ok());
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = date;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_judged_by_its_role() {
        let role = role_of("arn:aws-cn:sts::123456789012:assumed-role/deployer/ann");
        assert_eq!(role, "arn:aws-cn:iam::123456789012:role/deployer");
        for other in ["arn:aws:iam::123456789012:user/ann", "arn:aws:sts::123456789012:federated-user/ann", ""] {
            assert_eq!(role_of(other), other);
        }
    }
}
