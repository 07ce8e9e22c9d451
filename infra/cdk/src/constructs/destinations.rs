//! Where Lambda sends what became of an event: what a mapping gave up on, and the outcome of asynchronous invocations.
//!
//! Lambda sends nothing to FIFO queues and FIFO topics.

use super::bucket::Bucket;
use super::function::Function;
use crate::aws::lambda::event_source_mapping;
use crate::aws::{s3, sqs};
use crate::link::key_statement;
use crate::{Arn, Statement, Value};

/// Where batches go that a mapping on a table or stream gave up on.
///
/// A bucket keeps the records themselves; a queue or topic gets their position only, and records do not last.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html>
#[derive(Debug, Clone)]
pub struct FailureDestination(Target);

/// Where events go that an asynchronous invocation handled.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html>
#[derive(Debug, Clone)]
pub struct SuccessDestination(Target);

/// Where events go that an asynchronous invocation gave up on.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html>
#[derive(Debug, Clone)]
pub struct AsynchronousFailureDestination(Target);

#[derive(Debug, Clone)]
enum Target {
    /// With the KMS key that it is encrypted with, if it is one of the account.
    Bucket(Value<Arn<s3::Bucket>>, Option<Value<String>>),
    Queue(Value<Arn<sqs::Queue>>),
    #[cfg(feature = "sns")]
    Topic(Value<Arn<crate::aws::sns::Topic>>),
    Function(Value<Arn<crate::aws::lambda::Function>>),
}

impl Target {
    fn arn(self) -> Value<String> {
        match self {
            Self::Bucket(arn, _) => arn.text(),
            Self::Queue(arn) => arn.text(),
            #[cfg(feature = "sns")]
            Self::Topic(arn) => arn.text(),
            Self::Function(arn) => arn.text(),
        }
    }

    /// What the function's role has to be allowed.
    fn statements(&self, what: &str) -> Vec<Statement> {
        match self {
            Self::Bucket(arn, key) => {
                let (sid, keep) = (format!("Keep{what}"), ["s3:PutObject"]);
                let mut statements = vec![
                    Statement::allow(sid.clone(), keep, [arn.clone().with_suffix("/*")]),
                    Statement::allow(format!("Find{what}"), ["s3:ListBucket"], [arn.clone().text()]),
                ];
                statements.extend(key.iter().filter_map(|key| key_statement(&sid, key, keep.into_iter())));
                statements
            }
            Self::Queue(arn) => {
                vec![Statement::allow(format!("Send{what}"), ["sqs:SendMessage"], [arn.clone().text()])]
            }
            #[cfg(feature = "sns")]
            Self::Topic(arn) => vec![Statement::allow(format!("Publish{what}"), ["sns:Publish"], [arn.clone().text()])],
            Self::Function(arn) => {
                vec![Statement::allow(format!("Invoke{what}"), ["lambda:InvokeFunction"], [arn.clone().text()])]
            }
        }
    }
}

/// What every kind of destination can be.
macro_rules! destination {
    ($name:ident) => {
        impl $name {
            /// A standard queue that is there as a typed resource. It must not be a FIFO queue.
            #[must_use]
            pub fn standard_queue(arn: Value<Arn<sqs::Queue>>) -> Self {
                Self(Target::Queue(arn))
            }

            /// A standard topic. It must not be a FIFO topic.
            #[cfg(feature = "sns")]
            #[must_use]
            pub fn standard_topic(arn: Value<Arn<crate::aws::sns::Topic>>) -> Self {
                Self(Target::Topic(arn))
            }

            pub(super) fn arn(self) -> Value<String> {
                self.0.arn()
            }

            pub(super) fn statements(&self, what: &str) -> Vec<Statement> {
                self.0.statements(what)
            }
        }
    };
}

destination!(FailureDestination);
destination!(SuccessDestination);
destination!(AsynchronousFailureDestination);

impl FailureDestination {
    pub(super) fn config(self) -> event_source_mapping::DestinationConfig {
        let on_failure = event_source_mapping::OnFailure::new().destination(self.arn());
        event_source_mapping::DestinationConfig::new().on_failure(on_failure)
    }
}

impl<T: 'static> From<&Bucket<T>> for FailureDestination {
    fn from(bucket: &Bucket<T>) -> Self {
        Self(Target::Bucket(bucket.arn(), bucket.key().cloned()))
    }
}

impl<T: 'static> From<&Bucket<T>> for AsynchronousFailureDestination {
    fn from(bucket: &Bucket<T>) -> Self {
        Self(Target::Bucket(bucket.arn(), bucket.key().cloned()))
    }
}

impl From<&Function> for SuccessDestination {
    fn from(function: &Function) -> Self {
        Self(Target::Function(function.arn()))
    }
}

impl From<&Function> for AsynchronousFailureDestination {
    fn from(function: &Function) -> Self {
        Self(Target::Function(function.arn()))
    }
}
