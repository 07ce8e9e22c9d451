// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::CloudWatch`.

pub mod alarm;
pub mod alarm_mute_rule;
pub mod anomaly_detector;
pub mod composite_alarm;
pub mod dashboard;
pub mod insight_rule;
pub mod integration;
pub mod log_alarm;
pub mod metric_stream;
pub mod o_tel_enrichment;
pub mod resource_metrics_configuration;
pub mod view;

pub use alarm::Alarm;
pub use alarm_mute_rule::AlarmMuteRule;
pub use anomaly_detector::AnomalyDetector;
pub use composite_alarm::CompositeAlarm;
pub use dashboard::Dashboard;
pub use insight_rule::InsightRule;
pub use integration::Integration;
pub use log_alarm::LogAlarm;
pub use metric_stream::MetricStream;
pub use o_tel_enrichment::OTelEnrichment;
pub use resource_metrics_configuration::ResourceMetricsConfiguration;
pub use view::View;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <Alarm as crate::ResourceType>::SCHEMA,
    <AlarmMuteRule as crate::ResourceType>::SCHEMA,
    <AnomalyDetector as crate::ResourceType>::SCHEMA,
    <CompositeAlarm as crate::ResourceType>::SCHEMA,
    <Dashboard as crate::ResourceType>::SCHEMA,
    <InsightRule as crate::ResourceType>::SCHEMA,
    <Integration as crate::ResourceType>::SCHEMA,
    <LogAlarm as crate::ResourceType>::SCHEMA,
    <MetricStream as crate::ResourceType>::SCHEMA,
    <OTelEnrichment as crate::ResourceType>::SCHEMA,
    <ResourceMetricsConfiguration as crate::ResourceType>::SCHEMA,
    <View as crate::ResourceType>::SCHEMA,
];
