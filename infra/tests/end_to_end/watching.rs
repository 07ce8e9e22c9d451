//! The commands that watch a deployed shop.

use std::collections::BTreeSet;
use std::process::Command;

use aws_sdk_sqs::types::QueueAttributeName;
use serde_json::Value;

use crate::commands::Commands;
use crate::observed::Observed;
use crate::traffic::Accepted;

/// How many seconds the new visibility timeout of the queue is, which is none that the template states.
const CHANGED: &str = "7";

/// Asks every command about a shop that has settled. `first` is the first command that was accepted.
pub async fn watch(shop: &Commands, observed: &Observed, first: &Accepted, accepted: &[Accepted]) {
    status(shop);
    events(shop);
    outputs(shop);
    logs(shop, first, accepted);
    drift(shop, observed).await;
}

fn status(shop: &Commands) {
    let screen = shop.ok(&["status", "--env", "local", "--fail-on", "unhealthy"]);
    assert!(screen.starts_with("stack shop-local  CREATE_COMPLETE"), "{screen}");
    let json: Value = serde_json::from_str(&shop.ok(&["status", "--env", "local", "--json"])).unwrap();
    let names = |kind: &str| -> Vec<_> {
        json[kind].as_array().unwrap().iter().map(|item| item["logical_id"].as_str().unwrap().to_owned()).collect()
    };
    let functions = functions::metrics::functions();
    assert_eq!(names("functions").len(), functions.len(), "{json}");
    assert_eq!(names("queues"), ["RelatedItemsDeadLetters", "RelatedItemsReplay", "RemindersDeadLetters"]);
    assert_eq!((&json["queues"][0]["dead_letters"], &json["queues"][0]["depth"]["visible"]), (&true.into(), &0.into()));
    let wakes = json["mappings"].as_array().unwrap().iter().map(|mapping| {
        let end = |end: &str| mapping["state"][end].as_str().unwrap();
        format!("{} -> {}", end("source"), end("function"))
    });
    let wakes: BTreeSet<_> = wakes.collect();
    let expected = [
        "Carts -> Publish",
        "Events -> Archiver",
        "Events -> RelatedItems",
        "Events -> Reminders",
        "RelatedItemsReplay -> RelatedItems",
    ];
    assert_eq!(wakes, expected.map(str::to_owned).into());
}

fn events(shop: &Commands) {
    let events = shop.ok(&["events", "--env", "local"]);
    let (first, last) = (events.lines().next().unwrap(), events.lines().last().unwrap());
    assert!(first.contains("CREATE_IN_PROGRESS") && first.contains("AWS::CloudFormation::Stack"), "{first}");
    assert!(last.contains("CREATE_COMPLETE") && last.contains("AWS::CloudFormation::Stack"), "{last}");
    let all = shop.ok(&["events", "--env", "local", "--all", "--json"]);
    assert!(all.lines().count() >= events.lines().count());
    assert!(all.lines().all(|line| serde_json::from_str::<Value>(line).is_ok_and(|event| event["at"].is_string())));
}

fn outputs(shop: &Commands) {
    let json: Value = serde_json::from_str(&shop.ok(&["outputs", "--env", "local", "--json"])).unwrap();
    let lines = shop.ok(&["outputs", "--env", "local", "--dotenv"]);
    let script = format!("set -eu\n{lines}\nprintf %s \"$RELATED_ITEMS_DEAD_LETTERS_URL\"");
    let ran = Command::new("bash").args(["--norc", "-c", &script]).output().unwrap();
    assert!(ran.status.success(), "{ran:?}");
    assert_eq!(String::from_utf8(ran.stdout).unwrap(), json["RelatedItemsDeadLettersUrl"].as_str().unwrap());
}

fn logs(shop: &Commands, first: &Accepted, accepted: &[Accepted]) {
    let id = first.command_id.to_string();
    let lines = shop.ok(&["logs", "--env", "local", "--since", "1h", "--correlation", &id]);
    for (function, message) in
        [("cart", "command"), ("publish", "publishing"), ("archive", "archived"), ("related-items", "event")]
    {
        let is_there =
            |line: &str| line.contains(&format!(" {function} ")) && line.contains(&format!("INFO  {message}"));
        assert!(lines.lines().any(is_there), "{function} is missing in:\n{lines}");
    }
    assert!(lines.lines().all(|line| line.contains(&id)), "{lines}");

    // More than a page.
    let lines = shop.ok(&["logs", "api", "cart", "--env", "local", "--since", "1h", "--json"]);
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines.len() > 10_000, "{} lines are no more than a page", lines.len());
    assert!(lines.is_sorted_by_key(|line| line["at"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap()));
    let logged: BTreeSet<_> = lines.iter().filter_map(|line| line["message"]["command_id"].as_str()).collect();
    let missing = accepted.iter().find(|accepted| !logged.contains(accepted.command_id.to_string().as_str()));
    assert!(missing.is_none(), "nothing was logged of {missing:?}");
}

async fn drift(shop: &Commands, observed: &Observed) {
    let found = shop.ok(&["drift", "--env", "local", "--fail"]);
    assert!(found.starts_with("stack shop-local: no drift"), "{found}");
    observed.set_queue_attribute("RelatedItemsReplayUrl", QueueAttributeName::VisibilityTimeout, CHANGED).await;
    let found = shop.run(&["drift", "--env", "local", "--fail"]);
    assert!(!found.success, "{found:?}");
    let shown = found.answer;
    assert!(shown.contains("1 resource differs") && shown.contains("changed RelatedItemsReplay"), "{shown}");
    assert!(shown.contains("VisibilityTimeout") && shown.contains(&format!("actual:   {CHANGED}")), "{shown}");
}
