// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SQS::QueuePolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SQS::QueuePolicy` type applies a policy to Amazon SQS queues.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queuepolicy.html>
    QueuePolicy = "AWS::SQS::QueuePolicy";
    required {
        /// A policy document that contains the permissions for the specified Amazon SQS queues.
        policy_document: Json = "PolicyDocument", Kind::Json;
        /// The URLs of the queues to which you want to add the policy.
        queues: Vec<String> = "Queues", list(&TEXT);
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
