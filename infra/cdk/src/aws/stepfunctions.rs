// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::StepFunctions`.

pub mod activity;
pub mod state_machine;
pub mod state_machine_alias;
pub mod state_machine_version;

pub use activity::Activity;
pub use state_machine::StateMachine;
pub use state_machine_alias::StateMachineAlias;
pub use state_machine_version::StateMachineVersion;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <Activity as crate::ResourceType>::SCHEMA,
    <StateMachine as crate::ResourceType>::SCHEMA,
    <StateMachineAlias as crate::ResourceType>::SCHEMA,
    <StateMachineVersion as crate::ResourceType>::SCHEMA,
];
