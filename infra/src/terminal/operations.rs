//! What operations on stacks are about, apart from how it is drawn.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant, SystemTime};

use console::Style;
use deploy::ResourceEvent;

use crate::text::visible;

/// How many resources have to be done before their pace says anything about the rest.
const BASIS: usize = 3;

/// The type of a stack in its own events.
const STACK: &str = "AWS::CloudFormation::Stack";

/// The operations that are going on, by stack.
#[derive(Debug, Default)]
pub(super) struct Operations(BTreeMap<String, Operation>);

/// An operation on a stack.
#[derive(Debug)]
struct Operation {
    began: Instant,
    /// How many resources will change, if that is known.
    changes: Option<usize>,
    /// The resources in progress, by logical id.
    running: BTreeMap<String, Running>,
    done: BTreeSet<String>,
    cancelled: usize,
}

/// A resource in progress.
#[derive(Debug)]
struct Running {
    kind: String,
    since: Instant,
    /// Since when by CloudFormation's clock: events arrive several at a time.
    at: Option<SystemTime>,
}

impl Running {
    /// How long it took, now that this event ended it.
    fn took(&self, event: &ResourceEvent, now: Instant) -> Duration {
        let by_events = self.at.zip(event.at).and_then(|(began, ended)| ended.duration_since(began).ok());
        by_events.unwrap_or_else(|| now.duration_since(self.since))
    }
}

impl Operations {
    pub fn begin(&mut self, stack: &str, changes: Option<usize>, now: Instant) {
        let operation =
            Operation { began: now, changes, running: BTreeMap::new(), done: BTreeSet::new(), cancelled: 0 };
        self.0.insert(stack.to_owned(), operation);
    }

    /// Takes note of an event. Returns the lines that stay: what ended and, if `every` is set, also what began.
    pub fn event(&mut self, stack: &str, event: &ResourceEvent, now: Instant, every: bool) -> Vec<String> {
        let Some(operation) = self.0.get_mut(stack) else { return Vec::new() };
        // The stack itself has an event of each kind, too. Only why it was given up is news.
        let is_stack = event.resource_type == STACK;
        if is_stack && event.reason.is_none() {
            return Vec::new();
        }
        let is_over = event.is_failure() || event.status.ends_with("_COMPLETE");
        let took = operation.running.get(&event.logical_id).map(|running| running.took(event, now));
        if is_over {
            operation.running.remove(&event.logical_id);
            if !is_stack {
                operation.done.insert(event.logical_id.clone());
            }
        } else if !is_stack && took.is_none() {
            let running = Running { kind: event.resource_type.clone(), since: now, at: event.at };
            operation.running.insert(event.logical_id.clone(), running);
        }
        if event.is_consequence() {
            operation.cancelled += 1;
            return Vec::new();
        }
        if !is_over && !every && !is_stack {
            return Vec::new();
        }
        let elapsed = seconds(now.duration_since(operation.began));
        vec![line(stack, &elapsed, event, took)]
    }

    /// Ends an operation. Returns the lines that stay.
    pub fn end(&mut self, stack: &str, status: &str, now: Instant) -> Vec<String> {
        let Some(operation) = self.0.remove(stack) else { return Vec::new() };
        let others = match operation.cancelled {
            0 => None,
            1 => Some("1 other resource was cancelled because of that".to_owned()),
            many => Some(format!("{many} other resources were cancelled because of that")),
        };
        let elapsed = seconds(now.duration_since(operation.began));
        let ended = format!("stack {stack} is {} after {elapsed}", colour(status).apply_to(status));
        others.into_iter().chain([ended]).collect()
    }

    /// One line about an operation: how much is done, and how long the rest may take.
    pub fn headline(&self, stack: &str, now: Instant) -> String {
        let Some(operation) = self.0.get(stack) else { return String::new() };
        let done = operation.done.len();
        let of = operation.changes.map(|changes| format!(" of {changes}")).unwrap_or_default();
        let rest = operation.rest(now).map(|rest| format!(", about {} left", seconds(rest))).unwrap_or_default();
        format!("stack {stack}: {done}{of} done{rest}")
    }

    /// The resources in progress, with their types, those that take longest first.
    pub fn running(&self, stack: &str) -> Vec<(&str, &str)> {
        let Some(operation) = self.0.get(stack) else { return Vec::new() };
        let mut running: Vec<_> = operation.running.iter().collect();
        running.sort_by_key(|(_, running)| running.since);
        running.into_iter().map(|(id, running)| (id.as_str(), running.kind.as_str())).collect()
    }
}

impl Operation {
    /// How long the rest takes at the pace so far; none before there is a pace, or if nobody knows how much is left.
    fn rest(&self, now: Instant) -> Option<Duration> {
        let done = self.done.len();
        let left = self.changes?.checked_sub(done).filter(|left| *left > 0 && done >= BASIS)?;
        Some(now.duration_since(self.began).mul_f64(left as f64 / done as f64))
    }
}

