//! What reading a template promises: the same tree from JSON and YAML, and every mistake with its place.

use cdk::{Content, Located, Problem, ReadError, read_template};
use serde_json::{Value, json};

fn read(text: &str) -> Located {
    read_template("app.yaml", text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

fn refused(text: impl AsRef<[u8]>) -> ReadError {
    read_template("app.yaml", text.as_ref()).expect_err("the template has a mistake")
}

/// A template whose metadata holds a value that is written in YAML.
fn with_yaml(value: &str) -> String {
    format!("Resources:\n  Queue:\n    Type: AWS::SQS::Queue\nMetadata:\n  Value: {value}\n")
}

/// A template whose metadata holds a value that is written in JSON, in a line of its own.
fn with_json(value: &str) -> String {
    format!(
        r#"{{"Resources": {{"Queue": {{"Type": "AWS::SQS::Queue"}}}}, "Metadata": {{"Value":
{value}}}}}"#
    )
}

/// What the value in the metadata of such a template is read as.
fn value(template: &str) -> Value {
    read(template).get("Metadata").unwrap().get("Value").unwrap().to_json()
}

#[track_caller]
fn assert_refused(text: impl AsRef<[u8]>, messages: &[&str]) {
    let error = refused(text).to_string();
    let lines: Vec<_> = error.lines().collect();
    assert_eq!(lines.len(), messages.len(), "{error}");
    for (line, message) in lines.iter().zip(messages) {
        assert!(line.starts_with(message), "{line}\ndoes not start with\n{message}");
        assert!(line.contains("; "), "{line}\ndoes not say how to mend it");
    }
}

#[test]
fn json_and_yaml_give_the_same_tree() {
    let yaml = "
AWSTemplateFormatVersion: 2010-09-09
Description: >-
  Two
  lines
Conditions:
  Production: !And [!Equals [!Ref Stage, prod], !Not [!Condition Local]]
Resources:
  Orders:
    Type: AWS::SQS::Queue
    DependsOn: [Bucket]
    Properties:
      FifoQueue: true
      VisibilityTimeout: 30
      QueueName: !Sub '${AWS::StackName}-orders.fifo'
";
    let json = r#"{
	"AWSTemplateFormatVersion":	"2010-09-09",
	"Description": "Two lines",
	"Conditions": {"Production": {"Fn::And": [
		{"Fn::Equals": [{"Ref": "Stage"}, "prod"]}, {"Fn::Not": [{"Condition": "Local"}]}
	]}},
	"Resources": {"Orders": {
		"Type": "AWS::SQS::Queue",
		"DependsOn": ["Bucket"],
		"Properties": {
			"FifoQueue": true,
			"VisibilityTimeout": 30,
			"QueueName": {"Fn::Sub": "${AWS::StackName}-orders.fifo"}
		}
	}}
}"#;
    assert_eq!(read(yaml).to_json(), read(json).to_json());
    assert_eq!(read(json).to_json(), serde_json::from_str::<Value>(json).unwrap());
}

#[test]
fn every_value_and_key_knows_its_place() {
    let yaml = "Resources:\r\n  A:\r\n    Type: Ä::B\r\n    Metadata: {ä: !Sub x, b: [1]}\r\n";
    let json = "{\"Resources\":\n\t{\"A\": {\"Type\": \"Ä\", \"Metadata\":\n {\"ä\" : [1 ,\n2]}}}}";
    let place = |located: &Located| located.position.to_string();
    let template = read(yaml);
    let resource = template.get("Resources").unwrap().get("A").unwrap();
    assert_eq!(place(&template), "1:1");
    assert_eq!(place(resource), "3:5");
    assert_eq!(place(resource.get("Type").unwrap()), "3:11");
    let [(_, sub), (key, list)] = resource.get("Metadata").unwrap().entries().unwrap() else { panic!("two entries") };
    assert_eq!((place(sub), place(sub.get("Fn::Sub").unwrap())), ("4:19".to_owned(), "4:19".to_owned()));
    assert_eq!((key.position.to_string(), place(list)), ("4:27".to_owned(), "4:30".to_owned()));
    assert_eq!(place(&list.items().unwrap()[0]), "4:31");

    let template = read(json);
    let resource = template.get("Resources").unwrap().get("A").unwrap();
    assert_eq!(place(resource), "2:8");
    let [(key, list)] = resource.get("Metadata").unwrap().entries().unwrap() else { panic!("one entry") };
    assert_eq!((key.position.to_string(), place(list)), ("3:3".to_owned(), "3:9".to_owned()));
    assert_eq!(place(&list.items().unwrap()[1]), "4:1");
}

