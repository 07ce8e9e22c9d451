//! Deploying what was synthesized: the client side of CloudFormation, function code, and an emulator to deploy to.
//!
//! The crate knows any [`cdk`] stack and no particular one. It has no terminal: whoever calls it is told through a
//! [`Reporter`] what goes on.

mod asset_bucket;
mod bootstrap;
mod build;
mod change_set;
mod code;
mod code_changes;
mod connection;
mod deployment;
mod doctor;
pub mod drift;
mod emulator;
mod error;
mod event;
mod explanation;
mod file;
mod garbage;
pub mod history;
mod hotswap;
mod invoke;
mod lock;
pub mod logs;
mod pause;
mod plan;
mod protection;
mod python;
mod record;
mod recovery;
mod release;
mod removal;
mod report;
mod resources;
mod retries;
mod rollout;
mod sources;
mod stack;
pub mod status;
mod upload;

pub use asset_bucket::BucketState;
pub use bootstrap::{Bootstrapped, Toolkit, bootstrap};
pub use build::{Build, Profile, target};
pub use change_set::{PlannedAction, PlannedChange};
pub use code::Code;
pub use code_changes::code_changes;
pub use connection::{Connection, Identity};
pub use deployment::{Deployed, Deployment, Options};
pub use doctor::{Caller, caller, denied};
pub use emulator::{Emulator, Stopped};
pub use error::{DeployError, FailedResource, Loss};
pub use event::ResourceEvent;
pub use garbage::{Unused, delete_unused, unused};
pub use hotswap::{Hotswapped, hotswap};
pub use invoke::{Invocation, invoke};
pub use plan::Plan;
pub use record::{deployments, release_of};
pub use recovery::{Recovery, recover};
pub use release::Release;
pub use removal::{Removed, remove};
pub use report::{Progress, Reporter};
pub use retries::Retry;
pub use rollout::{Outcome, Rollout, RolloutPlan};
pub use sources::source_hash;
pub use stack::{deployed_template, outputs};
