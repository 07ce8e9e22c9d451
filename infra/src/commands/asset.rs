//! `asset`

use clap::Args;
use deploy::Build;
use miette::{Result, miette};

use crate::app::synthesized;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, build, report};
use crate::terminal::{Terminal, answer};

/// Build the code of one function and print the path of its zip.
///
/// The stock `cdk` command line runs this for each function that it has to upload.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  infra asset cart --env dev")]
pub(crate) struct Asset {
    /// The function.
    function: String,

    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_asset(args: &Asset) -> Result<Ended> {
    let stack = synthesized(args.env).map_err(|errors| miette!("{errors}"))?;
    let mut names = stack.functions.iter().map(|function| function.name);
    let Some(function) = names.clone().find(|name| *name == args.function) else {
        let known = names.by_ref().collect::<Vec<_>>().join(", ");
        return Err(miette!(help = format!("use one of {known}"), "there is no function `{}`", args.function));
    };
    let terminal = Terminal::new();
    let build = Build { functions: vec![function], ..build(args.env, &stack) };
    let code = block_on(async { build.run(&terminal).await.map_err(report) })?;
    terminal.finish();
    for code in code {
        answer(&code.archive().display().to_string())?;
    }
    Ok(Ended::Well)
}
