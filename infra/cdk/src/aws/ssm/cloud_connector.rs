// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SSM::CloudConnector` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::SSM::CloudConnector.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-cloudconnector.html>
    CloudConnector = "AWS::SSM::CloudConnector";
    required {
        /// The ARN of the AWS Config connector.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        config_connector_arn: String = "ConfigConnectorArn", Kind::Text(1, 512, Some(r"^arn:aws(-cn|-us-gov)?:config:[a-z0-9-]+:\d{12}:connector/.+$"));
        /// The configuration for the cloud connector.
        configuration: CloudConnectorConfiguration = "Configuration", Kind::Object(CloudConnectorConfiguration::object_schema);
        /// The display name of the cloud connector.
        ///
        /// 1 to 256 characters.
        display_name: String = "DisplayName", Kind::Text(1, 256, Some(r"^[\p{L}\p{Z}\p{N}\p{P}\p{M}]*$"));
        /// The IAM role ARN used by the cloud connector.
        ///
        /// 20 to 2048 characters. Changing it replaces the resource.
        role_arn: String = "RoleArn", Kind::Text(20, 2048, None);
    }
    optional {
        /// The description of the cloud connector.
        ///
        /// 1 to 1024 characters.
        description: String = "Description", Kind::Text(1, 1024, Some(r"^[\p{L}\p{Z}\p{N}\p{P}\p{M}]*$"));
        /// Tags to apply to the cloud connector.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
    }
    attributes {
        /// The ARN of the cloud connector.
        cloud_connector_arn: String = "CloudConnectorArn";
        /// The unique identifier of the cloud connector.
        cloud_connector_id: String = "CloudConnectorId";
        /// The timestamp when the cloud connector was created.
        created_at: String = "CreatedAt";
        /// The timestamp when the cloud connector was last updated.
        updated_at: String = "UpdatedAt";
    }
    replaces ["ConfigConnectorArn", "Configuration/AzureConfiguration/TenantId", "RoleArn"]
    may_replace []
}

object! {
    /// Configuration for connecting to Azure.
    AzureConfiguration;
    required {
        /// The Azure AD application ID.
        application_id: String = "ApplicationId", Kind::Text(0, usize::MAX, Some("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"));
        /// The Azure AD tenant ID.
        tenant_id: String = "TenantId", Kind::Text(0, usize::MAX, Some("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"));
    }
    optional {
        /// The display name of the Azure AD application.
        ///
        /// 0 to 256 characters.
        application_display_name: String = "ApplicationDisplayName", Kind::Text(0, 256, Some(r"^([\p{L}\p{Z}\p{N}\p{P}\p{M}]*)$"));
        /// The targets for the cloud connector.
        targets: ConfigurationTargets = "Targets", Kind::Object(ConfigurationTargets::object_schema);
        /// The display name of the Azure AD tenant.
        ///
        /// 0 to 256 characters.
        tenant_display_name: String = "TenantDisplayName", Kind::Text(0, 256, Some(r"^([\p{L}\p{Z}\p{N}\p{P}\p{M}]*)$"));
    }
}

object! {
    /// An Azure subscription with its ID and optional display name.
    AzureSubscription;
    required {
        /// The Azure subscription ID.
        ///
        /// 1 to 256 characters.
        id: String = "Id", Kind::Text(1, 256, Some("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"));
    }
    optional {
        /// The display name of the Azure subscription.
        ///
        /// 0 to 128 characters.
        display_name: String = "DisplayName", Kind::Text(0, 128, Some(r"^([\p{L}\p{Z}\p{N}\p{P}\p{M}]*)$"));
    }
}

object! {
    /// The configuration for the cloud connector.
    CloudConnectorConfiguration;
    required {
        /// Configuration for connecting to Azure.
        azure_configuration: AzureConfiguration = "AzureConfiguration", Kind::Object(AzureConfiguration::object_schema);
    }
    optional {
    }
}

object! {
    /// The targets for the cloud connector.
    ConfigurationTargets;
    required {
        /// List of Azure subscriptions.
        ///
        /// 1 to 75 items.
        subscriptions: Vec<AzureSubscription> = "Subscriptions", Kind::List(&Kind::Object(AzureSubscription::object_schema), 1, 75, false);
    }
    optional {
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
    }
    optional {
    }
}
