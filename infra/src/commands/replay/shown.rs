//! What became of a run, and which runs there are, for people or for programs.

use functions::replay::{Counts, Damage, Hole, ReplayAnswer, Run, RunState};
use indicatif::{HumanBytes, HumanCount};
use miette::{IntoDiagnostic, Result};

use crate::terminal::answer;
use crate::text::visible;

/// Shows an answer of the function `replay`.
pub(super) fn answered(answered: &ReplayAnswer, as_json: bool) -> Result<()> {
    let text = match answered {
        ReplayAnswer::Run(run) if as_json => serde_json::to_string_pretty(run).into_diagnostic()?,
        ReplayAnswer::Runs(runs) if as_json => serde_json::to_string_pretty(runs).into_diagnostic()?,
        ReplayAnswer::Run(run) => of_run(run),
        ReplayAnswer::Runs(runs) if runs.is_empty() => "no runs on record".to_owned(),
        ReplayAnswer::Runs(runs) => runs.iter().map(line).collect::<Vec<_>>().join("\n"),
    };
    answer(&text)
}

/// A run with everything that it has met.
fn of_run(run: &Run) -> String {
    let Counts { objects, bytes, lines, selected, duplicates, aggregates, .. } = run.counts;
    let mut text = vec![
        line(run),
        format!(
            "  {} objects of the archive read, {}, {} events",
            HumanCount(objects),
            HumanBytes(bytes),
            HumanCount(lines)
        ),
        format!(
            "  {} events of {} aggregates selected, {} duplicates left out",
            HumanCount(selected),
            HumanCount(aggregates),
            HumanCount(duplicates)
        ),
    ];
    if run.counts.holes > 0 {
        text.push(format!(
            "  the archive lacks events that the handler read from the event table ({} holes):",
            run.counts.holes
        ));
        text.extend(run.holes.iter().map(hole));
        text.extend(more(run.counts.holes, run.holes.len()));
        text.push("  `infra audit --repair` puts them into the archive".to_owned());
    }
    if run.counts.damaged > 0 {
        text.push(format!("  the archive cannot be read in {} places:", run.counts.damaged));
        text.extend(run.damaged.iter().map(damage));
        text.extend(more(run.counts.damaged, run.damaged.len()));
    }
    text.join("\n")
}

fn line(run: &Run) -> String {
    let state = match run.state {
        RunState::Incomplete => "incomplete",
        RunState::Complete => "complete",
        RunState::Cancelled => "cancelled",
    };
    let done = if run.dry_run {
        "a dry run, nothing sent".to_owned()
    } else {
        format!("{} events sent", HumanCount(run.counts.sent))
    };
    let because = run.stopped_because.as_ref().map(|reason| format!(", stopped: {reason}")).unwrap_or_default();
    visible(&format!("run {} to {}: {state}, {done}, begun {:.0}{because}", run.run, run.handler, run.started_at))
}

fn hole(hole: &Hole) -> String {
    let Hole { aggregate_id, from, to } = hole;
    let versions = if from == to { format!("version {from}") } else { format!("versions {from} to {to}") };
    visible(&format!("    {aggregate_id}: {versions}"))
}

fn damage(damage: &Damage) -> String {
    let Damage { object, after_lines, reason } = damage;
    visible(&format!("    {object} behind line {after_lines}: {reason}"))
}

fn more(count: u64, shown: usize) -> Option<String> {
    let hidden = count.saturating_sub(shown as u64);
    (hidden > 0).then(|| format!("    and {hidden} more"))
}
