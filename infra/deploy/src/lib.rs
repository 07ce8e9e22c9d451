//! Deploying what was synthesized: the client side of CloudFormation, function code, and an emulator to deploy to.
//!
//! The crate knows any [`cdk`] stack and no particular one. It has no terminal: whoever calls it is told through a
//! [`Reporter`] what goes on.

mod asset_bucket;
mod build;
mod change_set;
mod code;
mod connection;
mod deployment;
mod emulator;
mod error;
mod event;
mod file;
mod invoke;
mod lock;
mod python;
mod removal;
mod report;
mod sources;
mod stack;

pub use build::{Build, Profile};
pub use code::Code;
pub use connection::{Connection, Identity};
pub use deployment::{Deployed, Deployment};
pub use emulator::{Emulator, Stopped};
pub use error::{DeployError, FailedResource};
pub use event::ResourceEvent;
pub use invoke::{Invocation, invoke};
pub use removal::{Removed, remove};
pub use report::{Progress, Reporter};
pub use sources::source_hash;
pub use stack::{deployed_template, outputs};
