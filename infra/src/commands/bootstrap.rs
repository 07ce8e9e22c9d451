//! `bootstrap`

use clap::Args;
use deploy::{Bootstrapped, BucketState, Toolkit, bootstrap};
use miette::Result;

use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, connect_or_start, report};
use crate::terminal::{Terminal, answer};

/// Make an account and region ready for deploys: make and secure the bucket for code and large templates.
///
/// `deploy` does it, too, when it is first needed. Works in accounts that `cdk bootstrap` prepared, and in others.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra bootstrap --env dev
  infra bootstrap --env prod --dry-run   only say what is there")]
pub(crate) struct Bootstrap {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// Change nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn cmd_bootstrap(args: &Bootstrap) -> Result<Ended> {
    let props = args.env.stack_props();
    let found = block_on(async {
        let connection = connect_or_start(args.env, &Terminal::new()).await?;
        bootstrap(&connection, &props, args.dry_run).await.map_err(report)
    })?;
    let Bootstrapped { bucket, before, toolkit } = found;
    answer(&match (before, args.dry_run) {
        (BucketState::Secured, _) => format!("bucket {bucket}: there, and secured"),
        (BucketState::Missing, true) => format!("bucket {bucket}: would be made and secured"),
        (BucketState::Missing, false) => format!("bucket {bucket}: made and secured"),
        (BucketState::Unsecured, true) => format!("bucket {bucket}: would be secured"),
        (BucketState::Unsecured, false) => format!("bucket {bucket}: secured"),
    })?;
    answer(&match toolkit {
        Some(Toolkit { version, bucket }) => {
            format!(
                "cdk bootstrap: version {version}, so the stock `cdk deploy` works here as well, by its bucket {bucket}"
            )
        }
        None => "cdk bootstrap: not run here, which only the stock `cdk deploy` needs".to_owned(),
    })?;
    Ok(Ended::Well)
}