#[test]
fn short_tags_stand_for_their_long_forms() {
    let cases = [
        ("!Ref A", json!({"Ref": "A"})),
        ("!Ref 007", json!({"Ref": "007"})),
        ("!Condition A", json!({"Condition": "A"})),
        ("!GetAtt A.B", json!({"Fn::GetAtt": ["A", "B"]})),
        ("!GetAtt Stack.Outputs.Name", json!({"Fn::GetAtt": ["Stack", "Outputs.Name"]})),
        ("!GetAtt [A, !Ref B]", json!({"Fn::GetAtt": ["A", {"Ref": "B"}]})),
        ("!Sub '${A}'", json!({"Fn::Sub": "${A}"})),
        ("!Sub ['${A}', {A: !Ref B}]", json!({"Fn::Sub": ["${A}", {"A": {"Ref": "B"}}]})),
        ("!Join ['', [a, !Ref B]]", json!({"Fn::Join": ["", ["a", {"Ref": "B"}]]})),
        ("!If [A, !Ref B, !Ref AWS::NoValue]", json!({"Fn::If": ["A", {"Ref": "B"}, {"Ref": "AWS::NoValue"}]})),
        ("!Select [0, !GetAZs '']", json!({"Fn::Select": [0, {"Fn::GetAZs": ""}]})),
        ("!FindInMap [A, B, C]", json!({"Fn::FindInMap": ["A", "B", "C"]})),
        ("!ImportValue A", json!({"Fn::ImportValue": "A"})),
        ("!Base64 |\n    a\n    b", json!({"Fn::Base64": "a\nb\n"})),
        ("!Cidr [!Ref A, 6, 5]", json!({"Fn::Cidr": [{"Ref": "A"}, 6, 5]})),
        ("!Split [',', a]", json!({"Fn::Split": [",", "a"]})),
        ("!Transform {Name: A, Parameters: {B: c}}", json!({"Fn::Transform": {"Name": "A", "Parameters": {"B": "c"}}})),
        (
            "!Or [!Not [!Equals [a, b]], !Condition C]",
            json!({"Fn::Or": [{"Fn::Not": [{"Fn::Equals": ["a", "b"]}]}, {"Condition": "C"}]}),
        ),
        ("!Length [a]", json!({"Fn::Length": ["a"]})),
        (
            "!EachMemberIn [!ValueOfAll [A, B], !RefAll C]",
            json!({"Fn::EachMemberIn": [{"Fn::ValueOfAll": ["A", "B"]}, {"Fn::RefAll": "C"}]}),
        ),
        ("!ToJsonString {a: 1}", json!({"Fn::ToJsonString": {"a": 1}})),
        ("!!str 007", json!("007")),
    ];
    for (yaml, json) in cases {
        assert_eq!(value(&with_yaml(yaml)), json, "{yaml}");
    }
}

