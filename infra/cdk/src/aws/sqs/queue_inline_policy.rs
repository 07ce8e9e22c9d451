// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SQS::QueueInlinePolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SQS::QueueInlinePolicy` resource associates one Amazon SQS queue with one policy.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queueinlinepolicy.html>
    QueueInlinePolicy = "AWS::SQS::QueueInlinePolicy";
    required {
        /// A policy document that contains the permissions for the specified Amazon SQS queues.
        policy_document: Json = "PolicyDocument", Kind::Json;
        /// The URLs of the queues to which you want to add the policy.
        ///
        /// Changing it replaces the resource.
        queue: String = "Queue", TEXT;
    }
    optional {
    }
    attributes {
    }
    replaces ["Queue"]
    may_replace []
}
