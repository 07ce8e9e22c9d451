//! Constructs of further services: what stands in their templates, and what they refuse.

mod support;

use cdk::assertions::{Assertions, anything, list_with, pattern, text_containing};
use cdk::aws::cloudwatch::{Alarm as AlarmResource, Dashboard as DashboardResource};
use cdk::aws::sqs::{Queue, QueuePolicy};
use cdk::aws::{apigatewayv2, iam, kms, lambda, logs, scheduler, secretsmanager, ses, sns};
use cdk::constructs::*;
use cdk::{Definition, RemovalPolicy, Resource, Stack, literal};
use contract::{
    Contract, CreateSchedule, DeleteSchedule, GetParameter, GetSecretValue, Invocation, Link, PassRole, Phase, Publish,
    SendEmail,
};
use serde_json::json;
use support::{function_props, queue, stack};

/// Tells people about orders.
#[derive(Contract)]
#[contract(name = "tell", wakes_on(Invocation<(), ()>))]
struct Tell<P: Phase> {
    alerts: Link<P, contract::Topic<String>, Publish>,
    limit: Link<P, contract::Parameter<u32>, GetParameter>,
    password: Link<P, contract::Secret<String>, GetSecretValue>,
}

fn tell(stack: &mut Stack) -> Function {
    let contract = Tell {
        alerts: Topic::new(stack, "Told", TopicProps::default()).link(),
        limit: Parameter::new(stack, "Limit", "How many at most.", "5").link(),
        password: Secret::new(stack, "Password", "Signs links.", RemovalPolicy::Delete).link(),
    };
    Function::new(stack, "Tell", &contract, invoked(), function_props())
}

fn standard(stack: &mut Stack, id: &str) -> Resource<Queue> {
    stack.add(&id.into(), Definition::new(Queue::new()))
}

fn assertions(stack: Stack) -> Assertions {
    Assertions::of(&stack.synthesize().unwrap().template)
}

fn refusal(stack: Stack) -> String {
    stack.synthesize().expect_err("the stack has a mistake").to_string()
}