#[test]
fn a_scalar_without_quotes_means_what_cloudformation_takes_it_for() {
    let cases = [
        ("", Value::Null),
        ("~", Value::Null),
        ("null", Value::Null),
        ("true", json!(true)),
        ("Yes", json!(true)),
        ("ON", json!(true)),
        ("off", json!(false)),
        ("NO", json!(false)),
        ("y", json!("y")),
        ("yES", json!("yES")),
        ("'yes'", json!("yes")),
        ("2012-10-17", json!("2012-10-17")),
        ("2001-12-14t21:59:43.10-05:00", json!("2001-12-14t21:59:43.10-05:00")),
        ("0", json!(0)),
        ("-12", json!(-12)),
        ("+12", json!(12)),
        ("0x1F", json!(31)),
        ("-0x10", json!(-16)),
        ("0xffffffffffffffff", json!(u64::MAX)),
        ("18446744073709551615", json!(u64::MAX)),
        ("-9223372036854775808", json!(i64::MIN)),
        ("0.5", json!(0.5)),
        ("1.", json!(1.0)),
        (".5", json!(0.5)),
        ("1e3", json!(1000.0)),
        ("1.2.3", json!("1.2.3")),
        ("1e", json!("1e")),
        (".", json!(".")),
        ("-.", json!("-.")),
        ("0x", json!("0x")),
        ("10.0.0.0/16", json!("10.0.0.0/16")),
        ("00:11:22:33:44:55", json!("00:11:22:33:44:55")),
        ("1:99", json!("1:99")),
        ("_1", json!("_1")),
        ("1_a", json!("1_a")),
        ("0b2", json!("0b2")),
    ];
    for (yaml, json) in cases {
        assert_eq!(value(&with_yaml(yaml)), json, "{yaml}");
    }
}

#[test]
fn numbers_that_readers_take_for_different_things_are_errors() {
    for number in
        ["0123", "-0123", "012345678901", "01.5", "1_000", "1_0.5", "0x_f", "0b101", "0o17", "22:22", "1:30.5", "00"]
    {
        let message = format!("app.yaml:5:10: readers of YAML differ on the number \"{number}\"");
        assert_refused(with_yaml(number), &[&message]);
    }
}

#[test]
fn numbers_that_json_cannot_say_or_64_bits_cannot_hold_are_errors() {
    for number in [".inf", "-.INF", "+.Inf", ".nan", ".NaN"] {
        let message = format!("app.yaml:5:10: \"{number}\" is not a finite number");
        assert_refused(with_yaml(number), &[&message]);
    }
    for number in ["18446744073709551616", "-9223372036854775809", "1e999", "0x10000000000000000"] {
        assert_refused(with_yaml(number), &[&format!("app.yaml:5:10: the number \"{number}\" does not fit")]);
    }
    for number in ["18446744073709551616", "-9223372036854775809", "-1e999"] {
        assert_refused(with_json(number), &[&format!("app.yaml:2:1: the number \"{number}\" does not fit")]);
    }
}

