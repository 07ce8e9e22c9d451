// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::Integration` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates an integration between CloudWatch Logs and another service in this account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-integration.html>
    Integration = "AWS::Logs::Integration";
    required {
        /// The name of this integration.
        ///
        /// 1 to 50 characters. Changing it replaces the resource.
        integration_name: String = "IntegrationName", Kind::Text(1, 50, Some(r"[\.\-_/#A-Za-z0-9]+"));
        /// The type of integration.
        ///
        /// Changing it replaces the resource.
        integration_type: IntegrationType = "IntegrationType", Kind::Values(IntegrationType::ALL);
        /// This structure contains configuration details about an integration between CloudWatch Logs and another entity.
        ///
        /// Changing it replaces the resource.
        resource_config: ResourceConfig = "ResourceConfig", Kind::Object(ResourceConfig::object_schema);
    }
    optional {
    }
    attributes {
        /// The current status of this integration.
        integration_status: String = "IntegrationStatus";
    }
    replaces ["IntegrationName", "IntegrationType", "ResourceConfig"]
    may_replace []
}

object! {
    /// This structure contains configuration details about an integration between CloudWatch Logs and OpenSearch Service.
    OpenSearchResourceConfig;
    required {
        /// Specify the ARNs of IAM roles and IAM users who you want to grant permission to for viewing the dashboards. ) In addition to specifying these users here, you …
        dashboard_viewer_principals: Vec<String> = "DashboardViewerPrincipals", list(&Kind::Text(20, 2048, Some(r"[\w#+=/:,.@-]*\*?")));
        /// Specify the ARN of an IAM role that CloudWatch Logs will use to create the integration.
        ///
        /// 20 to 2048 characters.
        data_source_role_arn: String = "DataSourceRoleArn", Kind::Text(20, 2048, Some(r"[\w#+=/:,.@-]*\*?"));
    }
    optional {
        /// If you want to use an existing OpenSearch Service application for your integration with OpenSearch Service, specify it here.
        ///
        /// 20 to 2048 characters.
        application_arn: String = "ApplicationARN", Kind::Text(20, 2048, Some(r"[\w#+=/:,.@-]*\*?"));
        /// To have the vended dashboard data encrypted with AWS instead of the CloudWatch Logs default encryption method, specify the ARN of the AWS key that you want to …
        ///
        /// 20 to 2048 characters.
        kms_key_arn: String = "KmsKeyArn", Kind::Text(20, 2048, Some(r"[\w#+=/:,.@-]*\*?"));
        /// Specify how many days that you want the data derived by OpenSearch Service to be retained in the index that the dashboard refers to.
        ///
        /// 1 to 3650.
        retention_days: Int<1, 3650> = "RetentionDays", Kind::Integer(1, 3650);
    }
}

object! {
    /// This structure contains configuration details about an integration between CloudWatch Logs and another entity.
    ResourceConfig;
    required {
    }
    optional {
        /// This structure contains configuration details about an integration between CloudWatch Logs and OpenSearch Service.
        open_search_resource_config: OpenSearchResourceConfig = "OpenSearchResourceConfig", Kind::Object(OpenSearchResourceConfig::object_schema);
    }
}

values! {
    /// The values of `IntegrationType`.
    IntegrationType {
        Opensearch = "OPENSEARCH",
    }
}
