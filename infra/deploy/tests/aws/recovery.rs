//! Stacks that an operation left half way.

use deploy::{DeployError, Recovery, recover};

use crate::in_order::Conversation;
use crate::{QUEUE, STACK};

const BEGINNING: (u32, &str, &str, &str, &str) = (1, "system", STACK, "UPDATE_IN_PROGRESS", "User Initiated");

/// Recovers, without these resources.
async fn recovered(conversation: Conversation, skip: &[&str]) -> (Result<Recovery, DeployError>, Vec<String>) {
    let skip: Vec<_> = skip.iter().map(|id| (*id).to_owned()).collect();
    let recovered = conversation.run(async |connection, told| recover(connection, "system", &skip, told).await).await;
    (recovered.0, recovered.2)
}

#[tokio::test(start_paused = true)]
async fn each_state_has_its_own_way_back() {
    for (status, action, back) in [
        ("UPDATE_IN_PROGRESS", "CancelUpdateStack", "UPDATE_ROLLBACK_COMPLETE"),
        ("UPDATE_FAILED", "RollbackStack", "UPDATE_ROLLBACK_COMPLETE"),
        ("CREATE_FAILED", "RollbackStack", "ROLLBACK_COMPLETE"),
        ("UPDATE_ROLLBACK_FAILED", "ContinueUpdateRollback", "UPDATE_ROLLBACK_COMPLETE"),
    ] {
        let conversation = Conversation::new()
            .stack(status)
            .answer(action, "")
            .stack("UPDATE_ROLLBACK_IN_PROGRESS")
            .events(&[BEGINNING])
            .stack("UPDATE_ROLLBACK_IN_PROGRESS")
            .events(&[BEGINNING])
            .stack(back)
            .events(&[BEGINNING]);
        let (result, _) = recovered(conversation, &[]).await;
        assert_eq!(result.unwrap(), Recovery::Recovered(back.to_owned()), "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn resources_that_cannot_be_rolled_back_are_skipped_by_name() {
    let conversation = Conversation::new()
        .stack("UPDATE_ROLLBACK_FAILED")
        .answer("ContinueUpdateRollback", "")
        .stack("UPDATE_ROLLBACK_IN_PROGRESS")
        .events(&[BEGINNING])
        .stack("UPDATE_ROLLBACK_COMPLETE")
        .events(&[BEGINNING]);
    let (result, sent) = recovered(conversation, &["Jobs"]).await;
    assert!(result.is_ok());
    assert!(sent.iter().any(|body| body.contains("ResourcesToSkip.member.1=Jobs")), "{sent:?}");
}

#[tokio::test(start_paused = true)]
async fn a_roll_back_that_fails_again_names_the_resource() {
    let failed = (2, "Jobs", QUEUE, "UPDATE_FAILED", "It is still gone.");
    let conversation = Conversation::new()
        .stack("UPDATE_ROLLBACK_FAILED")
        .answer("ContinueUpdateRollback", "")
        .stack("UPDATE_ROLLBACK_IN_PROGRESS")
        .events(&[BEGINNING])
        .stack("UPDATE_ROLLBACK_FAILED")
        .events(&[failed, BEGINNING]);
    let error = recovered(conversation, &[]).await.0.unwrap_err().to_string();
    assert!(error.contains("Jobs") && error.contains("It is still gone."), "{error}");
}

#[tokio::test(start_paused = true)]
async fn what_is_not_half_way_is_left_alone() {
    for status in ["CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS"] {
        let (result, _) = recovered(Conversation::new().stack(status), &[]).await;
        assert_eq!(result.unwrap(), Recovery::Settled, "{status}");
    }
    let (result, _) = recovered(Conversation::new().no_stack(), &[]).await;
    assert!(matches!(result, Err(DeployError::NotDeployed(_))), "{result:?}");
}
