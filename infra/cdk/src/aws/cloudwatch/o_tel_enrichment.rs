// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CloudWatch::OTelEnrichment` and its parts.

use crate::schema::prelude::*;

resource! {
    /// AWS::CloudWatch::OTelEnrichment enables OTel metric enrichment in CloudWatch, allowing CloudWatch vended metrics to be available for PromQL querying enriched …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-otelenrichment.html>
    OTelEnrichment = "AWS::CloudWatch::OTelEnrichment";
    required {
    }
    optional {
        /// Removes metrics from the include set.
        ///
        /// 0 to 100 items.
        exclude_filters: Vec<OTelEnrichmentMetricSelector> = "ExcludeFilters", Kind::List(&Kind::Object(OTelEnrichmentMetricSelector::object_schema), 0, 100, true);
        /// Scopes enrichment to a subset of the account's telemetry.
        ///
        /// 0 to 100 items.
        include_filters: Vec<OTelEnrichmentMetricSelector> = "IncludeFilters", Kind::List(&Kind::Object(OTelEnrichmentMetricSelector::object_schema), 0, 100, true);
    }
    attributes {
        /// The AWS account ID.
        account_id: String = "AccountId";
        /// Current status of OTel enrichment (RUNNING or STOPPED).
        status: String = "Status";
    }
    replaces []
    may_replace []
}

object! {
    /// Selects metrics within one namespace.
    OTelEnrichmentMetricSelector;
    required {
        /// The CloudWatch namespace this selector applies to.
        ///
        /// 1 to 255 characters.
        namespace: String = "Namespace", Kind::Text(1, 255, Some("^[^:].*$"));
    }
    optional {
        /// Absent or empty means every metric in this namespace, in whichever direction this selector appears.
        ///
        /// 0 to 100 items.
        metric_names: Vec<String> = "MetricNames", Kind::List(&Kind::Text(1, 255, None), 0, 100, true);
    }
}
