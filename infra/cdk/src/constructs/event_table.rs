//! The table that holds the commits of one aggregate type.

use std::marker::PhantomData;

use contract::{Access, TableChanges};

use super::sources::{Source, TableMapping};
use super::table::definition;
use crate::aws::dynamodb;
use crate::aws::dynamodb::table::{AttributeType, StreamSpecification, StreamViewType};
use crate::{Arn, ConstructPath, Granted, Name, RemovalPolicy, Resource, Stack, Value};

/// The partition key of every event table.
pub const AGGREGATE_ID: &str = "aggregate_id";

/// The sort key of every event table: the version of a commit's first event.
pub const VERSION: &str = "version";

/// A DynamoDB table with one item of type `T` per commit, keyed by aggregate id and version, whose stream carries every
/// new item. On demand, encrypted with a KMS key.
#[derive(Debug, Clone)]
pub struct EventTable<T> {
    path: ConstructPath,
    resource: Resource<dynamodb::Table>,
    item: PhantomData<fn() -> T>,
}

/// What may differ from event table to event table.
#[derive(Debug, Clone, Copy)]
pub struct EventTableProps {
    /// What becomes of the events when the table leaves the stack.
    pub removal: RemovalPolicy,
    /// Whether every second of the last 35 days can be restored.
    pub point_in_time_recovery: bool,
    /// Whether DynamoDB refuses to delete it.
    pub deletion_protection: bool,
}

impl<T: 'static> EventTable<T> {
    /// Adds an event table.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: EventTableProps) -> Self {
        let path = id.into();
        let keys = [(AGGREGATE_ID, AttributeType::S), (VERSION, AttributeType::N)];
        let stream = StreamSpecification::new(StreamViewType::NewImage);
        let EventTableProps { removal, point_in_time_recovery, deletion_protection } = props;
        let table = definition(keys, Some(stream), point_in_time_recovery, deletion_protection, removal);
        let resource = stack.add(&path, table);
        Self { path, resource, item: PhantomData }
    }

    /// The table, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::EventTable<T>>>(&self) -> Granted<contract::EventTable<T>, A> {
        Granted::new(self.resource.reference().text(), self.resource.arn().text())
    }

    /// Its changes, as what wakes a function: every new commit, in order per aggregate.
    #[must_use]
    pub fn changes(&self, mapping: TableMapping) -> Source<TableChanges<T>> {
        Source::table(&self.path, self.resource.stream_arn(), mapping)
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
