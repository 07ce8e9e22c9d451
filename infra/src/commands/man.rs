//! `man`

use std::path::PathBuf;

use clap::Args;
use miette::{IntoDiagnostic, Result, miette};

use crate::ended::Ended;
use crate::terminal::answer;

/// Print the manual page, or write one for each command.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra man | man -l -                              read the page
  infra man --output ~/.local/share/man/man1        write infra.1, infra-deploy.1 and so on; `man infra-deploy` finds them")]
pub(crate) struct Man {
    /// Write the pages into this folder, which is made if it is not there.
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(crate) fn cmd_man(args: &Man, infra: clap::Command) -> Result<Ended> {
    // `infra help` has no page of its own.
    let infra = infra.disable_help_subcommand(true);
    let Some(folder) = &args.output else {
        let mut page = Vec::new();
        clap_mangen::Man::new(infra).render(&mut page).into_diagnostic()?;
        answer(&String::from_utf8_lossy(&page))?;
        return Ok(Ended::Well);
    };
    let written = std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(infra, folder));
    written.map_err(|error| {
        miette!(
            help = "name a folder that can be written",
            "cannot write manual pages into {}: {error}",
            folder.display()
        )
    })?;
    answer(&format!("manual pages written into {}", folder.display()))?;
    Ok(Ended::Well)
}
