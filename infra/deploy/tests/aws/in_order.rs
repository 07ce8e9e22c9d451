//! Answers of CloudFormation in the order of the questions, written down by its documentation.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use cdk::{AssetBucket, Stack, StackProps, SynthesizedStack};
use deploy::{Connection, DeployError, Deployed, Deployment, Options, Progress, Release, Reporter, Rollout};
use serde_json::json;

use crate::client::{self, body, object, response, size};

/// The id of the stack of every conversation.
pub const STACK_ID: &str = "arn:aws:cloudformation:eu-west-1:123456789012:stack/system/1";

/// A question that is expected, and its answer.
struct Exchange {
    action: &'static str,
    status: u16,
    answer: String,
}

/// What is going to be asked, and answered.
#[derive(Default)]
pub struct Conversation {
    exchanges: VecDeque<Exchange>,
    /// The status that the stack is in, for events that follow.
    bodies: Arc<Mutex<Vec<String>>>,
}

impl Conversation {
    pub fn new() -> Self {
        Self::default()
    }

    /// An answer to an action.
    pub fn answer(mut self, action: &'static str, result: &str) -> Self {
        let answer = format!("<{action}Response><{action}Result>{result}</{action}Result></{action}Response>");
        self.exchanges.push_back(Exchange { action, status: 200, answer });
        self
    }

    /// An error in answer to an action.
    pub fn refuse(mut self, action: &'static str, code: &str, message: &str) -> Self {
        let answer = format!(
            "<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>"
        );
        self.exchanges.push_back(Exchange { action, status: 400, answer });
        self
    }

    /// There is no stack.
    pub fn no_stack(self) -> Self {
        self.refuse("DescribeStacks", "ValidationError", "Stack with id system does not exist")
    }

    /// The stack has this status.
    pub fn stack(mut self, status: &str) -> Self {
        self.exchanges.push_back(Exchange { action: "DescribeStacks", status: 200, answer: described(status) });
        self
    }

    /// Its template is this.
    pub fn template(self, template: &str) -> Self {
        self.answer("GetTemplate", &format!("<TemplateBody>{}</TemplateBody>", template.replace('"', "&quot;")))
    }

    /// These events are there, newest first: number, logical id, type, status, reason.
    pub fn events(self, events: &[(u32, &str, &str, &str, &str)]) -> Self {
        let event = |(number, id, kind, status, reason): &(u32, &str, &str, &str, &str)| {
            let physical = if *id == "system" { STACK_ID } else { "physical" };
            format!(
                "<member><EventId>{number}</EventId><StackId>{STACK_ID}</StackId><StackName>system</StackName>\
                 <LogicalResourceId>{id}</LogicalResourceId><PhysicalResourceId>{physical}</PhysicalResourceId>\
                 <ResourceType>{kind}</ResourceType><Timestamp>2026-01-01T00:00:00Z</Timestamp>\
                 <ResourceStatus>{status}</ResourceStatus><ResourceStatusReason>{reason}</ResourceStatusReason></member>"
            )
        };
        let events: String = events.iter().map(event).collect();
        self.answer("DescribeStackEvents", &format!("<StackEvents>{events}</StackEvents>"))
    }

    /// A change set begins to be made.
    pub fn begun_change_set(self) -> Self {
        self.answer("CreateChangeSet", &format!("<Id>change-set</Id><StackId>{STACK_ID}</StackId>"))
    }

    /// A change set that is made, with these changes: action, logical id, type, replacement.
    pub fn change_set(self, changes: &[(&str, &str, &str, &str)]) -> Self {
        let change = |(action, id, kind, replacement): &(&str, &str, &str, &str)| {
            let replacement = if replacement.is_empty() {
                String::new()
            } else {
                format!("<Replacement>{replacement}</Replacement>")
            };
            format!(
                "<member><Type>Resource</Type><ResourceChange><Action>{action}</Action>\
                 <LogicalResourceId>{id}</LogicalResourceId><ResourceType>{kind}</ResourceType>{replacement}\
                 </ResourceChange></member>"
            )
        };
        let changes: String = changes.iter().map(change).collect();
        self.begun_change_set()
            .change_set_status("CREATE_PENDING", "", "")
            .change_set_status("CREATE_IN_PROGRESS", "", "")
            .change_set_status("CREATE_COMPLETE", "", &changes)
    }

    pub fn change_set_status(self, status: &str, reason: &str, changes: &str) -> Self {
        let reason = if reason.is_empty() { String::new() } else { format!("<StatusReason>{reason}</StatusReason>") };
        self.answer("DescribeChangeSet", &format!("<Status>{status}</Status>{reason}<Changes>{changes}</Changes>"))
    }

