//! Watching the shop: who is told when one of its guarantees is in danger, and where to look.
//!
//! Everything follows from what is in the stack already: each mapping, function, queue, stream, table and API gets its
//! alarms, and each function those for what it says that it measures. A new one gets its alarms by being there.

mod aws;
mod concern;
mod dashboard;
mod measured;

use cdk::aws::sns;
use cdk::constructs::{
    Alarm, AlarmAction, AlarmProps, Key, KeyProps, Metric, Rate, Schedule, ScheduleProps, ScheduleTarget, Topic,
    TopicProps,
};
use cdk::{ConstructPath, Definition, Resource, ScheduleEventAge, ScheduleRetries, Stack, literal};
use functions::event_handler::{HandlerRequest, Redrive};
use functions::metrics::Measures;

pub use concern::Concern;

use crate::environment::Environment;

/// Adds alarms, the topic that they publish to, and a dashboard, for everything that is in the stack.
pub fn watch(stack: &mut Stack, environment: Environment) {
    let functions = functions(stack);
    look_after_parked_events(stack, &functions);
    let action = topic(stack, environment);
    let mut alarms = Alarms { environment, action, all: Vec::new() };
    aws::watch(stack, &mut alarms);
    for function in &functions {
        measured::watch(stack, &mut alarms, function);
    }
    dashboard::draw(stack, environment, &functions, &alarms.all);
}

/// A function that is watched.
struct Watched {
    name: &'static str,
    path: ConstructPath,
    resource: Resource<cdk::aws::lambda::Function>,
    measures: Measures,
}

/// The functions of the stack, in the direction in which events flow.
fn functions(stack: &Stack) -> Vec<Watched> {
    let mut found = stack.resources_of::<cdk::aws::lambda::Function>();
    let mut named = |name: &str| {
        let (_, id) = stack.functions().find(|(found, _)| *found == name)?;
        let position = found.iter().position(|function| function.resource.logical_id() == id)?;
        Some(found.swap_remove(position))
    };
    let watched = functions::metrics::functions().into_iter().filter_map(|(name, measures)| {
        let function = named(name)?;
        Some(Watched { name, path: function.path, resource: function.resource, measures })
    });
    watched.collect()
}

/// Has every event handler say how much is parked, also when no events come.
fn look_after_parked_events(stack: &mut Stack, functions: &[Watched]) {
    let request = HandlerRequest::Redrive(Redrive { aggregate: None, dry_run: true });
    let Ok(request) = serde_json::to_value(request) else { return };
    let handlers = functions::event_handlers();
    for Watched { path, resource, .. } in functions.iter().filter(|function| handlers.contains(&function.name)) {
        let props = ScheduleProps {
            description: "Has the event handler say how much is parked.".to_owned(),
            // The next one does as well.
            retries: literal!(ScheduleRetries::times(0)),
            event_age: literal!(ScheduleEventAge::seconds(60)),
            ..ScheduleProps::default()
        };
        let target = ScheduleTarget::invocation(resource, &request);
        Schedule::new(stack, path.child("ParkedCheck"), literal!(Rate::minutes(5)), target, props);
    }
}

/// The topic that alarms publish to, and whoever is paged. It has a key of its own: CloudWatch may not use the account's.
fn topic(stack: &mut Stack, environment: Environment) -> AlarmAction {
    let props = KeyProps {
        description: "Encrypts what alarms say.".to_owned(),
        removal: environment.removal,
        ..KeyProps::new(format!("shop-{environment}/alarms"))
    };
    let key = Key::new(stack, "AlarmsKey", props);
    let topic = Topic::<String>::new(stack, "Alarms", TopicProps { key: Some(key) });
    if let Some(address) = environment.pager {
        let subscription = sns::Subscription::new("email", topic.arn().text()).endpoint(address);
        stack.add(&"AlarmsPager".into(), Definition::new(subscription));
    }
    stack.output("AlarmsTopicArn", "Where alarms are published.", topic.arn().text());
    topic.alarm_action(stack)
}

/// The alarms so far.
struct Alarms {
    environment: Environment,
    action: AlarmAction,
    all: Vec<Alarm>,
}

impl Alarms {
    /// Adds an alarm about a concern, which tells when it goes off and when it is over. `subject` says what it is about.
    fn add(
        &mut self,
        stack: &mut Stack,
        path: &ConstructPath,
        metric: &Metric,
        concern: Concern,
        subject: &str,
        props: AlarmProps,
    ) {
        let props = AlarmProps {
            description: concern.describe(subject, self.environment),
            when_alarming: vec![self.action.clone()],
            when_ok: vec![self.action.clone()],
            ..props
        };
        self.all.push(Alarm::new(stack, path.clone(), metric, props));
    }
}

/// Goes off when the metric is more than `threshold` in `datapoints` of the last `periods` periods.
fn sustained(threshold: f64, datapoints: u32, periods: u32) -> AlarmProps {
    AlarmProps { datapoints, periods, ..AlarmProps::above(threshold) }
}
