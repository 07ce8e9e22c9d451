//! Deploying what was synthesized: the client side of CloudFormation, function code, and an emulator to deploy to.
//!
//! The crate knows any [`cdk`] stack and no particular one. It has no terminal: whoever calls it is told through a
//! [`Reporter`] what goes on.

mod account;
mod assets;
mod connection;
mod emulator;
mod error;
mod explanation;
mod file;
mod lock;
mod python;
mod report;
mod retries;
mod rollout;
mod stack;
mod watching;

pub use account::bootstrap::{Bootstrapped, Toolkit, bootstrap};
pub use account::doctor::{Caller, caller, denied};
pub use account::garbage::{Unused, delete_unused, unused};
pub use assets::asset_bucket::BucketState;
pub use assets::build::{Build, Profile, target};
pub use assets::code::Code;
pub use assets::sources::source_hash;
pub use connection::{Connection, Identity};
pub use emulator::{Emulator, Stopped};
pub use error::{DeployError, FailedResource, Loss};
pub use report::{Progress, Reporter};
pub use retries::Retry;
pub use rollout::code_changes::code_changes;
pub use rollout::deployment::{Deployed, Deployment, Options};
pub use rollout::hotswap::{Hotswapped, hotswap};
pub use rollout::plan::Plan;
pub use rollout::record::{deployments, release_of};
pub use rollout::{Outcome, Rollout, RolloutPlan};
pub use stack::change_set::{PlannedAction, PlannedChange};
pub use stack::event::ResourceEvent;
pub use stack::recovery::{Recovery, recover};
pub use stack::release::Release;
pub use stack::removal::{Removed, remove};
pub use stack::{deployed_template, outputs};
pub use watching::invoke::{Invocation, invoke};
pub use watching::{drift, history, logs, status};
