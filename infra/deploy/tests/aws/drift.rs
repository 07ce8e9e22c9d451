//! Drift detection.

use deploy::drift::{DriftedProperty, detect};
use deploy::{DeployError, Progress, Reporter};

use crate::by_question::Conversation;

struct Silent;

impl Reporter for Silent {
    fn report(&self, _: Progress<'_>) {}
}

fn stack_of_four() -> Conversation {
    Conversation::default()
        .resources(&[
            ("Jobs", "AWS::SQS::Queue", "https://sqs/jobs"),
            ("Gone", "AWS::SQS::Queue", "https://sqs/gone"),
            ("Table", "AWS::DynamoDB::Table", "table"),
            ("Mapping", "AWS::Lambda::EventSourceMapping", "uuid"),
        ])
        .cloudformation("DetectStackDrift", "<StackDriftDetectionId>detection</StackDriftDetectionId>")
}

fn detection(status: &str, more: &str) -> String {
    format!(
        "<StackId>arn:stack</StackId><StackDriftDetectionId>detection</StackDriftDetectionId>\
         <DetectionStatus>{status}</DetectionStatus><Timestamp>2026-01-01T00:00:00Z</Timestamp>{more}"
    )
}

fn drift(logical_id: &str, kind: &str, status: &str, differences: &str) -> String {
    format!(
        "<member><StackId>arn:stack</StackId><LogicalResourceId>{logical_id}</LogicalResourceId>\
         <PhysicalResourceId>physical</PhysicalResourceId><ResourceType>{kind}</ResourceType>\
         <StackResourceDriftStatus>{status}</StackResourceDriftStatus><Timestamp>2026-01-01T00:00:00Z</Timestamp>\
         <PropertyDifferences>{differences}</PropertyDifferences></member>"
    )
}

fn difference(path: &str, expected: &str, actual: &str, kind: &str) -> String {
    format!(
        "<member><PropertyPath>{path}</PropertyPath><ExpectedValue>{expected}</ExpectedValue>\
         <ActualValue>{actual}</ActualValue><DifferenceType>{kind}</DifferenceType></member>"
    )
}

#[tokio::test]
async fn what_differs_is_told_property_by_property_with_what_is_gone_and_what_was_not_compared() {
    let differences = difference("/VisibilityTimeout", "30", "60", "NOT_EQUAL")
        + &difference("/Tags/0", "null", r#"{"Key":"who"}"#, "ADD");
    let first = drift("Jobs", "AWS::SQS::Queue", "MODIFIED", &differences);
    let second =
        drift("Gone", "AWS::SQS::Queue", "DELETED", "") + &drift("Table", "AWS::DynamoDB::Table", "IN_SYNC", "");
    let (connection, asked) = stack_of_four()
        .cloudformation("DescribeStackDriftDetectionStatus", &detection("DETECTION_IN_PROGRESS", ""))
        .cloudformation("DescribeStackDriftDetectionStatus", &detection("DETECTION_COMPLETE", ""))
        .cloudformation(
            "DescribeStackResourceDrifts",
            &format!("<StackResourceDrifts>{first}</StackResourceDrifts><NextToken>more</NextToken>"),
        )
        .cloudformation("DescribeStackResourceDrifts", &format!("<StackResourceDrifts>{second}</StackResourceDrifts>"))
        .connection();
    let found = detect(&connection, "orders", &Silent).await.unwrap();

    assert_eq!(asked.bodies("DescribeStackDriftDetectionStatus").len(), 2, "it waits for the end");
    assert_eq!((found.in_sync, found.is_none(), &found.incomplete), (1, false, &None));
    let [gone, jobs] = found.drifted.as_slice() else { panic!("{found:?}") };
    assert!(gone.logical_id == "Gone" && gone.deleted && gone.differences.is_empty(), "{gone:?}");
    assert!(jobs.logical_id == "Jobs" && !jobs.deleted, "{jobs:?}");
    let property = |path: &str, kind: &str, expected: Option<&str>, actual: Option<&str>| DriftedProperty {
        path: path.to_owned(),
        kind: kind.to_owned(),
        expected: expected.map(str::to_owned),
        actual: actual.map(str::to_owned),
    };
    let expected = [
        property("/VisibilityTimeout", "NOT_EQUAL", Some("30"), Some("60")),
        property("/Tags/0", "ADD", None, Some(r#"{"Key":"who"}"#)),
    ];
    assert_eq!(jobs.differences, expected);
    let not_checked: Vec<_> = found.not_checked.iter().map(|resource| resource.logical_id.as_str()).collect();
    assert_eq!(not_checked, ["Mapping"]);
}

#[tokio::test]
async fn a_detection_that_failed_half_way_tells_what_it_found_and_that_it_is_not_all() {
    let reason = "<DetectionStatusReason>Failed to detect drift on resource [Table]</DetectionStatusReason>";
    let jobs = drift("Jobs", "AWS::SQS::Queue", "IN_SYNC", "");
    let (connection, _) = stack_of_four()
        .cloudformation("DescribeStackDriftDetectionStatus", &detection("DETECTION_FAILED", reason))
        .cloudformation("DescribeStackResourceDrifts", &format!("<StackResourceDrifts>{jobs}</StackResourceDrifts>"))
        .connection();
    let found = detect(&connection, "orders", &Silent).await.unwrap();
    assert_eq!(found.incomplete.as_deref(), Some("Failed to detect drift on resource [Table]"));
    assert_eq!((found.in_sync, found.not_checked.len()), (1, 3));
}

#[tokio::test]
async fn a_detection_that_is_not_allowed_is_refused_by_name() {
    let denied = "<ErrorResponse><Error><Code>AccessDenied</Code><Message>User: arn:me is not authorized to perform: \
                  cloudformation:DetectStackDrift</Message></Error></ErrorResponse>";
    let resources = Conversation::default().resources(&[("Jobs", "AWS::SQS::Queue", "https://sqs/jobs")]);
    let (connection, _) = resources.answer("DetectStackDrift", 403, denied).connection();
    let error = detect(&connection, "orders", &Silent).await.unwrap_err();
    assert!(matches!(&error, DeployError::Denied { .. }), "{error}");
    assert!(error.to_string().contains("detecting the drift of stack orders"), "{error}");
}
