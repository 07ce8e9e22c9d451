//! What holds when any template is read: values survive both formats, and no bytes bring the reader down.

use cdk::{Located, ReadError, read_template};
use proptest::prelude::*;
use serde::Serialize;
use serde_json::{Map, Number, Value, json};

/// Words and numbers that look like something else, beside any text.
fn text() -> impl Strategy<Value = String> {
    let telling = prop::sample::select(vec![
        "",
        " ",
        "~",
        "null",
        "true",
        "yes",
        "No",
        "ON",
        "off",
        "y",
        "2012-10-17",
        "12",
        "-1",
        "0123",
        "1e3",
        "0x1F",
        "0o7",
        ".inf",
        ".nan",
        "=",
        "!Ref A",
        "&a",
        "*a",
        "a: b",
        "- a",
        "# a",
        "a #b",
        "a\n",
        "\na",
        "a\n\n b\n",
        "\t",
        "{",
        "[]",
        "'",
        "\"",
        "---",
        "...",
        "%a",
        "@",
        "`",
        "|",
        ">",
        "?",
        "\u{feff}",
        "\u{7f}",
        "\u{85}",
        "\u{2028}",
        "\0",
        "😀",
        "${A.B}",
    ]);
    prop_oneof![telling.prop_map(str::to_owned), any::<String>(), "[a-zA-Z0-9:./ -]{0,20}"]
}

/// Text that YAML 1.1 has no other meaning for than YAML 1.2, in which `serde_yaml` writes it without quotes.
fn text_in_yaml() -> impl Strategy<Value = String> {
    text().prop_filter("text in all versions of YAML", |text| {
        let is_boolean = ["yes", "no", "on", "off"].contains(&text.to_ascii_lowercase().as_str());
        let unsigned = text.trim_start_matches(['+', '-']);
        let is_number =
            unsigned.starts_with(|first: char| first.is_ascii_digit()) && unsigned.contains(['_', ':', 'b']);
        let has_line_break = text.contains(['\u{85}', '\u{2028}', '\u{2029}']);
        !is_boolean && !is_number && !has_line_break
    })
}

fn number() -> impl Strategy<Value = Number> {
    prop_oneof![
        any::<i64>().prop_map(Number::from),
        any::<u64>().prop_map(Number::from),
        (-100_i64..100).prop_map(Number::from),
        any::<f64>().prop_filter_map("finite", Number::from_f64),
    ]
}

fn value(text: impl Strategy<Value = String> + Clone + 'static) -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number().prop_map(Value::Number),
        text.clone().prop_map(Value::String),
    ];
    leaf.prop_recursive(6, 60, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::Array),
            prop::collection::vec((text.clone(), inner), 0..8)
                .prop_map(|entries| Value::Object(Map::from_iter(entries))),
        ]
    })
}

fn template(value: &Value) -> Value {
    json!({"Metadata": {"Value": value}, "Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}})
}

fn read(text: &str) -> Result<Value, ReadError> {
    read_template("template", text.as_bytes()).map(|template| template.to_json())
}

fn with_tabs(value: &Value) -> String {
    let mut bytes = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b"\t");
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, formatter)).unwrap();
    String::from_utf8(bytes).unwrap()
}

proptest! {
    #[test]
    fn a_value_printed_as_json_reads_back_equal(value in value(text().boxed())) {
        let template = template(&value);
        for text in [template.to_string(), format!("{template:#}"), with_tabs(&template)] {
            prop_assert_eq!(read(&text), Ok(template.clone()), "{}", text);
        }
    }

    #[test]
    fn a_value_printed_as_yaml_reads_back_equal(value in value(text_in_yaml().boxed())) {
        let template = template(&value);
        let text = serde_yaml::to_string(&template).unwrap();
        prop_assert_eq!(read(&text), Ok(template), "{}", text);
    }

    #[test]
    fn any_bytes_are_read_or_refused_with_places(bytes: Vec<u8>) {
        assert_read_or_refused(&bytes);
    }

    #[test]
    fn any_text_of_yaml_and_json_characters_is_read_or_refused_with_places(
        text in "[-{}\\[\\]:,?!&*|>'\"%@#~<. \t\r\nab01]{0,200}"
    ) {
        assert_read_or_refused(text.as_bytes());
    }
}

fn assert_read_or_refused(bytes: &[u8]) {
    let read: Result<Located, ReadError> = read_template("template", bytes);
    if let Err(error) = read {
        assert!(!error.mistakes.is_empty());
        assert!(error.mistakes.iter().all(|mistake| mistake.position.line > 0 && mistake.position.column > 0));
    }
}
