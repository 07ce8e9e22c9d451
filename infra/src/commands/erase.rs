//! `erase`

use clap::Args;
use deploy::Invocation;
use functions::erase::{Before, CustomerId, EraseReport, EraseRequest, NAME};
use miette::{IntoDiagnostic, Result, WrapErr, miette};

use crate::app::synthesized;
use crate::confirm::confirmed;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, connect_to_deployed, report};
use crate::terminal::answer;
use crate::topology::KEY_RECOVERY;

/// Erase what is known of a customer, everywhere and for good.
///
/// What events tell of a customer is sealed with a key of that customer alone. This destroys the key, and records who asked
/// for it and when. From then on nothing of theirs can be read, in the event table, in the archive or in whatever was made
/// of them, and no cart can be opened for them any more. Their carts stay, and belong to nobody.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra erase --customer 01890a5d-ac96-774b-bcce-b302099a8057 --dry-run --env prod
  infra erase --customer 01890a5d-ac96-774b-bcce-b302099a8057 --env prod")]
pub(crate) struct Erase {
    /// The customer.
    #[arg(long, value_name = "ID")]
    customer: CustomerId,

    /// Only say what there is to erase.
    #[arg(long)]
    dry_run: bool,

    /// Do not ask.
    #[arg(long)]
    yes: bool,

    /// Print the report as JSON.
    #[arg(long)]
    json: bool,

    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_erase(args: &Erase) -> Result<Ended> {
    let stack = synthesized(args.env).map_err(|errors| miette!("{errors}"))?;
    let function = stack.functions.iter().find(|function| function.name == NAME);
    let function = function.ok_or_else(|| miette!("the stack has no function `{NAME}`"))?;
    let customer = args.customer.to_string();
    let asks = !args.env.is_local() && !args.yes && !args.dry_run;
    if asks && !confirmed(&format!("Erasing what {} knows of customer {customer}", stack.props.name), &customer)? {
        answer("nothing was erased")?;
        return Ok(Ended::Well);
    }
    let report = block_on(async {
        let connection = connect_to_deployed(args.env).await?;
        let requested_by = connection.identity().arn.clone();
        let request = EraseRequest { customer_id: args.customer, requested_by, dry_run: args.dry_run };
        let invocation = Invocation {
            stack: &stack.props.name,
            function: function.name,
            logical_id: function.logical_id.as_str(),
            payload: serde_json::to_string(&request).into_diagnostic()?,
        };
        let answer = deploy::invoke(&connection, invocation).await.map_err(report)?;
        serde_json::from_str::<EraseReport>(&answer)
            .into_diagnostic()
            .wrap_err_with(|| format!("`{}` did not answer with a report", function.name))
    })?;
    if args.json {
        answer(&serde_json::to_string_pretty(&report).into_diagnostic()?)?;
    } else {
        answer(&sentence(args, &report))?;
    }
    Ok(Ended::Well)
}

fn sentence(args: &Erase, report: &EraseReport) -> String {
    let customer = report.customer_id;
    let by = report.erased_by.as_deref().unwrap_or_default();
    match (report.before, report.erased_at) {
        (Before::Erasure, Some(at)) => {
            format!("what was known of customer {customer} was erased before, at {at} by {by}")
        }
        (Before::Key, Some(_)) if args.env.point_in_time_recovery => format!(
            "what was known of customer {customer} is erased; for {} days whoever may restore the table of keys could bring it back",
            KEY_RECOVERY.get()
        ),
        (Before::Key, Some(_)) => format!("what was known of customer {customer} is erased"),
        (Before::Key, None) => format!("there are data of customer {customer}, which can be erased"),
        (Before::Nothing, Some(_)) => {
            format!("nothing was known of customer {customer}; no cart can be opened for them any more")
        }
        (Before::Nothing | Before::Erasure, None) => format!("nothing is known of customer {customer}"),
    }
}
