// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SNS::TopicInlinePolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SNS::TopicInlinePolicy` resource associates one Amazon topic with one policy.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicinlinepolicy.html>
    TopicInlinePolicy = "AWS::SNS::TopicInlinePolicy";
    required {
        /// A policy document that contains permissions to add to the specified Amazon topic.
        policy_document: Json = "PolicyDocument", Kind::Json;
        /// The Amazon Resource Name (ARN) of the topic to which you want to add the policy.
        ///
        /// Changing it replaces the resource.
        topic_arn: String = "TopicArn", TEXT;
    }
    optional {
    }
    attributes {
    }
    replaces ["TopicArn"]
    may_replace []
}
