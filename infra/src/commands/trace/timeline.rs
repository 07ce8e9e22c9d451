//! The steps of one request in the order of time, made of what functions log.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use crate::commands::logs::carries;
use crate::text::visible;

/// What a function logs when it has sent an event on its way.
const SENDS: [&str; 2] = ["publishing", "replaying"];

/// What a function logs when it has decided on a command.
const DECIDES: &str = "command";

/// The fields that say what came of a step, the first that is there.
const OUTCOMES: [&str; 4] = ["result", "done", "taken", "status"];

/// The way of one request.
pub(super) struct Timeline<'a> {
    correlation: &'a str,
    steps: Vec<Step>,
}

/// Something that a function did with a command or an event.
struct Step {
    at: Timestamp,
    function: String,
    what: String,
    outcome: Option<String>,
    aggregate_id: Option<String>,
    /// The event, if it is about one.
    event_id: Option<String>,
    /// The command, if it is about one.
    command_id: Option<String>,
    /// What the event follows from.
    causation_id: Option<String>,
    generation: Option<String>,
}

impl<'a> Timeline<'a> {
    pub fn new(correlation: &'a str) -> Self {
        Self { correlation, steps: Vec::new() }
    }

    /// Adds a line of a log, if it is about the request and says what was done.
    pub fn add(&mut self, function: &str, logged_at: Timestamp, line: &str) {
        let Ok(Value::Object(object)) = serde_json::from_str(line) else { return };
        if !carries(&object, self.correlation) {
            return;
        }
        let Some(what) = text(&object, "message") else { return };
        // The functions' own times are finer than those of the log.
        let at = text(&object, "timestamp").and_then(|time| time.parse().ok()).unwrap_or(logged_at);
        let generation = text(&object, "generation").or_else(|| text(&object, "run"));
        let step = Step {
            at,
            function: function.to_owned(),
            what,
            outcome: OUTCOMES.iter().find_map(|name| text(&object, name)),
            aggregate_id: text(&object, "aggregate_id"),
            event_id: text(&object, "id"),
            command_id: text(&object, "command_id"),
            causation_id: text(&object, "causation_id"),
            generation: generation.filter(|generation| generation != "live"),
        };
        let place = self.steps.partition_point(|other| other.at <= step.at);
        self.steps.insert(place, step);
    }

    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// How long after the step that it follows from a step came: for an event after it was sent, or else after the command.
    fn hop(&self, position: usize) -> Option<SignedDuration> {
        let step = &self.steps[position];
        let earlier = || self.steps[..position].iter().rev();
        let is_sender = SENDS.contains(&step.what.as_str());
        let sent = earlier().find(|other| {
            !is_sender
                && SENDS.contains(&other.what.as_str())
                && other.event_id == step.event_id
                && other.generation == step.generation
        });
        let decided = || {
            let is_cause = |other: &&Step| other.what == DECIDES && other.command_id == step.causation_id;
            earlier().find(is_cause).filter(|_| step.generation.is_none())
        };
        let from = step.event_id.as_ref().and_then(|_| sent.or_else(decided))?;
        Some(step.at.duration_since(from.at))
    }

    fn since_first(&self, step: &Step) -> SignedDuration {
        self.steps.first().map_or(SignedDuration::ZERO, |first| step.at.duration_since(first.at))
    }

    /// A line for each step: how long after the first, how long after the step before on the event's way, and what.
    pub fn text(&self) -> String {
        let Some(first) = self.steps.first() else {
            return format!("nothing is logged about {}", visible(self.correlation));
        };
        let mut lines = vec![format!("{}  from {}", visible(self.correlation), first.at)];
        lines.push(format!(
            "{:>10}  {:>10}  {:<14}  {:<11}  {:<14}  event",
            "since", "hop", "function", "what", "outcome"
        ));
        for (position, step) in self.steps.iter().enumerate() {
            let hop = self.hop(position).map(milliseconds).unwrap_or_default();
            let outcome = visible(step.outcome.as_deref().unwrap_or_default());
            let subject = step.event_id.as_ref().or(step.aggregate_id.as_ref());
            let generation = step.generation.as_ref().map(|name| format!(" for {name}")).unwrap_or_default();
            let line = format!(
                "{:>10}  {hop:>10}  {:<14}  {:<11}  {outcome:<14}  {}",
                milliseconds(self.since_first(step)),
                visible(&step.function),
                visible(&step.what),
                visible(&format!("{}{generation}", subject.map_or("", |subject| subject.as_str()))),
            );
            lines.push(line.trim_end().to_owned());
        }
        lines.join("\n")
    }