    /// A change set that fails.
    pub fn failed_change_set(self, reason: &str) -> Self {
        self.begun_change_set().change_set_status("FAILED", reason, "").answer("DeleteChangeSet", "")
    }

    /// The change set is executed.
    pub fn executed(self) -> Self {
        self.events(&[]).answer("ExecuteChangeSet", "")
    }

    /// What a deploy asks after it went well.
    pub fn finished(self, status: &str) -> Self {
        self.stack(status).answer("ListChangeSets", "<Summaries/>")
    }

    /// The connection over which this is said. What is said must be dropped after the test, which sees that all was.
    fn connect(self) -> (Connection, Said) {
        let left = Arc::new(Mutex::new(self.exchanges));
        let (asked, bodies) = (Arc::clone(&left), Arc::clone(&self.bodies));
        let stored = AtomicUsize::new(0);
        let connection = client::connection(move |request| {
            let body = body(request);
            let Some(action) = action(&body) else {
                // The asset bucket is there, keeps the size of the last object, and no function was hotswapped.
                let is_list = request.uri().contains("list-type");
                return match request.method() {
                    "PUT" => {
                        stored.store(size(request), Ordering::SeqCst);
                        response(200, "")
                    }
                    "HEAD" => object(stored.load(Ordering::SeqCst)),
                    _ => response(200, if is_list { "<ListBucketResult/>" } else { "" }),
                };
            };
            let Some(exchange) = asked.lock().unwrap().pop_front() else {
                return response(500, format!("{action} was not expected"));
            };
            bodies.lock().unwrap().push(body.clone());
            if exchange.action == action {
                return response(exchange.status, exchange.answer);
            }
            let answer = format!("{} was expected, and {action} was asked", exchange.action);
            asked.lock().unwrap().push_front(exchange);
            response(500, answer)
        });
        (connection, Said { left, bodies: self.bodies })
    }

    /// Deploys over this conversation: the outcome, what was told, and what was sent.
    pub async fn deploy(self) -> (Result<Deployed, DeployError>, String, Vec<String>) {
        self.deploy_with(StackProps::new("system"), Options::default()).await
    }

    pub async fn deploy_with(
        self,
        props: StackProps,
        options: Options,
    ) -> (Result<Deployed, DeployError>, String, Vec<String>) {
        self.run(async |connection, told| {
            let stack = stack(props);
            let template = json!({ "Resources": { "Jobs": { "Type": "AWS::SQS::Queue" } } });
            let release = Release { template, parameters: [].into() };
            let rollout = Rollout::new(vec![Deployment::of_release(connection, &stack, release, options)]);
            let plan = rollout.plan(told).await?;
            rollout.carry_out(&plan, told).await.remove(0).result
        })
        .await
    }

    /// Does something over this conversation.
    pub async fn run<T>(self, act: impl AsyncFnOnce(&Connection, &Told) -> T) -> (T, String, Vec<String>) {
        let (connection, said) = self.connect();
        let told = Told::default();
        let outcome = act(&connection, &told).await;
        let left: Vec<_> = said.left.lock().unwrap().iter().map(|exchange| exchange.action).collect();
        let told = told.0.into_inner().unwrap().join("\n");
        assert!(left.is_empty(), "these questions were not asked: {left:?}\n{told}");
        let bodies = said.bodies.lock().unwrap().clone();
        (outcome, told, bodies)
    }
}

/// The description of the stack with this status.
pub fn described(status: &str) -> String {
    format!(
        "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>system</StackName>\
         <StackId>{STACK_ID}</StackId><CreationTime>2026-01-01T00:00:00Z</CreationTime>\
         <StackStatus>{status}</StackStatus><Outputs/></member></Stacks></DescribeStacksResult></DescribeStacksResponse>"
    )
}

struct Said {
    left: Arc<Mutex<VecDeque<Exchange>>>,
    bodies: Arc<Mutex<Vec<String>>>,
}

/// The action of a request to CloudFormation.
fn action(body: &str) -> Option<&str> {
    body.split('&').find_map(|pair| pair.strip_prefix("Action="))
}

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

/// What goes with the stack whose template is given otherwise.
pub fn stack(props: StackProps) -> SynthesizedStack {
    let mut stack = Stack::new(StackProps { assets: AssetBucket::new("assets"), ..props });
    stack.add_untyped(&"Unused".into(), "AWS::SQS::Queue", json!({ "SqsManagedSseEnabled": true }));
    stack.synthesize().unwrap()
}
