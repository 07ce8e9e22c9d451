// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CloudWatch::Integration` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::CloudWatch::Integration.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-integration.html>
    Integration = "AWS::CloudWatch::Integration";
    required {
        /// The type of integration.
        ///
        /// Changing it replaces the resource.
        integration_type: IntegrationType = "IntegrationType", Kind::Values(IntegrationType::ALL);
        /// The customer-supplied name of the integration.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 256, None);
    }
    optional {
        /// Write-only API-key credential material for the integration.
        credential: IntegrationCredential = "Credential", Kind::Object(IntegrationCredential::object_schema);
        /// Type-specific configuration attributes (max 50 entries).
        integration_attributes: BTreeMap<String, String> = "IntegrationAttributes", Kind::Map(&TEXT);
        /// IAM role ARN the integration assumes.
        ///
        /// 1 to 2048 characters.
        role_arn: String = "RoleArn", Kind::Text(1, 2048, None);
        /// Tags associated with the integration.
        ///
        /// 0 to 50 items.
        tags: Vec<TagsItem> = "Tags", Kind::List(&Kind::Object(TagsItem::object_schema), 0, 50, true);
    }
    attributes {
        /// The time at which the integration was created.
        created_at: String = "CreatedAt";
        /// The ARN of the integration. arn:aws:cloudwatch:{region}:{account}:integration/{integrationId}.
        integration_arn: String = "IntegrationArn";
        /// The service-generated unique identifier (UUID) of the integration.
        integration_id: String = "IntegrationId";
        /// Lifecycle status of the integration.
        status: String = "Status";
        /// The time at which the integration was last updated.
        updated_at: String = "UpdatedAt";
    }
    replaces ["IntegrationType", "Name"]
    may_replace []
}

object! {
    /// API-key credential material that can be rotated in place on update.
    ApiKeyCredential;
    required {
        /// `ApiKeyValue`, which AWS's schema does not describe.
        ///
        /// 1 to 4096 characters.
        api_key_value: String = "ApiKeyValue", Kind::Text(1, 4096, None);
    }
    optional {
    }
}

object! {
    /// Write-only API-key credential material for the integration.
    IntegrationCredential;
    required {
        /// API-key credential material that can be rotated in place on update.
        api_key_credential: ApiKeyCredential = "ApiKeyCredential", Kind::Object(ApiKeyCredential::object_schema);
    }
    optional {
    }
}

object! {
    /// `TagsItem`, which AWS's schema does not describe.
    TagsItem;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

values! {
    /// The values of `IntegrationType`.
    IntegrationType {
        AwsConfigSlrec = "AWS_CONFIG_SLREC",
        AwsIntegration = "AWS_INTEGRATION",
        ExternalAgent = "EXTERNAL_AGENT",
    }
}
