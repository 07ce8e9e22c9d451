//! `gc`

use std::time::Duration;

use clap::Args;
use deploy::{delete_unused, unused};
use indicatif::HumanBytes;
use miette::Result;

use crate::confirm::confirmed;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, connect_to_deployed, report};
use crate::terminal::answer;

/// Delete code and templates of the asset bucket that nothing needs any more.
///
/// Kept is what a stack of the account and region refers to, whoever deployed it, what the newest ten deployments of a
/// stack were made of, so that `rollback` works, and what is young.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra gc --env dev --dry-run
  infra gc --env prod --older-than 90 --yes")]
pub(crate) struct Gc {
    /// The environment, whose bucket it is; other environments of the account and region share it.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// Keep what is younger than so many days.
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    older_than: u32,

    /// Only list what would be deleted.
    #[arg(long)]
    dry_run: bool,

    /// Do not ask.
    #[arg(long)]
    yes: bool,
}

pub(crate) fn cmd_gc(args: &Gc) -> Result<Ended> {
    let props = args.env.stack_props();
    let age = Duration::from_secs(u64::from(args.older_than) * 24 * 60 * 60);
    block_on(async {
        let connection = connect_to_deployed(args.env).await?;
        let unused = unused(&connection, &props, age).await.map_err(report)?;
        for object in &unused {
            answer(&format!("{:>10}  {}", HumanBytes(object.size).to_string(), object.key))?;
        }
        let total = HumanBytes(unused.iter().map(|object| object.size).sum());
        let what = format!("{} objects, {total}", unused.len());
        if args.dry_run || unused.is_empty() {
            answer(&format!("{what} that nothing needs"))?;
            return Ok(Ended::Well);
        }
        let confirmed = args.yes || tokio::task::block_in_place(|| confirmed(&format!("Deleting {what}"), "delete"))?;
        if confirmed {
            // Somebody may have deployed while the question stood there.
            let still = deploy::unused(&connection, &props, age).await.map_err(report)?;
            let agreed: Vec<_> = unused.iter().filter(|object| still.contains(object)).cloned().collect();
            delete_unused(&connection, &props, &agreed).await.map_err(report)?;
        }
        answer(&if confirmed { format!("{what} deleted") } else { "everything was left as it is".to_owned() })?;
        Ok(Ended::Well)
    })
}
