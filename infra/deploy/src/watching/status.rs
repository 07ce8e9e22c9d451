//! How a deployed stack is doing: the stack itself, its functions, their event source mappings, and its queues.
//!
//! Each part is read on its own. What cannot be read is [`Reading::Unknown`] with the reason, and takes nothing else along.

mod function;
mod mapping;
mod metrics;
mod problem;
mod queue;

use std::collections::BTreeSet;
use std::future::Future;

use aws_sdk_cloudformation::types::Stack;
use futures_util::StreamExt;
use jiff::Timestamp;
use serde::Serialize;

pub use function::{Function, FunctionState, LastHour};
pub use mapping::{Mapping, MappingState};
pub use queue::{Depth, Queue};

use crate::connection::Connection;
use crate::error::DeployError;
use crate::stack::describe;
use crate::stack::resources::{Resource, resources};

/// How many requests are under way at a time.
const CONCURRENT: usize = 8;

/// What was read, or why it was not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Reading<T> {
    /// What was read.
    Known(T),
    /// It was not.
    Unknown {
        /// What was tried, the same for everything of a kind.
        unknown: &'static str,
        /// Why it did not succeed.
        reason: String,
    },
}

impl<T> Reading<T> {
    pub(crate) fn of(what: &'static str, result: Result<T, DeployError>) -> Self {
        match result {
            Ok(value) => Self::Known(value),
            Err(error) => Self::Unknown { unknown: what, reason: error.to_string() },
        }
    }

    /// What was read, if it was.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unknown { .. } => None,
        }
    }
}

/// A deployed system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SystemStatus {
    /// The stack.
    pub stack: StackState,
    /// Its functions, by logical id.
    pub functions: Vec<Function>,
    /// Its event source mappings, by logical id.
    pub mappings: Vec<Mapping>,
    /// Its queues, by logical id.
    pub queues: Vec<Queue>,
}

/// A stack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StackState {
    /// Its name.
    pub name: String,
    /// Its status, such as `UPDATE_COMPLETE`.
    pub status: String,
    /// What CloudFormation says about the status.
    pub reason: Option<String>,
    /// When an operation on it began last.
    pub last_change: Option<Timestamp>,
    /// Whether it refuses to be deleted.
    pub termination_protection: bool,
    /// What its last drift detection found, such as `IN_SYNC`; none if there was none.
    pub drift: Option<String>,
    /// When that was.
    pub drift_checked: Option<Timestamp>,
}

/// Reads how a deployed stack is doing.
///
/// # Errors
/// [`DeployError::NotDeployed`], no permission to look at the stack itself, or AWS out of reach.
pub async fn read(connection: &Connection, stack: &str) -> Result<SystemStatus, DeployError> {
    let (described, resources) =
        futures_util::future::try_join(describe(connection, stack), resources(connection, stack)).await?;
    let described = described.ok_or_else(|| DeployError::NotDeployed(stack.to_owned()))?;
    let of_type = |kind: &str| resources.iter().filter(|resource| resource.resource_type == kind).collect::<Vec<_>>();
    let (functions, mappings) = (of_type("AWS::Lambda::Function"), of_type("AWS::Lambda::EventSourceMapping"));
    let queues = of_type("AWS::SQS::Queue");
    let names: Vec<_> = functions.iter().map(|function| function.physical_id.as_str()).collect();

    let (functions, mut mappings, queues, metrics) = futures_util::join!(
        each(&functions, |function| function::read(connection, function)),
        each(&mappings, |mapping| mapping::read(connection, mapping)),
        each(&queues, |queue| queue::read(connection, queue)),
        metrics::read(connection, &names),
    );
    for mapping in &mut mappings {
        mapping.name_ends(&resources);
    }
    let dead_letters: BTreeSet<_> = queues
        .iter()
        .filter_map(|queue| queue.gives_up_to.clone())
        .chain(mappings.iter().filter_map(|mapping| mapping.state.known()?.on_failure.clone()))
        .collect();
    let metered = functions.into_iter().map(|function| metrics.add_to(function)).collect();
    let queues = queues.into_iter().map(|queue| queue.with_role(&dead_letters)).collect();
    Ok(SystemStatus { stack: StackState::of(&described), functions: metered, mappings, queues })
}

/// Reads several resources at a time, a bounded number, and keeps their order.
async fn each<'a, T, F: Future<Output = T>>(resources: &[&'a Resource], read: impl Fn(&'a Resource) -> F) -> Vec<T> {
    futures_util::stream::iter(resources.iter().map(|resource| read(resource))).buffered(CONCURRENT).collect().await
}

/// A time of AWS.
fn timestamp(at: &aws_sdk_cloudformation::primitives::DateTime) -> Option<Timestamp> {
    Timestamp::from_millisecond(at.to_millis().ok()?).ok()
}

impl StackState {
    fn of(stack: &Stack) -> Self {
        let drift = stack.drift_information();
        let status = drift.and_then(|drift| drift.stack_drift_status()).map(|status| status.as_str());
        Self {
            name: stack.stack_name().unwrap_or_default().to_owned(),
            status: stack.stack_status().map(|status| status.as_str()).unwrap_or_default().to_owned(),
            reason: stack.stack_status_reason().filter(|reason| !reason.is_empty()).map(str::to_owned),
            last_change: stack.last_updated_time().or(stack.creation_time()).and_then(timestamp),
            termination_protection: stack.enable_termination_protection() == Some(true),
            drift: status.filter(|status| *status != "NOT_CHECKED").map(str::to_owned),
            drift_checked: drift.and_then(|drift| drift.last_check_timestamp()).and_then(timestamp),
        }
    }
}
