//! Deployments that fail, and what comes after them.

use std::collections::BTreeMap;

use cdk::constructs::{DeadLetterQueue, EventTable, TableSettings};
use cdk::{AssetBucket, RemovalPolicy, Stack, StackProps, SynthesizedStack};
use deploy::{DeployError, Deployment, Emulator, Options, Recovery, Removed, Rollout, recover};
use serde_json::json;

use crate::engine::{Engine, queue, template};

/// A stack with a table, and a queue if asked for; it cannot be deployed if it is broken.
fn system(queue: bool, broken: bool) -> SynthesizedStack {
    let mut stack = Stack::new(StackProps {
        description: "A stack for this test.".to_owned(),
        assets: AssetBucket::new("system-assets"),
        tags: BTreeMap::from([("test".to_owned(), "yes".to_owned())]),
        ..StackProps::new("system")
    });
    let settings = TableSettings { point_in_time_recovery: false, ..TableSettings::new(RemovalPolicy::Delete) };
    let table = EventTable::<()>::new(&mut stack, "Table", settings);
    if queue {
        DeadLetterQueue::<()>::new(&mut stack, "Queue", RemovalPolicy::Delete);
    }
    stack.output("Output", "The table.", table.name());
    let mut system = stack.synthesize().unwrap();
    if broken {
        // Synthesis would refuse this.
        let output = system.template.outputs.values_mut().next().unwrap();
        output.value = json!({ "Fn::GetAtt": ["Table", "NoSuchAttribute"] }).into();
    }
    system
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_deployment_names_the_cause_and_the_next_one_works() {
    let engine = Engine::start("failures").await;
    let (connection, told) = (&engine.connection, &engine.told);
    let deploy = async |stack: &SynthesizedStack| {
        let deployment = Deployment::new(connection, stack, &[], Options::default()).unwrap();
        engine.roll_out(vec![deployment]).await.remove(0).result
    };

    // A creation that fails leaves a stack that can only be deleted, which the next deployment does.
    let error = deploy(&system(false, true)).await.unwrap_err();
    assert!(matches!(&error, DeployError::Failed { failed: Some(_), .. }), "{error:?}");
    assert!(error.to_string().contains("NoSuchAttribute"), "{error}");
    told.take();
    let created = deploy(&system(false, false)).await.unwrap();
    assert!(created.changed);
    let lines = told.take();
    assert!(lines.contains("deleting stack system, whose creation failed"), "{lines}");
    assert!(lines.contains("Table CREATE_COMPLETE"), "{lines}");

    // The same again changes nothing.
    let again = deploy(&system(false, false)).await.unwrap();
    assert!(!again.changed);
    assert_eq!(again.outputs, created.outputs);

    // An update that fails leaves the stack as it was, and the next one works.
    let error = deploy(&system(true, true)).await.unwrap_err();
    assert!(error.to_string().contains("NoSuchAttribute"), "{error}");
    assert_eq!(deploy::outputs(connection, "system").await.unwrap(), created.outputs);
    assert!(deploy(&system(true, false)).await.unwrap().changed);

    // Credentials that are not known, or no longer, are told from everything else.
    let mut outputs = std::process::Command::new(env!("CARGO_BIN_EXE_infra"));
    outputs
        .args(["outputs", "--env", "dev"])
        .env("AWS_REGION", "us-east-1")
        .env("AWS_ENDPOINT_URL", engine.emulator().endpoint());
    outputs.env("AWS_ACCESS_KEY_ID", "AKIAEXPIRED").env("AWS_SECRET_ACCESS_KEY", "unknown");
    let output = outputs.env("SSL_CERT_FILE", engine.folder.join("authority.pem")).output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && errors.contains("cannot be used, or have expired"), "{errors}");

    assert_eq!(deploy::remove(connection, &system(true, false), told).await.unwrap(), Removed::Now);
    assert_eq!(deploy::remove(connection, &system(true, false), told).await.unwrap(), Removed::Before);
    Emulator::stop(&engine.folder).unwrap();
    let unreachable = deploy(&system(false, false)).await.unwrap_err();
    assert!(matches!(&unreachable, DeployError::Unreachable { .. }), "{unreachable:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deploy_that_failed_half_way_is_rolled_back_on_request() {
    let engine = Engine::start("half-way").await;
    let broken = json!({
        "Resources": { "Jobs": queue(60), "New": queue(30) },
        "Outputs": { "Broken": { "Value": { "Fn::GetAtt": ["Jobs", "NoSuchAttribute"] } } },
    });
    engine.deploy("half", &template(json!({ "Jobs": queue(30) }))).await.unwrap();
    let options = Options { no_rollback: true, ..Options::default() };
    let props = StackProps::new("half");
    let failed = engine.deploy_with(props, crate::engine::release(&broken), options).await.unwrap_err();
    assert!(matches!(&failed, DeployError::Failed { status, .. } if status == "UPDATE_FAILED"), "{failed:?}");

    let recovered = recover(&engine.connection, "half", &[], &engine.told).await.unwrap();
    assert_eq!(recovered, Recovery::Recovered("UPDATE_ROLLBACK_COMPLETE".to_owned()));
    assert_eq!(recover(&engine.connection, "half", &[], &engine.told).await.unwrap(), Recovery::Settled);
    let missing = recover(&engine.connection, "missing", &[], &engine.told).await.unwrap_err();
    assert!(matches!(missing, DeployError::NotDeployed(_)), "{missing:?}");

    // Every release is on record, and the stack can become an earlier one.
    engine.deploy("half", &template(json!({ "Jobs": queue(31) }))).await.unwrap();
    let stack = crate::engine::stack(StackProps::new("half"));
    let times = deploy::deployments(&engine.connection, &stack).await.unwrap();
    assert_eq!(times.len(), 2, "{times:?}");
    let release = deploy::release_of(&engine.connection, &stack, &times[1]).await.unwrap();
    assert_eq!(release.template, template(json!({ "Jobs": queue(30) })));
    let back = Deployment::of_release(&engine.connection, &stack, release, Options::default());
    let rollout = Rollout::new(vec![back]);
    let plan = rollout.plan(&engine.told).await.unwrap();
    assert!(rollout.carry_out(&plan, &engine.told).await.remove(0).result.unwrap().changed);
    let unknown = deploy::release_of(&engine.connection, &stack, "2026-01-01T00:00:00Z").await.unwrap_err();
    assert!(unknown.to_string().contains("rollback --list"), "{unknown}");
}
