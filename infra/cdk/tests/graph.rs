//! What the graph of a template shows, and that nothing in a template keeps it from being drawn.
#![cfg(feature = "graph")]

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use cdk::graph::{Edge, Graph, JSON_VERSION, Kind, Relation};
use serde_json::{Value as Json, json};

fn graph(template: &Json) -> Graph {
    Graph::of(template, &BTreeMap::new())
}

fn every_edge() -> Graph {
    graph(&serde_json::from_str(include_str!("graph/every-edge.template.json")).unwrap())
}

fn functions(count: usize, calls: impl Fn(usize) -> Vec<usize>) -> Json {
    let mut resources = serde_json::Map::new();
    for at in 0..count {
        let called: Vec<_> =
            calls(at).iter().map(|to| json!({ "Fn::GetAtt": [format!("Function{to}"), "Arn"] })).collect();
        let statement = json!({ "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": called });
        let policies = json!([{ "PolicyDocument": { "Statement": [statement] } }]);
        let role = json!({ "Type": "AWS::IAM::Role", "Properties": { "Policies": policies } });
        let function = json!({ "Role": { "Fn::GetAtt": [format!("Role{at}"), "Arn"] } });
        resources.insert(format!("Role{at}"), role);
        resources.insert(format!("Function{at}"), json!({ "Type": "AWS::Lambda::Function", "Properties": function }));
    }
    json!({ "Resources": resources })
}

