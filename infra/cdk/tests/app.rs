//! Several stacks: values that travel between them, the order that follows, and stages.

use std::collections::BTreeMap;
use std::path::Path;

use cdk::aws::sqs::Queue;
use cdk::{
    App, CloudAssembly, Definition, Resource, Stack, StackProps, SynthesizedStack, deployment_order, removal_order,
};
use serde_json::{Value as Json, json};

/// A stack with a queue.
fn owner(region: Option<&str>) -> (Stack, Resource<Queue>) {
    let mut stack = Stack::new(StackProps { region: region.map(str::to_owned), ..StackProps::new("base-dev") });
    let jobs = stack.add(&"Jobs".into(), Definition::new(Queue::new()));
    (stack, jobs)
}

/// A stack that uses the queue of another.
fn user(jobs: &Resource<Queue>) -> Stack {
    let mut stack = Stack::new(StackProps::new("service"));
    stack.output("JobsArn", "The ARN alone.", jobs.arn());
    stack.output("JobsUrl", "Within a text.", cdk::Value::join(["url=".into(), jobs.reference().text()]));
    stack
}

fn app(stacks: impl IntoIterator<Item = Stack>) -> App {
    let mut app = App::new();
    stacks.into_iter().for_each(|stack| app.stack(stack));
    app
}

fn both() -> CloudAssembly {
    let (owner, jobs) = owner(None);
    app([user(&jobs), owner]).synthesize().unwrap()
}

fn refused(app: App) -> String {
    app.synthesize().unwrap_err().to_string()
}

fn template(stack: &SynthesizedStack) -> Json {
    serde_json::to_value(&stack.template).unwrap()
}

#[test]
fn a_value_travels_through_a_parameter_that_does_not_lock_its_owner() {
    let assembly = both();
    let [user, owner] = assembly.stacks.as_slice() else { panic!("two stacks") };
    assert_eq!(
        template(owner)["Resources"]["SharedJobsArn"],
        json!({
            "Type": "AWS::SSM::Parameter",
            "Properties": {
                "Type": "String",
                "Name": "/cdk/base-dev/JobsArn",
                "Description": "Used by other stacks.",
                "Value": { "Fn::GetAtt": ["Jobs", "Arn"] },
            },
        })
    );
    let user = template(user);
    assert_eq!(
        user["Parameters"]["FromBaseDevJobsArn"],
        json!({
            "Type": "AWS::SSM::Parameter::Value<String>",
            "Description": "Jobs of stack base-dev.",
            "Default": "/cdk/base-dev/JobsArn",
        })
    );
    assert_eq!(user["Outputs"]["JobsArn"]["Value"], json!({ "Ref": "FromBaseDevJobsArn" }));
    assert_eq!(user["Outputs"]["JobsUrl"]["Value"], json!({ "Fn::Sub": "url=${FromBaseDevJobsRef}" }));
    assert!(!user.to_string().contains("Fn::ImportValue"));
}

#[test]
fn owners_are_deployed_first_and_removed_last() {
    let stacks = both().stacks;
    assert_eq!(deployment_order(&stacks, &BTreeMap::new()).unwrap(), ["base-dev", "service"]);
    assert_eq!(removal_order(&stacks).unwrap(), ["service", "base-dev"]);
}

#[test]
fn a_user_that_stops_using_a_value_is_deployed_before_its_owner_stops_giving_it() {
    let deployed = both().stacks.iter().map(|stack| (stack.props.name.clone(), template(stack))).collect();
    let (owner, _) = owner(None);
    let stacks = app([owner, Stack::new(StackProps::new("service"))]).synthesize().unwrap().stacks;
    assert_eq!(deployment_order(&stacks, &deployed).unwrap(), ["service", "base-dev"]);
    assert_eq!(
        deployment_order(&stacks, &BTreeMap::new()).unwrap(),
        ["base-dev", "service"],
        "nothing is deployed yet"
    );
}

#[test]
fn a_change_that_no_order_keeps_working_says_to_deploy_twice() {
    let deployed = both().stacks.iter().map(|stack| (stack.props.name.clone(), template(stack))).collect();
    let mut owner = Stack::new(StackProps::new("base-dev"));
    let other = owner.add(&"Other".into(), Definition::new(Queue::new()));
    let mut service = Stack::new(StackProps::new("service"));
    service.output("Other", "Instead.", other.arn());
    let stacks = app([owner, service]).synthesize().unwrap().stacks;
    let error = deployment_order(&stacks, &deployed).unwrap_err().to_string();
    assert!(error.contains("base-dev -> service -> base-dev; deploy twice"), "{error}");
}

