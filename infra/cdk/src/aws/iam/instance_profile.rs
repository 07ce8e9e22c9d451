// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::InstanceProfile` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a new instance profile.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-instanceprofile.html>
    InstanceProfile = "AWS::IAM::InstanceProfile";
    required {
        /// The name of the role to associate with the instance profile.
        ///
        /// 0 to 1 items.
        roles: Vec<String> = "Roles", Kind::List(&Kind::Text(0, usize::MAX, Some(r"[a-zA-Z0-9+=,.@\-_]+")), 0, 1, true);
    }
    optional {
        /// The name of the instance profile to create.
        ///
        /// 0 to 128 characters. Changing it replaces the resource.
        instance_profile_name: String = "InstanceProfileName", Kind::Text(0, 128, Some(r"^([\w+=,.@-]+)?$"));
        /// The path to the instance profile.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        path: String = "Path", Kind::Text(1, 512, Some(r"^(\x{002F})|(\x{002F}[\x{0021}-\x{007E}]+\x{002F})$"));
    }
    attributes {
        /// Returns the Amazon Resource Name (ARN) for the instance profile.
        arn: Arn<InstanceProfile> = "Arn";
    }
    replaces ["InstanceProfileName", "Path"]
    may_replace []
}
