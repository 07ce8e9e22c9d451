// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::Scheduler`.

pub mod schedule;
pub mod schedule_group;

pub use schedule::Schedule;
pub use schedule_group::ScheduleGroup;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] =
    &[<Schedule as crate::ResourceType>::SCHEMA, <ScheduleGroup as crate::ResourceType>::SCHEMA];
