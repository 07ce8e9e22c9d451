//! `watch`

use std::path::Path;
use std::time::Duration;

use clap::Args;
use miette::{IntoDiagnostic, Result, WrapErr, miette};
use notify::{Event, RecursiveMode, Watcher};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::app::synthesized;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::hotswap::{NOTICE, build_and_swap, check};
use crate::interrupt::until_broken_off;
use crate::session::{block_on, connect_to_deployed, workspace};
use crate::sources::{Concern, concern};
use crate::terminal::{Terminal, show_error};

/// How long files have to be quiet before they are built: editors and version control write several at once.
const QUIET: Duration = Duration::from_millis(200);

/// Build functions whenever their sources are saved, and put them in place without a deploy.
///
/// The stack has to be deployed. Only code is put in place, past CloudFormation; the next deploy puts the stack's own code
/// back. Code that does not compile leaves what runs alone. Protected environments are refused.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra watch --env local
  AWS_PROFILE=team infra watch --env dev")]
pub(crate) struct Watch {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_watch(args: &Watch) -> Result<Ended> {
    check(args.env)?;
    block_on(until_broken_off(watch(args.env)))
}

async fn watch(environment: Environment) -> Result<Ended> {
    let stack = synthesized(environment).map_err(|errors| miette!("{errors}"))?;
    let connection = connect_to_deployed(environment).await?;
    let workspace = workspace();
    // From here on nothing that is saved is missed, not even while functions are being built.
    let (sender, mut saved) = unbounded_channel();
    let root = workspace.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        for concern in event.iter().flat_map(|event| concerns(event, &root)) {
            // Nobody listens any more once the command ends.
            let _ = sender.send(concern);
        }
    })
    .into_diagnostic()
    .wrap_err("the workspace cannot be watched")?;
    for folder in ["", "domain", "functions", "infra"] {
        let depth = if folder.is_empty() { RecursiveMode::NonRecursive } else { RecursiveMode::Recursive };
        let path = workspace.join(folder);
        watcher
            .watch(&path, depth)
            .into_diagnostic()
            .wrap_err_with(|| format!("{} cannot be watched", path.display()))?;
    }
    eprintln!("{NOTICE}");
    let mut concern = Concern::Functions;
    loop {
        match concern {
            Concern::Infrastructure => {
                eprintln!(
                    "the infrastructure was changed, which a hotswap leaves alone: run `deploy`, then `watch` again"
                );
            }
            Concern::Functions => {
                let terminal = Terminal::new();
                if let Err(error) = build_and_swap(environment, &stack, &connection, &terminal).await {
                    terminal.finish();
                    show_error(&error);
                    eprintln!("what runs was left alone");
                }
            }
        }
        eprintln!("waiting for changes of sources; Ctrl-C ends");
        match next(&mut saved).await {
            Some(next) => concern = next,
            None => return Ok(Ended::Well),
        }
    }
}

/// What the files of an event have to do with. Reading a file is no change.
fn concerns(event: &Event, root: &Path) -> Vec<Concern> {
    if event.kind.is_access() {
        return Vec::new();
    }
    event.paths.iter().filter_map(|path| concern(path.strip_prefix(root).ok()?)).collect()
}

/// Waits until something is saved and files are quiet again. Functions come first: whoever changes both wants to see them.
async fn next(saved: &mut UnboundedReceiver<Concern>) -> Option<Concern> {
    let mut concern = saved.recv().await?;
    while let Ok(Some(more)) = tokio::time::timeout(QUIET, saved.recv()).await {
        concern = concern.max(more);
    }
    Some(concern)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_is_saved_together_is_built_once() {
        let (sender, mut saved) = unbounded_channel();
        tokio::spawn(async move {
            for concern in [Concern::Infrastructure, Concern::Functions, Concern::Infrastructure] {
                sender.send(concern).unwrap();
                tokio::time::sleep(QUIET / 2).await;
            }
            tokio::time::sleep(QUIET * 2).await;
            sender.send(Concern::Infrastructure).unwrap();
        });
        assert_eq!(next(&mut saved).await, Some(Concern::Functions));
        assert_eq!(next(&mut saved).await, Some(Concern::Infrastructure));
        assert_eq!(next(&mut saved).await, None);
    }

    #[test]
    fn reading_a_file_is_no_change() {
        let path = Path::new("/workspace/domain/src/cart.rs").to_owned();
        let event = |kind| Event::new(kind).add_path(path.clone());
        let read = event(notify::EventKind::Access(notify::event::AccessKind::Any));
        assert_eq!(concerns(&read, Path::new("/workspace")), []);
        let written = event(notify::EventKind::Modify(notify::event::ModifyKind::Any));
        assert_eq!(concerns(&written, Path::new("/workspace")), [Concern::Functions]);
    }
}
