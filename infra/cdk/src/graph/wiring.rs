//! What wakes what, and where goes what could not be handled: everything that stands in the template apart from IAM.

use serde_json::Value as Json;

use super::kind::Kind;
use super::references::{references, text};
use super::resources::{Resources, list};
use super::{Edges, Property, Relation};

/// What a person wants to know about an event source mapping, and where it stands.
const MAPPING: &[(&str, &str, &str)] = &[
    ("batch size", "/BatchSize", ""),
    ("batching window", "/MaximumBatchingWindowInSeconds", " s"),
    ("batches at a time and shard", "/ParallelizationFactor", ""),
    ("concurrent executions", "/ScalingConfig/MaximumConcurrency", ""),
    ("retries", "/MaximumRetryAttempts", ""),
    ("oldest record", "/MaximumRecordAgeInSeconds", " s"),
    ("halves failing batches", "/BisectBatchOnFunctionError", ""),
    ("starts at", "/StartingPosition", ""),
];

/// Draws the edges that resources other than roles and policies state.
pub(super) fn draw(resources: &Resources<'_>, edges: &mut Edges) {
    for (id, kind_name, properties) in resources.all() {
        let mut wiring = Wiring { resources, edges };
        match kind_name {
            "AWS::Lambda::EventSourceMapping" => wiring.mapping(properties),
            "AWS::Lambda::EventInvokeConfig" => wiring.destinations(&properties["FunctionName"], properties),
            "AWS::Lambda::Function" => {
                wiring.connect(&[id], &properties["DeadLetterConfig"]["TargetArn"], Relation::OnFailure);
            }
            "AWS::ApiGatewayV2::Route" => wiring.route(properties),
            "AWS::ApiGatewayV2::Authorizer" => wiring.authorizer(properties),
            "AWS::Scheduler::Schedule" => wiring.target(id, &properties["Target"], &properties["ScheduleExpression"]),
            "AWS::Events::Rule" => wiring.rule(id, properties),
            "AWS::SNS::Subscription" => {
                for topic in resources.targets(&properties["TopicArn"]) {
                    wiring.subscription(topic, properties);
                }
            }
            "AWS::SNS::Topic" => list(&properties["Subscription"]).for_each(|entry| wiring.subscription(id, entry)),
            "AWS::S3::Bucket" => wiring.notifications(id, &properties["NotificationConfiguration"]),
            "AWS::SQS::Queue" => wiring.redrive(id, &properties["RedrivePolicy"]),
            "AWS::DynamoDB::Table" => {
                wiring.wake(id, &properties["KinesisStreamSpecification"]["StreamArn"], "changes", &[]);
            }
            _ => {}
        }
    }
}

struct Wiring<'a, 'e> {
    resources: &'a Resources<'a>,
    edges: &'e mut Edges,
}

impl<'a> Wiring<'a, '_> {
    fn connect(&mut self, from: &[&str], to: &'a Json, relation: Relation) {
        for from in from {
            for to in self.resources.targets(to) {
                self.edges.edge(from, to, relation);
            }
        }
    }

    /// A source wakes what can be woken, and delivers to anything else.
    fn wake(&mut self, from: &str, to: &'a Json, label: &str, details: &[Property]) {
        for to in self.resources.targets(to) {
            let relation = match self.resources.kind(to) {
                Some(Kind::Function | Kind::StateMachine) => Relation::Wakes,
                _ => Relation::Delivers,
            };
            let edge = self.edges.edge(from, to, relation);
            if !label.is_empty() {
                edge.labels.insert(label.to_owned());
            }
            edge.details.extend_from_slice(details);
        }
    }

    fn mapping(&mut self, properties: &'a Json) {
        let detail = |(name, place, unit): &(&str, &str, &str)| {
            let value = text(properties.pointer(place)?);
            (!value.is_empty()).then(|| Property::new(name, format!("{value}{unit}")))
        };
        let mut details: Vec<_> = MAPPING.iter().filter_map(detail).collect();
        let filters = list(&properties["FilterCriteria"]["Filters"]).map(|filter| text(&filter["Pattern"]));
        details.extend(filters.map(|pattern| Property::new("only", pattern)));
        for source in self.resources.targets(&properties["EventSourceArn"]) {
            self.wake(source, &properties["FunctionName"], "", &details);
        }
        self.destinations(&properties["FunctionName"], properties);
    }

    fn destinations(&mut self, function: &'a Json, properties: &'a Json) {
        let functions = self.resources.targets(function);
        let destinations = &properties["DestinationConfig"];
        self.connect(&functions, &destinations["OnFailure"]["Destination"], Relation::OnFailure);
        self.connect(&functions, &destinations["OnSuccess"]["Destination"], Relation::OnSuccess);
    }

    fn route(&mut self, properties: &'a Json) {
        let route = text(&properties["RouteKey"]);
        let integrations = references(&properties["Target"]).into_iter().map(|id| self.resources.properties(id));
        for integration in integrations.collect::<Vec<_>>() {
            // An integration without a function hands the request to a service, which its parameters name.
            let target = [&integration["IntegrationUri"], &integration["RequestParameters"]];
            let target = target.into_iter().find(|target| !self.resources.targets(target).is_empty());
            for api in self.resources.targets(&properties["ApiId"]) {
                self.wake(api, target.unwrap_or(&Json::Null), &route, &[Property::new("route", route.as_str())]);
            }
        }
    }

    fn authorizer(&mut self, properties: &'a Json) {
        for api in self.resources.targets(&properties["ApiId"]) {
            self.wake(api, &properties["AuthorizerUri"], "authorizes", &[]);
        }
    }

    fn rule(&mut self, id: &str, properties: &'a Json) {
        for bus in self.resources.targets(&properties["EventBusName"]) {
            self.edges.edge(bus, id, Relation::Delivers);
        }
        for target in list(&properties["Targets"]) {
            self.target(id, target, &properties["ScheduleExpression"]);
        }
    }

    fn target(&mut self, id: &str, target: &'a Json, schedule: &Json) {
        self.wake(id, &target["Arn"], &text(schedule), &[]);
        self.connect(&[id], &target["DeadLetterConfig"]["Arn"], Relation::DeadLetters);
    }

    fn subscription(&mut self, topic: &str, properties: &'a Json) {
        let filter = text(&properties["FilterPolicy"]);
        let details: Vec<_> = (!filter.is_empty()).then(|| Property::new("only", filter)).into_iter().collect();
        self.wake(topic, &properties["Endpoint"], "", &details);
        self.redrive(topic, &properties["RedrivePolicy"]);
    }

    fn notifications(&mut self, bucket: &str, properties: &'a Json) {
        let destinations =
            [("LambdaConfigurations", "Function"), ("QueueConfigurations", "Queue"), ("TopicConfigurations", "Topic")];
        for (configurations, destination) in destinations {
            for notification in list(&properties[configurations]) {
                let event = Property::new("event", text(&notification["Event"]));
                self.wake(bucket, &notification[destination], "", &[event]);
            }
        }
    }

    fn redrive(&mut self, from: &str, policy: &'a Json) {
        let receives = text(&policy["maxReceiveCount"]);
        for to in self.resources.targets(&policy["deadLetterTargetArn"]) {
            let edge = self.edges.edge(from, to, Relation::DeadLetters);
            if !receives.is_empty() {
                edge.details.push(Property::new("after", format!("{receives} receives")));
            }
        }
    }
}
