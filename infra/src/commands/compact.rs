//! `compact`

use clap::Args;
use functions::compact::{CompactReport, CompactRequest};
use indicatif::HumanCount;
use miette::{IntoDiagnostic, Result};

use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, connect_to_deployed, deployed_function};
use crate::terminal::{Terminal, answer};

/// Make few large objects of the many small ones of each hour of the archive.
///
/// This happens every night by itself. Hours in which something may still arrive are left alone, and so are hours with a
/// damaged object: the exit code is then 1.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra compact --dry-run --env prod
  infra compact --env prod")]
pub(crate) struct Compact {
    /// Only say what there is to do.
    #[arg(long)]
    dry_run: bool,

    /// Print the report as JSON.
    #[arg(long)]
    json: bool,

    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_compact(args: &Compact) -> Result<Ended> {
    let function = deployed_function(args.env, "compact")?;
    let terminal = Terminal::new();
    let report = block_on(async {
        let connection = connect_to_deployed(args.env).await?;
        let mut all = CompactReport::default();
        loop {
            let older_than_hours = args.env.settled_hours();
            let request = CompactRequest { older_than_hours, dry_run: args.dry_run, after: all.after.take() };
            let report: CompactReport = function.ask(&connection, &request).await?;
            all += report;
            if all.complete {
                return Ok(all);
            }
            terminal.step(&format!("{} hours compacted", HumanCount(all.hours)));
        }
    })?;
    terminal.finish();
    answer(&if args.json { serde_json::to_string_pretty(&report).into_diagnostic()? } else { text(args, &report) })?;
    Ok(if report.left.is_empty() { Ended::Well } else { Ended::Found })
}

fn text(args: &Compact, report: &CompactReport) -> String {
    let CompactReport { hours, objects_before, objects_after, events, duplicates, .. } = *report;
    let [hours, before, after, events, duplicates] =
        [hours, objects_before, objects_after, events, duplicates].map(HumanCount);
    let mut lines = vec![if args.dry_run {
        format!("{hours} hours with {before} objects would be compacted")
    } else {
        format!(
            "{hours} hours compacted: {before} objects became {after}, with {events} events ({duplicates} were there once more)"
        )
    }];
    lines.extend(report.left.iter().map(|left| format!("  left {}: {}", left.hour, left.reason)));
    lines.join("\n")
}
