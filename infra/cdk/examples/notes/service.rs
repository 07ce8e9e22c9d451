//! The stack of what runs: the functions, the API in front of them, and the clock.

use cdk::constructs::{
    Alarm, AlarmProps, Architecture, Cron, Dashboard, Function, FunctionProps, HttpApi, HttpApiProps, LogRetention,
    Method, Schedule, ScheduleProps, ScheduleTarget, Widget, invoked,
};
use cdk::{MemorySize, Stack, StackProps, Timeout, literal};
use serde_json::json;

use super::Stage;
use super::contracts::{ReadNotes, TidyUp, WriteNote};
use super::data::Data;

pub fn service(stage: &Stage, data: &Data) -> Stack {
    let mut service = Stack::new(StackProps {
        description: "The notes service.".to_owned(),
        region: Some(stage.region.to_owned()),
        ..StackProps::new(format!("{}-notes-service", stage.name))
    });
    let stack = &mut service;
    let props = FunctionProps {
        architecture: Architecture::Arm64,
        memory: literal!(MemorySize::mib(256)),
        timeout: literal!(Timeout::seconds(10)),
        log_retention: LogRetention::OneMonth,
        log_removal: stage.removal,
        ..FunctionProps::default()
    };

    let write = Function::new(stack, "Write", &WriteNote { notes: data.notes.link() }, invoked(), props.clone());
    let read = Function::new(stack, "Read", &ReadNotes { notes: data.notes.link() }, invoked(), props.clone());
    let mut api = HttpApi::new(stack, "Api", HttpApiProps { log_removal: stage.removal, ..HttpApiProps::default() });
    api.route(stack, Method::Put, "/notes/{id}", &write);
    api.route(stack, Method::Get, "/notes/{id}", &read);
    api.route(stack, Method::Get, "/notes", &read);
    stack.output("Url", "Where the notes are.", api.url());

    let tidy = Function::new(stack, "TidyUp", &TidyUp { notes: data.notes.link() }, invoked(), props);
    let nightly = literal!(Cron::expression("0 3 * * ? *"));
    let clock = ScheduleProps { time_zone: "Europe/Berlin", ..ScheduleProps::default() };
    Schedule::new(stack, "Nightly", nightly, ScheduleTarget::function(&tidy, &json!({ "days": 365 })), clock);

    let alarms = [("Write", &write), ("Read", &read), ("TidyUp", &tidy)].map(|(name, function)| {
        let props = AlarmProps {
            description: format!("The function {name} failed; its log says why."),
            when_alarming: vec![data.alert.clone()],
            ..AlarmProps::above(0.0)
        };
        Alarm::new(stack, format!("{name}Fails"), &function.errors().every_minutes(5), props)
    });
    let (errors, durations) = ([&write, &read, &tidy].map(Function::errors), [&write, &read].map(Function::duration));
    let metrics = vec![Widget::lines("Errors", &errors), Widget::lines("Milliseconds", &durations)];
    Dashboard::new(stack, "Overview", [vec![Widget::text("# Notes"), Widget::alarms("Alarms", &alarms)], metrics]);
    service
}
