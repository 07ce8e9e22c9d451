//! The screen that `status` shows.

use console::style;
use deploy::status::{Depth, Function, Mapping, Queue, StackState, SystemStatus};
use jiff::Timestamp;

use super::footnotes::Footnotes;
use crate::table::{Row, table};
use crate::text::visible;

/// The whole screen.
pub(super) fn draw(status: &SystemStatus, problems: &[String], now: Timestamp) -> String {
    let mut notes = Footnotes::default();
    let mut lines = stack(&status.stack, now);
    let functions = status.functions.iter().map(|function| function_row(function, &mut notes, now)).collect();
    let heads =
        ["functions", "state", "modified", "MiB", "code", "invoked/h", "errors/h", "throttled/h", "iterator age"];
    lines.extend(table(&heads, functions, 3..9));
    let mappings = status.mappings.iter().map(|mapping| mapping_row(mapping, &mut notes)).collect();
    lines.extend(table(&["mappings", "wakes", "state", "last result"], mappings, 0..0));
    let queues = status.queues.iter().map(|queue| queue_row(queue, &mut notes)).collect();
    lines.extend(table(&["queues", "visible", "in flight", "delayed", ""], queues, 1..4));
    if !problems.is_empty() {
        lines.push(String::new());
    }
    lines.extend(problems.iter().map(|problem| style(format!("! {}", visible(problem))).red().to_string()));
    let notes: Vec<_> = notes.lines().map(|note| style(note).dim().to_string()).collect();
    if !notes.is_empty() {
        lines.push(String::new());
    }
    lines.extend(notes);
    lines.join("\n")
}

fn stack(stack: &StackState, now: Timestamp) -> Vec<String> {
    let StackState { name, status, reason, last_change, termination_protection, drift, drift_checked } = stack;
    let colored = match status.as_str() {
        bad if bad.contains("ROLLBACK") || bad.ends_with("_FAILED") => style(status).red(),
        done if done.ends_with("_COMPLETE") => style(status).green(),
        _ => style(status).yellow(),
    };
    let reason = reason.as_deref().map(|reason| format!(": {}", visible(reason))).unwrap_or_default();
    let changed = last_change.map(|at| format!(", changed {}", ago(at, now))).unwrap_or_default();
    let protection = if *termination_protection { "protected from deletion" } else { "not protected from deletion" };
    let drift = match (drift, drift_checked) {
        (Some(drift), Some(at)) => format!("drift {drift} {}", ago(*at, now)),
        (Some(drift), None) => format!("drift {drift}"),
        (None, _) => "drift never checked".to_owned(),
    };
    vec![format!("stack {name}  {colored}{reason}{changed}, {protection}, {drift}")]
}

fn function_row(function: &Function, notes: &mut Footnotes, now: Timestamp) -> Row {
    let state = notes.cell(&function.state, |state| match (state.state.as_str(), state.last_update.as_str()) {
        ("Active", "" | "Successful") => "Active".to_owned(),
        (state, "" | "Successful") => state.to_owned(),
        (state, update) => format!("{state}, update {update}"),
    });
    let known = function.state.known();
    let of_state = |text: Option<String>| text.unwrap_or_default();
    let hour = notes.cell(&function.last_hour, |hour| hour.invocations.to_string());
    let of_hour = |count: Option<u64>| count.map(|count| count.to_string()).unwrap_or_default();
    let last_hour = function.last_hour.known();
    let age = notes.cell(&function.iterator_age_ms, |age| age.map(duration).unwrap_or_default());
    let is_bad = known.is_some_and(|state| state.state == "Failed" || state.last_update == "Failed")
        || last_hour.is_some_and(|hour| hour.errors > 0 || hour.throttles > 0);
    let cells = vec![
        function.logical_id.clone(),
        visible(&state),
        of_state(known.and_then(|state| Some(ago(state.last_modified?, now)))),
        of_state(known.and_then(|state| Some(state.memory_mib?.to_string()))),
        of_state(known.map(|state| size(state.code_bytes))),
        hour,
        of_hour(last_hour.map(|hour| hour.errors)),
        of_hour(last_hour.map(|hour| hour.throttles)),
        age,
    ];
    (is_bad, cells)
}

fn mapping_row(mapping: &Mapping, notes: &mut Footnotes) -> Row {
    let Some(state) = mapping.state.known() else {
        let unknown = notes.cell(&mapping.state, |_| String::new());
        return (false, vec![mapping.logical_id.clone(), String::new(), unknown, String::new()]);
    };
    let result = state.last_result.as_deref().unwrap_or_default();
    let is_bad = state.state.starts_with("Disabl") || result.starts_with("PROBLEM");
    let texts = [&state.source, &state.function, &state.state, result];
    (is_bad, texts.map(visible).into())
}

