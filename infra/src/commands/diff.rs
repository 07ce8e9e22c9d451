//! `diff`

use clap::Args;
use deploy::diff::{Difference, templates};
use miette::{IntoDiagnostic, Result, miette};

use crate::app::synthesized;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, connect, report};
use crate::terminal::answer;

/// Show what a deploy would change in the stack's template.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra diff --env staging
  infra diff --env prod --fail   exit with 1 if there are differences")]
pub(crate) struct Diff {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// Exit with 1 if there are differences.
    #[arg(long)]
    fail: bool,
}

pub(crate) fn cmd_diff(args: &Diff) -> Result<Ended> {
    let stack = synthesized(args.env).map_err(|errors| miette!("{errors}"))?;
    let new = serde_json::to_value(&stack.template).into_diagnostic()?;
    let old = block_on(deployed(args.env, &stack.props.name))?;
    let differences = templates(old.as_ref(), &new);
    let name = &stack.props.name;
    answer(&match (&old, differences.is_empty()) {
        (Some(_), true) => format!("stack {name}: no differences"),
        (Some(_), false) => format!("stack {name}:"),
        (None, _) => format!("stack {name} is not deployed; everything is new:"),
    })?;
    for difference in &differences {
        let line = console::style(difference.to_string());
        let line = match difference {
            Difference::Added { .. } => line.green(),
            Difference::Removed { .. } => line.red(),
            Difference::Changed { .. } => line.yellow(),
        };
        answer(&line.to_string())?;
    }
    Ok(if args.fail && !differences.is_empty() { Ended::Found } else { Ended::Well })
}

async fn deployed(environment: Environment, stack: &str) -> Result<Option<serde_json::Value>> {
    let Some(connection) = connect(environment).await? else { return Ok(None) };
    match deploy::deployed_template(&connection, stack).await.map_err(report)? {
        Some(text) => serde_json::from_str(&text).map(Some).map_err(|error| {
            miette!("the deployed template of stack {stack} is not JSON ({error}); it was deployed by something else")
        }),
        None => Ok(None),
    }
}
