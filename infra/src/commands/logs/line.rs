//! One line of a log, as it is shown.

use std::fmt::Write;

use console::{Color, style};
use deploy::logs::LogLine;
use serde_json::{Map, Value, json};

use crate::text::{json_line, visible};

/// The fields that CloudWatch's own time and the level replace.
const TIMES: [&str; 2] = ["timestamp", "time"];

/// What says which fields are metrics, which is for CloudWatch.
const METRICS: &str = "_aws";

/// What the correlation id is called: in what functions log, in the envelopes of events, and in other programs.
const CORRELATION: [&str; 3] = ["correlation_id", "correlationid", "correlationId"];

/// The colours by which functions are told from one another. Red and yellow are for levels.
const COLORS: [Color; 6] =
    [Color::Cyan, Color::Green, Color::Magenta, Color::Blue, Color::Color256(208), Color::Color256(141)];

/// A line, its function as the program calls it, and the object that it consists of if it is JSON.
pub(super) struct Shown<'a> {
    line: &'a LogLine,
    function: &'a str,
    object: Option<Map<String, Value>>,
}

impl<'a> Shown<'a> {
    pub fn of(line: &'a LogLine, function: &'a str) -> Self {
        let object = match serde_json::from_str(&line.message) {
            Ok(Value::Object(object)) => Some(object),
            _ => None,
        };
        Self { line, function, object }
    }

    /// Whether it carries a correlation id, or, if it is no JSON, mentions it.
    pub fn is_about(&self, id: &str) -> bool {
        match &self.object {
            Some(object) => carries(object, id),
            None => self.line.message.contains(id),
        }
    }

    /// One JSON object.
    pub fn json(&self) -> String {
        let LogLine { group, stream, event_id, message, .. } = self.line;
        let message = self.object.clone().map_or_else(|| json!(message), Value::Object);
        json_line(&json!({
            "at": self.line.at(), "function": self.function, "group": group, "stream": stream, "event_id": event_id,
            "message": message,
        }))
    }

    /// Time, function, level, message and fields, or the line as it is. `functions` is how many there are to tell apart.
    pub fn text(&self, functions: usize) -> String {
        let at = self.line.at().strftime("%F %T%.3f");
        let function = style(format!("{:<14}", visible(self.function)));
        let function = match color(self.function) {
            Some(color) if functions > 1 => function.fg(color),
            _ => function,
        };
        let content = self.object.as_ref().map_or_else(|| visible(&self.line.message), content);
        format!("{} {function} {content}", style(at).dim())
    }
}

/// The same colour for the same function in every run.
fn color(function: &str) -> Option<Color> {
    let sum = function.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
    COLORS.get(sum % COLORS.len()).copied()
}

/// Whether a line carries this correlation id.
pub(crate) fn carries(object: &Map<String, Value>, id: &str) -> bool {
    object.iter().any(|(name, value)| match value {
        Value::String(text) => CORRELATION.contains(&name.as_str()) && text.eq_ignore_ascii_case(id),
        Value::Object(inner) => carries(inner, id),
        _ => false,
    })
}

fn content(object: &Map<String, Value>) -> String {
    let text = |name: &str| object.get(name).and_then(Value::as_str);
    // Lambda's own lines have a type and a record in place of a level and a message.
    let (level, message) = (text("level").unwrap_or_default(), text("message").or_else(|| text("type")));
    let padded = style(format!("{:<5}", visible(level)));
    let mut content = match level.to_ascii_uppercase().as_str() {
        "ERROR" | "FATAL" => padded.red().bold(),
        "WARN" | "WARNING" => padded.yellow(),
        "INFO" => padded.green(),
        _ => padded.dim(),
    }
    .to_string();
    if let Some(message) = message {
        let _ = write!(content, " {}", visible(message));
    }
    let message = if object.contains_key("message") { "message" } else { "type" };
    for (name, value) in object {
        if name == "level" && value.is_string()
            || name == message && value.is_string()
            || is_time(name, value)
            || name == METRICS
        {
            continue;
        }
        field(&mut content, name, value);
    }
    content
}

fn is_time(name: &str, value: &Value) -> bool {
    TIMES.contains(&name) && value.is_string()
}

