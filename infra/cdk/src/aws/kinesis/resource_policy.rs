// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Kinesis::ResourcePolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Attaches a resource-based policy to a data stream or registered consumer.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-resourcepolicy.html>
    ResourcePolicy = "AWS::Kinesis::ResourcePolicy";
    required {
        /// Returns the Amazon Resource Name (ARN) of the resource-based policy.
        ///
        /// 1 to 2048 characters. Changing it replaces the resource.
        resource_arn: String = "ResourceArn", Kind::Text(1, 2048, Some(r"arn:aws.*:kinesis:.*:\d{12}:stream/\S+"));
        /// This is the description for the resource policy.
        resource_policy: Json = "ResourcePolicy", Kind::Json;
    }
    optional {
    }
    attributes {
    }
    replaces ["ResourceArn"]
    may_replace []
}
