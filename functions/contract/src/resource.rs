//! The kinds of resource that a function can be linked to. Each names the type of what it holds.

use std::marker::PhantomData;

/// A service of AWS, as far as operations are concerned.
pub trait Service {}

/// Amazon DynamoDB.
#[derive(Debug)]
pub enum DynamoDb {}
/// Amazon DynamoDB, as far as its indexes are concerned: they can only be read.
#[derive(Debug)]
pub enum DynamoDbIndex {}
/// Amazon Kinesis Data Streams.
#[derive(Debug)]
pub enum Kinesis {}
/// AWS Key Management Service.
#[derive(Debug)]
pub enum Kms {}
/// Amazon S3.
#[derive(Debug)]
pub enum S3 {}
/// Amazon EventBridge Scheduler.
#[derive(Debug)]
pub enum Scheduler {}
/// AWS Secrets Manager.
#[derive(Debug)]
pub enum SecretsManager {}
/// Amazon SES.
#[derive(Debug)]
pub enum Ses {}
/// Amazon SNS.
#[derive(Debug)]
pub enum Sns {}
/// Amazon SQS.
#[derive(Debug)]
pub enum Sqs {}
/// AWS Systems Manager.
#[derive(Debug)]
pub enum Ssm {}

impl Service for DynamoDb {}
impl Service for DynamoDbIndex {}
impl Service for Kinesis {}
impl Service for Kms {}
impl Service for S3 {}
impl Service for Scheduler {}
impl Service for SecretsManager {}
impl Service for Ses {}
impl Service for Sns {}
impl Service for Sqs {}
impl Service for Ssm {}

/// A kind of resource.
pub trait Resource: 'static {
    /// The service whose operations apply.
    type Service: Service;

    /// The end of the name of the environment variable that carries the address: `TABLE` in `CARTS_TABLE`.
    const SUFFIX: &'static str;
}

/// Declares a kind of resource.
macro_rules! resource {
    ($(#[$doc:meta])* $name:ident, $service:ty, $suffix:literal) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name<T>(PhantomData<fn() -> T>);

        impl<T: 'static> Resource for $name<T> {
            type Service = $service;
            const SUFFIX: &'static str = $suffix;
        }
    };
}

resource! {
    /// A DynamoDB table with one item per commit of an aggregate type; its stream carries every commit. Address: the table's name.
    EventTable, DynamoDb, "TABLE"
}
resource! {
    /// A DynamoDB table for a projection. Address: the table's name.
    Table, DynamoDb, "TABLE"
}
resource! {
    /// An index of a DynamoDB table. Address: the table's name and the index's, as in `Carts/index/ByOwner`.
    Index, DynamoDbIndex, "INDEX"
}
resource! {
    /// A Kinesis data stream. Address: the stream's name.
    Stream, Kinesis, "STREAM"
}
resource! {
    /// An S3 bucket. Address: the bucket's name.
    Bucket, S3, "BUCKET"
}
resource! {
    /// An SQS FIFO queue. Address: the queue's URL.
    FifoQueue, Sqs, "QUEUE"
}
resource! {
    /// An SQS standard queue. Address: the queue's URL.
    Queue, Sqs, "QUEUE"
}
resource! {
    /// A KMS key. Address: the key's ARN.
    Key, Kms, "KEY"
}
resource! {
    /// An SNS topic. Address: the topic's ARN.
    Topic, Sns, "TOPIC"
}
resource! {
    /// A parameter of the SSM parameter store. Address: the parameter's name.
    Parameter, Ssm, "PARAMETER"
}
resource! {
    /// A secret of Secrets Manager. Address: the secret's ARN.
    Secret, SecretsManager, "SECRET"
}
resource! {
    /// A group of one-time schedules of EventBridge Scheduler, each of which wakes one and the same function with a `T`.
    /// Address: the group's name, and the ARNs of the function, of the role that wakes it, and of the queue for what could not
    /// be delivered, with blanks between them.
    ScheduleGroup, Scheduler, "SCHEDULES"
}
resource! {
    /// Whom emails of the kind `T` come from. Address: the email address, a blank, and the name of a configuration set of SES.
    EmailSender, Ses, "SENDER"
}
