// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::IdentityCenterConfiguration` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a new AWS Glue Identity Center configuration to enable integration between AWS Glue and AWS IAM Identity Center for authentication and authorization.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-identitycenterconfiguration.html>
    IdentityCenterConfiguration = "AWS::Glue::IdentityCenterConfiguration";
    required {
        /// The Amazon Resource Name (ARN) of the Identity Center instance associated with the AWS Glue configuration.
        ///
        /// 10 to 1224 characters. Changing it replaces the resource.
        instance_arn: String = "InstanceArn", Kind::Text(10, 1224, Some("^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}$"));
    }
    optional {
        /// A list of Identity Center scopes that define the permissions and access levels for the AWS Glue configuration.
        ///
        /// 1 to 50 items.
        scopes: Vec<String> = "Scopes", Kind::List(&Kind::Text(0, 50, None), 1, 50, true);
        /// Indicates whether users can run background sessions when using Identity Center authentication with AWS Glue services.
        user_background_sessions_enabled: bool = "UserBackgroundSessionsEnabled", Kind::Bool;
    }
    attributes {
        /// The identifier for the specified AWS account.
        account_id: String = "AccountId";
        /// The Amazon Resource Name (ARN) of the Identity Center application associated with the AWS Glue configuration.
        application_arn: String = "ApplicationArn";
    }
    replaces ["InstanceArn"]
    may_replace []
}
