// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::AccessKey` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a new AWS secret access key and corresponding AWS access key ID for the specified user.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-accesskey.html>
    AccessKey = "AWS::IAM::AccessKey";
    required {
        /// The name of the IAM user that the new key will belong to.
        ///
        /// Changing it replaces the resource.
        user_name: String = "UserName", TEXT;
    }
    optional {
        /// This value is specific to CloudFormation and can only be incremented.
        ///
        /// Changing it replaces the resource.
        serial: Int = "Serial", INTEGER;
        /// The status of the access key.
        status: String = "Status", TEXT;
    }
    attributes {
        /// The ID for this access key.
        id: String = "Id";
        /// Returns the secret access key for the specified AWS::IAM::AccessKey resource.
        secret_access_key: String = "SecretAccessKey";
    }
    replaces ["Serial", "UserName"]
    may_replace []
}
