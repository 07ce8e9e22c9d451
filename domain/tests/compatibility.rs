//! What was ever written can still be read, and becomes what it became.
//!
//! `tests/events` holds an example of the data of each version of each event type that was ever released, as
//! `TYPE.VERSION.json`. A release adds files there and never changes one: `SHA256SUMS` says so, and `sha256sum --check` in that
//! folder as well. What an example of an earlier version is today stands beside it, as `TYPE.VERSION.current.json`; that
//! changes with the next version of its type, and with nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use domain::cart::{AddItem, Cart, CartCommand, CartEvent};
use domain::kernel::{Aggregate, Event, Schema, Snapshots};
use sha2::{Digest, Sha256};

const SUMS: &str = "SHA256SUMS";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn example(name: &str) -> String {
    let path = path(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.trim_end().to_owned()
}

/// Every version of every event type, with the name of its example.
fn released() -> impl Iterator<Item = (&'static Schema, u32, String)> {
    let versions = |schema: &'static Schema| (1..=schema.version()).map(move |version| (schema, version));
    let schemas = CartEvent::SCHEMAS.iter().flat_map(versions);
    schemas.map(|(schema, version)| (schema, version, format!("{}.{version}.json", schema.event_type)))
}

#[test]
fn every_version_of_every_event_has_an_example_that_is_read_and_becomes_what_it_became() {
    let mut expected = BTreeSet::from([SUMS.to_owned()]);
    for (schema, version, file) in released() {
        let data = example(&format!("events/{file}"));
        let event = CartEvent::decode(schema.event_type, version, &data).unwrap_or_else(|e| panic!("{file}: {e}"));
        if version == schema.version() {
            assert_eq!(event.encode(), data, "{file} is not what is written today; add a version with an upcast");
        } else {
            let current = format!("{}.{version}.current.json", schema.event_type);
            let becomes = example(&format!("events/{current}"));
            assert_eq!(event.encode(), becomes, "{file} has become something else");
            expected.insert(current);
        }
        expected.insert(file);
    }
    let files = path("events").read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(files.collect::<BTreeSet<_>>(), expected, "an example that no schema knows any more");
}

#[test]
fn no_released_example_was_changed() {
    let digest = |file: String| {
        let digest = Sha256::digest(std::fs::read(path("events").join(&file)).unwrap());
        (file, digest.iter().map(|byte| format!("{byte:02x}")).collect())
    };
    let found: BTreeMap<_, String> = released().map(|(.., file)| digest(file)).collect();
    let listed = example(&format!("events/{SUMS}"));
    let listed = listed.lines().map(|line| line.split_once("  ").unwrap());
    let listed: BTreeMap<_, _> = listed.map(|(digest, file)| (file.to_owned(), digest.to_owned())).collect();
    assert_eq!(found, listed, "examples are added, with their line in {SUMS}, and never changed");
}

#[test]
fn the_written_form_of_a_cart_changes_with_its_schema_only() {
    let data = example("events/cart.item-added.1.json");
    let tea: AddItem = serde_json::from_str(&data).unwrap();
    let events = Cart::Open(Default::default()).decide(CartCommand::AddItem(tea)).unwrap();
    let cart = events.iter().fold(Cart::Open(Default::default()), Cart::evolve);
    let written = serde_json::to_string(&cart).unwrap();
    let file = format!("snapshots/cart.{}.json", Cart::SCHEMA);
    assert_eq!(written, example(&file), "raise `Cart::SCHEMA` and add an example of the new form");
    assert_eq!(serde_json::from_str::<Cart>(&written).unwrap(), cart);
}
