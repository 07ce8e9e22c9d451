// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::UserToGroupAddition` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Adds the specified user to the specified group.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-usertogroupaddition.html>
    UserToGroupAddition = "AWS::IAM::UserToGroupAddition";
    required {
        /// The name of the group to update.
        group_name: String = "GroupName", TEXT;
        /// A list of the names of the users that you want to add to the group.
        users: Vec<String> = "Users", list(&TEXT);
    }
    optional {
    }
    attributes {
        /// The stable and unique string identifying the group.
        id: String = "Id";
    }
    replaces []
    may_replace []
}
