//! Provisioned concurrency that follows the load.

use super::Alias;
use crate::aws::application_auto_scaling::scalable_target::{ScalableDimension, ServiceNamespace};
use crate::aws::application_auto_scaling::scaling_policy::{
    PolicyType, PredefinedMetricSpecification, PredefinedMetricSpecificationPredefinedMetricType,
    TargetTrackingScalingPolicyConfiguration,
};
use crate::aws::application_auto_scaling::{ScalableTarget, ScalingPolicy};
use crate::{ConcurrencyUtilization, Definition, ProvisionedConcurrency, Stack, Value};

/// How many execution environments are kept ready.
#[derive(Debug, Clone, Copy)]
pub struct ConcurrencyScaling {
    /// How many there always are.
    pub minimum: ProvisionedConcurrency,
    /// How many there are under load.
    pub maximum: ProvisionedConcurrency,
    /// How many of them are to be busy.
    pub utilization: ConcurrencyUtilization,
}

impl Alias {
    /// Keeps execution environments ready, as many as the load asks for. Takes the place of [`provision`](Self::provision).
    ///
    /// ```
    /// # use cdk::constructs::{Alias, ConcurrencyScaling};
    /// # use cdk::{ConcurrencyUtilization, ProvisionedConcurrency, Stack, literal};
    /// # fn example(stack: &mut Stack, live: &Alias) {
    /// live.scale(
    ///     stack,
    ///     ConcurrencyScaling {
    ///         minimum: literal!(ProvisionedConcurrency::executions(1)),
    ///         maximum: literal!(ProvisionedConcurrency::executions(20)),
    ///         utilization: literal!(ConcurrencyUtilization::percent(70)),
    ///     },
    /// );
    /// # }
    /// ```
    ///
    /// <https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html>
    #[track_caller]
    pub fn scale(&self, stack: &mut Stack, scaling: ConcurrencyScaling) {
        let name =
            Value::join(["function:".into(), self.function.reference().text(), format!(":{}", self.name).into()]);
        let dimension = ScalableDimension::LambdaFunctionProvisionedConcurrency;
        let target = ScalableTarget::new(scaling.maximum, scaling.minimum, name, dimension, ServiceNamespace::Lambda);
        let target = stack.add(&self.path.child("Scaling"), Definition::new(target));
        stack.order(&self.resource, &target);

        let metric = PredefinedMetricSpecificationPredefinedMetricType::LambdaProvisionedConcurrencyUtilization;
        let tracking = TargetTrackingScalingPolicyConfiguration::new(f64::from(scaling.utilization.get()) / 100.0)
            .predefined_metric_specification(PredefinedMetricSpecification::new(metric));
        let path = self.path.child("ScalingPolicy");
        let policy = ScalingPolicy::new(path.logical_id().as_str(), PolicyType::TargetTrackingScaling)
            .scaling_target_id(target.reference())
            .target_tracking_scaling_policy_configuration(tracking);
        stack.add(&path, Definition::new(policy));
    }
}
