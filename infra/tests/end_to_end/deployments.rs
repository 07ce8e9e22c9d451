//! What a deploy does to a stack: create, update, nothing, replace, delete; and what it refuses.

use std::collections::BTreeMap;

use cdk::aws::sns::Topic;
use cdk::aws::sqs::Queue;
use cdk::{App, Definition, StackProps};
use deploy::{DeployError, Deployment, Options, PlannedAction, Release, Removed, Rollout};
use serde_json::json;

use crate::engine::{Engine, queue, release, stack, table, template};

#[tokio::test(flavor = "multi_thread")]
async fn a_stack_is_created_updated_left_alone_and_deleted() {
    let engine = Engine::start("deployments").await;

    // Create, change, and nothing.
    assert!(engine.deploy("life", &template(json!({ "Jobs": queue(30) }))).await.unwrap().changed);
    assert!(!engine.deploy("life", &template(json!({ "Jobs": queue(30) }))).await.unwrap().changed);
    assert!(engine.deploy("life", &template(json!({ "Jobs": queue(60), "More": queue(30) }))).await.unwrap().changed);
    assert_eq!(engine.resources("life").await, ["Jobs", "More"].map(str::to_owned).into());

    // A change of a parameter's value alone, as when only code changes.
    let parameterized = json!({
        "Parameters": { "Seconds": { "Type": "Number" } },
        "Resources": { "Jobs": { "Type": "AWS::SQS::Queue", "Properties": { "VisibilityTimeout": { "Ref": "Seconds" } } } },
    });
    let with = |seconds: &str| Release {
        template: parameterized.clone(),
        parameters: BTreeMap::from([("Seconds".to_owned(), seconds.to_owned())]),
    };
    let deploy = async |seconds| {
        engine.deploy_with(StackProps::new("parameters"), with(seconds), Options::default()).await.unwrap().changed
    };
    assert!(deploy("30").await);
    assert!(!deploy("30").await);
    assert!(deploy("31").await);

    // What holds data is replaced or removed only if it is named.
    let keyed = |key| template(json!({ "Carts": table(key), "Jobs": queue(30) }));
    engine.deploy("data", &keyed("id")).await.unwrap();
    let refused = engine.deploy("data", &keyed("other")).await.unwrap_err();
    assert!(matches!(&refused, DeployError::Losses { losses, .. } if losses.len() == 1), "{refused:?}");
    assert!(refused.to_string().contains("--accept-loss Carts"), "{refused}");
    let refused = engine.deploy("data", &template(json!({ "Jobs": queue(30) }))).await.unwrap_err();
    assert!(matches!(refused, DeployError::Losses { .. }), "{refused:?}");
    let options = Options { accept_losses: ["Carts".to_owned()].into(), ..Options::default() };
    let accepted = engine.deploy_with(StackProps::new("data"), release(&keyed("other")), options).await;
    assert!(accepted.unwrap().changed);

    // What will happen is known before it happens, and nothing has happened when it is not approved.
    let standing = stack(StackProps::new("data"));
    let without_table = release(&template(json!({ "Carts": table("other"), "New": queue(30) })));
    let options = Options { accept_losses: ["Jobs".to_owned()].into(), ..Options::default() };
    let rollout = Rollout::new(vec![Deployment::of_release(&engine.connection, &standing, without_table, options)]);
    let plan = rollout.plan(&engine.told).await.unwrap();
    let changes = plan.plans[0].changes().unwrap();
    let actions: BTreeMap<_, _> = changes.iter().map(|change| (change.logical_id.as_str(), change.action)).collect();
    assert_eq!(actions, BTreeMap::from([("Jobs", PlannedAction::Remove), ("New", PlannedAction::Add)]));
    assert!(plan.plans[0].risks().destructive);
    assert!(!rollout.abandon().await.unwrap());
    assert_eq!(engine.resources("data").await, ["Carts", "Jobs"].map(str::to_owned).into());

    // A new stack that is not approved leaves nothing behind.
    let fresh = stack(StackProps::new("fresh"));
    let new = release(&template(json!({ "Jobs": queue(30) })));
    let rollout = Rollout::new(vec![Deployment::of_release(&engine.connection, &fresh, new, Options::default())]);
    assert!(rollout.plan(&engine.told).await.unwrap().plans[0].is_new);
    rollout.abandon().await.unwrap();
    assert_eq!(engine.status("fresh").await, None);

    // Protection and a stack policy come with the stack.
    let policy = json!({ "Statement": [
        { "Effect": "Allow", "Action": "Update:*", "Principal": "*", "Resource": "*" },
        { "Effect": "Deny", "Action": "Update:Delete", "Principal": "*", "Resource": "LogicalResourceId/Jobs" },
    ] });
    let props =
        StackProps { termination_protection: true, stack_policy: Some(policy.clone()), ..StackProps::new("protected") };
    let jobs = release(&template(json!({ "Jobs": queue(30) })));
    engine.deploy_with(props, jobs, Options::default()).await.unwrap();
    let refused = engine.remove("protected").await.unwrap_err();
    assert!(matches!(refused, DeployError::Protected(_)), "{refused:?}");
    let client = aws_sdk_cloudformation::Client::new(engine.connection.config());
    let present = client.get_stack_policy().stack_name("protected").send().await.unwrap();
    let present: serde_json::Value = serde_json::from_str(present.stack_policy_body().unwrap()).unwrap();
    assert_eq!(present, policy);

    // A template that another tool wrote in YAML is understood.
    let yaml = "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\nOutputs:\n  Jobs:\n    Value: !GetAtt Jobs.Arn\n";
    client.create_stack().stack_name("foreign").template_body(yaml).send().await.unwrap();
    let foreign = engine.deploy("foreign", &template(json!({ "Jobs": queue(30), "More": queue(30) }))).await;
    assert!(foreign.unwrap().changed);

    assert_eq!(engine.remove("life").await.unwrap(), Removed::Now);
    assert_eq!(engine.status("life").await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn stacks_are_deployed_after_those_that_they_build_on() {
    let engine = Engine::start("several-stacks").await;
    let stacks = |with_output: bool| {
        let mut base = cdk::Stack::new(StackProps::new("base"));
        let jobs = base.add(&"Jobs".into(), Definition::new(Queue::new()));
        let mut service = cdk::Stack::new(StackProps::new("service"));
        // The emulator takes a change of outputs alone for none.
        let seconds = if with_output { 30 } else { 60 };
        service.add(&"Own".into(), Definition::new(Queue::new().visibility_timeout(seconds)));
        if with_output {
            service.output("JobsArn", "The queue of the other stack.", jobs.arn());
        }
        let mut aside = cdk::Stack::new(StackProps::new("aside"));
        aside.add(&"Alone".into(), Definition::new(Queue::new()));
        let mut app = App::new();
        for stack in [service, base, aside] {
            app.stack(stack);
        }
        app.synthesize().unwrap().stacks
    };
    let roll_out = async |stacks: &[cdk::SynthesizedStack]| {
        let deployments =
            stacks.iter().map(|stack| Deployment::new(&engine.connection, stack, &[], Options::default()).unwrap());
        engine.roll_out(deployments.collect()).await
    };
    let outcomes = roll_out(&stacks(true)).await;
    let service = outcomes.iter().find(|outcome| outcome.stack == "service").unwrap();
    let arn = &service.result.as_ref().unwrap().outputs["JobsArn"];
    assert!(arn.contains(":base-Jobs-"), "{arn}");
    let told = engine.told.take();
    let at = |line: &str| told.lines().position(|told| told == line).unwrap_or_else(|| panic!("{line} in {told}"));
    assert!(at("base ends as CREATE_COMPLETE") < at("service begins"), "{told}");
    assert!(outcomes.iter().all(|outcome| outcome.result.as_ref().is_ok_and(|deployed| deployed.changed)));

    // Taking the value back goes the other way round: first its user.
    let outcomes = roll_out(&stacks(false)).await;
    assert!(outcomes.iter().all(|outcome| outcome.result.is_ok()), "{outcomes:?}");
    let told = engine.told.take();
    let at = |line: &str| told.lines().position(|told| told == line).unwrap_or_else(|| panic!("{line} in {told}"));
    assert!(at("service ends as UPDATE_COMPLETE") < at("base begins"), "{told}");

    // What builds on a stack that fails is not begun; what does not, goes on.
    for name in ["service", "base", "aside"] {
        engine.remove(name).await.unwrap();
    }
    let mut broken = stacks(true);
    let base = broken.iter_mut().find(|stack| stack.props.name == "base").unwrap();
    let output = json!({ "Fn::GetAtt": ["Jobs", "NoSuchAttribute"] });
    let shared = base.template.resources.values_mut().find(|entry| entry.r#type == "AWS::SSM::Parameter").unwrap();
    shared.properties.insert("Value", output);
    let outcomes = roll_out(&broken).await;
    let result = |name: &str| &outcomes.iter().find(|outcome| outcome.stack == name).unwrap().result;
    assert!(matches!(result("base"), Err(DeployError::Failed { .. })), "{outcomes:?}");
    assert!(
        matches!(result("service"), Err(DeployError::NotBegun { because, .. }) if because == "base"),
        "{outcomes:?}"
    );
    assert!(result("aside").is_ok());
}

/// What a stack is going to do can depend on a value that another one gives only when it is deployed.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_shown_is_not_done() {
    let engine = Engine::start("not-shown").await;
    let stacks = |name: &'static str| {
        let mut base = cdk::Stack::new(StackProps::new("names"));
        let named = base.add_untyped(&"Named".into(), "AWS::SQS::Queue", json!({ "QueueName": name }));
        let mut service = cdk::Stack::new(StackProps::new("named"));
        service.add(&"Own".into(), Definition::new(Topic::new().topic_name(named.get_att("QueueName"))));
        let mut app = App::new();
        app.stack(base);
        app.stack(service);
        app.synthesize().unwrap().stacks
    };
    let roll_out = async |stacks: &[cdk::SynthesizedStack]| {
        let options = Options { accept_losses: ["Named".to_owned()].into(), ..Options::default() };
        let deployments =
            stacks.iter().map(|stack| Deployment::new(&engine.connection, stack, &[], options.clone()).unwrap());
        engine.roll_out(deployments.collect()).await
    };
    assert!(roll_out(&stacks("one")).await.iter().all(|outcome| outcome.result.is_ok()));
    let outcomes = roll_out(&stacks("two")).await;
    let service = outcomes.iter().find(|outcome| outcome.stack == "named").unwrap();
    let Err(DeployError::MoreThanApproved { changes, .. }) = &service.result else { panic!("{outcomes:?}") };
    assert_eq!(changes, &["Own (AWS::SNS::Topic) is replaced"]);

    // Now that the value is there, it is shown, and can be approved.
    let again = roll_out(&stacks("two")).await;
    assert!(again.iter().all(|outcome| outcome.result.is_ok()), "{again:?}");
}
