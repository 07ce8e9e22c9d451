//! Every state that CloudFormation's documentation has for a stack and a change set, as a conversation over HTTP:
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html>. The emulator is more forgiving
//! than AWS in most of them.

mod change_sets;
mod conversation;
mod creation;
mod recovery;
mod removal;
mod update;

/// A template that differs from the one that is deployed.
const OTHER_TEMPLATE: &str =
    r#"{"Resources":{"Jobs":{"Type":"AWS::SQS::Queue","Properties":{"VisibilityTimeout":5}}}}"#;

/// The type of a stack in its events.
const STACK: &str = "AWS::CloudFormation::Stack";

/// The type of the resource in these conversations.
const QUEUE: &str = "AWS::SQS::Queue";
