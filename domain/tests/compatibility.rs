//! What was ever written can still be read.
//!
//! `tests/events` holds an example of the data of each version of each event type that was ever released, as
//! `TYPE.VERSION.json`. A release adds files there and never changes one.

use std::collections::BTreeSet;
use std::path::Path;

use domain::cart::{AddItem, Cart, CartCommand, CartEvent};
use domain::kernel::{Aggregate, Event, Snapshots};

fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.trim_end().to_owned()
}

#[test]
fn every_version_of_every_event_has_an_example_that_is_read() {
    let mut expected = BTreeSet::new();
    for schema in CartEvent::SCHEMAS {
        for version in 1..=schema.version() {
            let file = format!("{}.{version}.json", schema.event_type);
            let data = example(&format!("events/{file}"));
            let event = CartEvent::decode(schema.event_type, version, &data).unwrap_or_else(|e| panic!("{file}: {e}"));
            if version == schema.version() {
                assert_eq!(event.encode(), data, "{file} is not what is written today; add a version with an upcast");
            }
            expected.insert(file);
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/events");
    let files = folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(files.collect::<BTreeSet<_>>(), expected, "an example that no schema knows any more");
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
