// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::ManagedPolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a new managed policy for your AWS account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html>
    ManagedPolicy = "AWS::IAM::ManagedPolicy";
    required {
        /// The JSON policy document that you want to use as the content for the new policy.
        policy_document: Json = "PolicyDocument", Kind::Json;
    }
    optional {
        /// A friendly description of the policy.
        ///
        /// 0 to 1000 characters. Changing it replaces the resource.
        description: String = "Description", Kind::Text(0, 1000, None);
        /// The name (friendly name, not ARN) of the group to attach the policy to.
        groups: Vec<String> = "Groups", Kind::List(&TEXT, 0, usize::MAX, true);
        /// The friendly name of the policy. ) If you specify a name, you cannot perform updates that require replacement of this resource.
        ///
        /// Changing it replaces the resource.
        managed_policy_name: String = "ManagedPolicyName", TEXT;
        /// The path for the policy.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        path: String = "Path", Kind::Text(1, 512, Some(r"^((/[A-Za-z0-9\.,\+@=_-]+)*)/$"));
        /// The name (friendly name, not ARN) of the role to attach the policy to.
        roles: Vec<String> = "Roles", Kind::List(&TEXT, 0, usize::MAX, true);
        /// The name (friendly name, not ARN) of the IAM user to attach the policy to.
        users: Vec<String> = "Users", Kind::List(&TEXT, 0, usize::MAX, true);
    }
    attributes {
        /// The number of principal entities (users, groups, and roles) that the policy is attached to.
        attachment_count: Int = "AttachmentCount";
        /// The date and time, in ISO 8601 date-time format, when the policy was created.
        create_date: String = "CreateDate";
        /// The identifier for the version of the policy that is set as the default (operative) version.
        default_version_id: String = "DefaultVersionId";
        /// Specifies whether the policy can be attached to an IAM user, group, or role.
        is_attachable: bool = "IsAttachable";
        /// The number of entities (users and roles) for which the policy is used as the permissions boundary.
        permissions_boundary_usage_count: Int = "PermissionsBoundaryUsageCount";
        /// The Amazon Resource Name (ARN) of the managed policy that you want information about.
        policy_arn: String = "PolicyArn";
        /// The stable and unique string identifying the policy.
        policy_id: String = "PolicyId";
        /// The date and time, in ISO 8601 date-time format, when the policy was last updated.
        update_date: String = "UpdateDate";
    }
    replaces ["Description", "ManagedPolicyName", "Path"]
    may_replace []
}
