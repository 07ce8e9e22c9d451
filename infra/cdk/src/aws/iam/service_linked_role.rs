// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::ServiceLinkedRole` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates an IAM role that is linked to a specific AWS service.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-servicelinkedrole.html>
    ServiceLinkedRole = "AWS::IAM::ServiceLinkedRole";
    required {
    }
    optional {
        /// The service principal for the AWS service to which this role is attached.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        aws_service_name: String = "AWSServiceName", Kind::Text(1, 128, Some(r"^[\w+=,.@-]+$"));
        /// A string that you provide, which is combined with the service-provided prefix to form the complete role name.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        custom_suffix: String = "CustomSuffix", Kind::Text(1, 64, Some(r"^[\w+=,.@-]+$"));
        /// The description of the role.
        ///
        /// 0 to 1000 characters.
        description: String = "Description", Kind::Text(0, 1000, Some(r"^[\x{0009}\x{000A}\x{000D}\x{0020}-\x{007E}\x{00A1}-\x{00FF}]*$"));
    }
    attributes {
        /// Returns the friendly name that identifies the role.
        role_name: String = "RoleName";
    }
    replaces ["AWSServiceName", "CustomSuffix"]
    may_replace []
}