#[test]
fn stacks_that_need_each_other_are_an_error_that_names_the_circle() {
    let (mut owner, jobs) = owner(None);
    let mut service = user(&jobs);
    let results = service.add(&"Results".into(), Definition::new(Queue::new()));
    owner.output("Results", "Where they go.", results.arn());
    let error = refused(app([owner, service]));
    assert!(error.contains("stacks need each other: base-dev -> service -> base-dev"), "{error}");
    assert!(error.contains("cut the reference from base-dev to service"), "{error}");
    assert!(error.contains("rule: circular-references"), "{error}");
}

#[test]
fn a_value_does_not_travel_to_another_region() {
    let (owner, jobs) = owner(Some("eu-central-1"));
    let error = refused(app([owner, user(&jobs)]));
    assert!(error.contains("refers to Jobs of stack base-dev, which is in another account or region"), "{error}");
}

#[test]
fn a_stack_of_another_app_cannot_be_referred_to() {
    let (_, jobs) = owner(None);
    let error = refused(app([user(&jobs)]));
    assert!(error.contains("refers to Jobs of stack base-dev, which is not in the same app"), "{error}");
}

#[test]
fn two_stacks_of_one_name_are_an_error() {
    let error = refused(app([Stack::new(StackProps::new("twin")), Stack::new(StackProps::new("twin"))]));
    assert!(error.contains("another stack of the app is called twin"), "{error}");
}

#[test]
fn a_stated_order_is_kept() {
    let first = Stack::new(StackProps::new("z-first"));
    let mut then = Stack::new(StackProps::new("a-then"));
    then.needs(&first);
    let stacks = app([then, first]).synthesize().unwrap().stacks;
    assert_eq!(deployment_order(&stacks, &BTreeMap::new()).unwrap(), ["z-first", "a-then"]);
}

#[test]
fn a_stage_is_an_assembly_inside_of_the_assembly() {
    let mut whole = App::new();
    for stage in ["beta", "prod"] {
        let (owner, jobs) = owner(None);
        whole.stage(stage, app([owner, user(&jobs)]));
    }
    let files = whole.synthesize().unwrap().files(None).unwrap();
    let json = |path: &str| -> Json { serde_json::from_str(&files[Path::new(path)]).unwrap() };
    assert_eq!(
        json("manifest.json")["artifacts"]["assembly-beta"],
        json!({ "type": "cdk:cloud-assembly", "properties": { "directoryName": "assembly-beta", "displayName": "beta" } })
    );
    let inner = json("assembly-prod/manifest.json");
    assert_eq!(inner["artifacts"]["service"]["displayName"], "prod/service");
    assert_eq!(inner["artifacts"]["service"]["dependencies"], json!(["base-dev"]));
    let tree = json("tree.json");
    assert_eq!(
        tree["tree"]["children"]["prod"]["children"]["base-dev"]["children"]["Jobs"]["path"],
        "prod/base-dev/Jobs"
    );
    assert!(files.contains_key(Path::new("assembly-beta/base-dev.template.json")));
}

#[test]
fn what_goes_with_a_stack_stands_in_the_manifest() {
    let (role, topic) = ("arn:aws:iam::123456789012:role/deploy", "arn:aws:sns:eu-west-1:123456789012:deploys");
    let mut stack = Stack::new(StackProps {
        termination_protection: true,
        deploy_role: Some(role.to_owned()),
        execution_role: Some("arn:aws:iam::123456789012:role/execution".to_owned()),
        notification_topics: vec![topic.to_owned()],
        ..StackProps::new("service")
    });
    stack.add(&"Jobs".into(), Definition::new(Queue::new()));
    let folder = tempfile::tempdir().unwrap();
    app([stack]).synthesize().unwrap().write(folder.path(), None).unwrap();
    let manifest = std::fs::read(folder.path().join("manifest.json")).unwrap();
    let manifest: Json = serde_json::from_slice(&manifest).unwrap();
    let properties = &manifest["artifacts"]["service"]["properties"];
    assert_eq!(properties["terminationProtection"], true);
    assert_eq!(properties["assumeRoleArn"], role);
    assert_eq!(properties["cloudFormationExecutionRoleArn"], "arn:aws:iam::123456789012:role/execution");
    assert_eq!(properties["notificationArns"], json!([topic]));
}
