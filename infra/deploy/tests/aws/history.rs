//! The events of a stack.

use deploy::DeployError;
use deploy::history::{Extent, History, first_cause};

use crate::by_question::Conversation;

fn event(id: usize, logical_id: &str, status: &str, reason: &str) -> String {
    let (kind, physical_id) =
        if logical_id == "orders" { ("AWS::CloudFormation::Stack", "arn:stack") } else { ("AWS::SQS::Queue", "queue") };
    format!(
        "<member><StackId>arn:stack</StackId><EventId>{id}</EventId><StackName>orders</StackName>\
         <LogicalResourceId>{logical_id}</LogicalResourceId><PhysicalResourceId>{physical_id}</PhysicalResourceId>\
         <ResourceType>{kind}</ResourceType><ResourceStatus>{status}</ResourceStatus>\
         <ResourceStatusReason>{reason}</ResourceStatusReason><Timestamp>2026-01-01T00:00:0{id}Z</Timestamp></member>"
    )
}

fn page(events: &[String], next: &str) -> String {
    let newest_first: String = events.iter().rev().cloned().collect();
    format!("<StackEvents>{newest_first}</StackEvents>{next}")
}

#[tokio::test]
async fn the_last_operation_begins_with_the_stack_and_includes_its_roll_back() {
    let before = [event(1, "orders", "CREATE_IN_PROGRESS", ""), event(2, "orders", "CREATE_COMPLETE", "")];
    let last = [
        event(3, "orders", "UPDATE_IN_PROGRESS", "User Initiated"),
        event(4, "Other", "UPDATE_FAILED", "Resource update cancelled"),
        event(5, "Jobs", "UPDATE_FAILED", "no such key"),
        event(6, "orders", "UPDATE_ROLLBACK_IN_PROGRESS", ""),
        event(7, "orders", "UPDATE_ROLLBACK_COMPLETE", ""),
    ];
    let conversation = || {
        let (older, newer) = last.split_at(1);
        let older: Vec<_> = before.iter().chain(older).cloned().collect();
        Conversation::default()
            .stack("<StackStatus>UPDATE_ROLLBACK_COMPLETE</StackStatus>")
            .cloudformation("DescribeStackEvents", &page(newer, "<NextToken>more</NextToken>"))
            .cloudformation("DescribeStackEvents", &page(&older, ""))
            .connection()
    };

    let (connection, _) = conversation();
    let history = History::read(&connection, "orders", Extent::LastOperation).await.unwrap();
    let statuses: Vec<_> = history.past.iter().map(|event| event.status.as_str()).collect();
    let expected = [
        "UPDATE_IN_PROGRESS",
        "UPDATE_FAILED",
        "UPDATE_FAILED",
        "UPDATE_ROLLBACK_IN_PROGRESS",
        "UPDATE_ROLLBACK_COMPLETE",
    ];
    assert_eq!(statuses, expected);
    assert_eq!(first_cause(&history.past).map(|cause| history.past[cause].logical_id.as_str()), Some("Jobs"));

    let (connection, _) = conversation();
    let all = History::read(&connection, "orders", Extent::All).await.unwrap();
    assert_eq!(all.past.len(), before.len() + last.len());
}

#[tokio::test]
async fn what_happens_after_the_past_was_read_is_neither_missed_nor_told_twice() {
    let events: Vec<_> = (1..=4).map(|id| event(id, "orders", "CREATE_IN_PROGRESS", "")).collect();
    let (connection, asked) = Conversation::default()
        .stack("<StackStatus>CREATE_IN_PROGRESS</StackStatus>")
        .cloudformation("DescribeStackEvents", &page(&events[..2], ""))
        .cloudformation("DescribeStackEvents", &page(&events[..2], ""))
        .cloudformation("DescribeStackEvents", &page(&events, ""))
        .connection();
    let mut history = History::read(&connection, "orders", Extent::All).await.unwrap();
    assert_eq!(history.past.len(), 2);
    let seconds = |at: std::time::SystemTime| at.duration_since(std::time::UNIX_EPOCH).unwrap().as_secs() % 60;
    let next: Vec<_> = history.next().await.unwrap().iter().map(|event| seconds(event.at.unwrap())).collect();
    assert_eq!(next, [3, 4]);
    assert!(asked.bodies("DescribeStackEvents").iter().all(|body| body.contains("StackName=arn%3Astack")));
}

#[tokio::test]
async fn a_stack_that_is_not_deployed_is_said_to_be_so() {
    let missing = "<ErrorResponse><Error><Code>ValidationError</Code>\
                   <Message>Stack with id orders does not exist</Message></Error></ErrorResponse>";
    let (connection, _) = Conversation::default().answer("DescribeStacks", 400, missing).connection();
    let error = History::read(&connection, "orders", Extent::All).await.unwrap_err();
    assert!(matches!(error, DeployError::NotDeployed(_)), "{error}");
}
