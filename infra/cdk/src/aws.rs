//! Typed resources, as CloudFormation defines them. Property names are AWS's own.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/>
#![allow(missing_docs, reason = "properties have AWS's names and meaning; the reference describes them")]

pub mod dynamodb;
pub mod iam;
pub mod kinesis;
pub mod lambda;
pub mod logs;
pub mod s3;
pub mod sqs;

/// The properties of one type of resource.
pub trait ResourceType: serde::Serialize {
    /// The CloudFormation type, such as `AWS::SQS::Queue`.
    const TYPE: &'static str;
}
