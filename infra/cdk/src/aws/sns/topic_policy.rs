// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SNS::TopicPolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SNS::TopicPolicy` resource associates Amazon topics with a policy.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html>
    TopicPolicy = "AWS::SNS::TopicPolicy";
    required {
        /// A policy document that contains permissions to add to the specified SNS topics.
        policy_document: Json = "PolicyDocument", Kind::Json;
        /// The Amazon Resource Names (ARN) of the topics to which you want to add the policy.
        topics: Vec<String> = "Topics", list(&TEXT);
    }
    optional {
    }
    attributes {
        /// The provider-assigned unique ID for this managed resource.
        id: String = "Id";
    }
    replaces []
    may_replace []
}
