//! Asking before a deploy does what cannot be taken back.

use std::fmt;
use std::io::{self, BufRead, IsTerminal, Write};

use clap::ValueEnum;
use deploy::{Plan, RolloutPlan};
use miette::{IntoDiagnostic, Result, miette};

/// What has to be approved before it is deployed. Each includes those above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RequireApproval {
    /// Nothing.
    Never,
    /// What removes or replaces a resource, or weakens the protection of data.
    Destructive,
    /// What widens permissions, or opens something to the network.
    Broadening,
    /// Every change.
    Any,
}

impl fmt::Display for RequireApproval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_possible_value().map_or(Ok(()), |value| value.get_name().fmt(f))
    }
}

impl RequireApproval {
    /// Why a plan has to be approved; none if it need not be.
    fn reason(self, plan: &Plan) -> Option<&'static str> {
        let risks = plan.risks();
        if risks.destructive && self != Self::Never {
            return Some("removes or replaces resources, or weakens the protection of data");
        }
        match self {
            Self::Broadening | Self::Any if risks.broadening => {
                Some("widens permissions or opens something to the network")
            }
            Self::Any if risks.any => Some("changes something"),
            _ => None,
        }
    }

    /// Asks whether to go on, if anything in the plan has to be approved. Guesses nothing where nobody can be asked.
    pub fn ask(self, plan: &RolloutPlan, yes: bool) -> Result<bool> {
        let reasons: Vec<_> = plan
            .plans
            .iter()
            .filter_map(|plan| Some(format!("stack {}: the deploy {}", plan.stack, self.reason(plan)?)))
            .collect();
        if yes || reasons.is_empty() {
            return Ok(true);
        }
        let reasons = reasons.join("\n");
        if !io::stdin().is_terminal() {
            return Err(miette!(
                help =
                    "read what it does (above) and add `--yes`, or say by `--require-approval` what may happen unasked",
                "this deploy has to be approved, and there is no terminal to ask on; nothing was changed\n{reasons}"
            ));
        }
        eprint!("{reasons}\nGo on? [y/N] ");
        io::stderr().flush().into_diagnostic()?;
        let mut answer = String::new();
        io::stdin().lock().read_line(&mut answer).into_diagnostic()?;
        Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
    }
}
