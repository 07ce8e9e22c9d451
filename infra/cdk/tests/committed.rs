//! Data are not lost unnoticed: a stack is compared with its committed template.

use std::collections::BTreeSet;

use cdk::aws::dynamodb::table::{AttributeDefinition, AttributeType, KeySchemaItem};
use cdk::aws::{dynamodb, sns};
use cdk::{App, ConstructPath, Definition, RemovalPolicy, Stack, StackProps};
use serde_json::Value as Json;

fn table(key: &'static str) -> dynamodb::Table {
    dynamodb::Table::new([KeySchemaItem::new(key, "HASH")])
        .attribute_definitions([AttributeDefinition::new(key, AttributeType::S)])
}

fn stack(path: ConstructPath, table: dynamodb::Table) -> Stack {
    let mut stack = Stack::new(StackProps::new("orders"));
    stack.add(&path, Definition::stateful(table, RemovalPolicy::Retain));
    stack
}

fn committed() -> Json {
    let stack = stack("Orders".into(), table("id")).synthesize().unwrap();
    serde_json::to_value(&stack.template).unwrap()
}

fn losses(stack: Stack, accepted: &[&str]) -> Vec<String> {
    let accepted = accepted.iter().map(|id| (*id).to_owned()).collect();
    let stack = stack.synthesize().unwrap();
    stack.losses(&committed(), &accepted).iter().map(ToString::to_string).collect()
}

#[test]
fn the_same_stack_loses_nothing() {
    assert!(losses(stack("Orders".into(), table("id")), &[]).is_empty());
    let changed = table("id").deletion_protection_enabled(true);
    assert!(losses(stack("Orders".into(), changed), &[]).is_empty());
}

#[test]
fn a_renamed_table_is_refused_until_it_says_what_it_was_called() {
    let losses_of_rename = losses(stack("Purchases".into(), table("id")), &[]);
    let [message] = losses_of_rename.as_slice() else { panic!("{losses_of_rename:?}") };
    assert!(message.contains("orders/Orders (infra/cdk/tests/committed.rs:"), "{message}");
    assert!(message.contains("the AWS::DynamoDB::Table Orders is gone; it would be left behind"), "{message}");
    assert!(message.contains(r#"ConstructPath::new("Purchases").renamed_from("Orders")"#), "{message}");
    assert!(message.contains("rule: stateful-vanished (https://docs.aws.amazon.com/"), "{message}");
    let renamed = ConstructPath::new("Purchases").renamed_from("Orders");
    assert!(losses(stack(renamed, table("id")), &[]).is_empty());
}

#[test]
fn a_table_with_another_key_would_be_replaced() {
    let losses_of_key = losses(stack("Orders".into(), table("order")), &[]);
    let [message] = losses_of_key.as_slice() else { panic!("{losses_of_key:?}") };
    assert!(message.contains("would be replaced by a new, empty one: KeySchema changes"), "{message}");
    assert!(message.contains("help: leave it as it was, or name it: `synth --accept-loss Orders`"), "{message}");
}

#[test]
fn a_loss_that_is_named_is_accepted() {
    assert!(losses(stack("Orders".into(), table("order")), &["Orders"]).is_empty());
    assert!(losses(Stack::new(StackProps::new("orders")), &["Orders"]).is_empty());
}

#[test]
fn what_holds_no_data_comes_and_goes() {
    let mut with_topic = Stack::new(StackProps::new("orders"));
    with_topic.add(&"Topic".into(), Definition::new(sns::Topic::new()));
    let committed = serde_json::to_value(&with_topic.synthesize().unwrap().template).unwrap();
    let without = Stack::new(StackProps::new("orders")).synthesize().unwrap();
    assert!(without.losses(&committed, &BTreeSet::new()).is_empty());
}

#[test]
fn an_assembly_is_compared_with_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let assembly = |key| {
        let mut app = App::new();
        let mut stage = App::new();
        app.stack(stack("Orders".into(), table(key)));
        stage.stack(stack("Orders".into(), table(key)));
        app.stage("prod", stage);
        app.synthesize().unwrap()
    };
    assert!(assembly("id").keeps_data(folder.path(), &BTreeSet::new()).unwrap().is_ok(), "nothing is committed");
    assembly("id").write(folder.path(), None).unwrap();
    assert!(assembly("id").keeps_data(folder.path(), &BTreeSet::new()).unwrap().is_ok());
    let losses = assembly("other").keeps_data(folder.path(), &BTreeSet::new()).unwrap().unwrap_err();
    assert_eq!(losses.errors.len(), 2, "the stack and that of the stage");
    std::fs::write(folder.path().join("orders.template.json"), "not JSON").unwrap();
    assert!(assembly("id").keeps_data(folder.path(), &BTreeSet::new()).is_err());
}
