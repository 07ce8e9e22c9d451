// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::S3::AccessGrantsInstance` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::S3::AccessGrantInstance` resource creates an S3 Access Grants instance, which serves as a logical grouping for access grants.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accessgrantsinstance.html>
    AccessGrantsInstance = "AWS::S3::AccessGrantsInstance";
    required {
    }
    optional {
        /// If you would like to associate your S3 Access Grants instance with an AWS IAM Identity Center instance, use this field to pass the Amazon Resource Name (ARN) …
        identity_center_arn: String = "IdentityCenterArn", TEXT;
        /// The AWS resource tags that you are adding to the S3 Access Grants instance.
        ///
        /// Changing it replaces the resource.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The ARN of the S3 Access Grants instance.
        access_grants_instance_arn: String = "AccessGrantsInstanceArn";
        /// The ID of the S3 Access Grants instance.
        access_grants_instance_id: String = "AccessGrantsInstanceId";
    }
    replaces ["Tags"]
    may_replace []
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