#[track_caller]
fn assert_sound(graph: &Graph) {
    let ids: BTreeSet<_> = graph.nodes.iter().map(|node| &*node.id).collect();
    for edge in &graph.edges {
        assert!(ids.contains(&*edge.from) && ids.contains(&*edge.to), "{edge:?} ends nowhere");
    }
    let svg = graph.svg();
    assert_eq!(svg.matches(r#"<g class="node "#).count(), graph.nodes.len());
    assert_eq!(svg.matches(r#"<path class="edge "#).count(), graph.edges.len());
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
}

#[test]
fn every_kind_of_edge_is_drawn_and_no_other() {
    let graph = every_edge();
    assert_sound(&graph);
    let edge = |edge: &Edge| {
        let Edge { from, to, relation, label, actions, .. } = edge;
        format!("{from} -{relation:?}-> {to} `{label}` {}", actions.join(" ")).trim_end().to_owned()
    };
    let drawn: Vec<_> = graph.edges.iter().map(edge).collect();
    let expected = [
        "Accounts -Delivers-> Changes `changes`",
        "Accounts -Wakes-> Handle `wakes` dynamodb:DescribeStream dynamodb:GetRecords",
        "Bus -Delivers-> Orders `delivers`",
        "Files -Wakes-> Handle `wakes`",
        "Files -Reads-> Handle `GetObject` s3:GetObject",
        "Files -Delivers-> Work `delivers`",
        "Handle -ReadsAndWrites-> Accounts `PutItem, Query +1` dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem",
        "Handle -Writes-> Changes `PutRecords` kinesis:PutRecords",
        "Handle -OnFailure-> DeadLetters `on failure` sqs:SendMessage",
        "Handle -OnSuccess-> News `on success`",
        "Handle -Wakes-> Process `wakes` states:StartExecution",
        "Handle -ReadsAndWrites-> Setting `*` ssm:*",
        "News -Wakes-> Handle `wakes`",
        "News -Delivers-> Work `delivers`",
        "Nightly -DeadLetters-> DeadLetters `dead letters`",
        "Nightly -Wakes-> Handle `rate(1 day)` lambda:InvokeFunction",
        "Orders -Delivers-> Work `delivers`",
        "Password -Reads-> Handle `GetSecretValue` secretsmanager:GetSecretValue",
        "Process -Wakes-> Handle `wakes` lambda:InvokeFunction",
        "Seal -Reads-> Handle `Decrypt` kms:Decrypt",
        "Web -Wakes-> Handle `GET /carts/{id}`",
        "Work -DeadLetters-> DeadLetters `dead letters`",
    ];
    assert_eq!(drawn, expected);
}

#[test]
fn how_an_edge_goes_on_stands_in_its_details() {
    let graph = every_edge();
    let details = |from: &str, to: &str, relation: Relation| -> Vec<String> {
        let found = graph.edges.iter().find(|edge| edge.from == from && edge.to == to && edge.relation == relation);
        found.unwrap().details.iter().map(|detail| format!("{}: {}", detail.name, detail.value)).collect()
    };
    assert_eq!(
        details("Accounts", "Handle", Relation::Wakes),
        ["batch size: 100", r#"only: {"eventName":["INSERT"]}"#]
    );
    assert_eq!(details("Work", "DeadLetters", Relation::DeadLetters), ["after: 5 receives"]);
    assert_eq!(details("News", "Handle", Relation::Wakes), [r#"only: {"kind":["order"]}"#]);
    assert_eq!(details("Files", "Handle", Relation::Wakes), ["event: s3:ObjectCreated:*"]);
}

#[test]
fn a_node_knows_its_kind_its_properties_and_what_else_its_role_allows() {
    let names = BTreeMap::from([("Handle".to_owned(), "handle".to_owned())]);
    let template = serde_json::from_str(include_str!("graph/every-edge.template.json")).unwrap();
    let graph = Graph::of(&template, &names);
    let node = |id: &str| graph.nodes.iter().find(|node| node.id == id).unwrap();
    let handle = node("Handle");
    assert_eq!((&*handle.name, handle.kind, &*handle.caption), ("handle", Kind::Function, "function"));
    assert_eq!(handle.description, "Handles things.");
    let properties: Vec<_> = handle.properties.iter().map(|it| format!("{} {}", it.name, it.value)).collect();
    assert_eq!(properties, ["memory 256 MiB", "timeout 30 s"]);
    let [logs] = handle.permissions.as_slice() else { panic!("{:?}", handle.permissions) };
    assert_eq!(
        (&*logs.resource, logs.actions.as_slice()),
        ("${HandleLogs.Arn}", ["logs:PutLogEvents".to_owned()].as_slice())
    );
    assert_eq!((node("Bus").kind, &*node("Bus").caption), (Kind::Other, "Events EventBus"));
    assert_eq!(node("Accounts").properties.last().unwrap().value, "Retain");
    for kind in Kind::ALL {
        assert!(graph.nodes.iter().any(|node| node.kind == kind), "no {kind:?}");
    }
}

#[test]
fn values_of_secrets_and_parameters_are_not_shown() {
    let graph = every_edge();
    assert!(!graph.html().contains("hunter2") && !graph.json().contains("hunter2"));
}

#[test]
fn the_flowchart_is_what_it_was() {
    let template = json!({ "Resources": {
        "Orders": { "Type": "AWS::DynamoDB::Table" },
        "end": { "Type": "AWS::S3::Bucket" },
        "Publish": { "Type": "AWS::Lambda::Function", "Properties": { "Role": { "Fn::GetAtt": ["PublishRole", "Arn"] } } },
        "PublishRole": { "Type": "AWS::IAM::Role", "Properties": { "Policies": [{ "PolicyDocument": { "Statement": [
            { "Effect": "Allow", "Action": "s3:PutObject", "Resource": { "Fn::Sub": "${end.Arn}/*" } },
            { "Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:PutItem"], "Resource": { "Fn::GetAtt": ["Orders", "Arn"] } },
        ] } }] } },
        "PublishFromOrders": { "Type": "AWS::Lambda::EventSourceMapping", "Properties": {
            "EventSourceArn": { "Fn::GetAtt": ["Orders", "StreamArn"] }, "FunctionName": { "Ref": "Publish" },
        } },
    } });
    let names = BTreeMap::from([("end".to_owned(), r#"The "end" #1"#.to_owned())]);
    let expected = r#"flowchart LR
    Orders[("Orders<br/><small>table</small>")]
    Publish(["Publish<br/><small>function</small>"])
    end_[("The #34;end#34; #35;1<br/><small>bucket</small>")]
    Orders ==>|"wakes"| Publish
    Publish <-->|"GetItem, PutItem"| Orders
    Publish -->|"PutObject"| end_
    classDef kind-function fill:#ffe8d6,stroke:#c2560c,color:#1f2328
    class Publish kind-function
    classDef kind-table fill:#dfe7ff,stroke:#3b5bdb,color:#1f2328
    class Orders kind-table
    classDef kind-bucket fill:#dcf3df,stroke:#2b8a3e,color:#1f2328
    class end_ kind-bucket
"#;
    assert_eq!(Graph::of(&template, &names).mermaid(), expected);
}

#[test]
fn the_json_says_its_version_and_everything_else() {
    let document: Json = serde_json::from_str(&every_edge().json()).unwrap();
    assert_eq!(document["version"], JSON_VERSION);
    assert_eq!(document["title"], "Every kind of edge");
    let edge =
        document["edges"].as_array().unwrap().iter().find(|edge| edge["from"] == "Nightly" && edge["to"] == "Handle");
    let expected = json!({
        "from": "Nightly", "to": "Handle", "relation": "wakes", "label": "rate(1 day)",
        "actions": ["lambda:InvokeFunction"], "details": [],
    });
    assert_eq!(*edge.unwrap(), expected);
    assert_eq!(document["nodes"][0]["kind"], "table");
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    let hostile = r#"</script></style><img src=x onerror=alert(1)>"'&--><!--"#;
    let template = json!({
        "Description": hostile,
        "Resources": {
            hostile: { "Type": "AWS::Lambda::Function", "Properties": { "Description": hostile, "DeadLetterConfig": { "TargetArn": { "Ref": "Queue" } } } },
            "Queue": { "Type": "AWS::SQS::Queue" },
            "Rule": { "Type": "AWS::Events::Rule", "Properties": { "ScheduleExpression": hostile, "Targets": [{ "Arn": { "Ref": "Queue" } }] } },
        },
    });
    let graph = graph(&template);
    assert_sound(&graph);
    assert_eq!(graph.edges.len(), 2);
    let html = graph.html();
    for ends in ["</script", "</style", "</title>", "<img", "<!--"] {
        assert_eq!(html.matches(ends).count(), every_html_has(ends, graph.nodes.len() + graph.edges.len()), "{ends}");
    }
    assert!(!graph.svg().contains("<img") && !graph.mermaid().contains("<img"));
    assert!(!graph.mermaid().contains("</script"));
}

/// How often a page has this of its own: two scripts, one style, and a title for itself, the picture and each part of it.
fn every_html_has(markup: &str, parts: usize) -> usize {
    match markup {
        "</script" => 2,
        "</style" => 1,
        "</title>" => 2 + parts,
        _ => 0,
    }
}

#[test]
fn the_page_asks_nothing_of_the_network() {
    let html = every_edge().html();
    assert!(
        html.contains(r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-"#)
    );
    for loads in ["src=", "href=", "url(http", "@import", "fetch(", "style=", " onclick="] {
        assert!(!html.contains(loads), "{loads}");
    }
    assert_eq!(html.matches("http://").count(), 1, "the namespace of SVG and nothing else");
    assert!(!html.contains("https://"));
}

#[test]
fn the_same_template_gives_the_same_bytes() {
    let all = || (every_edge().html(), every_edge().mermaid(), every_edge().json());
    assert_eq!(all(), all());
}

#[test]
fn what_is_no_template_gives_an_empty_picture() {
    let templates = [
        json!({}),
        json!(null),
        json!([]),
        json!({ "Resources": {} }),
        json!({ "Resources": [1] }),
        json!({ "Resources": { "A": 1, "B": { "Type": 7 }, "C": {} } }),
    ];
    for template in templates {
        let graph = graph(&template);
        assert_sound(&graph);
        assert!(graph.nodes.is_empty() && graph.edges.is_empty(), "{template}");
        assert_eq!(graph.mermaid(), "flowchart LR\n");
        assert!(graph.html().contains("<h1>Topology</h1>"));
    }
}

#[test]
fn shapes_that_nobody_expects_are_no_edges() {
    let odd = [
        json!(null),
        json!(1),
        json!("text"),
        json!([[], {}]),
        json!({ "Ref": 1 }),
        json!({ "Ref": "Missing" }),
        json!({ "Statement": "text" }),
        json!([{ "PolicyDocument": { "Statement": { "Effect": "Allow", "Action": {}, "Resource": [1] } } }]),
    ];
    let names = [
        "AWS::IAM::Role",
        "AWS::IAM::Policy",
        "AWS::Lambda::EventSourceMapping",
        "AWS::Lambda::Function",
        "AWS::SNS::Topic",
        "AWS::SNS::Subscription",
        "AWS::S3::Bucket",
        "AWS::SQS::Queue",
        "AWS::ApiGatewayV2::Route",
        "AWS::Events::Rule",
        "AWS::Scheduler::Schedule",
        "AWS::Lambda::Alias",
    ];
    let properties = [
        "Role",
        "Policies",
        "Roles",
        "PolicyDocument",
        "EventSourceArn",
        "FunctionName",
        "DestinationConfig",
        "TopicArn",
        "Subscription",
        "NotificationConfiguration",
        "RedrivePolicy",
        "Target",
        "Targets",
        "ApiId",
        "DeadLetterConfig",
    ];
    for odd in &odd {
        let all: serde_json::Map<_, _> = properties.iter().map(|name| ((*name).to_owned(), odd.clone())).collect();
        let resource = |name: &&str| (name.replace("::", ""), json!({ "Type": name, "Properties": all }));
        let resources: serde_json::Map<_, _> = names.iter().map(resource).collect();
        let graph = graph(&json!({ "Resources": resources }));
        assert_sound(&graph);
        assert!(graph.edges.is_empty(), "{odd} gave {:?}", graph.edges);
    }
}

#[test]
fn names_for_names_that_go_in_circles_mean_nothing() {
    let alias = |of: &str| json!({ "Type": "AWS::Lambda::Alias", "Properties": { "FunctionName": [{ "Ref": of }, { "Ref": of }] } });
    let mapping = json!({ "EventSourceArn": { "Ref": "One" }, "FunctionName": { "Ref": "Other" } });
    let mapping = json!({ "Type": "AWS::Lambda::EventSourceMapping", "Properties": mapping });
    let graph = graph(&json!({ "Resources": { "One": alias("Other"), "Other": alias("One"), "Mapping": mapping } }));
    assert!(graph.nodes.is_empty() && graph.edges.is_empty());
}

#[test]
fn circles_and_loops_are_laid_out() {
    let circle = graph(&functions(5, |at| vec![(at + 1) % 5, at]));
    assert_eq!(circle.edges.len(), 10);
    assert_sound(&circle);
    let everyone = graph(&functions(8, |_| (0..8).collect()));
    assert_eq!(everyone.edges.len(), 64);
    assert_sound(&everyone);
}

#[test]
fn hundreds_of_resources_are_laid_out_in_seconds() {
    let started = Instant::now();
    // Thirty services of ten, all of which share the last.
    let calls = |at: usize| if at % 10 == 9 { vec![299] } else { vec![at + 1, 299] };
    let graph = graph(&functions(300, calls));
    assert!(graph.nodes.len() == 300 && graph.edges.len() > 500);
    assert_sound(&graph);
    let elapsed = started.elapsed();
    assert!(elapsed < Duration::from_secs(30), "it took {elapsed:?}");
}