fn queue_row(queue: &Queue, notes: &mut Footnotes) -> Row {
    let known = queue.depth.known();
    let visible = notes.cell(&queue.depth, |depth| depth.visible.to_string());
    let of_depth = |count: fn(&Depth) -> u64| known.map(|depth| count(depth).to_string()).unwrap_or_default();
    let holds = known.is_some_and(|depth| depth.total() > 0);
    let role = if queue.dead_letters { "dead letters" } else { "" };
    let in_flight = of_depth(|depth| depth.in_flight);
    let delayed = of_depth(|depth| depth.delayed);
    (queue.dead_letters && holds, vec![queue.logical_id.clone(), visible, in_flight, delayed, role.to_owned()])
}

/// How long ago something was, to the largest unit that fits.
fn ago(at: Timestamp, now: Timestamp) -> String {
    let milliseconds = now.duration_since(at).as_millis();
    format!("{} ago", duration(u64::try_from(milliseconds).unwrap_or_default()))
}

/// A duration in milliseconds, in the largest unit that fits.
fn duration(milliseconds: u64) -> String {
    match milliseconds {
        0..1_000 => format!("{milliseconds} ms"),
        1_000..120_000 => format!("{} s", milliseconds / 1_000),
        120_000..7_200_000 => format!("{} min", milliseconds / 60_000),
        7_200_000..172_800_000 => format!("{} h", milliseconds / 3_600_000),
        _ => format!("{} days", milliseconds / 86_400_000),
    }
}

/// A number of bytes.
fn size(bytes: i64) -> String {
    #[allow(clippy::cast_precision_loss)]
    let bytes = bytes.max(0) as f64;
    if bytes < 1_048_576.0 { format!("{:.0} KiB", bytes / 1024.0) } else { format!("{:.1} MiB", bytes / 1_048_576.0) }
}

#[cfg(test)]
mod tests {
    use deploy::status::{FunctionState, LastHour, MappingState, Reading};

    use super::*;

    fn status() -> SystemStatus {
        let at = |text: &str| Some(text.parse().unwrap());
        let function = Function {
            logical_id: "Cart".to_owned(),
            name: "shop-Cart".to_owned(),
            state: Reading::Known(FunctionState {
                state: "Active".to_owned(),
                last_update: "Successful".to_owned(),
                reason: None,
                last_modified: at("2026-01-01T12:00:00Z"),
                memory_mib: Some(256),
                code_bytes: 3_670_016,
            }),
            last_hour: Reading::Known(LastHour { invocations: 12, errors: 0, throttles: 0 }),
            iterator_age_ms: Reading::Known(Some(90_500)),
        };
        let mapping = Mapping {
            logical_id: "CartFromEvents".to_owned(),
            uuid: "uuid".to_owned(),
            state: Reading::Known(MappingState {
                source: "Events".to_owned(),
                function: "Cart".to_owned(),
                state: "Enabled".to_owned(),
                reason: None,
                last_result: Some("OK".to_owned()),
                on_failure: None,
            }),
        };
        let depth = Reading::Unknown { unknown: "queues", reason: "AWS denied it".to_owned() };
        let queue = Queue::new("Jobs", "https://sqs/jobs", true, depth);
        SystemStatus {
            stack: StackState {
                name: "shop-dev".to_owned(),
                status: "UPDATE_COMPLETE".to_owned(),
                reason: None,
                last_change: at("2026-01-02T11:30:00Z"),
                termination_protection: true,
                drift: Some("IN_SYNC".to_owned()),
                drift_checked: at("2026-01-02T11:59:30Z"),
            },
            functions: vec![function],
            mappings: vec![mapping],
            queues: vec![queue],
        }
    }

    #[test]
    fn a_system_fits_on_a_screen_and_what_is_unknown_is_explained() {
        console::set_colors_enabled(false);
        let screen =
            draw(&status(), &["Jobs holds 3 dead letters".to_owned()], "2026-01-02T12:00:00Z".parse().unwrap());
        let expected = "\
stack shop-dev  UPDATE_COMPLETE, changed 30 min ago, protected from deletion, drift IN_SYNC 30 s ago

functions  state   modified  MiB     code  invoked/h  errors/h  throttled/h  iterator age
Cart       Active  24 h ago  256  3.5 MiB         12         0            0          90 s

mappings  wakes  state    last result
Events    Cart   Enabled  OK

queues  visible  in flight  delayed
Jobs      ? [1]                      dead letters

! Jobs holds 3 dead letters

[1] unknown: AWS denied it";
        assert_eq!(screen, expected);
    }
}
