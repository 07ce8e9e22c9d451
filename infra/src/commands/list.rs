//! `list`

use clap::Args;
use miette::Result;

use crate::ended::Ended;
use crate::environment::Environment;
use crate::terminal::answer;

/// List the environments, one line each: name, stack, account and region.
#[derive(Debug, Args)]
pub(crate) struct List {}

pub(crate) fn cmd_list(_: &List) -> Result<Ended> {
    for environment in Environment::ALL {
        let place = if environment.is_local() {
            "this machine".to_owned()
        } else {
            let account = environment.account.unwrap_or("account of the credentials");
            let region = environment.region.unwrap_or("configured region");
            format!("{account}, {region}")
        };
        answer(&format!("{:<10} {:<14} {place}", environment.name, environment.stack_props().name))?;
    }
    Ok(Ended::Well)
}
