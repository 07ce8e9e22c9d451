// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::Tenant` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Create a tenant.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-tenant.html>
    Tenant = "AWS::SES::Tenant";
    required {
        /// The name of a tenant.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        tenant_name: String = "TenantName", Kind::Text(1, 64, Some(r"^[\w\-_]+$"));
    }
    optional {
        /// The reputation configuration for the tenant.
        reputation_entity: ReputationEntity = "ReputationEntity", Kind::Object(ReputationEntity::object_schema);
        /// The list of resources to associate with the tenant.
        resource_associations: Vec<ResourceAssociation> = "ResourceAssociations", list(&Kind::Object(ResourceAssociation::object_schema));
        /// The suppression attributes for the tenant.
        suppression_attributes: TenantSuppressionAttributes = "SuppressionAttributes", Kind::Object(TenantSuppressionAttributes::object_schema);
        /// An array of objects that define the tags (keys and values) associated with the tenant.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
    }
    attributes {
        /// Returns the ARN of the tenant.
        arn: Arn<Tenant> = "Arn";
    }
    replaces ["TenantName"]
    may_replace []
}

object! {
    /// The reputation configuration for the tenant.
    ReputationEntity;
    required {
        /// The reputation policy for the tenant.
        policy: ReputationPolicy = "Policy", Kind::Object(ReputationPolicy::object_schema);
    }
    optional {
    }
}

object! {
    /// The reputation policy for the tenant.
    ReputationPolicy;
    required {
        /// The ARN of an SES-managed reputation policy.
        reputation_entity_policy: String = "ReputationEntityPolicy", Kind::Text(0, usize::MAX, Some("^arn:[a-z0-9-]+:ses:[a-z0-9-]+:aws:reputation-policy/(none|standard|strict)$"));
    }
    optional {
    }
}

object! {
    /// The resource to associate with the tenant.
    ResourceAssociation;
    required {
        /// The Amazon Resource Name (ARN) of the resource associated with the tenant.
        ///
        /// At least 1 characters.
        resource_arn: String = "ResourceArn", Kind::Text(1, usize::MAX, None);
    }
    optional {
    }
}

object! {
    /// An object that defines the tags (keys and values) that you want to associate with the tenant.
    Tag;
    required {
        /// The key of the key-value tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value of the key-value tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

object! {
    /// The suppression attributes for the tenant.
    TenantSuppressionAttributes;
    required {
        /// The reasons that cause messages to be added to the suppression list.
        suppressed_reasons: Vec<SuppressedReasons> = "SuppressedReasons", Kind::List(&Kind::Values(SuppressedReasons::ALL), 0, usize::MAX, true);
        /// The scope of the suppression list for the tenant.
        suppression_scope: SuppressionScope = "SuppressionScope", Kind::Values(SuppressionScope::ALL);
    }
    optional {
    }
}

values! {
    /// The values of `SuppressedReasons`.
    SuppressedReasons {
        Bounce = "BOUNCE",
        Complaint = "COMPLAINT",
    }
}

values! {
    /// The values of `SuppressionScope`.
    SuppressionScope {
        Account = "ACCOUNT",
        Tenant = "TENANT",
    }
}
