// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::S3::AccessGrant` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::S3::AccessGrant` resource creates an access grant that gives a grantee access to your S3 data.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accessgrant.html>
    AccessGrant = "AWS::S3::AccessGrant";
    required {
        /// The ID of the registered location to which you are granting access.
        access_grants_location_id: String = "AccessGrantsLocationId", TEXT;
        /// The user, group, or role to which you are granting access.
        grantee: Grantee = "Grantee", Kind::Object(Grantee::object_schema);
        /// The type of access that you are granting to your S3 data, which can be set to one of the following values: - `READ` – Grant read-only access to the S3 data. - …
        permission: Permission = "Permission", Kind::Values(Permission::ALL);
    }
    optional {
        /// The configuration options of the grant location.
        access_grants_location_configuration: AccessGrantsLocationConfiguration = "AccessGrantsLocationConfiguration", Kind::Object(AccessGrantsLocationConfiguration::object_schema);
        /// The Amazon Resource Name (ARN) of an AWS IAM Identity Center application associated with your Identity Center instance.
        application_arn: String = "ApplicationArn", TEXT;
        /// The type of `S3SubPrefix`.
        ///
        /// Changing it replaces the resource.
        s3_prefix_type: S3PrefixType = "S3PrefixType", Kind::Values(S3PrefixType::ALL);
        /// The AWS resource tags that you are adding to the access grant.
        ///
        /// Changing it replaces the resource.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The ARN of the access grant.
        access_grant_arn: String = "AccessGrantArn";
        /// The ID of the access grant.
        access_grant_id: String = "AccessGrantId";
        /// The S3 path of the data to which you are granting access.
        grant_scope: String = "GrantScope";
    }
    replaces ["S3PrefixType", "Tags"]
    may_replace []
}

object! {
    /// The configuration options of the S3 Access Grants location.
    AccessGrantsLocationConfiguration;
    required {
        /// The `S3SubPrefix` is appended to the location scope creating the grant scope.
        s3_sub_prefix: String = "S3SubPrefix", TEXT;
    }
    optional {
    }
}

object! {
    /// The user, group, or role to which you are granting access.
    Grantee;
    required {
        /// The unique identifier of the `Grantee`.
        grantee_identifier: String = "GranteeIdentifier", TEXT;
        /// The type of the grantee to which access has been granted.
        grantee_type: GranteeType = "GranteeType", Kind::Values(GranteeType::ALL);
    }
    optional {
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        key: String = "Key", TEXT;
        /// `Value`, which AWS's schema does not describe.
        value: String = "Value", TEXT;
    }
    optional {
    }
}

values! {
    /// The values of `GranteeType`.
    GranteeType {
        DirectoryGroup = "DIRECTORY_GROUP",
        DirectoryUser = "DIRECTORY_USER",
        Iam = "IAM",
    }
}

values! {
    /// The values of `Permission`.
    Permission {
        Read = "READ",
        Readwrite = "READWRITE",
        Write = "WRITE",
    }
}

values! {
    /// The values of `S3PrefixType`.
    S3PrefixType {
        Object = "Object",
    }
}
