//! A table, with or without a stream of its changes.

use std::marker::PhantomData;

use contract::{Access, ItemChanges};

use super::sources::{Source, StreamMapping};
use super::table_settings::{Attribute, Capacity, TableSettings};
use crate::aws::dynamodb;
use crate::aws::dynamodb::table::{StreamSpecification, StreamViewType, TimeToLiveSpecification};
use crate::{Arn, ConstructPath, Granted, Name, Resource, Stack, Statement, Value};

/// A DynamoDB table with items of type `T`, encrypted with a KMS key. `S` says whether it has a stream of its changes.
///
/// ```
/// use cdk::constructs::{Attribute, Projection, Table, TableProps, TableSettings};
/// use cdk::{RemovalPolicy, Stack, StackProps};
///
/// struct Order;
///
/// # let mut stack = Stack::new(StackProps::new("test"));
/// let props = TableProps {
///     sort_key: Some(Attribute::number("placed_at")),
///     time_to_live: Some("expires_at"),
///     ..TableProps::new(Attribute::string("customer"), TableSettings::new(RemovalPolicy::Retain))
/// };
/// let orders = Table::<Order>::new(&mut stack, "Orders", props);
/// let by_status = orders.global_index(&mut stack, "ByStatus", Attribute::string("status"), None, Projection::All);
/// # stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Table<T, S = WithoutStream> {
    pub(super) path: ConstructPath,
    pub(super) resource: Resource<dynamodb::Table>,
    pub(super) sort_key: Option<Attribute>,
    pub(super) partition_key: Attribute,
    pub(super) capacity: Capacity,
    pub(super) key: Option<Value<String>>,
    kind: PhantomData<fn() -> (T, S)>,
}

/// A table has no stream of its changes.
#[derive(Debug, Clone, Copy)]
pub enum WithoutStream {}

/// A table has a stream of its changes.
#[derive(Debug, Clone, Copy)]
pub enum WithStream {}

/// What may differ from table to table.
#[derive(Debug, Clone)]
pub struct TableProps {
    /// What items are found by.
    pub partition_key: Attribute,
    /// What orders the items of a partition; without one, a partition is a single item.
    pub sort_key: Option<Attribute>,
    /// The attribute that says when an item may be removed, in seconds since 1970.
    pub time_to_live: Option<&'static str>,
    /// What tables have in common.
    pub settings: TableSettings,
}

impl TableProps {
    /// A table with a partition key only, whose items stay.
    #[must_use]
    pub fn new(partition_key: Attribute, settings: TableSettings) -> Self {
        Self { partition_key, sort_key: None, time_to_live: None, settings }
    }
}

impl<T: 'static> Table<T> {
    /// Adds a table.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: TableProps) -> Self {
        Self::add(stack, id.into(), props, None)
    }

    /// Adds a table with a stream of its changes, each with as much of the item as `view` says.
    ///
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html>
    #[track_caller]
    pub fn with_stream(
        stack: &mut Stack,
        id: impl Into<ConstructPath>,
        props: TableProps,
        view: StreamViewType,
    ) -> Table<T, WithStream> {
        Table::add(stack, id.into(), props, Some(StreamSpecification::new(view)))
    }
}

impl<T: 'static> Table<T, WithStream> {
    /// Its changes, as what wakes a function: what was put, changed or removed, in order per item.
    #[must_use]
    pub fn changes(&self, mapping: StreamMapping) -> Source<ItemChanges<T>> {
        Source::items(&self.path, self.resource.stream_arn(), mapping).decrypting(self.key.as_ref())
    }
}

impl<T: 'static, S> Table<T, S> {
    #[track_caller]
    fn add(stack: &mut Stack, path: ConstructPath, props: TableProps, stream: Option<StreamSpecification>) -> Self {
        let TableProps { partition_key, sort_key, time_to_live, settings } = props;
        let definition = settings.definition(partition_key, sort_key, |mut table| {
            if let Some(stream) = stream {
                table = table.stream_specification(stream);
            }
            if let Some(attribute) = time_to_live {
                table = table.time_to_live_specification(TimeToLiveSpecification::new(true).attribute_name(attribute));
            }
            table
        });
        let resource = stack.add(&path, definition);
        let TableSettings { capacity, key, .. } = settings;
        Self { path, resource, sort_key, partition_key, capacity, key, kind: PhantomData }
    }

    /// The table, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::Table<T>>>(&self) -> Granted<contract::Table<T>, A> {
        let (name, arn) = (self.resource.reference().text(), self.resource.arn().text());
        Granted::new(name, arn).encrypted_with(self.key.clone())
    }

    /// The items whose partition key begins with `prefix`, as a link in a function's contract. A scan is refused.
    ///
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html>
    #[must_use]
    pub fn link_where_key_begins<A: Access<contract::Table<T>>>(&self, prefix: &str) -> Granted<contract::Table<T>, A> {
        self.link().keys_beginning(prefix)
    }

    /// What a role that belongs to no contract has to be allowed, to perform `A` on the table. `sid` names it for people.
    #[must_use]
    pub fn grant<A: Access<contract::Table<T>>>(&self, sid: &str) -> Vec<Statement> {
        self.link::<A>().statements(sid)
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