/// `shop-dev  12.3 s  CREATE_COMPLETE  Carts  AWS::DynamoDB::Table  4.2 s: reason`
fn line(stack: &str, elapsed: &str, event: &ResourceEvent, took: Option<Duration>) -> String {
    let status = colour(&event.status).apply_to(format!("{:<28}", event.status));
    let took = took.map(|took| format!("  {}", seconds(took))).unwrap_or_default();
    let reason = event.reason.as_deref().map(|reason| format!(": {}", visible(reason))).unwrap_or_default();
    let (id, kind) = (visible(&event.logical_id), visible(&event.resource_type));
    format!("{stack}  {elapsed:>7}  {status} {id:<32} {kind}{took}{reason}")
}

fn colour(status: &str) -> Style {
    let style = Style::new().for_stderr();
    match status {
        failed if failed.ends_with("_FAILED") || failed.contains("ROLLBACK") => style.red(),
        done if done.ends_with("_COMPLETE") => style.green(),
        _ => style.dim(),
    }
}

fn seconds(duration: Duration) -> String {
    match duration.as_secs() {
        seconds @ 100.. => format!("{}m{:02}s", seconds / 60, seconds % 60),
        _ => format!("{:.1} s", duration.as_secs_f32()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(id: &str, status: &str, reason: Option<&str>) -> ResourceEvent {
        let kind = if id == "shop" { STACK } else { "AWS::SQS::Queue" };
        ResourceEvent {
            logical_id: id.to_owned(),
            resource_type: kind.to_owned(),
            status: status.to_owned(),
            reason: reason.map(str::to_owned),
            at: None,
        }
    }

    /// An operation, and what is shown of its events, each a second after the one before.
    fn shown(
        changes: Option<usize>,
        events: &[(&str, &str, Option<&str>)],
        every: bool,
    ) -> (Operations, Vec<String>, Instant) {
        let mut now = Instant::now();
        let mut operations = Operations::default();
        operations.begin("shop", changes, now);
        let mut lines = Vec::new();
        for (id, status, reason) in events {
            now += Duration::from_secs(1);
            lines.extend(operations.event("shop", &event(id, status, *reason), now, every));
        }
        let plain =
            lines.iter().map(|line| console::strip_ansi_codes(line).split_whitespace().collect::<Vec<_>>().join(" "));
        (operations, plain.collect(), now)
    }

    const THREE: [(&str, &str, Option<&str>); 6] = [
        ("A", "CREATE_IN_PROGRESS", None),
        ("B", "CREATE_IN_PROGRESS", None),
        ("A", "CREATE_IN_PROGRESS", Some("Resource creation Initiated")),
        ("A", "CREATE_COMPLETE", None),
        ("B", "CREATE_COMPLETE", None),
        ("C", "CREATE_IN_PROGRESS", None),
    ];

    #[test]
    fn what_is_done_stays_with_its_duration_and_what_is_not_is_live() {
        let (operations, lines, now) = shown(Some(6), &THREE, false);
        let expected = [
            "shop 4.0 s CREATE_COMPLETE A AWS::SQS::Queue 3.0 s",
            "shop 5.0 s CREATE_COMPLETE B AWS::SQS::Queue 3.0 s",
        ];
        assert_eq!(lines, expected);
        assert_eq!(operations.running("shop"), [("C", "AWS::SQS::Queue")]);
        assert_eq!(operations.headline("shop", now), "stack shop: 2 of 6 done", "no estimate without a basis");
    }

    #[test]
    fn the_rest_is_estimated_from_the_pace() {
        let more = [THREE.as_slice(), &[("C", "CREATE_COMPLETE", None)]].concat();
        let (operations, _, now) = shown(Some(6), &more, false);
        assert_eq!(operations.headline("shop", now), "stack shop: 3 of 6 done, about 7.0 s left");
        let (operations, _, now) = shown(None, &more, false);
        assert_eq!(operations.headline("shop", now), "stack shop: 3 done");
    }

    #[test]
    fn in_a_pipe_every_event_is_a_line() {
        let (_, lines, _) = shown(None, &THREE, true);
        assert_eq!(lines.len(), THREE.len());
        assert_eq!(lines[2], "shop 3.0 s CREATE_IN_PROGRESS A AWS::SQS::Queue 2.0 s: Resource creation Initiated");
    }

    #[test]
    fn the_cause_is_shown_and_what_follows_from_it_is_folded() {
        let events = [
            ("A", "CREATE_FAILED", Some("denied \u{1b}[2J")),
            ("B", "CREATE_FAILED", Some("Resource creation cancelled")),
            ("C", "CREATE_FAILED", Some("Resource creation cancelled")),
            ("shop", "ROLLBACK_IN_PROGRESS", Some("The following resource(s) failed to create: [A, B, C].")),
        ];
        let (mut operations, lines, now) = shown(Some(3), &events, false);
        assert_eq!(lines[0], "shop 1.0 s CREATE_FAILED A AWS::SQS::Queue: denied \\x1b[2J");
        assert_eq!(lines.len(), 2, "{lines:?}");
        let ended = operations.end("shop", "ROLLBACK_COMPLETE", now);
        assert_eq!(ended[0], "2 other resources were cancelled because of that");
        assert!(console::strip_ansi_codes(&ended[1]).ends_with("is ROLLBACK_COMPLETE after 4.0 s"), "{ended:?}");
    }

    #[test]
    fn long_durations_are_in_minutes() {
        assert_eq!(seconds(Duration::from_millis(99_900)), "99.9 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2m05s");
    }
}
