// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::User` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a new IAM user for your AWS account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-user.html>
    User = "AWS::IAM::User";
    required {
    }
    optional {
        /// A list of group names to which you want to add the user.
        ///
        /// 0 to 10 items.
        groups: Vec<String> = "Groups", Kind::List(&TEXT, 0, 10, false);
        /// Creates a password for the specified IAM user.
        login_profile: LoginProfile = "LoginProfile", Kind::Object(LoginProfile::object_schema);
        /// A list of Amazon Resource Names (ARNs) of the IAM managed policies that you want to attach to the user.
        ///
        /// 0 to 20 items.
        managed_policy_arns: Vec<String> = "ManagedPolicyArns", Kind::List(&Kind::Text(0, usize::MAX, Some(r"arn:(aws[a-zA-Z-]*)?:iam::(\d{12}|aws):policy/[a-zA-Z_0-9+=,.@\-_/]+")), 0, 20, true);
        /// The path for the user name.
        ///
        /// 1 to 512 characters.
        path: String = "Path", Kind::Text(1, 512, Some(r"^(\x{002F})|(\x{002F}[\x{0021}-\x{007E}]+\x{002F})$"));
        /// The ARN of the managed policy that is used to set the permissions boundary for the user.
        ///
        /// 20 to 2048 characters.
        permissions_boundary: String = "PermissionsBoundary", Kind::Text(20, 2048, None);
        /// Adds or updates an inline policy document that is embedded in the specified IAM user.
        policies: Vec<Policy> = "Policies", list(&Kind::Object(Policy::object_schema));
        /// A list of tags that you want to attach to the new user.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
        /// The name of the user to create.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        user_name: String = "UserName", Kind::Text(1, 64, Some(r"^[\w+=,.@-]+$"));
    }
    attributes {
        /// Returns the Amazon Resource Name (ARN) for the specified `AWS::IAM::User` resource.
        arn: Arn<User> = "Arn";
    }
    replaces ["UserName"]
    may_replace []
}

object! {
    /// Creates a password for the specified user, giving the user the ability to access AWS services through the AWS Management Console.
    LoginProfile;
    required {
        /// The user's password.
        password: String = "Password", TEXT;
    }
    optional {
        /// Specifies whether the user is required to set a new password on next sign-in.
        password_reset_required: bool = "PasswordResetRequired", Kind::Bool;
    }
}

object! {
    /// Contains information about an attached policy.
    Policy;
    required {
        /// The entire contents of the policy that defines permissions.
        policy_document: Json = "PolicyDocument", Kind::Json;
        /// The friendly name (not ARN) identifying the policy.
        policy_name: String = "PolicyName", TEXT;
    }
    optional {
    }
}

object! {
    /// A structure that represents user-provided metadata that can be associated with an IAM resource.
    Tag;
    required {
        /// The key name that can be used to look up or retrieve the associated value.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$"));
        /// The value associated with this tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, Some(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$"));
    }
    optional {
    }
}
