//! The stack of what is kept: the table, and the topic that people subscribe to.

use cdk::constructs::{AlarmAction, Attribute, Key, KeyProps, Table, TableProps, TableSettings, Topic, TopicProps};
use cdk::{RemovalPolicy, Stack, StackProps};

use super::Stage;
use super::contracts::Note;

/// What the other stack uses.
pub struct Data {
    pub notes: Table<Note>,
    pub alert: AlarmAction,
}

pub fn data(stage: &Stage) -> (Stack, Data) {
    let keeps = stage.removal == RemovalPolicy::Retain;
    let mut stack = Stack::new(StackProps {
        description: "What the notes service keeps.".to_owned(),
        region: Some(stage.region.to_owned()),
        termination_protection: keeps,
        ..StackProps::new(format!("{}-notes-data", stage.name))
    });
    let settings = TableSettings {
        point_in_time_recovery: keeps,
        deletion_protection: keeps,
        ..TableSettings::new(stage.removal)
    };
    let notes = TableProps {
        sort_key: Some(Attribute::string("note")),
        ..TableProps::new(Attribute::string("author"), settings)
    };
    let notes = Table::new(&mut stack, "Notes", notes);
    let key = KeyProps { removal: stage.removal, ..KeyProps::new(format!("{}-notes-alerts", stage.name)) };
    let key = Key::new(&mut stack, "AlertsKey", key);
    let alerts = Topic::<String>::new(&mut stack, "Alerts", TopicProps { key: Some(key) });
    let alert = alerts.alarm_action(&mut stack);
    stack.output("Alerts", "Subscribe to this topic to hear of what goes wrong.", alerts.arn());
    (stack, Data { notes, alert })
}
