//! Two deploys of one stack at a time, and deploys that are killed.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use aws_sdk_cloudformation::types::ResourceSignalStatus;
use cdk::StackProps;
use deploy::{Connection, DeployError, Deployment, Emulator, Options, Rollout};
use serde_json::{Map, Value as Json, json};

use crate::engine::{Engine, Told, queue, release, stack, template};

/// Where the emulator is that the process below deploys to.
const FOLDER: &str = "DEPLOY_TO_EMULATOR_OF";

/// What it deploys: a number that tells its template from others.
const VERSION: &str = "DEPLOY_VERSION";

/// The template of a version: some queues, and a resource that is done only when it is told so.
fn version(version: u32) -> Json {
    let mut resources: Map<String, Json> =
        (0..10).map(|number| (format!("Queue{number}"), queue(30 + version))).collect();
    let wait = json!({
        "Type": "AWS::CloudFormation::WaitCondition",
        "CreationPolicy": { "ResourceSignal": { "Timeout": "PT5M" } },
    });
    resources.insert(format!("Wait{version}"), wait);
    template(Json::Object(resources))
}

/// Tells the resource that waits, as soon as it does.
async fn signal(engine: &Engine, version: u32) {
    let client = aws_sdk_cloudformation::Client::new(engine.connection.config());
    let signal = client.signal_resource().stack_name("killed").logical_resource_id(format!("Wait{version}"));
    let signal = signal.unique_id("test").status(ResourceSignalStatus::Success);
    while signal.clone().send().await.is_err() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_deploys_at_a_time_one_wins_and_the_other_says_so() {
    let engine = Engine::start("two-deploys").await;
    let system = stack(StackProps::new("contested"));
    let rollout = |seconds| {
        let release = release(&template(json!({ "Jobs": queue(seconds) })));
        Rollout::new(vec![Deployment::of_release(&engine.connection, &system, release, Options::default())])
    };
    engine.deploy("contested", &template(json!({ "Jobs": queue(20) }))).await.unwrap();
    for first in [30, 50] {
        // Both have seen the stack as it is, and each knows what it would change.
        let (one, other) = (rollout(first), rollout(first + 10));
        let plan_of_one = one.plan(&engine.told).await.unwrap();
        let plan_of_other = other.plan(&engine.told).await.unwrap();
        let won = one.carry_out(&plan_of_one, &engine.told).await.remove(0).result;
        let lost = other.carry_out(&plan_of_other, &engine.told).await.remove(0).result;
        assert!(won.unwrap().changed);
        assert!(matches!(&lost, Err(DeployError::Overtaken { .. })), "{lost:?}");
        // It had no part in it, and goes through when it is tried again.
        other.abandon().await.unwrap();
        let again = other.plan(&engine.told).await.unwrap();
        assert!(other.carry_out(&again, &engine.told).await.remove(0).result.unwrap().changed);
    }

    // At the very same time: at least one goes through, and the loser says why it does not.
    let (one, other) = (rollout(90), rollout(91));
    let run = async |rollout: &Rollout<'_>| match rollout.plan(&engine.told).await {
        Ok(plan) => rollout.carry_out(&plan, &engine.told).await.remove(0).result,
        Err(error) => Err(error),
    };
    let (one, other) = tokio::join!(run(&one), run(&other));
    for result in [&one, &other] {
        assert!(matches!(result, Ok(_) | Err(DeployError::Overtaken { .. })), "{result:?}");
    }
    assert!(one.is_ok() || other.is_ok(), "{one:?} {other:?}");
}

/// Not a test of its own: the process that the test below kills.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a part of a_deploy_that_was_killed_is_picked_up_by_the_next"]
async fn deploys_until_it_is_killed() {
    let folder = std::env::var(FOLDER).unwrap();
    let number = std::env::var(VERSION).unwrap().parse().unwrap();
    let emulator = Emulator::running(Path::new(&folder)).unwrap().unwrap();
    let connection = Connection::emulator(&emulator).await.unwrap();
    let (system, told) = (stack(StackProps::new("killed")), Told::default());
    let deployment = Deployment::of_release(&connection, &system, release(&version(number)), Options::default());
    let rollout = Rollout::new(vec![deployment]);
    let plan = rollout.plan(&told).await.unwrap();
    rollout.carry_out(&plan, &told).await.remove(0).result.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deploy_that_was_killed_is_picked_up_by_the_next() {
    let engine = Engine::start("killed-deploys").await;
    let mut picked_up = 0;
    // Killed at some time before CloudFormation was told to begin, or somewhat after it was.
    let moments = [Some(10), None, Some(40), Some(80), None, Some(120), None];
    for (number, moment) in moments.into_iter().enumerate() {
        let number = u32::try_from(number).unwrap();
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "concurrency::deploys_until_it_is_killed"])
            .env(FOLDER, &engine.folder)
            .env(VERSION, number.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        match moment {
            Some(milliseconds) => tokio::time::sleep(Duration::from_millis(milliseconds)).await,
            None => {
                while !engine.status("killed").await.is_some_and(|status| is_operation(&status)) {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            }
        }
        process.kill().unwrap();
        process.wait().unwrap();
        engine.told.take();
        let new = version(number);
        let (deployed, ()) = tokio::join!(engine.deploy("killed", &new), signal(&engine, number));
        deployed.unwrap();
        picked_up += usize::from(engine.told.take().contains("following the operation that was begun before"));
        assert!(!engine.deploy("killed", &new).await.unwrap().changed, "it had not converged");
        let expected: BTreeSet<_> = new["Resources"].as_object().unwrap().keys().cloned().collect();
        assert_eq!(engine.resources("killed").await, expected);
    }
    assert!(picked_up >= 3, "of three deploys that were killed in the middle {picked_up} were picked up");
}

/// Whether CloudFormation is at work on a stack. A stack in review is only waiting for it.
fn is_operation(status: &str) -> bool {
    status.ends_with("_IN_PROGRESS") && status != "REVIEW_IN_PROGRESS"
}
