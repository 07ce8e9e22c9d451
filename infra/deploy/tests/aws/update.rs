//! Stacks that are updated.

use cdk::{RollbackAlarms, StackProps};
use deploy::{DeployError, Options};

use crate::in_order::Conversation;
use crate::{OTHER_TEMPLATE, QUEUE, STACK};

const MODIFIED: [(&str, &str, &str, &str); 1] = [("Modify", "Jobs", QUEUE, "False")];

/// A stack that is deployed, and a change set for it.
fn deployed() -> Conversation {
    Conversation::new().stack("UPDATE_COMPLETE").stack("UPDATE_COMPLETE").template(OTHER_TEMPLATE).change_set(&MODIFIED)
}

#[tokio::test(start_paused = true)]
async fn an_update_ends_after_its_cleanup() {
    let conversation = deployed()
        .executed()
        .stack("UPDATE_IN_PROGRESS")
        .events(&[(1, "system", STACK, "UPDATE_IN_PROGRESS", "")])
        .stack("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
        .events(&[(1, "system", STACK, "UPDATE_IN_PROGRESS", "")])
        .stack("UPDATE_COMPLETE")
        .events(&[(2, "system", STACK, "UPDATE_COMPLETE", ""), (1, "system", STACK, "UPDATE_IN_PROGRESS", "")])
        .finished("UPDATE_COMPLETE");
    let (result, told, sent) = conversation.deploy().await;
    assert!(result.unwrap().changed);
    assert!(told.ends_with("system ends as UPDATE_COMPLETE"), "{told}");
    assert!(sent.iter().any(|body| body.contains("ChangeSetType=UPDATE")), "{sent:?}");
}

#[tokio::test(start_paused = true)]
async fn every_settled_state_can_be_updated() {
    let settled = [
        "CREATE_COMPLETE",
        "UPDATE_COMPLETE",
        "UPDATE_FAILED",
        "UPDATE_ROLLBACK_COMPLETE",
        "IMPORT_COMPLETE",
        "IMPORT_ROLLBACK_COMPLETE",
    ];
    for status in settled {
        let conversation = Conversation::new()
            .stack(status)
            .stack(status)
            .template(OTHER_TEMPLATE)
            .change_set(&MODIFIED)
            .executed()
            .stack("UPDATE_COMPLETE")
            .events(&[])
            .finished("UPDATE_COMPLETE");
        assert!(conversation.deploy().await.0.unwrap().changed, "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_update_that_is_rolled_back_is_a_failure_with_its_cause() {
    let alarm = "Rollback triggered by alarm arn:aws:cloudwatch:eu-west-1:123456789012:alarm:Errors";
    for (id, kind, failed, reason) in [
        ("Jobs", QUEUE, "UPDATE_FAILED", "Invalid value for the parameter VisibilityTimeout."),
        ("system", STACK, "UPDATE_ROLLBACK_IN_PROGRESS", alarm),
    ] {
        let events = [(2, id, kind, failed, reason), (1, "system", STACK, "UPDATE_IN_PROGRESS", "User Initiated")];
        let conversation = deployed()
            .executed()
            .stack("UPDATE_ROLLBACK_IN_PROGRESS")
            .events(&events)
            .stack("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")
            .events(&events)
            .stack("UPDATE_ROLLBACK_COMPLETE")
            .events(&events);
        let error = conversation.deploy().await.0.unwrap_err().to_string();
        assert!(error.contains("UPDATE_ROLLBACK_COMPLETE") && error.contains(reason), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_roll_back_that_fails_is_told_and_the_next_deploy_names_the_way_out() {
    let events = [
        (3, "Jobs", QUEUE, "UPDATE_FAILED", "It was deleted by hand."),
        (2, "Jobs", QUEUE, "UPDATE_FAILED", "The first cause."),
        (1, "system", STACK, "UPDATE_IN_PROGRESS", ""),
    ];
    let conversation = deployed().executed().stack("UPDATE_ROLLBACK_FAILED").events(&events);
    let error = conversation.deploy().await.0.unwrap_err().to_string();
    assert!(error.contains("UPDATE_ROLLBACK_FAILED") && error.contains("The first cause."), "{error}");

    for (status, way_out) in [
        ("UPDATE_ROLLBACK_FAILED", "`rollback --skip"),
        ("DELETE_FAILED", "`destroy`"),
        ("IMPORT_ROLLBACK_FAILED", "import again"),
    ] {
        let error = Conversation::new().stack(status).deploy().await.0.unwrap_err();
        assert!(matches!(&error, DeployError::Stuck { .. }), "{error:?}");
        assert!(error.to_string().contains(status) && error.to_string().contains(way_out), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_operation_that_is_running_is_followed_from_its_beginning_and_then_the_deploy_goes_on() {
    let running = [
        "CREATE_IN_PROGRESS",
        "UPDATE_IN_PROGRESS",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
        "UPDATE_ROLLBACK_IN_PROGRESS",
        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
        "IMPORT_IN_PROGRESS",
        "IMPORT_ROLLBACK_IN_PROGRESS",
    ];
    for status in running {
        let events = [
            (3, "Jobs", QUEUE, "UPDATE_IN_PROGRESS", ""),
            (2, "system", STACK, "UPDATE_IN_PROGRESS", "User Initiated"),
            (1, "Old", QUEUE, "CREATE_FAILED", "Of an operation before."),
        ];
        let conversation = Conversation::new()
            .stack(status)
            .events(&events)
            .stack("UPDATE_COMPLETE")
            .events(&events)
            .stack("UPDATE_COMPLETE")
            .stack("UPDATE_COMPLETE")
            .template(OTHER_TEMPLATE)
            .failed_change_set("The submitted information didn't contain changes.")
            .finished("UPDATE_COMPLETE");
        let (result, told, _) = conversation.deploy().await;
        assert!(!result.unwrap().changed, "{status}");
        assert!(told.contains(&format!("stack system is {status}: following")), "{told}");
        assert!(told.contains("Jobs UPDATE_IN_PROGRESS") && !told.contains("Old CREATE_FAILED"), "{told}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_goes_with_a_stack_is_sent() {
    let conversation = deployed()
        .executed()
        .stack("UPDATE_COMPLETE")
        .events(&[])
        .stack("UPDATE_COMPLETE")
        .answer("UpdateTerminationProtection", "")
        .answer("GetStackPolicy", "")
        .answer("SetStackPolicy", "")
        .answer("ListChangeSets", "<Summaries/>");
    let props = StackProps {
        termination_protection: true,
        execution_role: Some("arn:aws:iam::123456789012:role/execution".to_owned()),
        notification_topics: vec!["arn:aws:sns:eu-west-1:123456789012:deploys".to_owned()],
        rollback_alarms: RollbackAlarms {
            alarms: vec!["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:Errors".to_owned()],
            minutes: 10,
        },
        stack_policy: Some(serde_json::json!({ "Statement": [] })),
        tags: [("team".to_owned(), "shop".to_owned())].into(),
        ..StackProps::new("system")
    };
    let options = Options { no_rollback: true, revert_drift: true, ..Options::default() };
    let (result, _, sent) = conversation.deploy_with(props, options).await;
    assert!(result.unwrap().changed);
    let create = sent.iter().find(|body| body.contains("Action=CreateChangeSet")).unwrap();
    for part in [
        "RoleARN=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fexecution",
        "NotificationARNs.member.1=arn%3Aaws%3Asns",
        "RollbackConfiguration.RollbackTriggers.member.1.Arn=arn%3Aaws%3Acloudwatch",
        "RollbackConfiguration.MonitoringTimeInMinutes=10",
        "Tags.member.1.Key=team",
        "DeploymentMode=REVERT_DRIFT",
    ] {
        assert!(create.contains(part), "{part} in {create}");
    }
    let execute = sent.iter().find(|body| body.contains("Action=ExecuteChangeSet")).unwrap();
    assert!(execute.contains("DisableRollback=true"), "{execute}");
}
