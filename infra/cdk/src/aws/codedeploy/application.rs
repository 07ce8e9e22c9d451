// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CodeDeploy::Application` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::CodeDeploy::Application` resource creates an AWS CodeDeploy application.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-application.html>
    Application = "AWS::CodeDeploy::Application";
    required {
    }
    optional {
        /// A name for the application.
        ///
        /// 1 to 100 characters. Changing it replaces the resource.
        application_name: String = "ApplicationName", Kind::Text(1, 100, Some("^[A-Za-z0-9+=,.@_-]*$"));
        /// The compute platform that CodeDeploy deploys the application to.
        ///
        /// Changing it replaces the resource.
        compute_platform: ComputePlatform = "ComputePlatform", Kind::Values(ComputePlatform::ALL);
        /// The metadata that you apply to CodeDeploy applications to help you organize and categorize them.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
    }
    attributes {
    }
    replaces ["ApplicationName", "ComputePlatform"]
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

values! {
    /// The values of `ComputePlatform`.
    ComputePlatform {
        Ecs = "ECS",
        Lambda = "Lambda",
        Server = "Server",
    }
}
