//! The indexes of a table.

use std::marker::PhantomData;

use contract::Access;

use super::append::append;
use super::table::Table;
use super::table_settings::{Attribute, Capacity, key_schema};
use crate::aws::dynamodb;
use crate::aws::dynamodb::table::{self, GlobalSecondaryIndex, LocalSecondaryIndex, ProjectionType};
use crate::rules::PROPERTIES;
use crate::{Granted, Node, Resource, Stack, Statement, Value};

/// An index of a table with items of type `T`.
#[derive(Debug, Clone)]
pub struct TableIndex<T> {
    #[cfg_attr(not(feature = "application_auto_scaling"), allow(dead_code, reason = "what is scaled"))]
    pub(super) table: Resource<dynamodb::Table>,
    pub(super) name: &'static str,
    /// None if it shares the table's.
    #[cfg_attr(not(feature = "application_auto_scaling"), allow(dead_code, reason = "what is scaled"))]
    pub(super) capacity: Option<Capacity>,
    key: Option<Value<String>>,
    item: PhantomData<fn() -> T>,
}

/// What an index holds of each item, beside the keys of the table and its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Projection {
    /// Everything.
    All,
    /// Nothing.
    Keys,
    /// These attributes.
    Include(&'static [&'static str]),
}

impl Projection {
    fn properties(self) -> table::Projection {
        let projection = table::Projection::new();
        match self {
            Self::All => projection.projection_type(ProjectionType::All),
            Self::Keys => projection.projection_type(ProjectionType::KeysOnly),
            Self::Include(names) => {
                projection.projection_type(ProjectionType::Include).non_key_attributes(names.to_vec())
            }
        }
    }
}

impl<T: 'static, S> Table<T, S> {
    /// Adds a global index with as much capacity as the table: its items are found by another key. CloudFormation adds
    /// or removes one index of a table at a time.
    ///
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html>
    #[track_caller]
    pub fn global_index(
        &self,
        stack: &mut Stack,
        name: &'static str,
        partition_key: Attribute,
        sort_key: Option<Attribute>,
        projection: Projection,
    ) -> TableIndex<T> {
        self.global_index_with(stack, name, partition_key, sort_key, projection, self.capacity)
    }

    /// Adds a global index with capacity of its own, which is paid as the table's is.
    #[track_caller]
    pub fn global_index_with(
        &self,
        stack: &mut Stack,
        name: &'static str,
        partition_key: Attribute,
        sort_key: Option<Attribute>,
        projection: Projection,
        capacity: Capacity,
    ) -> TableIndex<T> {
        if capacity.is_provisioned() != self.capacity.is_provisioned() {
            let message = format!("its index {name} is not paid as the table is");
            stack.error(&PROPERTIES, &self.path, message, "make both on-demand or both provisioned");
        }
        let mut index = GlobalSecondaryIndex::new(name, key_schema(partition_key, sort_key), projection.properties());
        if let Some(throughput) = capacity.provisioned_throughput() {
            index = index.provisioned_throughput(throughput);
        }
        if let Some(throughput) = capacity.on_demand_throughput() {
            index = index.on_demand_throughput(throughput);
        }
        self.define(stack, [Some(partition_key), sort_key]);
        append(stack, &self.resource, &["GlobalSecondaryIndexes"], Value::from(index));
        self.index(name, Some(capacity))
    }

    /// Adds a local index: the items of a partition, in another order. It cannot be added to a table that is deployed,
    /// and needs a table with a sort key.
    ///
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html>
    #[track_caller]
    pub fn local_index(
        &self,
        stack: &mut Stack,
        name: &'static str,
        sort_key: Attribute,
        projection: Projection,
    ) -> TableIndex<T> {
        if self.sort_key.is_none() {
            let message = format!("its local index {name} has nothing to order, because the table has no sort key");
            stack.error(&PROPERTIES, &self.path, message, "give the table a sort key, or make the index global");
        }
        let index =
            LocalSecondaryIndex::new(name, key_schema(self.partition_key, Some(sort_key)), projection.properties());
        self.define(stack, [Some(sort_key), None]);
        append(stack, &self.resource, &["LocalSecondaryIndexes"], Value::from(index));
        self.index(name, None)
    }

    fn index(&self, name: &'static str, capacity: Option<Capacity>) -> TableIndex<T> {
        TableIndex { table: self.resource.clone(), name, capacity, key: self.key.clone(), item: PhantomData }
    }

    /// States the kinds of key attributes. DynamoDB refuses an attribute of two kinds.
    #[track_caller]
    fn define(&self, stack: &mut Stack, attributes: [Option<Attribute>; 2]) {
        for attribute in attributes.into_iter().flatten() {
            let mut other_kind = false;
            let definition = Node::from(Value::from(attribute.definition()));
            stack.edit(&self.resource, |table| {
                let properties = crate::ResourceType::into_properties(table);
                let definitions = properties.get("AttributeDefinitions").map(Node::as_list).unwrap_or_default();
                let same_name = |present: &&Node| present.get("AttributeName") == definition.get("AttributeName");
                other_kind = definitions.iter().find(same_name).is_some_and(|present| *present != definition);
                crate::ResourceType::from_properties(properties)
            });
            if other_kind {
                let message = format!("its attribute {} has two kinds", attribute.name);
                stack.error(&PROPERTIES, &self.path, message, "make it a string, a number or binary everywhere");
            } else {
                append(stack, &self.resource, &["AttributeDefinitions"], definition);
            }
        }
    }
}

impl<T: 'static> TableIndex<T> {
    /// The index, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::Index<T>>>(&self) -> Granted<contract::Index<T>, A> {
        let suffix = format!("/index/{}", self.name);
        let address = Value::join([self.table.reference().text(), suffix.as_str().into()]);
        Granted::new(address, self.table.arn().with_suffix(&suffix)).encrypted_with(self.key.clone())
    }

    /// What a role that belongs to no contract has to be allowed, to perform `A` on the index. `sid` names it for people.
    #[must_use]
    pub fn grant<A: Access<contract::Index<T>>>(&self, sid: &str) -> Vec<Statement> {
        self.link::<A>().statements(sid)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }
}
