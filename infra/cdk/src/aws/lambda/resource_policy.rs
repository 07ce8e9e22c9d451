// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::ResourcePolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Use the `AWS::Lambda::ResourcePolicy` resource to attach a resource-based policy to a LAM resource.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-resourcepolicy.html>
    ResourcePolicy = "AWS::Lambda::ResourcePolicy";
    required {
        /// The policy document you want to add to your LAM resource.
        policy_document: Json = "PolicyDocument", Kind::Json;
        /// `ResourceArn`, which AWS's schema does not describe.
        ///
        /// 12 to 1024 characters. Changing it replaces the resource.
        resource_arn: String = "ResourceArn", Kind::Text(12, 1024, Some(r"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:(runtime/|function:)[a-zA-Z0-9-_]+(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_])+)?$"));
    }
    optional {
    }
    attributes {
    }
    replaces ["ResourceArn"]
    may_replace []
}
