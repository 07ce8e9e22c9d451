//! A table for a projection.

use std::marker::PhantomData;

use contract::Access;

use crate::aws::dynamodb;
use crate::aws::dynamodb::table::{
    AttributeDefinition, AttributeType, BillingMode, KeySchemaItem, PointInTimeRecoverySpecification, SseSpecification,
    StreamSpecification,
};
use crate::{Arn, ConstructPath, Definition, Granted, Name, RemovalPolicy, Resource, Stack, Value};

/// An on-demand DynamoDB table with items of type `T`, encrypted with a KMS key. It has no stream.
#[derive(Debug, Clone)]
pub struct Table<T> {
    resource: Resource<dynamodb::Table>,
    item: PhantomData<fn() -> T>,
}

/// What may differ from table to table.
#[derive(Debug, Clone, Copy)]
pub struct TableProps {
    /// The name of the partition key, a string.
    pub partition_key: &'static str,
    /// The name of the sort key, a string.
    pub sort_key: &'static str,
    /// What becomes of the table when it leaves the stack.
    pub removal: RemovalPolicy,
    /// Whether every second of the last 35 days can be restored.
    pub point_in_time_recovery: bool,
    /// Whether DynamoDB refuses to delete it.
    pub deletion_protection: bool,
}

impl<T: 'static> Table<T> {
    /// Adds a table.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: TableProps) -> Self {
        let TableProps { partition_key, sort_key, removal, point_in_time_recovery, deletion_protection } = props;
        let keys = [(partition_key, AttributeType::S), (sort_key, AttributeType::S)];
        let table = definition(keys, None, point_in_time_recovery, deletion_protection, removal);
        let resource = stack.add(&id.into(), table);
        Self { resource, item: PhantomData }
    }

    /// The table, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::Table<T>>>(&self) -> Granted<contract::Table<T>, A> {
        Granted::new(self.resource.reference().text(), self.resource.arn().text())
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Value<Name<dynamodb::Table>> {
        self.resource.reference()
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<dynamodb::Table>> {
        self.resource.arn()
    }
    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<dynamodb::Table> {
        &self.resource
    }
}

/// The properties that every table of this crate has in common, and what becomes of the table.
pub(super) fn definition(
    [partition, sort]: [(&'static str, AttributeType); 2],
    stream_specification: Option<StreamSpecification>,
    point_in_time_recovery_enabled: bool,
    deletion_protection_enabled: bool,
    removal: RemovalPolicy,
) -> Definition<dynamodb::Table> {
    let attribute = |(name, kind)| AttributeDefinition::new(name, kind);
    let key = |(name, _), role| KeySchemaItem::new(name, role);
    let recovery =
        PointInTimeRecoverySpecification::new().point_in_time_recovery_enabled(point_in_time_recovery_enabled);
    let mut table = dynamodb::Table::new([key(partition, "HASH"), key(sort, "RANGE")])
        .attribute_definitions([attribute(partition), attribute(sort)])
        .billing_mode(BillingMode::PayPerRequest)
        .point_in_time_recovery_specification(recovery)
        .sse_specification(SseSpecification::new(true))
        .deletion_protection_enabled(deletion_protection_enabled);
    if let Some(stream) = stream_specification {
        table = table.stream_specification(stream);
    }
    if deletion_protection_enabled { Definition::protected(table) } else { Definition::stateful(table, removal) }
}
