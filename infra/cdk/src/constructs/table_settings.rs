//! What tables have in common, whatever they hold.

use crate::aws::dynamodb;
use crate::aws::dynamodb::table::{
    AttributeDefinition, AttributeType, BillingMode, ContributorInsightsSpecification, KeySchemaItem,
    OnDemandThroughput, PointInTimeRecoverySpecification, ProvisionedThroughput, SseSpecification, SseType, TableClass,
};
use crate::{CapacityUnits, Definition, RecoveryPeriod, RemovalPolicy, Value};

/// An attribute that is part of a key.
///
/// ```
/// use cdk::constructs::Attribute;
///
/// let owner = Attribute::string("owner");
/// let placed_at = Attribute::number("placed_at");
/// assert_ne!(owner, placed_at);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute {
    pub(super) name: &'static str,
    pub(super) kind: AttributeType,
}

impl Attribute {
    /// A text.
    #[must_use]
    pub const fn string(name: &'static str) -> Self {
        Self { name, kind: AttributeType::S }
    }

    /// A number.
    #[must_use]
    pub const fn number(name: &'static str) -> Self {
        Self { name, kind: AttributeType::N }
    }

    /// Bytes.
    #[must_use]
    pub const fn binary(name: &'static str) -> Self {
        Self { name, kind: AttributeType::B }
    }

    pub(super) fn definition(self) -> AttributeDefinition {
        AttributeDefinition::new(self.name, self.kind)
    }
}

/// How much a table or global index takes, and how that is paid.
///
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capacity {
    /// Each request is paid; as many as come.
    OnDemand,
    /// Each request is paid; those above so many units a second are refused.
    OnDemandUpTo {
        /// The most read units a second.
        read: CapacityUnits,
        /// The most write units a second.
        write: CapacityUnits,
    },
    /// So many units a second are paid, used or not. They can be scaled.
    Provisioned {
        /// Read units a second.
        read: CapacityUnits,
        /// Write units a second.
        write: CapacityUnits,
    },
}

impl Capacity {
    pub(super) fn is_provisioned(self) -> bool {
        matches!(self, Self::Provisioned { .. })
    }

    pub(super) fn on_demand_throughput(self) -> Option<OnDemandThroughput> {
        match self {
            Self::OnDemandUpTo { read, write } => {
                Some(OnDemandThroughput::new().max_read_request_units(read).max_write_request_units(write))
            }
            Self::OnDemand | Self::Provisioned { .. } => None,
        }
    }

    pub(super) fn provisioned_throughput(self) -> Option<ProvisionedThroughput> {
        match self {
            Self::Provisioned { read, write } => Some(ProvisionedThroughput::new(read, write)),
            Self::OnDemand | Self::OnDemandUpTo { .. } => None,
        }
    }
}

/// What may differ from table to table, whatever it holds.
///
/// ```
/// use cdk::RemovalPolicy;
/// use cdk::constructs::TableSettings;
///
/// let settings = TableSettings { contributor_insights: true, ..TableSettings::new(RemovalPolicy::Retain) };
/// assert!(settings.point_in_time_recovery && settings.deletion_protection);
/// ```
#[derive(Debug, Clone)]
pub struct TableSettings {
    /// What becomes of the table when it leaves the stack.
    pub removal: RemovalPolicy,
    /// Whether every second of the recovery period can be restored.
    pub point_in_time_recovery: bool,
    /// How far back the table can be restored; 35 days if none.
    pub recovery_period: Option<RecoveryPeriod>,
    /// Whether DynamoDB refuses to delete it.
    pub deletion_protection: bool,
    /// How much it takes, and how that is paid.
    pub capacity: Capacity,
    /// Whether storage is cheap and requests are dear, instead of the other way round.
    pub infrequent_access: bool,
    /// Whether CloudWatch shows which keys are used most.
    pub contributor_insights: bool,
    /// The ARN of the KMS key that encrypts it; the account's DynamoDB key if none. Grants on the table include the key.
    pub key: Option<Value<String>>,
}

impl TableSettings {
    /// An on-demand table that can be restored, and that is protected from deletion if it is to be retained.
    #[must_use]
    pub fn new(removal: RemovalPolicy) -> Self {
        Self {
            removal,
            point_in_time_recovery: true,
            recovery_period: None,
            deletion_protection: removal == RemovalPolicy::Retain,
            capacity: Capacity::OnDemand,
            infrequent_access: false,
            contributor_insights: false,
            key: None,
        }
    }

    /// A table with these settings, and what becomes of it.
    pub(super) fn definition(
        &self,
        partition: Attribute,
        sort: Option<Attribute>,
        more: impl FnOnce(dynamodb::Table) -> dynamodb::Table,
    ) -> Definition<dynamodb::Table> {
        let mut recovery =
            PointInTimeRecoverySpecification::new().point_in_time_recovery_enabled(self.point_in_time_recovery);
        if let (true, Some(days)) = (self.point_in_time_recovery, self.recovery_period) {
            recovery = recovery.recovery_period_in_days(days);
        }
        let mut encryption = SseSpecification::new(true);
        if let Some(key) = &self.key {
            encryption = encryption.sse_type(SseType::Kms).kms_master_key_id(key.clone());
        }
        let billing =
            if self.capacity.is_provisioned() { BillingMode::Provisioned } else { BillingMode::PayPerRequest };
        let attributes: Vec<_> = [Some(partition), sort].into_iter().flatten().map(Attribute::definition).collect();
        let mut table = dynamodb::Table::new(key_schema(partition, sort))
            .attribute_definitions(attributes)
            .billing_mode(billing)
            .point_in_time_recovery_specification(recovery)
            .sse_specification(encryption)
            .deletion_protection_enabled(self.deletion_protection);
        if let Some(throughput) = self.capacity.provisioned_throughput() {
            table = table.provisioned_throughput(throughput);
        }
        if let Some(throughput) = self.capacity.on_demand_throughput() {
            table = table.on_demand_throughput(throughput);
        }
        if self.infrequent_access {
            table = table.table_class(TableClass::StandardInfrequentAccess);
        }
        if self.contributor_insights {
            table = table.contributor_insights_specification(ContributorInsightsSpecification::new(true));
        }
        let table = more(table);
        if self.deletion_protection { Definition::protected(table) } else { Definition::stateful(table, self.removal) }
    }
}

/// The key of a table or index.
pub(super) fn key_schema(partition: Attribute, sort: Option<Attribute>) -> Vec<KeySchemaItem> {
    let partition = KeySchemaItem::new(partition.name, "HASH");
    let sort = sort.map(|sort| KeySchemaItem::new(sort.name, "RANGE"));
    [Some(partition), sort].into_iter().flatten().collect()
}
