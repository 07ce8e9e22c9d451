//! The deploy engine, with small stacks and an emulator of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use cdk::{AssetBucket, Stack, StackProps, SynthesizedStack};
use deploy::{
    Connection, DeployError, Deployed, Deployment, Emulator, Options, Outcome, Progress, Release, Removed, Reporter,
    Rollout,
};
use serde_json::{Value as Json, json};

/// Keeps what it is told.
#[derive(Default)]
pub struct Told(Mutex<Vec<String>>);

impl Reporter for Told {
    fn report(&self, progress: Progress<'_>) {
        let line = match progress {
            Progress::Step(text) | Progress::Done(text) => text.to_owned(),
            Progress::Resource { event, .. } => format!("{} {}", event.logical_id, event.status),
            Progress::Begun { stack, .. } => format!("{stack} begins"),
            Progress::Ended { stack, status } => format!("{stack} ends as {status}"),
            Progress::Upload { .. } => return,
        };
        self.0.lock().unwrap().push(line);
    }
}

impl Told {
    pub fn take(&self) -> String {
        std::mem::take(&mut *self.0.lock().unwrap()).join("\n")
    }
}

/// An emulator that is stopped however the test ends.
pub struct Engine {
    pub folder: PathBuf,
    pub connection: Connection,
    pub told: Told,
}

impl Drop for Engine {
    fn drop(&mut self) {
        Emulator::stop(&self.folder).unwrap();
    }
}

impl Engine {
    pub async fn start(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tools");
        let told = Told::default();
        // What a run that was killed may have left behind.
        Emulator::stop(&folder).unwrap();
        let emulator = Emulator::start(&folder, &tools, &told).await.unwrap();
        let connection = Connection::emulator(&emulator).await.unwrap();
        Self { folder, connection, told }
    }

    pub fn emulator(&self) -> Emulator {
        Emulator::running(&self.folder).unwrap().expect("the emulator is running")
    }

    /// Deploys a template as a stack.
    pub async fn deploy(&self, name: &str, template: &Json) -> Result<Deployed, DeployError> {
        self.deploy_with(StackProps::new(name), release(template), Options::default()).await
    }

    pub async fn deploy_with(
        &self,
        props: StackProps,
        release: Release,
        options: Options,
    ) -> Result<Deployed, DeployError> {
        let stack = stack(props);
        let deployment = Deployment::of_release(&self.connection, &stack, release, options);
        self.roll_out(vec![deployment]).await.remove(0).result
    }

    pub async fn remove(&self, name: &str) -> Result<Removed, DeployError> {
        deploy::remove(&self.connection, &stack(StackProps::new(name)), &self.told).await
    }

    /// Deploys several stacks; an error of the plan is that of the first.
    pub async fn roll_out(&self, deployments: Vec<Deployment<'_>>) -> Vec<Outcome> {
        let rollout = Rollout::new(deployments);
        match rollout.plan(&self.told).await {
            Ok(plan) => rollout.carry_out(&plan, &self.told).await,
            Err(error) => vec![Outcome { stack: String::new(), result: Err(error) }],
        }
    }

    /// The status of a stack; none if there is none.
    pub async fn status(&self, stack: &str) -> Option<String> {
        let client = aws_sdk_cloudformation::Client::new(self.connection.config());
        let answer = client.describe_stacks().stack_name(stack).send().await.ok()?;
        answer.stacks().first()?.stack_status().map(ToString::to_string)
    }

    /// The logical ids of the resources of a stack.
    pub async fn resources(&self, stack: &str) -> BTreeSet<String> {
        let client = aws_sdk_cloudformation::Client::new(self.connection.config());
        let answer = client.list_stack_resources().stack_name(stack).send().await.unwrap();
        answer.stack_resource_summaries().iter().filter_map(|r| r.logical_resource_id().map(str::to_owned)).collect()
    }
}

/// What goes with a stack whose template is given otherwise.
pub fn stack(props: StackProps) -> SynthesizedStack {
    let mut stack = Stack::new(StackProps { assets: AssetBucket::new("engine-assets"), ..props });
    stack.add_untyped(&"Unused".into(), "AWS::SQS::Queue", json!({ "SqsManagedSseEnabled": true }));
    stack.synthesize().unwrap()
}

pub fn release(template: &Json) -> Release {
    Release { template: template.clone(), parameters: BTreeMap::new() }
}

/// A template with these resources.
pub fn template(resources: Json) -> Json {
    json!({ "Resources": resources })
}

/// A queue.
pub fn queue(seconds: u32) -> Json {
    json!({ "Type": "AWS::SQS::Queue", "Properties": { "VisibilityTimeout": seconds } })
}

/// A table with this key.
pub fn table(key: &str) -> Json {
    json!({ "Type": "AWS::DynamoDB::Table", "Properties": {
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{ "AttributeName": key, "AttributeType": "S" }],
        "KeySchema": [{ "AttributeName": key, "KeyType": "HASH" }],
    } })
}
