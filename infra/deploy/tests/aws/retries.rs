//! AWS is asked too often.

use std::sync::{Arc, Mutex};

use aws_config::retry::RetryConfig;
use cdk::StackProps;
use deploy::{Connection, DeployError, Identity};

use crate::client::{connection, response};

const THROTTLED: &str = "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>";

/// Asks for the outputs of a stack, with so many refusals first. Returns the outcome, and the attempts that were told.
async fn ask(refusals: usize) -> (Result<(), DeployError>, Vec<String>) {
    let left = Mutex::new(refusals);
    let answering = connection(move |_| {
        let mut left = left.lock().unwrap();
        if *left == 0 {
            return response(200, crate::in_order::described("UPDATE_COMPLETE"));
        }
        *left -= 1;
        response(400, THROTTLED)
    });
    let config = answering.config().to_builder().retry_config(RetryConfig::standard().with_max_attempts(4)).build();
    let arn = "arn:aws:iam::123456789012:user/ada".to_owned();
    let identity = Identity { account: "123456789012".to_owned(), region: "eu-west-1".to_owned(), arn };
    let told = Arc::new(Mutex::new(Vec::new()));
    let listener = Arc::clone(&told);
    let connection = Connection::from_config(config, identity).on_retry(move |retry| {
        listener.lock().unwrap().push(format!("{} {}/{}", retry.operation, retry.attempt, retry.budget));
    });
    let outcome = deploy::outputs(&connection, &StackProps::new("system").name).await.map(drop);
    let told = told.lock().unwrap().clone();
    (outcome, told)
}

#[tokio::test(start_paused = true)]
async fn a_throttled_request_is_tried_again_and_that_is_told() {
    let (outcome, told) = ask(2).await;
    outcome.unwrap();
    assert_eq!(told, ["DescribeStacks 2/4", "DescribeStacks 3/4"]);
    assert!(ask(0).await.1.is_empty());
}

#[tokio::test(start_paused = true)]
async fn when_the_budget_is_used_up_the_error_says_what_to_do() {
    let (outcome, told) = ask(100).await;
    let error = outcome.unwrap_err().to_string();
    assert!(error.contains("Rate exceeded") && error.contains("Wait a minute"), "{error}");
    assert_eq!(told.len(), 3);
}
