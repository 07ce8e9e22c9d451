//! Operations on resources, and sets of them.

use crate::resource::{
    DynamoDb, DynamoDbIndex, Kinesis, Kms, Resource, S3, Scheduler, SecretsManager, Service, Ses, Sns, Sqs, Ssm,
};

/// One operation of a service's API, named as AWS names it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation that can be granted",
    note = "an access is one operation such as `PutRecords`, or a tuple of up to five such as `(Query, PutItem)`"
)]
pub trait Operation: 'static {
    /// The service that has it.
    type Service: Service;

    /// The IAM action, as in the [Service Authorization Reference](https://docs.aws.amazon.com/service-authorization/latest/reference/).
    const ACTION: &'static str;

    /// What the action applies to.
    const TARGET: Target;
}

/// The part of a resource that an action applies to, which decides the ARN in the IAM statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The resource: its own ARN.
    Itself,
    /// What a bucket holds: the bucket's ARN followed by `/*`.
    Objects,
    /// The schedules of a group: `schedule/` and the group's name followed by `/*`.
    Schedules,
    /// The role with which the service does what it is asked: the role's ARN, for that service only.
    Role,
}

/// One action on one target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grant {
    /// What the action applies to.
    pub target: Target,
    /// The IAM action.
    pub action: &'static str,
}

/// Declares an operation.
macro_rules! operation {
    ($(#[$doc:meta])* $name:ident, $service:ty, $action:literal, $target:expr) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}

        impl Operation for $name {
            type Service = $service;
            const ACTION: &'static str = $action;
            const TARGET: Target = $target;
        }
    };
}

operation! {
    /// Read the items of one partition in order of their sort key.
    Query, DynamoDb, "dynamodb:Query", Target::Itself
}
operation! {
    /// Read one item.
    GetItem, DynamoDb, "dynamodb:GetItem", Target::Itself
}
operation! {
    /// Write a whole item, alone or in a transaction.
    PutItem, DynamoDb, "dynamodb:PutItem", Target::Itself
}
operation! {
    /// Change parts of an item, alone or in a transaction.
    UpdateItem, DynamoDb, "dynamodb:UpdateItem", Target::Itself
}
operation! {
    /// Remove one item, alone or in a transaction.
    DeleteItem, DynamoDb, "dynamodb:DeleteItem", Target::Itself
}
operation! {
    /// Read up to 100 items at once.
    BatchGetItem, DynamoDb, "dynamodb:BatchGetItem", Target::Itself
}
operation! {
    /// Write or remove up to 25 items at once, without a transaction.
    BatchWriteItem, DynamoDb, "dynamodb:BatchWriteItem", Target::Itself
}
operation! {
    /// Read every item of a table.
    Scan, DynamoDb, "dynamodb:Scan", Target::Itself
}
operation! {
    /// Make a transaction depend on an item that it does not change.
    ConditionCheckItem, DynamoDb, "dynamodb:ConditionCheckItem", Target::Itself
}
operation! {
    /// Read the items of one partition of an index.
    QueryIndex, DynamoDbIndex, "dynamodb:Query", Target::Itself
}
operation! {
    /// Read every item of an index.
    ScanIndex, DynamoDbIndex, "dynamodb:Scan", Target::Itself
}
operation! {
    /// Append one record to a stream.
    PutRecord, Kinesis, "kinesis:PutRecord", Target::Itself
}
operation! {
    /// Append records to a stream.
    PutRecords, Kinesis, "kinesis:PutRecords", Target::Itself
}
operation! {
    /// Make a key, in plain text and encrypted with this one.
    GenerateDataKey, Kms, "kms:GenerateDataKey", Target::Itself
}
operation! {
    /// Decrypt what was encrypted with a key.
    Decrypt, Kms, "kms:Decrypt", Target::Itself
}
operation! {
    /// List the keys of a bucket.
    ListBucket, S3, "s3:ListBucket", Target::Itself
}
operation! {
    /// Read an object.
    GetObject, S3, "s3:GetObject", Target::Objects
}
operation! {
    /// Write an object.
    PutObject, S3, "s3:PutObject", Target::Objects
}
operation! {
    /// Remove an object, or hide it behind a delete marker if its bucket keeps versions.
    DeleteObject, S3, "s3:DeleteObject", Target::Objects
}
operation! {
    /// Read a version of an object.
    GetObjectVersion, S3, "s3:GetObjectVersion", Target::Objects
}
operation! {
    /// Give up an upload in parts.
    AbortMultipartUpload, S3, "s3:AbortMultipartUpload", Target::Objects
}
operation! {
    /// Send a message to a queue.
    SendMessage, Sqs, "sqs:SendMessage", Target::Itself
}
operation! {
    /// Take messages from a queue.
    ReceiveMessage, Sqs, "sqs:ReceiveMessage", Target::Itself
}
operation! {
    /// Remove a message that was handled.
    DeleteMessage, Sqs, "sqs:DeleteMessage", Target::Itself
}
operation! {
    /// Hide a message that was taken for longer or shorter.
    ChangeMessageVisibility, Sqs, "sqs:ChangeMessageVisibility", Target::Itself
}
operation! {
    /// Read a queue's settings and how many messages are in it.
    GetQueueAttributes, Sqs, "sqs:GetQueueAttributes", Target::Itself
}
operation! {
    /// Publish a message to a topic.
    Publish, Sns, "sns:Publish", Target::Itself
}
operation! {
    /// Read one parameter.
    GetParameter, Ssm, "ssm:GetParameter", Target::Itself
}
operation! {
    /// Read several parameters at once.
    GetParameters, Ssm, "ssm:GetParameters", Target::Itself
}
operation! {
    /// Read the value of a secret.
    GetSecretValue, SecretsManager, "secretsmanager:GetSecretValue", Target::Itself
}
operation! {
    /// Make a schedule in a group.
    CreateSchedule, Scheduler, "scheduler:CreateSchedule", Target::Schedules
}
operation! {
    /// Remove a schedule of a group.
    DeleteSchedule, Scheduler, "scheduler:DeleteSchedule", Target::Schedules
}
operation! {
    /// Hand a schedule the role that wakes its target.
    PassRole, Scheduler, "iam:PassRole", Target::Role
}
operation! {
    /// Send an email.
    SendEmail, Ses, "ses:SendEmail", Target::Itself
}

/// A set of operations on a resource `R`: one operation, or a tuple of up to five.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be performed on `{R}`",
    label = "not an operation of this kind of resource",
    note = "state operations of the resource's own service: `PutRecords` on a `Stream`, `(Query, PutItem)` on a table"
)]
pub trait Access<R: Resource>: 'static {
    /// What the set grants, in the order stated.
    fn grants() -> Vec<Grant>;
}

