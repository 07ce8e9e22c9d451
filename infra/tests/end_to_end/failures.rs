//! Deployments that fail, and what comes after them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use cdk::constructs::{DeadLetterQueue, EventTable, TableSettings};
use cdk::{AssetBucket, RemovalPolicy, Stack, StackProps, SynthesizedStack};
use deploy::{Connection, DeployError, Deployment, Emulator, Progress, Removed, Reporter};
use serde_json::json;

/// Keeps what it is told.
#[derive(Default)]
struct Told(Mutex<Vec<String>>);

impl Reporter for Told {
    fn report(&self, progress: Progress<'_>) {
        let line = match progress {
            Progress::Step(text) | Progress::Done(text) => text.to_owned(),
            Progress::Resource { event, .. } => format!("{} {}", event.logical_id, event.status),
            Progress::Begun { .. } | Progress::Ended { .. } | Progress::Upload { .. } => return,
        };
        self.0.lock().unwrap().push(line);
    }
}

impl Told {
    fn take(&self) -> String {
        std::mem::take(&mut *self.0.lock().unwrap()).join("\n")
    }
}

/// Stops the emulator however the test ends.
struct StopsEmulator<'a>(&'a Path);

impl Drop for StopsEmulator<'_> {
    fn drop(&mut self) {
        Emulator::stop(self.0).unwrap();
    }
}

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
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("failures");
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tools");
    let told = Told::default();
    Emulator::stop(&folder).unwrap();
    let _stops = StopsEmulator(&folder);
    let emulator = Emulator::start(&folder, &tools, &told).await.unwrap();
    let connection = Connection::emulator(&emulator).await.unwrap();
    let deploy = async |stack: &SynthesizedStack| Deployment::new(&connection, stack, &[]).run(&told).await;

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
    assert_eq!(deploy::outputs(&connection, "system").await.unwrap(), created.outputs);
    assert!(deploy(&system(true, false)).await.unwrap().changed);

    // Credentials that are not known, or no longer, are told from everything else.
    let mut outputs = std::process::Command::new(env!("CARGO_BIN_EXE_infra"));
    outputs
        .args(["outputs", "--env", "dev"])
        .env("AWS_REGION", "us-east-1")
        .env("AWS_ENDPOINT_URL", emulator.endpoint());
    outputs.env("AWS_ACCESS_KEY_ID", "AKIAEXPIRED").env("AWS_SECRET_ACCESS_KEY", "unknown");
    let output = outputs.env("SSL_CERT_FILE", folder.join("authority.pem")).output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && errors.contains("cannot be used, or have expired"), "{errors}");

    // A change set that was left behind does not stand in the way.
    assert!(!Deployment::new(&connection, &system(true, false), &[]).abandon().await.unwrap());

    assert_eq!(deploy::remove(&connection, &system(true, false), &told).await.unwrap(), Removed::Now);
    assert_eq!(deploy::remove(&connection, &system(true, false), &told).await.unwrap(), Removed::Before);
    Emulator::stop(&folder).unwrap();
    let unreachable = deploy(&system(false, false)).await.unwrap_err();
    assert!(matches!(&unreachable, DeployError::Unreachable { .. }), "{unreachable:?}");
}