#[test]
fn a_route_is_authorized_by_iam_and_may_invoke_its_function_and_nothing_else() {
    let mut system = stack();
    let function = tell(&mut system);
    let mut api = HttpApi::new(&mut system, "Api", HttpApiProps::default());
    api.route(&mut system, Method::Get, "/carts/{id}", &function);
    api.route(&mut system, Method::Any, "/carts", &function);
    let found = assertions(system);
    found.has::<apigatewayv2::Route>(json!({
        "RouteKey": "GET /carts/{id}",
        "AuthorizationType": "AWS_IAM",
        "Target": {"Fn::Sub": "integrations/${ApiToTell.IntegrationId}"},
    }));
    found.count::<apigatewayv2::Integration>(1);
    let arn = |end: &str| {
        format!(
            "arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{Api.ApiId}}/$default/{end}"
        )
    };
    for end in ["GET/carts/{id}", "*/carts"] {
        found.has::<lambda::Permission>(json!({
            "Action": "lambda:InvokeFunction",
            "Principal": "apigateway.amazonaws.com",
            "SourceArn": {"Fn::Sub": arn(end)},
        }));
    }
    found.has::<apigatewayv2::Stage>(pattern!({
        "StageName": "$default",
        "AutoDeploy": true,
        "AccessLogSettings": {
            "DestinationArn": {"Fn::GetAtt": ["ApiAccessLogs", "Arn"]},
            "Format": text_containing(r#""routeKey":"$context.routeKey""#),
        },
        "DefaultRouteSettings": {"ThrottlingRateLimit": 100.0, "ThrottlingBurstLimit": 200},
    }));
}

#[test]
fn an_api_takes_tokens_of_an_issuer_and_is_public_only_where_a_route_says_so() {
    let mut system = stack();
    let function = tell(&mut system);
    let authorization = Authorization::Jwt { issuer: "https://login.example".into(), audiences: vec!["shop".into()] };
    let cors = Cors {
        origins: vec!["https://shop.example".to_owned()],
        methods: vec![Method::Get],
        headers: vec!["authorization".to_owned()],
    };
    let props = HttpApiProps { authorization, cors: Some(cors), ..HttpApiProps::default() };
    let mut api = HttpApi::new(&mut system, "Api", props);
    api.route(&mut system, Method::Get, "/carts", &function);
    api.public_route(&mut system, Method::Get, "/health", &function);
    let found = assertions(system);
    found.has::<apigatewayv2::Authorizer>(json!({
        "AuthorizerType": "JWT",
        "JwtConfiguration": {"Issuer": "https://login.example", "Audience": ["shop"]},
    }));
    let authorizer = json!({"Fn::GetAtt": ["ApiAuthorizer", "AuthorizerId"]});
    found.has::<apigatewayv2::Route>(
        json!({"RouteKey": "GET /carts", "AuthorizationType": "JWT", "AuthorizerId": authorizer}),
    );
    found.has::<apigatewayv2::Route>(json!({"RouteKey": "GET /health", "AuthorizationType": "NONE"}));
    let public = found.find_resources("AWS::ApiGatewayV2::Route", json!({"AuthorizationType": "NONE"}));
    assert_eq!(public.len(), 1);
    found.has::<apigatewayv2::Api>(json!({"CorsConfiguration": {
        "AllowOrigins": ["https://shop.example"], "AllowMethods": ["GET"], "AllowHeaders": ["authorization"],
    }}));
}

#[test]
fn what_no_route_takes_can_wake_a_function_too_if_the_caller_is_authorized() {
    let mut system = stack();
    let function = tell(&mut system);
    let mut api = HttpApi::new(&mut system, "Api", HttpApiProps::default());
    api.default_route(&mut system, &function);
    let found = assertions(system);
    found.has::<apigatewayv2::Route>(json!({"RouteKey": "$default", "AuthorizationType": "AWS_IAM"}));
    let arn =
        "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api.ApiId}/$default/$default".to_owned();
    found.has::<lambda::Permission>(json!({"SourceArn": {"Fn::Sub": arn}}));
}

#[test]
fn a_second_default_route_is_an_error() {
    let mut system = stack();
    let function = tell(&mut system);
    let mut api = HttpApi::new(&mut system, "Api", HttpApiProps::default());
    api.default_route(&mut system, &function);
    api.default_route(&mut system, &function);
    assert!(refusal(system).contains("the API Api has a route $default already"));
}

#[test]
fn two_routes_for_the_same_requests_are_an_error_with_both_places() {
    let mut system = stack();
    let function = tell(&mut system);
    let mut api = HttpApi::new(&mut system, "Api", HttpApiProps::default());
    api.route(&mut system, Method::Get, "/carts/{id}", &function);
    let first = line!() - 1;
    api.route(&mut system, Method::Get, "/carts/{cart}", &function);
    let second = line!() - 1;
    let message = refusal(system);
    assert!(message.contains(&format!("(infra/cdk/tests/constructs_services.rs:{second}:")), "{message}");
    assert!(
        message.contains("has a route GET /carts/{cart} already (infra/cdk/tests/constructs_services.rs:"),
        "{message}"
    );
    assert!(message.contains(&format!("constructs_services.rs:{first}:")), "{message}");
}

#[test]
fn a_path_that_is_none_is_an_error() {
    for path in ["carts", "/carts/", "", "//"] {
        let mut system = stack();
        let function = tell(&mut system);
        let mut api = HttpApi::new(&mut system, "Api", HttpApiProps::default());
        api.route(&mut system, Method::Get, path, &function);
        let message = refusal(system);
        assert!(message.contains("is no path of a route"), "{path}: {message}");
    }
}

#[test]
fn a_schedule_may_wake_its_target_and_keep_what_it_could_not_deliver() {
    let mut system = stack();
    let function = tell(&mut system);
    let lost = standard(&mut system, "Lost");
    let target = ScheduleTarget::function(&function, &json!({"job": "tidy"}));
    let props = ScheduleProps {
        time_zone: "Europe/Berlin",
        flexible_window: Some(literal_window()),
        dead_letters: Some(lost),
        ..ScheduleProps::default()
    };
    Schedule::new(&mut system, "Nightly", literal!(Cron::expression("0 3 * * ? *")), target, props);
    let found = assertions(system);
    found.has::<scheduler::Schedule>(json!({
        "ScheduleExpression": "cron(0 3 * * ? *)",
        "ScheduleExpressionTimezone": "Europe/Berlin",
        "FlexibleTimeWindow": {"Mode": "FLEXIBLE", "MaximumWindowInMinutes": 15.0},
        "Target": {
            "Arn": {"Fn::GetAtt": ["Tell", "Arn"]},
            "RoleArn": {"Fn::GetAtt": ["NightlyRole", "Arn"]},
            "Input": r#"{"job":"tidy"}"#,
            "DeadLetterConfig": {"Arn": {"Fn::GetAtt": ["Lost", "Arn"]}},
        },
    }));
    let roles = found.find_resources("AWS::IAM::Role", json!({"Description": "What the schedule may wake."}));
    let role = &roles["NightlyRole"]["Properties"];
    let trust = &role["AssumeRolePolicyDocument"]["Statement"][0];
    assert_eq!(trust["Principal"], json!({"Service": "scheduler.amazonaws.com"}));
    assert_eq!(trust["Condition"], json!({"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}));
    let statements = role["Policies"][0]["PolicyDocument"]["Statement"].as_array().unwrap();
    let granted: Vec<_> = statements.iter().map(|s| format!("{} on {}", s["Action"], s["Resource"])).collect();
    let expected = [
        r#"["lambda:InvokeFunction"] on [{"Fn::GetAtt":["Tell","Arn"]}]"#,
        r#"["sqs:SendMessage"] on [{"Fn::GetAtt":["Lost","Arn"]}]"#,
    ];
    assert_eq!(granted, expected);
}

fn literal_window() -> cdk::FlexibleWindow {
    use cdk::FlexibleWindow;
    literal!(FlexibleWindow::minutes(15))
}

#[test]
fn rates_and_moments_are_written_as_the_scheduler_reads_them() {
    assert_eq!(Timing::from(literal!(Rate::minutes(1))).expression(), "rate(1 minute)");
    assert_eq!(Timing::from(literal!(Rate::hours(12))).expression(), "rate(12 hours)");
    assert_eq!(Timing::from(literal!(At::time("2027-01-31T03:00:00"))).expression(), "at(2027-01-31T03:00:00)");
    assert!(Rate::days(0).is_err());
}

#[test]
fn a_schedule_keeps_no_dead_letters_in_a_fifo_queue() {
    let mut system = stack();
    let (jobs, lost) = (standard(&mut system, "Jobs"), queue::<String>(&mut system, "Lost"));
    let props = ScheduleProps { dead_letters: Some(lost.resource().clone()), ..ScheduleProps::default() };
    let target = ScheduleTarget::queue(&jobs, &json!({}));
    Schedule::new(&mut system, "Hourly", literal!(Rate::hours(1)), target, props);
    let message = refusal(system);
    assert!(message.contains("the scheduler cannot send dead letters to Lost, a FIFO queue"), "{message}");
}

#[test]
fn topics_are_encrypted_and_reached_over_tls_only() {
    let mut system = stack();
    Topic::<String>::new(&mut system, "Alerts", TopicProps::default());
    FifoTopic::<String>::new(&mut system, "Orders", TopicProps::default());
    let found = assertions(system);
    found.all_resources("AWS::SNS::Topic", json!({"KmsMasterKeyId": "alias/aws/sns"}));
    found.has::<sns::Topic>(json!({"FifoTopic": true}));
    let tls = json!({"Effect": "Deny", "Principal": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}});
    found.all_resources("AWS::SNS::TopicPolicy", json!({"PolicyDocument": {"Statement": [tls]}}));
}

#[test]
fn a_subscribed_queue_keeps_its_one_policy_and_the_topic_may_send_to_it() {
    let mut system = stack();
    let topic = FifoTopic::<String>::new(&mut system, "Orders", TopicProps::default());
    let jobs = queue::<String>(&mut system, "Jobs");
    let filter = Some(json!({"kind": ["placed"]}));
    topic.subscribe_queue(&mut system, "OrdersToJobs", &jobs, SubscriptionProps { filter, dead_letters: None });
    let found = assertions(system);
    found.has::<sns::Subscription>(json!({
        "Protocol": "sqs",
        "RawMessageDelivery": true,
        "FilterPolicy": {"kind": ["placed"]},
        "FilterPolicyScope": "MessageBody",
    }));
    let policies = found.find_resources("AWS::SQS::QueuePolicy", json!({"Queues": [{"Ref": "Jobs"}]}));
    assert_eq!(policies.len(), 1);
    found.has::<QueuePolicy>(json!({"PolicyDocument": {"Statement": [
        {"Sid": "TlsOnly"},
        {
            "Sid": "OrdersToJobsSend",
            "Effect": "Allow",
            "Principal": {"Service": "sns.amazonaws.com"},
            "Action": ["sqs:SendMessage"],
            "Resource": [{"Fn::GetAtt": ["Jobs", "Arn"]}],
            "Condition": {"ArnEquals": {"aws:SourceArn": {"Ref": "Orders"}}},
        },
    ]}}));
}

#[test]
fn a_queue_without_a_policy_is_given_one() {
    let mut system = stack();
    let topic = Topic::<String>::new(&mut system, "Alerts", TopicProps::default());
    let (jobs, lost) = (standard(&mut system, "Jobs"), standard(&mut system, "Lost"));
    let props = SubscriptionProps { filter: None, dead_letters: Some(lost) };
    topic.subscribe_queue(&mut system, "AlertsToJobs", &jobs, props);
    let found = assertions(system);
    found.count::<QueuePolicy>(2);
    found.has::<sns::Subscription>(json!({"RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["Lost", "Arn"]}}}));
}

#[test]
fn a_subscribed_function_may_be_invoked_by_the_topic() {
    let mut system = stack();
    let function = tell(&mut system);
    let topic = Topic::<String>::new(&mut system, "Alerts", TopicProps::default());
    topic.subscribe_function(&mut system, "AlertsToTell", &function, SubscriptionProps::default());
    let found = assertions(system);
    found.has::<lambda::Permission>(
        json!({"Principal": "sns.amazonaws.com", "SourceArn": {"Ref": "Alerts"}, "FunctionName": {"Ref": "Tell"}}),
    );
    found.has::<sns::Subscription>(json!({"Protocol": "lambda", "Endpoint": {"Fn::GetAtt": ["Tell", "Arn"]}}));
}

#[test]
fn a_fifo_queue_on_a_standard_topic_is_an_error() {
    let mut system = stack();
    let topic = Topic::<String>::new(&mut system, "Alerts", TopicProps::default());
    let jobs = queue::<String>(&mut system, "Jobs");
    topic.subscribe_queue(&mut system, "AlertsToJobs", jobs.resource(), SubscriptionProps::default());
    let message = refusal(system);
    assert!(message.contains("Jobs is a FIFO queue, and the topic Alerts is none"), "{message}");
}

#[test]
fn a_queue_of_another_stack_cannot_be_subscribed_from_here() {
    let (mut system, mut other) = (stack(), Stack::new(cdk::StackProps::new("other")));
    let topic = Topic::<String>::new(&mut system, "Alerts", TopicProps::default());
    let jobs = standard(&mut other, "Jobs");
    topic.subscribe_queue(&mut system, "AlertsToJobs", &jobs, SubscriptionProps::default());
    let message = refusal(system);
    assert!(message.contains("the queue Jobs is in another stack, and so is its policy"), "{message}");
}

#[test]
fn an_alarm_publishes_to_a_topic_whose_key_it_may_use() {
    let mut system = stack();
    let function = tell(&mut system);
    let key = Key::new(&mut system, "Key", KeyProps::new("alerts"));
    let topic = Topic::<String>::new(&mut system, "Alerts", TopicProps { key: Some(key) });
    let alert = topic.alarm_action(&mut system);
    topic.alarm_action(&mut system);
    let props = AlarmProps { when_alarming: vec![alert], periods: 3, datapoints: 2, ..AlarmProps::above(0.0) };
    Alarm::new(&mut system, "TellFails", &function.errors().every_minutes(5), props);
    let found = assertions(system);
    found.has::<AlarmResource>(json!({
        "Namespace": "AWS/Lambda",
        "MetricName": "Errors",
        "Dimensions": [{"Name": "FunctionName", "Value": {"Ref": "Tell"}}],
        "Statistic": "Sum",
        "Period": 300,
        "EvaluationPeriods": 3,
        "DatapointsToAlarm": 2,
        "ComparisonOperator": "GreaterThanThreshold",
        "TreatMissingData": "notBreaching",
        "AlarmActions": [{"Ref": "Alerts"}],
    }));
    let cloudwatch = json!({"Service": "cloudwatch.amazonaws.com"});
    let account = json!({"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}});
    found.has::<sns::TopicPolicy>(json!({"PolicyDocument": {"Statement": [
        {"Sid": "TlsOnly"},
        {"Principal": cloudwatch, "Action": ["sns:Publish"], "Condition": account},
    ]}}));
    found.has::<kms::Key>(json!({"KeyPolicy": {"Statement": [
        {"Sid": "Account"},
        {"Principal": cloudwatch, "Action": ["kms:Decrypt", "kms:GenerateDataKey*"], "Condition": account},
    ]}}));
}

#[test]
fn an_alarm_on_a_topic_that_it_cannot_publish_to_is_an_error() {
    let mut system = stack();
    let topic = Topic::<String>::new(&mut system, "Alerts", TopicProps::default());
    let props = AlarmProps { when_ok: vec![topic.alarm_action(&mut system)], ..AlarmProps::above(0.0) };
    let jobs = queue::<String>(&mut system, "Jobs");
    Alarm::new(&mut system, "Waiting", &jobs.depth(), props);
    let message = refusal(system);
    assert!(message.contains("CloudWatch cannot publish to Alerts"), "{message}");
}

#[test]
fn an_alarm_cannot_want_more_datapoints_than_periods() {
    let mut system = stack();
    let jobs = queue::<String>(&mut system, "Jobs");
    Alarm::new(&mut system, "Old", &jobs.age(), AlarmProps { datapoints: 2, ..AlarmProps::above(60.0) });
    let message = refusal(system);
    assert!(message.contains("2 of the last 1 periods cannot be wrong"), "{message}");
}

#[test]
fn a_key_is_rotated_kept_and_named() {
    let mut system = stack();
    Key::new(&mut system, "Key", KeyProps::new("alerts"));
    let found = assertions(system);
    let policies = json!({"DeletionPolicy": "RetainExceptOnCreate", "UpdateReplacePolicy": "Retain"});
    found.has_resource_with("AWS::KMS::Key", policies);
    found.has::<kms::Key>(json!({"EnableKeyRotation": true}));
    found.has::<kms::Alias>(json!({"AliasName": "alias/alerts", "TargetKeyId": {"Fn::GetAtt": ["Key", "KeyId"]}}));
}

#[test]
fn log_events_are_counted_as_a_metric() {
    let mut system = stack();
    let group = LogGroup::new(&mut system, "Logs", LogRetention::OneWeek, RemovalPolicy::Delete);
    let refused = group.count(&mut system, "Refused", "{ $.status = 403 }", "Shop");
    Alarm::new(&mut system, "ManyRefused", &refused, AlarmProps::above(10.0));
    let found = assertions(system);
    found.has::<logs::MetricFilter>(pattern!({
        "FilterPattern": "{ $.status = 403 }",
        "LogGroupName": {"Ref": "Logs"},
        "MetricTransformations": list_with([anything()]),
    }));
    found.has::<AlarmResource>(json!({"Namespace": "Shop", "MetricName": "Refused"}));
}

#[test]
fn a_dashboard_lays_widgets_out_in_rows_and_names_what_it_shows() {
    let mut system = stack();
    let function = tell(&mut system);
    let alarm = Alarm::new(&mut system, "TellFails", &function.errors(), AlarmProps::above(0.0));
    let rows = [
        vec![Widget::text("Say \"hello\"\nto ${everybody}")],
        vec![Widget::lines("Errors", [&function.errors()]), Widget::alarms("Alarms", [&alarm])],
    ];
    Dashboard::new(&mut system, "Overview", rows);
    let found = assertions(system);
    let dashboards = found.find_resources("AWS::CloudWatch::Dashboard", json!({}));
    found.count::<DashboardResource>(1);
    let body = dashboards["Overview"]["Properties"]["DashboardBody"]["Fn::Sub"].as_str().unwrap();
    let deployed = body
        .replace("${AWS::Region}", "eu-west-1")
        .replace("${Tell}", "tell-1")
        .replace("${TellFails.Arn}", "arn:alarm")
        .replace("${!", "${");
    let body: serde_json::Value = serde_json::from_str(&deployed).unwrap();
    assert_eq!(body["widgets"][0]["properties"]["markdown"], "Say \"hello\"\nto ${everybody}");
    let places: Vec<_> =
        (0..3).map(|index| ["x", "y", "width"].map(|part| body["widgets"][index][part].as_u64().unwrap())).collect();
    assert_eq!(places, [[0, 0, 24], [0, 2, 12], [12, 2, 12]]);
    let metric = json!(["AWS/Lambda", "Errors", "FunctionName", "tell-1", {"stat": "Sum", "period": 60}]);
    assert_eq!(body["widgets"][1]["properties"]["metrics"], json!([metric]));
    assert_eq!(body["widgets"][2]["properties"]["alarms"], json!(["arn:alarm"]));
}

#[test]
fn a_row_wider_than_a_dashboard_is_an_error() {
    let mut system = stack();
    Dashboard::new(&mut system, "Overview", [vec![Widget::text("text"); 25]]);
    let message = refusal(system);
    assert!(message.contains("a row of 25 widgets is wider than the 24 columns"), "{message}");
}

#[test]
fn a_function_reads_the_parameters_and_secrets_of_its_contract_and_publishes_to_its_topic() {
    let mut system = stack();
    tell(&mut system);
    let found = assertions(system);
    found.has::<secretsmanager::Secret>(json!({"GenerateSecretString": {"PasswordLength": 32}}));
    let roles = found.find_resources("AWS::IAM::Role", json!({}));
    let statements = roles["TellRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"].as_array().unwrap();
    let granted: Vec<_> = statements.iter().skip(1).map(|s| format!("{} on {}", s["Action"], s["Resource"])).collect();
    let parameter = "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/${Limit}";
    let expected = [
        r#"["sns:Publish"] on [{"Ref":"Told"}]"#.to_owned(),
        format!(r#"["ssm:GetParameter"] on [{{"Fn::Sub":"{parameter}"}}]"#),
        r#"["secretsmanager:GetSecretValue"] on [{"Ref":"Password"}]"#.to_owned(),
    ];
    let sorted = |mut list: Vec<String>| {
        list.sort();
        list
    };
    assert_eq!(sorted(granted), sorted(expected.to_vec()));
}

/// Has people told later.
#[derive(Contract)]
#[contract(name = "tell-later", wakes_on(Invocation<(), ()>))]
struct TellLater<P: Phase> {
    later: Link<P, contract::ScheduleGroup<()>, (CreateSchedule, DeleteSchedule, PassRole)>,
}

#[test]
fn a_function_makes_schedules_in_one_group_that_wake_one_function_and_nothing_else() {
    let mut system = stack();
    let tell = tell(&mut system);
    let dead_letters = StandardDeadLetterQueue::new(&mut system, "NotTold", RemovalPolicy::Delete);
    let later = ScheduleGroup::<()>::new(&mut system, "Later", &tell, &dead_letters);
    Function::new(&mut system, "TellLater", &TellLater { later: later.link() }, invoked(), function_props());
    let found = assertions(system);
    found.count::<scheduler::ScheduleGroup>(1);
    found.has::<iam::Role>(pattern!({
        "AssumeRolePolicyDocument": {"Statement": [{
            "Action": ["sts:AssumeRole"],
            "Principal": {"Service": "scheduler.amazonaws.com"},
            "Condition": {"StringEquals": {
                "aws:SourceAccount": {"Ref": "AWS::AccountId"},
                "aws:SourceArn": {"Fn::GetAtt": ["Later", "Arn"]},
            }},
        }]},
        "Policies": [{"PolicyDocument": {"Statement": [
            {"Action": ["lambda:InvokeFunction"], "Resource": [{"Fn::GetAtt": ["Tell", "Arn"]}]},
            {"Action": ["sqs:SendMessage"], "Resource": [{"Fn::GetAtt": ["NotTold", "Arn"]}]},
        ]}}],
    }));
    let schedules = "arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}:schedule/${Later}/*";
    let statements = list_with([
        json!({
            "Sid": "LaterSchedules",
            "Effect": "Allow",
            "Action": ["scheduler:CreateSchedule", "scheduler:DeleteSchedule"],
            "Resource": [{"Fn::Sub": schedules}],
        }),
        json!({
            "Sid": "LaterSchedulesRole",
            "Effect": "Allow",
            "Action": ["iam:PassRole"],
            "Resource": [{"Fn::GetAtt": ["LaterRole", "Arn"]}],
            "Condition": {"StringEquals": {"iam:PassedToService": "scheduler.amazonaws.com"}},
        }),
    ]);
    found.has::<iam::Role>(pattern!({"Policies": [{"PolicyDocument": {"Statement": statements}}]}));
    found.has::<lambda::Function>(pattern!({"Environment": {"Variables": {
        "LATER_SCHEDULES": {"Fn::Sub": "${Later} ${Tell.Arn} ${LaterRole.Arn} ${NotTold.Arn}"},
    }}}));
}

/// Writes to people.
#[derive(Contract)]
#[contract(name = "write", wakes_on(Invocation<(), ()>))]
struct Write<P: Phase> {
    shop: Link<P, contract::EmailSender<()>, SendEmail>,
}

#[test]
fn a_sender_signs_sends_over_tls_only_and_tracks_nobody() {
    let mut system = stack();
    let sender =
        EmailSender::<()>::new(&mut system, "Shop", EmailSenderProps { mailbox: "carts", domain: "shop.example" });
    Function::new(&mut system, "Write", &Write { shop: sender.link() }, invoked(), function_props());
    system.output("Records", "For DNS.", sender.dns_records());
    let template = system.synthesize().unwrap().template;
    let found = Assertions::of(&template);
    found.has::<ses::EmailIdentity>(json!({
        "EmailIdentity": "shop.example",
        "DkimSigningAttributes": {"NextSigningKeyLength": "RSA_2048_BIT"},
    }));
    found.has::<ses::ConfigurationSet>(json!({
        "DeliveryOptions": {"TlsPolicy": "REQUIRE"},
        "ReputationOptions": {"ReputationMetricsEnabled": true},
        "SuppressionOptions": {"SuppressedReasons": ["BOUNCE", "COMPLAINT"]},
    }));
    let arn = |rest: &str| json!({"Fn::Sub": format!("arn:${{AWS::Partition}}:ses:${{AWS::Region}}:${{AWS::AccountId}}:{rest}")});
    let resources = [arn("identity/shop.example"), arn("configuration-set/${ShopSettings}")];
    let statements = list_with([pattern!({"Sid": "ShopSender", "Action": ["ses:SendEmail"], "Resource": resources})]);
    found.has::<iam::Role>(pattern!({"Policies": [{"PolicyDocument": {"Statement": statements}}]}));
    found.has::<lambda::Function>(pattern!({"Environment": {"Variables": {
        "SHOP_SENDER": {"Fn::Sub": "carts@shop.example ${ShopSettings}"},
    }}}));
    let records = serde_json::to_value(&template).unwrap()["Outputs"]["Records"]["Value"].to_string();
    assert!(records.contains("${Shop.DkimDNSTokenName3} CNAME ${Shop.DkimDNSTokenValue3}"), "{records}");
}
