//! `audit`

use clap::Args;
use functions::audit::{AuditReport, AuditRequest, Finding, GRACE_SECONDS, Step};
use indicatif::HumanCount;
use miette::{IntoDiagnostic, Result};

use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, connect_to_deployed, deployed_function};
use crate::terminal::{Terminal, answer};

/// How many findings are shown as text. JSON has them all.
const SHOWN: usize = 50;

/// Compare the archive with the event table, event by event.
///
/// It says which events the archive lacks, which only the archive has, which differ, and which objects or lines cannot be
/// read. With `--repair`, what is missing is written into the archive from the table, and a damaged object is replaced by
/// what can be read of it; the object itself goes to the bucket of failures. What only the archive has is never touched.
/// The exit code is 1 if something is left that should not be so.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra audit --env prod
  infra audit --repair --env prod
  infra audit --aggregate 01890a5d-ac96-774b-bcce-b302099a8057 --json")]
pub(crate) struct Audit {
    /// Restore what the archive lacks.
    #[arg(long)]
    repair: bool,

    /// Only the events of this aggregate.
    #[arg(long, value_name = "ID")]
    aggregate: Option<String>,

    /// How old an event has to be before the archive should have it.
    #[arg(long, value_name = "SECONDS", default_value_t = GRACE_SECONDS)]
    grace: u32,

    /// Print the report as JSON.
    #[arg(long)]
    json: bool,

    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_audit(args: &Audit) -> Result<Ended> {
    let function = deployed_function(args.env, "audit")?;
    let terminal = Terminal::new();
    let report = block_on(async {
        let connection = connect_to_deployed(args.env).await?;
        let mut all = AuditReport::default();
        loop {
            let request = AuditRequest {
                aggregate: args.aggregate.clone(),
                repair: args.repair,
                grace_seconds: Some(args.grace),
                resume: all.resume.take(),
            };
            let report: AuditReport = function.ask(&connection, &request).await?;
            all += report;
            let Some(position) = &all.resume else { return Ok(all) };
            let (objects, commits) = (HumanCount(all.objects), HumanCount(all.commits));
            terminal.step(&match position.step {
                Step::Archive(_) => format!("reading the archive: {objects} objects"),
                Step::Table(_) => format!("reading the table: {commits} commits"),
                Step::Compare(slice) => format!("comparing: {slice} of 256 parts"),
            });
        }
    })?;
    terminal.finish();
    answer(&if args.json { serde_json::to_string_pretty(&report).into_diagnostic()? } else { text(&report) })?;
    Ok(if report.is_clean() { Ended::Well } else { Ended::Found })
}

fn text(report: &AuditReport) -> String {
    let AuditReport { objects, archived, recorded, on_their_way, out_of_turn, duplicates, missing, restored, .. } =
        *report;
    let [objects, archived, recorded] = [objects, archived, recorded].map(HumanCount);
    let mut lines = vec![format!("{recorded} events in the table, {archived} in the archive ({objects} objects)")];
    let counts = [
        (missing, "missing in the archive"),
        (restored, "restored"),
        (report.extra, "only in the archive"),
        (report.different, "different"),
        (report.unreadable, "unreadable"),
        (report.replaced, "of them replaced"),
        (on_their_way, "still on their way"),
        (out_of_turn, "in an hour before that of their predecessors, which readers wait for"),
        (duplicates, "there once more, which readers leave out"),
    ];
    lines.extend(
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{} {what}", HumanCount(count))),
    );
    lines.extend(report.findings.iter().take(SHOWN).map(|finding| format!("  {}", shown(finding))));
    if report.findings.len() > SHOWN {
        lines.push(format!("  and {} more: --json has them", report.findings.len() - SHOWN));
    }
    if report.is_clean() {
        lines.push("the archive has what the table has".to_owned());
    }
    lines.join("\n")
}

fn shown(finding: &Finding) -> String {
    let mended = |repaired: bool, how: &str| if repaired { format!(" ({how})") } else { String::new() };
    match finding {
        Finding::Missing { aggregate_id, from, to, repaired } if from == to => {
            format!("missing: {aggregate_id} version {from}{}", mended(*repaired, "restored"))
        }
        Finding::Missing { aggregate_id, from, to, repaired } => {
            format!("missing: {aggregate_id} versions {from} to {to}{}", mended(*repaired, "restored"))
        }
        Finding::OutOfTurn { aggregate_id, from, to } if from == to => {
            format!("out of turn: {aggregate_id} version {from}")
        }
        Finding::OutOfTurn { aggregate_id, from, to } => format!("out of turn: {aggregate_id} versions {from} to {to}"),
        Finding::Extra { aggregate_id, version, hour } => {
            format!("only in the archive: {aggregate_id} version {version}, in {hour}")
        }
        Finding::Different { aggregate_id, version, hour } => {
            format!("different: {aggregate_id} version {version}, in {hour}")
        }
        Finding::Unreadable { object, line, reason, repaired } => {
            format!("unreadable: {object}, line {line}: {reason}{}", mended(*repaired, "replaced"))
        }
        Finding::UnreadableCommit { aggregate_id, version, reason } => {
            format!("unreadable in the table: {aggregate_id} version {version}: {reason}")
        }
    }
}
