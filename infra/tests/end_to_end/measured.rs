//! What functions measured, and the way of one request through all of them.

use std::collections::BTreeMap;

use functions::metrics::{Count, Lag, functions};
use serde_json::Value;

use crate::commands::Commands;
use crate::traffic::Accepted;

/// Asks a shop that has settled, after a replay and after events were parked and redriven.
pub fn measured(shop: &Commands, first: &Accepted, accepted: &[Accepted]) {
    metrics(shop, accepted.len());
    trace(shop, first);
}

/// Every function reports each invocation, and the numbers are those of what happened.
fn metrics(shop: &Commands, accepted: usize) {
    let lines = shop.ok(&["logs", "--env", "local", "--since", "1h", "--json", "--filter", "\"CloudWatchMetrics\""]);
    let mut reports: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in lines.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let function = line["function"].as_str().unwrap().to_owned();
        assert!(line["message"]["function"].as_str().unwrap().starts_with("shop-local-"), "{line}");
        assert_eq!(line["message"]["_aws"]["CloudWatchMetrics"][0]["Dimensions"][0][0], "function", "{line}");
        reports.entry(function).or_default().push(line["message"].clone());
    }
    for (function, measures) in functions() {
        let of_function = reports.get(function).unwrap_or_else(|| panic!("{function} has measured nothing"));
        for count in measures.counts {
            let name = count.name();
            assert!(of_function.iter().any(|report| report[name].is_u64()), "{function} never reports {name}");
        }
    }
    let sum = |functions: &[&str], count: Count| -> usize {
        let reports = functions.iter().flat_map(|function| &reports[*function]);
        // Lines by code say again what is in the others.
        let whole = reports.filter(|report| report["code"].is_null());
        whole.filter_map(|report| report[count.name()].as_u64()).map(|number| usize::try_from(number).unwrap()).sum()
    };
    assert!(sum(&["cart", "api"], Count::CommandsAccepted) >= accepted);
    assert!(sum(&["cart"], Count::CommandsRepeated) > 0, "no command came twice");
    assert!(sum(&["cart"], Count::CommandConflicts) > 0, "no command met a conflict");
    assert!(sum(&["cart"], Count::CommandsRefused) > 0);
    assert!(sum(&["publish"], Count::EventsPublished) >= accepted);
    assert!(sum(&["archive"], Count::EventsArchived) >= accepted);
    let handler = &["related-items"];
    assert!(sum(handler, Count::EventsApplied) + sum(handler, Count::GapsHealed) >= accepted);
    assert!(sum(handler, Count::EventsParked) >= 2 && sum(handler, Count::EventsRedriven) >= 2);
    assert!(sum(&["replay"], Count::EventsReplayed) >= accepted);
    for (function, lag) in [("related-items", Lag::CommandToHandler), ("archive", Lag::CommandToArchive)] {
        let values = reports[function].iter().filter_map(|report| report[lag.name()].as_array());
        assert!(values.flatten().any(Value::is_u64), "{function} never reports {}", lag.name());
    }
}

/// Every hop has its step, in the order in which events flow.
fn trace(shop: &Commands, first: &Accepted) {
    let id = first.command_id.to_string();
    let json: Value = serde_json::from_str(&shop.ok(&["trace", &id, "--env", "local", "--json"])).unwrap();
    let steps = json["steps"].as_array().unwrap();
    let event = first.event_id();
    let place = |function: &str, what: &str| {
        let is_it = |step: &Value| {
            step["function"] == function
                && step["what"] == what
                && (step["event_id"] == event.as_str() || step["command_id"] == id.as_str())
        };
        steps.iter().position(is_it).unwrap_or_else(|| panic!("{function} has no step `{what}` in {json}"))
    };
    let [cart, publish] = [place("cart", "command"), place("publish", "publishing")];
    let [archive, handler] = [place("archive", "archived"), place("related-items", "event")];
    let replay = place("replay", "replaying");
    assert!(cart < publish && publish < archive && publish < handler && archive < replay, "{json}");
    for step in [publish, archive, handler] {
        assert!(steps[step]["hop_ms"].is_f64(), "{}", steps[step]);
        assert_eq!(steps[step]["causation_id"], id, "{}", steps[step]);
    }
    assert!(steps.iter().any(|step| step["function"] == "related-items" && step["generation"].is_string()), "{json}");
    let shown = shop.ok(&["trace", &id, "--env", "local"]);
    assert_eq!(shown.lines().count(), steps.len() + 2, "{shown}");
    let nothing = shop.run(&["trace", "00000000-0000-4000-8000-000000000000", "--env", "local"]);
    assert!(!nothing.success && nothing.answer.contains("nothing is logged about"), "{nothing:?}");
}
