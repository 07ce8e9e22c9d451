//! Old events become current ones, step by step.

use domain::kernel::{DecodeError, Event, Schema};
use serde_json::{Map, Value, json};

/// Its data was `{"name"}`, then `{"names"}`, and now is `{"names", "greeting"}`.
#[derive(Debug, Clone, PartialEq)]
struct Greeted(Value);

fn names(mut data: Map<String, Value>) -> Result<Map<String, Value>, String> {
    let name = data.remove("name").ok_or("`name` is missing")?;
    data.insert("names".to_owned(), json!([name]));
    Ok(data)
}

fn greeting(mut data: Map<String, Value>) -> Result<Map<String, Value>, String> {
    data.insert("greeting".to_owned(), json!("hello"));
    Ok(data)
}

impl Event for Greeted {
    const SCHEMAS: &'static [Schema] = &[Schema { event_type: "greeted", upcasts: &[names, greeting] }];

    fn event_type(&self) -> &'static str {
        "greeted"
    }

    fn encode(&self) -> String {
        self.0.to_string()
    }

    fn decode_current(_: &Schema, data: &str) -> Result<Self, String> {
        serde_json::from_str(data).map(Self).map_err(|error| error.to_string())
    }
}

#[test]
fn every_version_ever_written_is_read_as_the_current_one() {
    let current = Greeted(json!({ "names": ["Ada"], "greeting": "hello" }));
    assert_eq!(current.schema_version(), 3);
    for (version, data) in [(1, r#"{"name":"Ada"}"#), (2, r#"{"names":["Ada"]}"#), (3, &current.encode())] {
        assert_eq!(Greeted::decode("greeted", version, data), Ok(current.clone()), "version {version}");
    }
}

#[test]
fn what_no_step_leads_from_is_an_error() {
    for version in [0, 4, u32::MAX] {
        let error = Greeted::decode("greeted", version, "{}").unwrap_err();
        assert!(matches!(error, DecodeError::UnknownVersion { schema_version, .. } if schema_version == version));
    }
    for data in ["{}", "[]", "no json"] {
        let error = Greeted::decode("greeted", 1, data).unwrap_err();
        assert!(matches!(error, DecodeError::InvalidData { schema_version: 1, .. }), "{error}");
    }
    assert!(matches!(Greeted::decode("waved", 1, "{}"), Err(DecodeError::UnknownType { .. })));
}
