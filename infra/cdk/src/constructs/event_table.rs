//! The table that holds the commits of one aggregate type.

use std::marker::PhantomData;

use contract::{Access, TableChanges};

use super::sources::{Source, TableMapping};
use super::table_settings::{Attribute, TableSettings};
use crate::aws::dynamodb;
use crate::aws::dynamodb::table::{StreamSpecification, StreamViewType};
use crate::{Arn, ConstructPath, Granted, Name, Resource, Stack, Statement, Value};

/// The partition key of every event table.
pub const AGGREGATE_ID: &str = "aggregate_id";

/// The sort key of every event table: the version of a commit's first event.
pub const VERSION: &str = "version";

/// A DynamoDB table with one item of type `T` per commit, keyed by aggregate id and version, whose stream carries every
/// new item. Encrypted with a KMS key.
///
/// ```
/// use cdk::constructs::{EventTable, TableSettings};
/// use cdk::{RemovalPolicy, Stack, StackProps};
///
/// struct Commit;
///
/// # let mut stack = Stack::new(StackProps::new("test"));
/// let orders = EventTable::<Commit>::new(&mut stack, "Orders", TableSettings::new(RemovalPolicy::Retain));
/// # stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct EventTable<T> {
    path: ConstructPath,
    resource: Resource<dynamodb::Table>,
    key: Option<Value<String>>,
    item: PhantomData<fn() -> T>,
}

impl<T: 'static> EventTable<T> {
    /// Adds an event table.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, settings: TableSettings) -> Self {
        let path = id.into();
        let (partition, sort) = (Attribute::string(AGGREGATE_ID), Attribute::number(VERSION));
        let stream = StreamSpecification::new(StreamViewType::NewImage);
        let table = settings.definition(partition, Some(sort), |table| table.stream_specification(stream));
        let resource = stack.add(&path, table);
        Self { path, resource, key: settings.key, item: PhantomData }
    }

    /// The table, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::EventTable<T>>>(&self) -> Granted<contract::EventTable<T>, A> {
        let (name, arn) = (self.resource.reference().text(), self.resource.arn().text());
        Granted::new(name, arn).encrypted_with(self.key.clone())
    }

    /// The commits of the aggregates whose id begins with `prefix`, as a link in a function's contract. A scan is refused.
    #[must_use]
    pub fn link_where_key_begins<A: Access<contract::EventTable<T>>>(
        &self,
        prefix: &str,
    ) -> Granted<contract::EventTable<T>, A> {
        self.link().keys_beginning(prefix)
    }

    /// What a role that belongs to no contract has to be allowed, to perform `A` on the table. `sid` names it for people.
    #[must_use]
    pub fn grant<A: Access<contract::EventTable<T>>>(&self, sid: &str) -> Vec<Statement> {
        self.link::<A>().statements(sid)
    }

    /// Its changes, as what wakes a function: every new commit, in order per aggregate.
    #[must_use]
    pub fn changes(&self, mapping: TableMapping) -> Source<TableChanges<T>> {
        Source::table(&self.path, self.resource.stream_arn(), mapping).decrypting(self.key.as_ref())
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
