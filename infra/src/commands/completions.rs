//! `completions`

use clap::Args;
use clap_complete::Shell;
use miette::Result;

use crate::ended::Ended;
use crate::terminal::answer;

/// Print a script by which a shell completes commands and options.
///
/// It completes a command called `infra`: the built program on the path, or an alias of it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  source <(infra completions bash)                                   for this shell
  infra completions bash > ~/.local/share/bash-completion/completions/infra
  infra completions zsh > ~/.zfunc/_infra                            where ~/.zfunc is on $fpath
  infra completions fish > ~/.config/fish/completions/infra.fish")]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

pub(crate) fn cmd_completions(args: &Completions, mut infra: clap::Command) -> Result<Ended> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut infra, "infra", &mut script);
    answer(&String::from_utf8_lossy(&script))?;
    Ok(Ended::Well)
}
