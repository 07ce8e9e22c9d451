//! An event source mapping of a deployed stack.

use serde::Serialize;

use super::Reading;
use crate::connection::Connection;
use crate::error::DeployError;
use crate::stack::resources::Resource;

const READING: &str = "reading event source mappings";

/// An event source mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mapping {
    /// What the template calls it.
    pub logical_id: String,
    /// Its UUID.
    pub uuid: String,
    /// Its state.
    pub state: Reading<MappingState>,
}

/// The state of an event source mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MappingState {
    /// What it reads: the logical id of a resource of the stack, or else the source's ARN.
    pub source: String,
    /// What it wakes: the logical id of a function of the stack, or else the function's ARN.
    pub function: String,
    /// Such as `Enabled`, `Disabled` or `Updating`.
    pub state: String,
    /// Why it is in that state.
    pub reason: Option<String>,
    /// What the last batch led to, such as `OK`, `No records processed` or `PROBLEM: …`.
    pub last_result: Option<String>,
    /// Where batches go that were given up on.
    pub on_failure: Option<String>,
}

/// <https://docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html>
pub(super) async fn read(connection: &Connection, resource: &Resource) -> Mapping {
    Mapping {
        logical_id: resource.logical_id.clone(),
        uuid: resource.physical_id.clone(),
        state: Reading::of(READING, state(connection, &resource.physical_id).await),
    }
}

async fn state(connection: &Connection, uuid: &str) -> Result<MappingState, DeployError> {
    let answer = connection.lambda().get_event_source_mapping().uuid(uuid).send().await;
    let answer = answer.map_err(DeployError::aws(READING, connection.endpoint()))?;
    let text = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
    let on_failure = answer.destination_config().and_then(|config| config.on_failure());
    Ok(MappingState {
        source: text(answer.event_source_arn()).unwrap_or_else(|| "a source outside of AWS".to_owned()),
        function: answer.function_arn().unwrap_or_default().to_owned(),
        state: answer.state().unwrap_or_default().to_owned(),
        reason: text(answer.state_transition_reason()),
        last_result: text(answer.last_processing_result()),
        on_failure: on_failure.and_then(|destination| text(destination.destination())),
    })
}

impl Mapping {
    /// Calls the source and the function what the template calls them, where they are of the stack.
    pub(super) fn name_ends(&mut self, resources: &[Resource]) {
        if let Reading::Known(state) = &mut self.state {
            state.source = named(&state.source, resources);
            state.function = named(&state.function, resources);
        }
    }
}

/// The logical id of the resource that an ARN belongs to, or the ARN.
fn named(arn: &str, resources: &[Resource]) -> String {
    // arn:PARTITION:SERVICE:REGION:ACCOUNT:NAME, where NAME may begin with a kind and end with a part or version:
    // `table/NAME/stream/TIME`, `stream/NAME`, `function:NAME:1`.
    let Some(name) = arn.splitn(6, ':').nth(5) else { return arn.to_owned() };
    let is_part = |id: &str| !id.is_empty() && name.split(['/', ':']).any(|part| part == id);
    let matching = resources.iter().find(|resource| {
        // A queue is known by its URL, whose last part is its name.
        let id = resource.physical_id.rsplit('/').next().unwrap_or(&resource.physical_id);
        resource.physical_id == arn || (has_arns(&resource.resource_type) && is_part(id))
    });
    matching.map_or_else(|| arn.to_owned(), |resource| resource.logical_id.clone())
}

/// Whether mappings name resources of this type: other types may share their names.
fn has_arns(resource_type: &str) -> bool {
    matches!(
        resource_type,
        "AWS::DynamoDB::GlobalTable"
            | "AWS::DynamoDB::Table"
            | "AWS::Kinesis::Stream"
            | "AWS::Lambda::Function"
            | "AWS::SQS::Queue"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resource(logical_id: &str, resource_type: &str, physical_id: &str) -> Resource {
        let [logical_id, resource_type, physical_id] = [logical_id, resource_type, physical_id].map(str::to_owned);
        Resource { logical_id, physical_id, resource_type }
    }

    #[test]
    fn the_ends_of_a_mapping_are_called_what_the_template_calls_them() {
        let resources = [
            resource("Role", "AWS::IAM::Role", "orders"),
            resource("Orders", "AWS::DynamoDB::Table", "orders"),
            resource("Jobs", "AWS::SQS::Queue", "https://sqs.eu-west-1.amazonaws.com/1/jobs"),
            resource("Worker", "AWS::Lambda::Function", "worker"),
        ];
        let name = |arn: &str| named(arn, &resources);
        assert_eq!(name("arn:aws:dynamodb:eu-west-1:1:table/orders/stream/2026-01-01T00:00:00.000"), "Orders");
        assert_eq!(name("arn:aws:sqs:eu-west-1:1:jobs"), "Jobs");
        assert_eq!(name("arn:aws:lambda:eu-west-1:1:function:worker:3"), "Worker");
        assert_eq!(name("arn:aws:kinesis:eu-west-1:1:stream/foreign"), "arn:aws:kinesis:eu-west-1:1:stream/foreign");
        assert_eq!(name("no ARN"), "no ARN");
    }
}