    pub fn json(&self) -> Value {
        let steps = self.steps.iter().enumerate().map(|(position, step)| {
            json!({
                "at": step.at,
                "function": step.function,
                "what": step.what,
                "outcome": step.outcome,
                "aggregate_id": step.aggregate_id,
                "event_id": step.event_id,
                "command_id": step.command_id,
                "causation_id": step.causation_id,
                "generation": step.generation,
                "since_first_ms": self.since_first(step).as_millis_f64(),
                "hop_ms": self.hop(position).map(|hop| hop.as_millis_f64()),
            })
        });
        json!({ "correlation_id": self.correlation, "steps": steps.collect::<Vec<_>>() })
    }
}

fn text(object: &Map<String, Value>, name: &str) -> Option<String> {
    match object.get(name)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn milliseconds(time: SignedDuration) -> String {
    format!("{:.1} ms", time.as_millis_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "00000000-0000-0000-0000-000000000001";

    fn line(ms: u32, message: &str, more: &str) -> String {
        format!(
            r#"{{"timestamp":"2026-01-02T12:00:00.{ms:03}Z","level":"INFO","message":"{message}","correlation_id":"{ID}"{more}}}"#
        )
    }

    fn timeline() -> Timeline<'static> {
        let mut timeline = Timeline::new(ID);
        let event = format!(r#","id":"a:1","aggregate_id":"a","causation_id":"{ID}""#);
        let command = format!(r#","aggregate_id":"a","command_id":"{ID}","result":"Accepted""#);
        let at = Timestamp::UNIX_EPOCH;
        // In another order than they happened.
        timeline.add(
            "related-items",
            at,
            &line(900, "event", &format!(r#"{event},"generation":"live","done":"Taken(Applied)""#)),
        );
        timeline.add("cart", at, &line(100, "command", &command));
        timeline.add("archive", at, &line(800, "archived", &event));
        timeline.add("publish", at, &line(300, "publishing", &event));
        timeline.add("replay", at, &line(950, "replaying", &format!(r#"{event},"run":"r""#)));
        timeline.add(
            "related-items",
            at,
            &line(990, "event", &format!(r#"{event},"generation":"r","done":"Taken(Applied)""#)),
        );
        timeline.add("cart", at, &line(1, "command", "").replace(ID, "another"));
        timeline.add("cart", at, "START");
        timeline
    }

    #[test]
    fn each_hop_is_measured_from_where_the_event_came() {
        let expected = "\
00000000-0000-0000-0000-000000000001  from 2026-01-02T12:00:00.1Z
     since         hop  function        what         outcome         event
    0.0 ms              cart            command      Accepted        a
  200.0 ms    200.0 ms  publish         publishing                   a:1
  700.0 ms    500.0 ms  archive         archived                     a:1
  800.0 ms    600.0 ms  related-items   event        Taken(Applied)  a:1
  850.0 ms              replay          replaying                    a:1 for r
  890.0 ms     40.0 ms  related-items   event        Taken(Applied)  a:1 for r";
        assert_eq!(timeline().text(), expected);
        let json = timeline().json();
        assert_eq!((&json["steps"][1]["hop_ms"], &json["steps"][4]["hop_ms"]), (&json!(200.0), &Value::Null));
    }

    #[test]
    fn nothing_found_is_said() {
        assert!(Timeline::new("\u{1b}").is_empty());
        assert_eq!(Timeline::new("\u{1b}").text(), "nothing is logged about \\x1b");
    }
}