/// ` name=value`; the fields of an inner object stand beside those of the outer one.
fn field(content: &mut String, name: &str, value: &Value) {
    if let Value::Object(inner) = value {
        // What the span is called is the same in every line.
        for (inner_name, value) in inner.iter().filter(|(inner_name, _)| name != "span" || *inner_name != "name") {
            let qualified =
                if name == "span" || name == "record" { inner_name.clone() } else { format!("{name}.{inner_name}") };
            field(content, &qualified, value);
        }
        return;
    }
    let text = match value {
        Value::String(text) if !text.is_empty() && !text.contains([' ', '"', '=']) => visible(text),
        other => visible(&other.to_string()),
    };
    let _ = write!(content, " {}{text}", style(format!("{}=", visible(name))).dim());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(message: &str) -> LogLine {
        let [function, group, stream] = ["Cart", "/aws/lambda/cart", "stream"].map(str::to_owned);
        LogLine { at_ms: 1_767_355_200_123, function, group, stream, event_id: None, message: message.to_owned() }
    }

    fn text(message: &str) -> String {
        console::set_colors_enabled(false);
        Shown::of(&line(message), "cart").text(2)
    }

    #[test]
    fn json_is_shown_as_level_message_and_fields() {
        let logged = r#"{"timestamp":"2026-01-02T12:00:00Z","level":"INFO","message":"command","result":"a b","n":1,
            "span":{"request_id":"r","name":"invocation"},"at":{"x":{"y":true}}}"#;
        let shown = text(logged);
        let fields = shown.strip_prefix("2026-01-02 12:00:00.123 cart           INFO  command").unwrap();
        for field in [" at.x.y=true", " n=1", " result=\"a b\"", " request_id=r"] {
            assert!(fields.contains(field), "{fields}");
        }
        assert_eq!(fields.matches('=').count(), 4, "{fields}");
    }

    #[test]
    fn metrics_are_shown_as_fields() {
        let logged =
            r#"{"_aws":{"Timestamp":0,"CloudWatchMetrics":[]},"level":"INFO","message":"metrics","EventsLeft":2}"#;
        assert_eq!(text(logged), "2026-01-02 12:00:00.123 cart           INFO  metrics EventsLeft=2");
    }

    #[test]
    fn lines_of_lambda_itself_are_shown_by_their_type() {
        let logged = r#"{"time":"2026-01-02T12:00:00Z","type":"platform.report","record":{"status":"success"}}"#;
        assert_eq!(text(logged), "2026-01-02 12:00:00.123 cart                 platform.report status=success");
    }

    #[test]
    fn other_lines_are_shown_as_they_are_but_cannot_steer_the_terminal() {
        for (logged, shown) in [
            ("START RequestId: 1", "START RequestId: 1"),
            ("[1,2]", "[1,2]"),
            ("{\"cut", "{\"cut"),
            ("\u{1b}[2Jgone", "\\x1b[2Jgone"),
            (
                r#"{"level":"\u001b[31m","message":"\u001b[2J\nx","\u001bk":"\u009b"}"#,
                "\\x1b[31m \\x1b[2J\\nx \\x1bk=\\u{9b}",
            ),
        ] {
            assert_eq!(text(logged), format!("2026-01-02 12:00:00.123 cart           {shown}"));
        }
    }

    #[test]
    fn a_line_is_about_a_correlation_id_that_it_carries() {
        let is_about = |message: &str| Shown::of(&line(message), "cart").is_about("id-1");
        assert!(is_about(r#"{"correlation_id":"ID-1"}"#));
        assert!(is_about(r#"{"event":{"correlationid":"id-1"}}"#));
        assert!(is_about("about id-1"));
        assert!(!is_about(r#"{"command_id":"id-1","correlation_id":"id-2"}"#));
        assert!(!is_about("about id-2"));
    }

    #[test]
    fn every_line_is_a_json_object_of_its_own_if_asked_for() {
        let shown = Shown::of(&line("{\"message\":\"\u{9b}\\u001b\"}"), "cart").json();
        let expected = json!({
            "at": "2026-01-02T12:00:00.123Z", "function": "cart", "group": "/aws/lambda/cart", "stream": "stream",
            "event_id": null, "message": { "message": "\u{9b}\u{1b}" },
        });
        assert!(shown.is_ascii() && !shown.contains('\u{1b}'), "{shown}");
        assert_eq!(serde_json::from_str::<Value>(&shown).unwrap(), expected);
    }
}
