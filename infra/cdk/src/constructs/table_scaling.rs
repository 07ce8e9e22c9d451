//! Capacity of tables and indexes that follows how much of it is used.

use super::table::Table;
use super::table_index::TableIndex;
use super::table_settings::Capacity;
use crate::aws::application_auto_scaling::scalable_target::{ScalableDimension, ServiceNamespace};
use crate::aws::application_auto_scaling::scaling_policy::{
    PolicyType, PredefinedMetricSpecification, PredefinedMetricSpecificationPredefinedMetricType as Metric,
    TargetTrackingScalingPolicyConfiguration,
};
use crate::aws::application_auto_scaling::{ScalableTarget, ScalingPolicy};
use crate::rules::PROPERTIES;
use crate::{CapacityUnits, ConstructPath, Definition, Stack, Utilization, Value};

/// Between which bounds capacity is scaled, and at which share of it in use.
///
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scaling {
    /// The least units a second.
    pub min: CapacityUnits,
    /// The most units a second.
    pub max: CapacityUnits,
    /// The share in use that scaling aims at.
    pub utilization: Utilization,
}

/// Which capacity.
#[derive(Clone, Copy)]
enum Use {
    Read,
    Write,
}

/// What is scaled.
struct Scaled<'a> {
    path: ConstructPath,
    /// As Application Auto Scaling names it: `table/Carts`.
    resource_id: Value<String>,
    dimension: ScalableDimension,
    provisioned: bool,
    table: &'a ConstructPath,
}

impl<T: 'static, S> Table<T, S> {
    /// Scales the capacity for reads. The table's capacity has to be provisioned; its indexes are scaled on their own.
    ///
    /// ```
    /// # use cdk::constructs::*;
    /// # use cdk::{CapacityUnits, RemovalPolicy, Stack, StackProps, Utilization, literal};
    /// # let mut stack = Stack::new(StackProps::new("test"));
    /// let units = literal!(CapacityUnits::units(5));
    /// let capacity = Capacity::Provisioned { read: units, write: units };
    /// let settings = TableSettings { capacity, ..TableSettings::new(RemovalPolicy::Retain) };
    /// let orders = Table::<()>::new(&mut stack, "Orders", TableProps::new(Attribute::string("id"), settings));
    /// let max = literal!(CapacityUnits::units(500));
    /// orders.scale_reads(&mut stack, Scaling { min: units, max, utilization: literal!(Utilization::percent(70)) });
    /// # stack.synthesize().unwrap();
    /// ```
    #[track_caller]
    pub fn scale_reads(&self, stack: &mut Stack, scaling: Scaling) {
        self.scale(stack, Use::Read, ScalableDimension::DynamodbTableReadCapacityUnits, scaling);
    }

    /// Scales the capacity for writes.
    #[track_caller]
    pub fn scale_writes(&self, stack: &mut Stack, scaling: Scaling) {
        self.scale(stack, Use::Write, ScalableDimension::DynamodbTableWriteCapacityUnits, scaling);
    }

    /// Scales the capacity of one of its global indexes for reads.
    #[track_caller]
    pub fn scale_index_reads(&self, stack: &mut Stack, index: &TableIndex<T>, scaling: Scaling) {
        self.scale_index(stack, index, Use::Read, ScalableDimension::DynamodbIndexReadCapacityUnits, scaling);
    }

    /// Scales the capacity of one of its global indexes for writes.
    #[track_caller]
    pub fn scale_index_writes(&self, stack: &mut Stack, index: &TableIndex<T>, scaling: Scaling) {
        self.scale_index(stack, index, Use::Write, ScalableDimension::DynamodbIndexWriteCapacityUnits, scaling);
    }

    #[track_caller]
    fn scale(&self, stack: &mut Stack, of: Use, dimension: ScalableDimension, scaling: Scaling) {
        let resource_id = Value::join(["table/".into(), self.resource.reference().text()]);
        let path = self.path.child(of.word());
        let provisioned = self.capacity.is_provisioned();
        scale(stack, Scaled { path, resource_id, dimension, provisioned, table: &self.path }, of, scaling);
    }

    #[track_caller]
    fn scale_index(
        &self,
        stack: &mut Stack,
        index: &TableIndex<T>,
        of: Use,
        dimension: ScalableDimension,
        scaling: Scaling,
    ) {
        let name = index.name;
        let resource_id =
            Value::join(["table/".into(), index.table.reference().text(), format!("/index/{name}").into()]);
        // An index may be called what no construct can be.
        let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        let path = self.path.child(&letters).child(of.word());
        let provisioned = index.capacity.is_some_and(Capacity::is_provisioned);
        scale(stack, Scaled { path, resource_id, dimension, provisioned, table: &self.path }, of, scaling);
    }
}

#[track_caller]
fn scale(stack: &mut Stack, scaled: Scaled<'_>, of: Use, scaling: Scaling) {
    let Scaled { path, resource_id, dimension, provisioned, table } = scaled;
    let Scaling { min, max, utilization } = scaling;
    if !provisioned {
        let message = "it is scaled, but has no provisioned capacity of its own".to_owned();
        stack.error(&PROPERTIES, table, message, "use `Capacity::Provisioned`; a local index shares the table's");
    }
    if min > max {
        let message = format!("it is scaled from {} to {} units", min.get(), max.get());
        stack.error(&PROPERTIES, table, message, "give at least as many units for `max` as for `min`");
    }
    // Without a role, the service makes and uses its own, which may do this and nothing else.
    let target = ScalableTarget::new(max, min, resource_id, dimension, ServiceNamespace::Dynamodb);
    let target = stack.add(&path.child("Capacity"), Definition::new(target));
    let tracking = TargetTrackingScalingPolicyConfiguration::new(f64::from(utilization.get()))
        .predefined_metric_specification(PredefinedMetricSpecification::new(of.metric()));
    let policy = ScalingPolicy::new(path.child("Scaling").logical_id().as_str(), PolicyType::TargetTrackingScaling)
        .scaling_target_id(target.reference())
        .target_tracking_scaling_policy_configuration(tracking);
    stack.add(&path.child("Scaling"), Definition::new(policy));
}

impl Use {
    fn word(self) -> &'static str {
        match self {
            Self::Read => "Read",
            Self::Write => "Write",
        }
    }

    fn metric(self) -> Metric {
        match self {
            Self::Read => Metric::DynamoDbReadCapacityUtilization,
            Self::Write => Metric::DynamoDbWriteCapacityUtilization,
        }
    }
}
