//! Planning, approving and carrying out a rollout, as `deploy` and `rollback` both do.

use clap::Args;
use deploy::{Options, Outcome, Rollout, RolloutPlan};
use miette::{Result, miette};

use crate::approval::RequireApproval;
use crate::ended::Ended;
use crate::interrupt::broken_off;
use crate::session::report;
use crate::terminal::{Terminal, answer, show_error};

/// What may happen without asking, and how.
#[derive(Debug, Args)]
pub(crate) struct RolloutArguments {
    /// What to ask about before it is deployed; by default `broadening`, and on this machine `never`.
    #[arg(long, value_enum)]
    require_approval: Option<RequireApproval>,

    /// Approve everything without asking.
    #[arg(long, short)]
    yes: bool,

    /// A resource with data, by its logical id, that may be removed or replaced; can be given several times.
    #[arg(long, value_name = "LOGICAL_ID")]
    accept_loss: Vec<String>,

    /// Leave a failed deployment as it is, to look at it; `rollback` then rolls it back.
    #[arg(long)]
    no_rollback: bool,
}

impl RolloutArguments {
    /// How each stack is deployed.
    pub fn options(&self) -> Options {
        Options {
            accept_losses: self.accept_loss.iter().cloned().collect(),
            no_rollback: self.no_rollback,
            revert_drift: false,
        }
    }

    fn require_approval(&self, is_local: bool) -> RequireApproval {
        let default = if is_local { RequireApproval::Never } else { RequireApproval::Broadening };
        self.require_approval.unwrap_or(default)
    }
}

/// Finds out what would happen, asks, and does it. `is_local` says that every stack is on this machine.
pub(crate) async fn roll_out(
    rollout: &Rollout<'_>,
    arguments: &RolloutArguments,
    is_local: bool,
    terminal: &Terminal,
) -> Result<Ended> {
    let plan = tokio::select! {
        plan = rollout.plan(terminal) => plan.map_err(report)?,
        () = broken_off() => return abandoned(rollout, terminal).await,
    };
    terminal.finish();
    if !is_local {
        show_plan(&plan)?;
    }
    let approved = tokio::task::block_in_place(|| arguments.require_approval(is_local).ask(&plan, arguments.yes));
    if !matches!(approved, Ok(true)) {
        rollout.abandon().await.map_err(report)?;
        if !approved? {
            eprintln!("not approved: nothing was changed");
            return Ok(Ended::BrokenOff);
        }
    }
    let outcomes = tokio::select! {
        outcomes = rollout.carry_out(&plan, terminal) => outcomes,
        () = broken_off() => return abandoned(rollout, terminal).await,
    };
    terminal.finish();
    show(outcomes)
}

async fn abandoned(rollout: &Rollout<'_>, terminal: &Terminal) -> Result<Ended> {
    let goes_on = tokio::select! {
        goes_on = rollout.abandon() => goes_on.map_err(report)?,
        () = broken_off() => return Ok(say_broken_off(terminal, "a change set may be left behind")),
    };
    let what = if goes_on { "CloudFormation goes on with the changes that were begun" } else { "nothing was changed" };
    Ok(say_broken_off(terminal, what))
}

/// Says that the user broke a deploy off, and what that means.
pub(crate) fn say_broken_off(terminal: &Terminal, what: &str) -> Ended {
    terminal.finish();
    eprintln!("broken off: {what}; run the command again to go on");
    Ended::BrokenOff
}

fn show_plan(plan: &RolloutPlan) -> Result<()> {
    for plan in plan.plans.iter().filter(|plan| !plan.is_empty()) {
        eprintln!("{}", crate::paint::plan(plan));
    }
    Ok(())
}

/// Shows what became of each stack; the failures last, where they are seen.
fn show(outcomes: Vec<Outcome>) -> Result<Ended> {
    let several = outcomes.len() > 1;
    let mut failures = Vec::new();
    for Outcome { stack, result } in outcomes {
        match result {
            Ok(deployed) => {
                eprintln!("stack {stack}: {}", if deployed.changed { "deployed" } else { "no changes" });
                for (name, value) in &deployed.outputs {
                    let line = format!("{name} = {value}");
                    answer(&if several { format!("{stack}.{line}") } else { line })?;
                }
            }
            Err(error) => failures.push(report(error)),
        }
    }
    let Some(last) = failures.pop() else { return Ok(Ended::Well) };
    for failure in &failures {
        show_error(failure);
    }
    Err(if failures.is_empty() { last } else { miette!("{last}") })
}
