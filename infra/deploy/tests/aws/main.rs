//! Conversations with AWS over HTTP, written down by its documentation: what the emulator does not do, or is more forgiving
//! in. Of CloudFormation, every state that its documentation has for a stack and a change set:
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html>.

mod by_question;
mod change_sets;
mod client;
mod creation;
mod drift;
mod history;
mod in_order;
mod logs;
mod recovery;
mod removal;
mod retries;
mod status;
mod update;
mod uploads;

/// A template that differs from the one that is deployed.
const OTHER_TEMPLATE: &str =
    r#"{"Resources":{"Jobs":{"Type":"AWS::SQS::Queue","Properties":{"VisibilityTimeout":5}}}}"#;

/// The type of a stack in its events.
const STACK: &str = "AWS::CloudFormation::Stack";

/// The type of the resource in these conversations.
const QUEUE: &str = "AWS::SQS::Queue";