#[test]
fn json_that_is_no_yaml_is_read() {
    let long_key = "k".repeat(2000);
    let cases = [
        (r#""\/\ud83d\ude00\u0041\t""#.to_owned(), json!("/😀A\t")),
        ("\t[\t1\t,\t2\t]\t".to_owned(), json!([1, 2])),
        ("{\"a\"\t:\t1,\"b\":2}".to_owned(), json!({"a": 1, "b": 2})),
        (format!(r#"{{"{long_key}": 1}}"#), json!({ long_key: 1 })),
        ("\"\u{7f}\u{85}\u{2028}\u{feff}\u{ffff}\"".to_owned(), json!("\u{7f}\u{85}\u{2028}\u{feff}\u{ffff}")),
        (r#"{"<<": 1, "": 2, "yes": null}"#.to_owned(), json!({"<<": 1, "": 2, "yes": null})),
        ("[-0.0, 1E+2, 1e-400]".to_owned(), json!([-0.0, 100.0, 0.0])),
    ];
    for (text, json) in cases {
        assert_eq!(value(&with_json(&text)), json, "{text}");
    }
}

#[test]
fn text_that_is_no_json_is_an_error_at_its_place() {
    for (text, place, message) in [
        ("[1,]", "2:3", "a comma stands after the last value"),
        ("[1 2]", "2:4", "a comma is missing"),
        ("// a\n1", "2:1", "JSON has no comments"),
        ("01", "2:1", "this is no number"),
        ("\n nul", "3:2", "a word other than true"),
        ("'a'", "2:1", "a value is missing"),
        ("\"\n\"", "2:2", "a control character"),
        (r#""\ud83d""#, "2:2", "half of a surrogate pair"),
        (r#""\x""#, "2:2", "what follows the backslash"),
        ("{\"a\" 1}", "2:6", "a colon is missing"),
        ("1}}}", "2:4", "something follows the end"),
        ("{", "2:2", "the text ends too early"),
    ] {
        let template = with_json(text);
        let template = if text == "{" { template.trim_end_matches('}') } else { &template };
        assert_refused(template, &[&format!("app.yaml:{place}: this is not JSON: {message}")]);
    }
}

#[test]
fn text_that_is_no_yaml_is_an_error_at_its_place() {
    assert_refused(with_yaml("'a"), &["app.yaml:5:10: this is not YAML: while scanning a quoted scalar"]);
    assert_refused("Resources:\n\tA: 1\n", &["app.yaml:2:2: this is not YAML: tabs disallowed"]);
    assert_refused(with_yaml("a\0b"), &["app.yaml:5:11: this is not YAML: found unprintable character"]);
    assert_refused(with_yaml("!Base64 !Sub a"), &["app.yaml:5:18: a short tag cannot follow another"]);
}

#[test]
fn what_cloudformation_does_not_support_of_yaml_is_an_error_and_the_rest_is_still_read() {
    let text = "Resources:
  A: &a
    Type: &b T
    <<: *a
    Type: U
  B: *b
  C: {? [1] : 2, : 3, !Ref x: 4, Type: !Unknown x}
  *a : {Type: !!binary aa==}
Metadata: {a: !GetAtt b, c: !GetAtt d., e: !<tag:x> f, g: ! h, a: .inf, i: !!str [j]}
";
    assert_refused(
        text,
        &[
            "app.yaml:2:6: CloudFormation takes no anchors",
            "app.yaml:3:11: CloudFormation takes no anchors",
            "app.yaml:4:5: CloudFormation takes no merge keys",
            "app.yaml:4:9: CloudFormation takes no aliases",
            "app.yaml:5:5: the key \"Type\" stands in this map already, at 3:5",
            "app.yaml:6:6: CloudFormation takes no aliases",
            "app.yaml:7:9: this key is not text",
            "app.yaml:7:18: this key is not text",
            "app.yaml:7:23: this key is not text",
            "app.yaml:7:40: the tag \"!Unknown\" is unknown; known are !Ref, !Condition, !And, ",
            "app.yaml:8:3: CloudFormation takes no aliases",
            "app.yaml:8:15: the tag \"!!binary\" is unknown",
            "app.yaml:9:15: !GetAtt takes a logical id and an attribute",
            "app.yaml:9:29: !GetAtt takes a logical id and an attribute",
            "app.yaml:9:44: the tag \"tag:x\" is unknown",
            "app.yaml:9:59: the tag \"!\" is unknown",
            "app.yaml:9:64: the key \"a\" stands in this map already, at 9:12",
            "app.yaml:9:67: \".inf\" is not a finite number",
            "app.yaml:9:76: a value with the tag !!str must be text",
        ],
    );
}

#[test]
fn duplicate_keys_of_json_are_errors() {
    let text = "{\"Resources\": {\"A\": {\"Type\": \"T\", \"\\u0054ype\": \"U\"}},\n\"Resources\": {}}";
    assert_refused(
        text,
        &[
            "app.yaml:1:35: the key \"Type\" stands in this map already, at 1:22",
            "app.yaml:2:1: the key \"Resources\" stands in this map already, at 1:2",
        ],
    );
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    for text in [with_yaml("1"), with_json("1")] {
        assert_eq!(read(&format!("\u{feff}{text}")), read(&text));
    }
    assert_refused("\u{feff}A: 1", &["app.yaml:1:1: the section \"A\"", "app.yaml:1:1: the template has no resources"]);
}

#[test]
fn bytes_that_are_not_utf_8_are_an_error_at_the_first() {
    let message = "this byte is not UTF-8";
    assert_refused(b"A: 1\n\xc3\xa4: \xff\xff", &[&format!("app.yaml:2:4: {message}")]);
    assert_refused(b"\xff\xfeA\0", &[&format!("app.yaml:1:1: {message}")]);
    assert_refused(b"\xef\xbb\xbfab\xe2\x82", &[&format!("app.yaml:1:3: {message}")]);
}

#[test]
fn a_template_may_have_1_mib_and_not_a_byte_more() {
    let mut text = with_json("1");
    text += &" ".repeat(1_048_576 - text.len());
    read(&text);
    text.push(' ');
    assert_refused(&text, &["app.yaml:1:1: the template has 1048577 bytes and CloudFormation takes 1048576"]);
}

#[test]
fn a_template_is_one_document_that_is_not_empty() {
    for text in ["", "\n \n", "# nothing\n", "---\n", "---\n...\n", "%YAML 1.1\n---\n", "~", "\u{feff}"] {
        let error = refused(text);
        assert_eq!(error.mistakes.len(), 1, "{error}");
        assert_eq!(error.mistakes[0].problem, Problem::Empty, "{text:?}");
    }
    read(&format!("%YAML 1.1\n---\n{}...\n", with_yaml("1")));
    assert_refused("A: 1\n---\nB: 2\n", &["app.yaml:2:1: a second document begins here"]);
    assert_refused("[]", &["app.yaml:1:1: a template must be a map"]);
}

#[test]
fn values_may_stand_64_deep_in_one_another_and_no_deeper() {
    // Two of the levels are the template and its metadata.
    let nested = |open: &str, close: &str, times: usize| open.repeat(times) + "1" + &close.repeat(times);
    read(&with_json(&nested("[", "]", 62)));
    read(&with_yaml(&nested("[", "]", 62)));
    read(&with_yaml(&nested("!Not [", "]", 31)));
    read(&with_yaml(&nested("!Not [", "]", 30).replace('1', "[!Ref a]")));
    let message = "lists and maps stand more than 64 deep in one another here";
    assert_refused(with_json(&nested("[", "]", 63)), &[&format!("app.yaml:2:63: {message}")]);
    assert_refused(with_yaml(&nested("[", "]", 63)), &[&format!("app.yaml:5:72: {message}")]);
    assert_refused(with_yaml(&nested("!Not [", "]", 32)), &[&format!("app.yaml:5:196: {message}")]);
    assert_refused(
        with_yaml(&nested("!Not [", "]", 31).replace('1', "!Ref a")),
        &[&format!("app.yaml:5:196: {message}")],
    );
}

#[test]
fn no_depth_overflows_the_stack() {
    for open in ["[", "{", "[\n", "{a: ", "!Not [", "- ", "? ", ": ", "!Not\n- "] {
        for times in [100, 1000, 1_000_000 / open.len()] {
            let nested = open.repeat(times);
            let error = refused(&nested);
            assert_eq!(error.to_string().lines().count(), error.mistakes.len(), "{open} {error}");
        }
    }
    for open in ["[", "{\"a\":", "{\"a\":["] {
        let error = refused(format!("{{\"a\":{}", open.repeat(1_000_000 / open.len())));
        assert_eq!(error.mistakes[0].problem, Problem::TooDeep, "{open} {error}");
    }
}

#[test]
fn every_mistake_of_the_anatomy_is_reported() {
    let text = "AWSTemplateFormatVersion: 2011-01-01
Globals: {}
Resource: {}
Fn::Transform: {Name: A}
Parameters:
Outputs: {a-b: {Value: 1}, C: 1, Fn::ForEach::D: [E, [f], {}]}
Conditions: []
Resources:
  A: {type: T, Properties: {}}
  B_: {Type: 1, DependOn: A}
  C: [Type, T]
  D: {Type: T, Properties: []}
  E: {Type: T, Version: 1}
  '': {Type: T}
";
    let text = format!("{text}  {}: {{Type: T}}\n", "X".repeat(256));
    assert_refused(
        text,
        &[
            "app.yaml:1:27: the only format version is 2010-09-09",
            "app.yaml:2:1: the section Globals belongs to a transform that CloudFormation runs; read the template",
            "app.yaml:3:1: the section \"Resource\" is unknown; known are AWSTemplateFormatVersion, Description, ",
            "app.yaml:4:1: \"Fn::Transform\" is replaced by what CloudFormation makes of it; read the template",
            "app.yaml:5:11: the section Parameters must be a map",
            "app.yaml:6:11: \"a-b\" is not a logical id",
            "app.yaml:6:31: \"C\" in the section Outputs must be a map",
            "app.yaml:6:34: \"Fn::ForEach::D\" is replaced",
            "app.yaml:7:13: the section Conditions must be a map",
            "app.yaml:9:3: the resource \"A\" has no Type",
            "app.yaml:9:7: the attribute \"type\" of a resource is unknown; known are Type, Properties, DependsOn, ",
            "app.yaml:10:3: \"B_\" is not a logical id",
            "app.yaml:10:14: the Type of a resource must be text",
            "app.yaml:10:17: the attribute \"DependOn\" of a resource is unknown",
            "app.yaml:11:6: \"C\" in the section Resources must be a map",
            "app.yaml:12:28: the Properties of a resource must be a map",
            "app.yaml:13:16: the attribute \"Version\" of a resource is unknown",
            "app.yaml:14:3: \"\" is not a logical id",
            "app.yaml:15:3: \"XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX\"... is not a logical id",
        ],
    );
}

#[test]
fn a_template_has_resources() {
    assert_refused("Description: none", &["app.yaml:1:1: the template has no resources"]);
    assert_refused("Resources: {}", &["app.yaml:1:12: the template has no resources"]);
    assert_refused("Resources:", &["app.yaml:1:10: the section Resources must be a map"]);
}

#[test]
fn sections_hold_as_many_entries_as_cloudformation_takes_and_not_one_more() {
    for (section, most) in [("Resources", 500), ("Parameters", 200), ("Outputs", 200), ("Mappings", 200)] {
        let template = |count: usize| {
            let entries: Vec<_> = (0..count).map(|id| format!("E{id}: {{Type: T}}")).collect();
            let others = if section == "Resources" { "" } else { "Resources: {A: {Type: T}}\n" };
            format!("{others}{section}: {{{}}}\n", entries.join(", "))
        };
        read(&template(most));
        let error = refused(template(most + 1));
        assert_eq!(error.mistakes.len(), 1, "{error}");
        assert!(
            error.to_string().contains(&format!("{section} has {} entries and CloudFormation takes {most};", most + 1)),
            "{error}"
        );
    }
}

#[test]
fn all_sections_and_attributes_are_known() {
    let template = read(
        "AWSTemplateFormatVersion: '2010-09-09'
Description: All
Metadata: {}
Parameters: {Stage: {Type: String}}
Rules: {}
Mappings: {}
Conditions: {}
Transform: [AWS::LanguageExtensions]
Resources:
  Queue:
    Type: Custom::Queue
    Version: '1.0'
    Properties: {}
    DependsOn: A
    Condition: B
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    CreationPolicy: {}
    UpdatePolicy: {}
    Metadata: {}
Outputs: {}
Hooks: {}
",
    );
    assert!(matches!(&template.content, Content::Map(sections) if sections.len() == 11));
}

#[test]
fn the_time_to_read_a_template_of_1_mb_is_not_noticed() {
    let mut json = String::from("{\"Metadata\": {\"List\": [1");
    let mut yaml = with_yaml("") + "    - 1\n";
    while json.len() < 1_000_000 {
        json += ",\n\t\t{\"Key\": \"Name\", \"Value\": {\"Fn::Sub\": \"${AWS::StackName}-queue\"}, \"Number\": 12.5}";
    }
    json += "]}, \"Resources\": {\"A\": {\"Type\": \"T\"}}}";
    while yaml.len() < 1_000_000 {
        yaml += "    - Key: Name\n      Value: !Sub \"${AWS::StackName}-queue\"\n      Number: 12.5\n";
    }
    for text in [json, yaml] {
        let start = std::time::Instant::now();
        read(&text);
        // It takes a quarter of a second without optimization. The rest is for a machine that is busy with other tests.
        assert!(start.elapsed().as_secs() < 3, "{:?}", start.elapsed());
    }
}
