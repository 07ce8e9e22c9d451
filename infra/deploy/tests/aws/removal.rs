//! Stacks that are removed.

use cdk::StackProps;
use deploy::{DeployError, Removed, remove};

use crate::STACK;
use crate::in_order::{Conversation, stack};

const BEGINNING: (u32, &str, &str, &str, &str) = (1, "system", STACK, "DELETE_IN_PROGRESS", "User Initiated");

async fn removed(conversation: Conversation) -> Result<Removed, DeployError> {
    let system = stack(StackProps::new("system"));
    conversation.run(async |connection, told| remove(connection, &system, told).await).await.0
}

#[tokio::test(start_paused = true)]
async fn a_deletion_that_was_begun_before_is_followed_to_its_end() {
    let conversation = Conversation::new()
        .stack("DELETE_IN_PROGRESS")
        .events(&[BEGINNING])
        .stack("DELETE_IN_PROGRESS")
        .events(&[BEGINNING])
        .no_stack()
        .events(&[BEGINNING])
        .no_stack();
    assert_eq!(removed(conversation).await.unwrap(), Removed::Now);
    assert_eq!(removed(Conversation::new().no_stack()).await.unwrap(), Removed::Before);
}

#[tokio::test(start_paused = true)]
async fn a_deletion_that_fails_is_tried_again_once_and_then_names_the_resource() {
    let failed = (2, "Jobs", "AWS::SQS::Queue", "DELETE_FAILED", "It is in use.");
    let attempt = |conversation: Conversation| {
        conversation
            .answer("ListStackResources", "<StackResourceSummaries/>")
            .events(&[])
            .answer("DeleteStack", "")
            .stack("DELETE_FAILED")
            .events(&[failed, BEGINNING])
    };
    let conversation = attempt(attempt(Conversation::new().stack("DELETE_FAILED")));
    let error = removed(conversation).await.unwrap_err().to_string();
    assert!(error.contains("Jobs") && error.contains("It is in use."), "{error}");
}
