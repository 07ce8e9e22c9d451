// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! Typed resources, as AWS's schemas define them: one module a service, each behind a feature of its name.
//!
//! A resource or a part of one is made by `new` with what is required, and each other property is a method. Every
//! property takes a plain value or an expression. What types do not hold (ranges, patterns) is checked by synthesis.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/>
#![allow(clippy::new_without_default, clippy::too_many_arguments, reason = "AWS decides what is required")]

use crate::schema::ResourceSchema;

#[cfg(feature = "apigatewayv2")]
pub mod apigatewayv2;
#[cfg(feature = "application_auto_scaling")]
pub mod application_auto_scaling;
#[cfg(feature = "athena")]
pub mod athena;
#[cfg(feature = "cloudwatch")]
pub mod cloudwatch;
#[cfg(feature = "codedeploy")]
pub mod codedeploy;
#[cfg(feature = "dynamodb")]
pub mod dynamodb;
#[cfg(feature = "events")]
pub mod events;
#[cfg(feature = "firehose")]
pub mod firehose;
#[cfg(feature = "glue")]
pub mod glue;
#[cfg(feature = "iam")]
pub mod iam;
#[cfg(feature = "kinesis")]
pub mod kinesis;
#[cfg(feature = "kms")]
pub mod kms;
#[cfg(feature = "lambda")]
pub mod lambda;
#[cfg(feature = "logs")]
pub mod logs;
#[cfg(feature = "pipes")]
pub mod pipes;
#[cfg(feature = "s3")]
pub mod s3;
#[cfg(feature = "scheduler")]
pub mod scheduler;
#[cfg(feature = "secretsmanager")]
pub mod secretsmanager;
#[cfg(feature = "ses")]
pub mod ses;
#[cfg(feature = "sns")]
pub mod sns;
#[cfg(feature = "sqs")]
pub mod sqs;
#[cfg(feature = "ssm")]
pub mod ssm;
#[cfg(feature = "stepfunctions")]
pub mod stepfunctions;

/// The schemas of every type whose feature is on.
pub(crate) fn schemas() -> impl Iterator<Item = &'static ResourceSchema> {
    let services: &[&[&'static ResourceSchema]] = &[
        #[cfg(feature = "apigatewayv2")]
        apigatewayv2::SCHEMAS,
        #[cfg(feature = "application_auto_scaling")]
        application_auto_scaling::SCHEMAS,
        #[cfg(feature = "athena")]
        athena::SCHEMAS,
        #[cfg(feature = "cloudwatch")]
        cloudwatch::SCHEMAS,
        #[cfg(feature = "codedeploy")]
        codedeploy::SCHEMAS,
        #[cfg(feature = "dynamodb")]
        dynamodb::SCHEMAS,
        #[cfg(feature = "events")]
        events::SCHEMAS,
        #[cfg(feature = "firehose")]
        firehose::SCHEMAS,
        #[cfg(feature = "glue")]
        glue::SCHEMAS,
        #[cfg(feature = "iam")]
        iam::SCHEMAS,
        #[cfg(feature = "kinesis")]
        kinesis::SCHEMAS,
        #[cfg(feature = "kms")]
        kms::SCHEMAS,
        #[cfg(feature = "lambda")]
        lambda::SCHEMAS,
        #[cfg(feature = "logs")]
        logs::SCHEMAS,
        #[cfg(feature = "pipes")]
        pipes::SCHEMAS,
        #[cfg(feature = "s3")]
        s3::SCHEMAS,
        #[cfg(feature = "scheduler")]
        scheduler::SCHEMAS,
        #[cfg(feature = "secretsmanager")]
        secretsmanager::SCHEMAS,
        #[cfg(feature = "ses")]
        ses::SCHEMAS,
        #[cfg(feature = "sns")]
        sns::SCHEMAS,
        #[cfg(feature = "sqs")]
        sqs::SCHEMAS,
        #[cfg(feature = "ssm")]
        ssm::SCHEMAS,
        #[cfg(feature = "stepfunctions")]
        stepfunctions::SCHEMAS,
    ];
    services.iter().flat_map(|schemas| schemas.iter().copied())
}
