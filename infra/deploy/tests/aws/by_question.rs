//! Answers by heart: what each question to AWS is answered with.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use deploy::Connection;

use crate::client::{self, body, response};

/// Answers to questions, each given once, in order for the same question.
///
/// A question is the operation, followed by what it is about where that is in the path or in the first of these members:
/// `logGroupName`, `QueueUrl`.
#[derive(Debug, Default)]
pub struct Conversation(BTreeMap<String, VecDeque<Answer>>);

#[derive(Debug)]
struct Answer {
    status: u16,
    body: Vec<u8>,
}

/// What was asked: the questions with their bodies.
#[derive(Debug, Clone, Default)]
pub struct Asked(Arc<Mutex<Vec<(String, String)>>>);

impl Asked {
    /// The bodies of one question, in order.
    pub fn bodies(&self, question: &str) -> Vec<String> {
        let asked = self.0.lock().unwrap();
        asked.iter().filter(|(asked, _)| asked == question).map(|(_, body)| body.clone()).collect()
    }
}

impl Conversation {
    pub fn answer(mut self, question: &str, status: u16, body: impl Into<Vec<u8>>) -> Self {
        let answers = self.0.entry(question.to_owned()).or_default();
        answers.push_back(Answer { status, body: body.into() });
        self
    }

    /// CloudFormation's answer: what stands within its result.
    pub fn cloudformation(self, operation: &str, result: &str) -> Self {
        let body =
            format!("<{operation}Response><{operation}Result>{result}</{operation}Result></{operation}Response>");
        self.answer(operation, 200, body)
    }

    /// The resources of the stack: logical id, type and physical id.
    pub fn resources(self, resources: &[(&str, &str, &str)]) -> Self {
        let members = resources.iter().map(|(logical_id, resource_type, physical_id)| {
            format!(
                "<member><LogicalResourceId>{logical_id}</LogicalResourceId><ResourceType>{resource_type}</ResourceType>\
                 <PhysicalResourceId>{physical_id}</PhysicalResourceId>\
                 <ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>"
            )
        });
        let members: String = members.collect();
        self.cloudformation(
            "ListStackResources",
            &format!("<StackResourceSummaries>{members}</StackResourceSummaries>"),
        )
    }

    /// The stack itself.
    pub fn stack(self, more: &str) -> Self {
        self.cloudformation(
            "DescribeStacks",
            &format!(
                "<Stacks><member><StackName>orders</StackName><StackId>arn:stack</StackId>\
                 <CreationTime>2026-01-01T00:00:00Z</CreationTime>{more}</member></Stacks>"
            ),
        )
    }

    /// A connection on which this is the conversation. A question that has no answer fails the test.
    pub fn connection(self) -> (Connection, Asked) {
        let asked = Asked::default();
        let (noted, answers) = (asked.clone(), Mutex::new(self));
        let connection = client::connection(move |request| {
            let body = body(request);
            let path = request.uri().splitn(4, '/').nth(3).unwrap_or_default();
            let question = question(path, request.headers().get("x-amz-target"), &body);
            noted.0.lock().unwrap().push((question.clone(), body));
            let answer = answers.lock().unwrap().0.get_mut(&question).and_then(VecDeque::pop_front);
            // A status that nothing takes for an answer.
            let answer = answer.unwrap_or_else(|| {
                eprintln!("nothing answers `{question}`");
                Answer { status: 404, body: Vec::new() }
            });
            let mut response = response(answer.status, answer.body);
            if question == "GetMetricData" {
                response.headers_mut().insert("smithy-protocol", "rpc-v2-cbor");
            }
            response
        });
        (connection, asked)
    }
}

fn question(path: &str, target: Option<&str>, body: &str) -> String {
    if let Some(target) = target {
        let operation = target.rsplit('.').next().unwrap();
        let members: serde_json::Value = serde_json::from_str(body).unwrap();
        let about = members["logGroupName"].as_str().or(members["QueueUrl"].as_str()).unwrap_or_default();
        return format!("{operation} {about}");
    }
    let parts: Vec<_> = path.trim_matches('/').split('/').collect();
    match parts.as_slice() {
        [_, "functions", name, "configuration"] => format!("GetFunctionConfiguration {name}"),
        [_, "event-source-mappings", uuid] => format!("GetEventSourceMapping {uuid}"),
        [.., "operation", operation] => (*operation).to_owned(),
        _ => body.split('&').find_map(|pair| pair.strip_prefix("Action=")).unwrap_or(path).to_owned(),
    }
}
