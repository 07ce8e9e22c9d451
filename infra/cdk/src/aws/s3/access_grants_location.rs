// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::S3::AccessGrantsLocation` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::S3::AccessGrantsLocation` resource creates the S3 data location that you would like to register in your S3 Access Grants instance.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accessgrantslocation.html>
    AccessGrantsLocation = "AWS::S3::AccessGrantsLocation";
    required {
        /// The Amazon Resource Name (ARN) of the IAM role for the registered location.
        iam_role_arn: String = "IamRoleArn", TEXT;
        /// The S3 URI path to the location that you are registering.
        location_scope: String = "LocationScope", TEXT;
    }
    optional {
        /// The AWS resource tags that you are adding to the S3 Access Grants location.
        ///
        /// Changing it replaces the resource.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The ARN of the location you are registering.
        access_grants_location_arn: String = "AccessGrantsLocationArn";
        /// The ID of the registered location to which you are granting access.
        access_grants_location_id: String = "AccessGrantsLocationId";
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
