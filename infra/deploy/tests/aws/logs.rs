//! Reading logs, page by page and round by round.

use deploy::DeployError;
use deploy::logs::{LogQuery, Logs};
use serde_json::{Value, json};

use crate::by_question::Conversation;

const ONE: &str = "FilterLogEvents /aws/lambda/one";
const TWO: &str = "FilterLogEvents shared/two";

/// Two functions; the second one logs to a log group of its choice.
fn two_functions() -> Conversation {
    let two = json!({ "FunctionName": "two", "LoggingConfig": { "LogGroup": "shared/two" } });
    Conversation::default()
        .resources(&[("One", "AWS::Lambda::Function", "one"), ("Two", "AWS::Lambda::Function", "two")])
        .answer("GetFunctionConfiguration one", 403, r#"{"Message":"not authorized"}"#)
        .answer("GetFunctionConfiguration two", 200, two.to_string())
}

/// A page of lines with their times and ids.
fn page(lines: &[(i64, &str)], next: Option<&str>) -> String {
    let event = |(at, id): &(i64, &str)| {
        let message = format!("line {id}\n");
        json!({ "timestamp": at, "eventId": id, "logStreamName": "stream", "message": message })
    };
    let events: Vec<_> = lines.iter().map(event).collect();
    json!({ "events": events, "nextToken": next }).to_string()
}

fn query(since_ms: i64) -> LogQuery {
    LogQuery { since: jiff::Timestamp::from_millisecond(since_ms).unwrap(), pattern: None }
}

/// The lines of a round.
async fn round(logs: &mut Logs<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    while let Some(line) = logs.next().await.unwrap() {
        lines.push(format!("{} {} {}", line.at_ms, line.function, line.message));
    }
    lines
}

#[tokio::test]
async fn the_lines_of_several_functions_come_in_the_order_of_time_across_pages() {
    let (connection, asked) = two_functions()
        .answer(ONE, 200, page(&[(1_000, "a"), (3_000, "b")], Some("more")))
        .answer(ONE, 200, page(&[], Some("yet more")))
        .answer(ONE, 200, page(&[(5_000, "c")], None))
        .answer(TWO, 200, page(&[(2_000, "d"), (4_000, "e")], None))
        .connection();
    let mut logs = Logs::open(&connection, "orders", None, query(500)).await.unwrap();
    let expected = ["1000 One line a", "2000 Two line d", "3000 One line b", "4000 Two line e", "5000 One line c"];
    assert_eq!(round(&mut logs).await, expected);
    let bodies: Vec<Value> = asked.bodies(ONE).iter().map(|body| serde_json::from_str(body).unwrap()).collect();
    let tokens: Vec<_> = bodies.iter().map(|body| body["nextToken"].as_str()).collect();
    assert_eq!(tokens, [None, Some("more"), Some("yet more")]);
    assert!(bodies.iter().all(|body| body["startTime"] == 500), "{bodies:?}");
}

#[tokio::test]
async fn the_next_round_has_what_came_late_and_nothing_twice() {
    let minute = 60_000;
    let (connection, asked) = two_functions()
        .answer(ONE, 200, page(&[(minute, "a"), (3 * minute, "b")], None))
        .answer(ONE, 200, page(&[(2 * minute + 1, "late"), (3 * minute, "b"), (3 * minute, "c")], None))
        .answer(ONE, 200, page(&[(2 * minute + 1, "late"), (3 * minute, "b"), (3 * minute, "c")], None))
        .connection();
    let mut logs = Logs::open(&connection, "orders", Some(&["One"]), query(0)).await.unwrap();
    assert_eq!(round(&mut logs).await, ["60000 One line a", "180000 One line b"]);
    assert_eq!(round(&mut logs).await, ["120001 One line late", "180000 One line c"]);
    assert_eq!(round(&mut logs).await, Vec::<String>::new());
    let starts: Vec<_> = asked
        .bodies(ONE)
        .iter()
        .map(|body| serde_json::from_str::<Value>(body).unwrap()["startTime"].as_i64().unwrap())
        .collect();
    assert_eq!(starts, [0, 2 * minute, 2 * minute]);
}

#[tokio::test]
async fn lines_without_ids_are_told_apart_by_how_often_they_came() {
    let twice = |times: usize| {
        let events = vec![json!({ "timestamp": 7, "logStreamName": "s", "message": "same" }); times];
        json!({ "events": events }).to_string()
    };
    let (connection, _) = two_functions().answer(ONE, 200, twice(2)).answer(ONE, 200, twice(3)).connection();
    let mut logs = Logs::open(&connection, "orders", Some(&["One"]), query(0)).await.unwrap();
    assert_eq!(round(&mut logs).await.len(), 2);
    assert_eq!(round(&mut logs).await.len(), 1);
}

#[tokio::test]
async fn a_full_page_that_claims_to_be_the_last_is_gone_on_from() {
    let page = |from: i64, count: usize| {
        let events: Vec<_> =
            (from..).take(count).map(|at| json!({ "timestamp": at, "message": at.to_string() })).collect();
        json!({ "events": events }).to_string()
    };
    let (connection, asked) =
        two_functions().answer(ONE, 200, page(1, 10_000)).answer(ONE, 200, page(10_000, 5)).connection();
    let mut logs = Logs::open(&connection, "orders", Some(&["One"]), query(0)).await.unwrap();
    assert_eq!(round(&mut logs).await.len(), 10_004);
    assert!(asked.bodies(ONE)[1].contains("\"startTime\":10000"), "{:?}", asked.bodies(ONE)[1]);
}

#[tokio::test]
async fn a_log_group_that_is_not_there_is_empty_and_said_to_be_missing() {
    let missing = r#"{"__type":"ResourceNotFoundException","message":"The specified log group does not exist."}"#;
    let (connection, _) =
        two_functions().answer(ONE, 400, missing).answer(TWO, 200, page(&[(1, "a")], None)).connection();
    let mut logs = Logs::open(&connection, "orders", None, query(0)).await.unwrap();
    assert_eq!(round(&mut logs).await, ["1 Two line a"]);
    assert_eq!(logs.missing().collect::<Vec<_>>(), [("One", "/aws/lambda/one")]);
}

#[tokio::test]
async fn a_log_group_that_may_not_be_read_is_named() {
    let denied = r#"{"__type":"AccessDeniedException","message":"not authorized to perform: logs:FilterLogEvents"}"#;
    let (connection, _) = two_functions().answer(ONE, 400, denied).connection();
    let mut logs = Logs::open(&connection, "orders", Some(&["One"]), query(0)).await.unwrap();
    let error = logs.next().await.unwrap_err().to_string();
    assert!(error.contains("/aws/lambda/one") && error.contains("logs:FilterLogEvents"), "{error}");
}

#[tokio::test]
async fn a_function_that_is_not_deployed_yet_is_named() {
    let (connection, _) = two_functions().connection();
    let error = Logs::open(&connection, "orders", Some(&["Three"]), query(0)).await.unwrap_err();
    assert!(matches!(&error, DeployError::NoFunction { function, .. } if function == "Three"), "{error}");
}