/// Where an operation stands in an access that is a single operation.
#[derive(Debug)]
pub enum Single {}
/// First in a tuple.
#[derive(Debug)]
pub enum Position0 {}
/// Second in a tuple.
#[derive(Debug)]
pub enum Position1 {}
/// Third in a tuple.
#[derive(Debug)]
pub enum Position2 {}
/// Fourth in a tuple.
#[derive(Debug)]
pub enum Position3 {}
/// Fifth in a tuple.
#[derive(Debug)]
pub enum Position4 {}

/// An access that contains the operation `O`.
///
/// Adapters demand this of the addresses that they take, so that code which performs an operation compiles only where the
/// function's contract states it. `Position` is inferred.
#[diagnostic::on_unimplemented(
    message = "the contract does not allow `{O}` here",
    label = "this address allows `{Self}`",
    note = "add `{O}` to the access of the field in the function's contract"
)]
pub trait Allows<O, Position> {}

impl<O: Operation> Allows<O, Single> for O {}

impl<R, O> Access<R> for O
where
    R: Resource,
    O: Operation<Service = R::Service>,
{
    fn grants() -> Vec<Grant> {
        vec![Grant { target: O::TARGET, action: O::ACTION }]
    }
}

/// Makes a tuple of operations an access.
macro_rules! tuple_access {
    ($($operation:ident at $position:ident),+) => {
        impl<R, $($operation),+> Access<R> for ($($operation,)+)
        where
            R: Resource,
            $($operation: Operation<Service = R::Service>,)+
        {
            fn grants() -> Vec<Grant> {
                vec![$(Grant { target: $operation::TARGET, action: $operation::ACTION }),+]
            }
        }

        tuple_access!(@allows ($($operation),+) $($operation at $position),+);
    };
    (@allows $all:tt $($operation:ident at $position:ident),+) => {
        $(tuple_access!(@one $all $operation $position);)+
    };
    (@one ($($all:ident),+) $operation:ident $position:ident) => {
        impl<$($all: Operation),+> Allows<$operation, $position> for ($($all,)+) {}
    };
}

tuple_access!(A at Position0, B at Position1);
tuple_access!(A at Position0, B at Position1, C at Position2);
tuple_access!(A at Position0, B at Position1, C at Position2, D at Position3);
tuple_access!(A at Position0, B at Position1, C at Position2, D at Position3, E at Position4);
