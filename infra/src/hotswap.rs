//! Building functions and putting them in place without a deploy, as `deploy --hotswap` and `watch` both do.

use cdk::SynthesizedStack;
use deploy::{Connection, hotswap};
use miette::{Result, miette};

use crate::environment::Environment;
use crate::session::{build, report};
use crate::terminal::{Terminal, answer};

/// What has to be said whenever it is done.
pub(crate) const NOTICE: &str = "only code is put in place, past CloudFormation: changes of the infrastructure are not \
                                 deployed, and the next deploy puts the stack's own code back";

/// Refuses environments that people depend on.
pub(crate) fn check(environment: Environment) -> Result<()> {
    if environment.protection {
        return Err(miette!(
            help = format!("deploy it: `cargo run -p infra -- deploy --env {environment}`"),
            "`{environment}` is protected, and code is put in place there by deploys alone"
        ));
    }
    Ok(())
}

/// Builds the functions, and puts those in place that differ from what runs.
pub(crate) async fn build_and_swap(
    environment: Environment,
    stack: &SynthesizedStack,
    connection: &Connection,
    terminal: &Terminal,
) -> Result<()> {
    let code = build(environment, stack).run(terminal).await.map_err(report)?;
    let swapped = hotswap(connection, stack, &code, terminal).await.map_err(report)?;
    let changed: Vec<_> = swapped.iter().filter(|function| function.changed).map(|f| f.function).collect();
    match changed.as_slice() {
        [] => answer("no function has other code"),
        changed => answer(&format!("new code runs in {}", changed.join(", "))),
    }
}
