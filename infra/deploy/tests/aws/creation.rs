//! Stacks that are created.

use deploy::DeployError;

use crate::in_order::Conversation;
use crate::{QUEUE, STACK};

const ADDED: [(&str, &str, &str, &str); 1] = [("Add", "Jobs", QUEUE, "")];

#[tokio::test(start_paused = true)]
async fn a_new_stack_is_created() {
    let conversation = Conversation::new()
        .no_stack()
        .change_set(&ADDED)
        .executed()
        .stack("CREATE_IN_PROGRESS")
        .events(&[(2, "Jobs", QUEUE, "CREATE_IN_PROGRESS", ""), (1, "system", STACK, "CREATE_IN_PROGRESS", "")])
        .stack("CREATE_COMPLETE")
        .events(&[
            (3, "Jobs", QUEUE, "CREATE_COMPLETE", ""),
            (2, "Jobs", QUEUE, "CREATE_IN_PROGRESS", ""),
            (1, "system", STACK, "CREATE_IN_PROGRESS", ""),
        ])
        .finished("CREATE_COMPLETE");
    let (deployed, told, sent) = conversation.deploy().await;
    assert!(deployed.unwrap().changed);
    assert_eq!(told.matches("Jobs CREATE_IN_PROGRESS").count(), 1, "each event is told once: {told}");
    assert!(told.ends_with("Jobs CREATE_COMPLETE\nsystem ends as CREATE_COMPLETE"), "{told}");
    assert!(sent.iter().any(|body| body.contains("ChangeSetType=CREATE")), "{sent:?}");
}

#[tokio::test(start_paused = true)]
async fn a_creation_that_fails_names_the_first_cause_and_folds_what_follows() {
    let cause = "Resource handler returned message: denied (Service: Sqs, Status Code: 403, Request ID: 1)";
    let events = [
        (6, "system", STACK, "ROLLBACK_COMPLETE", ""),
        (5, "system", STACK, "ROLLBACK_IN_PROGRESS", "The following resource(s) failed to create: [Jobs, More, Also]."),
        (4, "Also", QUEUE, "CREATE_FAILED", "Resource creation cancelled"),
        (3, "More", QUEUE, "CREATE_FAILED", "Resource creation cancelled"),
        (2, "Jobs", QUEUE, "CREATE_FAILED", cause),
        (1, "system", STACK, "CREATE_IN_PROGRESS", ""),
    ];
    let conversation = Conversation::new()
        .no_stack()
        .change_set(&ADDED)
        .executed()
        .stack("ROLLBACK_IN_PROGRESS")
        .events(&events[1..])
        .stack("ROLLBACK_COMPLETE")
        .events(&events);
    let error = conversation.deploy().await.0.unwrap_err();
    let DeployError::Failed { status, failed: Some(failed), .. } = &error else { panic!("{error:?}") };
    assert_eq!((status.as_str(), failed.logical_id.as_str(), failed.cancelled), ("ROLLBACK_COMPLETE", "Jobs", 2));
    let text = error.to_string();
    assert!(text.contains(cause) && text.contains("2 others were cancelled"), "{text}");
    assert!(text.contains("AttributeValue=sqs.amazonaws.com"), "where to look on: {text}");
}

/// What is left of a creation that failed is deleted, whichever way it failed, and only after the new deploy is planned.
#[tokio::test(start_paused = true)]
async fn the_remains_of_a_failed_creation_are_deleted_first() {
    for status in ["ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED"] {
        let conversation = Conversation::new()
            .stack(status)
            .stack(status)
            .events(&[])
            .answer("DeleteStack", "")
            .stack("DELETE_IN_PROGRESS")
            .events(&[(1, "system", STACK, "DELETE_IN_PROGRESS", "")])
            .stack("DELETE_COMPLETE")
            .events(&[(2, "system", STACK, "DELETE_COMPLETE", ""), (1, "system", STACK, "DELETE_IN_PROGRESS", "")])
            .change_set(&ADDED)
            .executed()
            .stack("CREATE_COMPLETE")
            .events(&[])
            .finished("CREATE_COMPLETE");
        let (deployed, told, _) = conversation.deploy().await;
        assert!(deployed.unwrap().changed);
        assert!(told.contains(&format!("deleting stack system, whose creation failed ({status})")), "{told}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_stack_that_is_only_in_review_is_created() {
    let conversation = Conversation::new()
        .stack("REVIEW_IN_PROGRESS")
        .change_set(&ADDED)
        .executed()
        .stack("CREATE_COMPLETE")
        .events(&[])
        .finished("CREATE_COMPLETE");
    let (deployed, _, sent) = conversation.deploy().await;
    assert!(deployed.unwrap().changed);
    assert!(sent.iter().any(|body| body.contains("ChangeSetType=CREATE")), "{sent:?}");
}

#[tokio::test(start_paused = true)]
async fn a_stack_that_is_deleted_while_it_is_created_says_so() {
    let conversation = Conversation::new()
        .no_stack()
        .change_set(&ADDED)
        .executed()
        .stack("CREATE_IN_PROGRESS")
        .events(&[])
        .stack("DELETE_IN_PROGRESS")
        .events(&[])
        .no_stack()
        .events(&[]);
    let error = conversation.deploy().await.0.unwrap_err();
    assert!(matches!(error, DeployError::Deleted { .. }), "{error:?}");
}
