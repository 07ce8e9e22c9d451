//! Change sets that are not made, or not executed.

use deploy::DeployError;

use crate::in_order::Conversation;
use crate::{OTHER_TEMPLATE, QUEUE};

/// A stack that is deployed.
fn deployed() -> Conversation {
    Conversation::new().stack("UPDATE_COMPLETE").stack("UPDATE_COMPLETE").template(OTHER_TEMPLATE)
}

#[tokio::test(start_paused = true)]
async fn both_ways_of_saying_that_nothing_changes_are_understood() {
    for reason in [
        "The submitted information didn't contain changes. Submit different information to create a change set.",
        "No updates are to be performed.",
    ] {
        let conversation = deployed().failed_change_set(reason).finished("UPDATE_COMPLETE");
        assert!(!conversation.deploy().await.0.unwrap().changed);
    }
}

#[tokio::test(start_paused = true)]
async fn a_change_set_that_fails_is_deleted_and_its_reason_told() {
    let reason = "Transform AWS::Serverless-2016-10-31 failed with: Invalid Serverless Application Specification";
    // What is left of it is looked for, too.
    let conversation = deployed().failed_change_set(reason).stack("UPDATE_COMPLETE");
    let error = conversation.deploy().await.0.unwrap_err();
    assert!(matches!(&error, DeployError::ChangeSet { reason: told, .. } if told == reason), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn a_deploy_that_was_overtaken_says_so() {
    for (code, message) in [
        ("InvalidChangeSetStatus", "ChangeSet [change-set] cannot be executed in its current status of [OBSOLETE]"),
        ("ChangeSetNotFound", "ChangeSet [change-set] does not exist"),
        ("ValidationError", "Stack:system is in UPDATE_IN_PROGRESS state and can not be updated."),
    ] {
        let conversation = deployed().change_set(&[("Modify", "Jobs", QUEUE, "False")]).events(&[]).refuse(
            "ExecuteChangeSet",
            code,
            message,
        );
        let error = conversation.deploy().await.0.unwrap_err();
        assert!(matches!(&error, DeployError::Overtaken { .. }), "{error:?}");
        assert!(error.to_string().contains("nothing of this deploy was carried out"), "{error}");
    }
}

/// CloudFormation deletes the change sets that are being made when it executes another.
#[tokio::test(start_paused = true)]
async fn a_deploy_that_was_overtaken_while_it_was_planned_says_so() {
    let busy = "Stack:system is in UPDATE_IN_PROGRESS state and can not be updated.";
    let gone = "ChangeSet [change-set] does not exist";
    for conversation in [
        deployed().refuse("CreateChangeSet", "ValidationError", busy),
        deployed().begun_change_set().refuse("DescribeChangeSet", "ChangeSetNotFound", gone),
    ] {
        // What is left of it is looked for, too.
        let error = conversation.stack("UPDATE_COMPLETE").deploy().await.0.unwrap_err();
        assert!(matches!(&error, DeployError::Overtaken { .. }), "{error:?}");
    }
}

/// The templates do not show it, such as when a value that a property depends on is known to CloudFormation alone.
#[tokio::test(start_paused = true)]
async fn a_loss_that_only_cloudformation_sees_is_refused() {
    for replacement in ["True", "Conditional"] {
        let conversation = deployed()
            .change_set(&[("Modify", "Jobs", QUEUE, replacement)])
            .answer("DeleteChangeSet", "")
            .stack("UPDATE_COMPLETE");
        let error = conversation.deploy().await.0.unwrap_err();
        assert!(matches!(&error, DeployError::Losses { losses, .. } if losses.len() == 1), "{error:?}");
        assert!(error.to_string().contains("--accept-loss Jobs"), "{error}");
    }
}
