//! The differences of templates: as text, as Markdown and as JSON.

use cdk::diff::{CodeChange, GITHUB_COMMENT, TemplateDiff, markdown};
use serde_json::{Value as Json, json};

fn example() -> TemplateDiff {
    let old = json!({ "Resources": {
        "Carts": { "Type": "AWS::DynamoDB::Table", "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain",
            "Properties": { "TableName": "carts" } },
        "Jobs": { "Type": "AWS::SQS::Queue", "Properties": { "DelaySeconds": 1 } },
    } });
    let new = json!({ "Resources": {
        "Carts": { "Type": "AWS::DynamoDB::Table", "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain",
            "Properties": { "TableName": "orders" } },
        "Jobs": { "Type": "AWS::SQS::Queue", "Properties": { "DelaySeconds": { "Ref": "Delay" } } },
        "Url": { "Type": "AWS::Lambda::Url", "Properties": { "AuthType": "NONE" } },
    } });
    let code = CodeChange {
        function: "cart".to_owned(),
        old_key: Some("a1".to_owned()),
        new_key: Some("b2".to_owned()),
        old_size: Some(10),
        new_size: Some(12),
    };
    TemplateDiff::between(Some(&old), &new).with_code(vec![code])
}

const TEXT: &str = "\
Data at risk
  ! Carts (AWS::DynamoDB::Table): it is replaced by an empty one because TableName changes; the old one keeps its data \
outside of the stack, where it costs on, keeps its name taken, and no deploy reaches it
Network exposure
  + Url (AWS::Lambda::Url): the URL of a function asks nobody who they are
Resources
  ± Carts (AWS::DynamoDB::Table): replaced
      because TableName changes
      the old one stays outside of the stack, as its policy says
      ~ TableName: \"carts\" -> \"orders\"
  ~ Jobs (AWS::SQS::Queue)
      ~ DelaySeconds: 1 -> ${Delay}
  + Url (AWS::Lambda::Url)
Code
  ~ cart: a1 -> b2 (10 -> 12 bytes)";

#[test]
fn text_has_what_is_risky_first() {
    let lines: Vec<_> = example().text().into_iter().map(|line| line.text).collect();
    assert_eq!(lines.join("\n"), TEXT);
}

#[test]
fn the_summary_counts() {
    let summary = "1 to add, 1 to change, 1 to replace, code of 1 function (destructive, broadening)";
    assert_eq!(example().summary(), summary);
    assert_eq!(TemplateDiff::default().summary(), "no differences");
}

#[test]
fn markdown_has_one_line_of_counts_then_warnings_then_folds() {
    let text = markdown(&[("shop-dev", &example())], GITHUB_COMMENT);
    let order = [
        "### ⚠️ shop-dev: 1 to add",
        "- **data** ",
        "- **exposure** ",
        "<details><summary>Data at risk (1)",
        "<details><summary>Resources (3)",
    ];
    let places: Vec<_> =
        order.iter().map(|part| text.find(part).unwrap_or_else(|| panic!("{part} in {text}"))).collect();
    assert!(places.is_sorted(), "{text}");
    assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
}

#[test]
fn hostile_values_stay_values() {
    let hostile = "```\n</details><script>@everyone [x](http://a) | `";
    let template = json!({ "Resources": { "A": { "Type": hostile, "DeletionPolicy": "Retain" } } });
    let diff = TemplateDiff::between(Some(&template), &json!({ "Resources": {} }));
    let text = markdown(&[(hostile, &diff)], GITHUB_COMMENT);
    // Inside of the block, whose fence is longer than any in the values, and nowhere else.
    assert!(text.contains("````diff\n"));
    let outside: String = text.split("````").step_by(2).collect();
    for part in ["<script>", "@everyone", "](http", "```"] {
        assert!(!outside.contains(part), "{part} in {outside}");
    }
    assert!(diff.text().iter().all(|line| !line.text.contains('\n')));
}

#[test]
fn a_comment_has_at_most_what_fits_and_says_what_is_left_out() {
    let resources: serde_json::Map<String, Json> = (0..500)
        .map(|number| {
            let value = "x".repeat(300);
            (format!("R{number}"), json!({ "Type": "AWS::SQS::Queue", "Properties": { "QueueName": value } }))
        })
        .collect();
    let old: serde_json::Map<String, Json> =
        resources.keys().map(|id| (id.clone(), json!({ "Type": "AWS::SQS::Queue" }))).collect();
    let diff = TemplateDiff::between(Some(&json!({ "Resources": old })), &json!({ "Resources": resources }));
    for stacks in [1, 3, 200] {
        let text = markdown(&vec![("stack", &diff); stacks], GITHUB_COMMENT);
        assert!(text.len() <= GITHUB_COMMENT, "{}", text.len());
        assert!(text.contains("left out"));
        assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
    }
}

#[test]
fn the_names_of_json_are_stable() {
    let json = serde_json::to_value(example()).unwrap();
    let keys: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
    let expected = [
        "code",
        "data",
        "entries",
        "exposure",
        "format_version",
        "is_new",
        "limits",
        "losses",
        "policies",
        "resources",
        "risks",
    ];
    assert_eq!(keys, expected);
    assert_eq!(json["format_version"], 1);
    assert_eq!(json["risks"], json!({ "destructive": true, "broadening": true, "any": true }));
    assert_eq!(json["resources"][0]["action"], "replaced");
    assert_eq!(json["resources"][0]["causes"], json!([{ "property": "TableName", "certain": true, "follows": null }]));
    assert_eq!(json["losses"][0]["kind"], "replaced");
}
