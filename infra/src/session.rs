//! What commands that talk to AWS or to the emulator have in common.

use std::future::Future;
use std::path::{Path, PathBuf};

use cdk::SynthesizedStack;
use deploy::{Build, Connection, DeployError, Emulator, Invocation, Profile, Retry};
use miette::{IntoDiagnostic, Result, WrapErr, miette};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::synthesized;
use crate::environment::Environment;
use crate::terminal::Terminal;

/// The folder that the emulator keeps its files in; set it to run a second emulator beside the usual one.
const EMULATOR_FOLDER: &str = "INFRA_EMULATOR_FOLDER";

/// The folder that the emulator and cargo-lambda are installed in.
const TOOLS_FOLDER: &str = "INFRA_TOOLS_FOLDER";

/// The root of the workspace: where `cargo run -p infra` was built from.
pub(crate) fn workspace() -> PathBuf {
    let infra = Path::new(env!("CARGO_MANIFEST_DIR"));
    infra.parent().unwrap_or(infra).to_owned()
}

/// Where the emulator of this workspace keeps its files.
pub(crate) fn emulator_folder() -> PathBuf {
    std::env::var_os(EMULATOR_FOLDER).map_or_else(|| workspace().join("target/emulator"), PathBuf::from)
}

/// Where tools are installed.
pub(crate) fn tools_folder() -> PathBuf {
    std::env::var_os(TOOLS_FOLDER).map_or_else(|| workspace().join("target/tools"), PathBuf::from)
}

/// How the functions of a stack are built for an environment.
pub(crate) fn build(environment: Environment, stack: &SynthesizedStack) -> Build {
    Build {
        workspace: workspace(),
        tools: tools_folder(),
        functions: stack.functions.iter().map(|function| function.name).collect(),
        architecture: environment.architecture,
        profile: if environment.is_local() { Profile::Dev } else { Profile::Function },
    }
}

/// The Rust target that the functions of an environment are compiled for.
pub(crate) fn target(environment: Environment) -> &'static str {
    deploy::target(environment.architecture)
}

/// Runs a command that waits for answers.
pub(crate) fn block_on<T>(command: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().into_diagnostic()?;
    runtime.block_on(command)
}

/// Connects to an environment; starts the emulator if it is the local one and does not run.
pub(crate) async fn connect_or_start(environment: Environment, terminal: &Terminal) -> Result<Connection> {
    if environment.is_local() {
        let emulator = Emulator::start(&emulator_folder(), &tools_folder(), terminal).await.map_err(report)?;
        return Connection::emulator(&emulator).await.map_err(report);
    }
    connect_to_aws(environment, terminal.lines()).await
}

/// Connects to an environment; nothing if it is the local one and the emulator does not run.
pub(crate) async fn connect(environment: Environment) -> Result<Option<Connection>> {
    if environment.is_local() {
        return match Emulator::running(&emulator_folder()).map_err(report)? {
            Some(emulator) => Connection::emulator(&emulator).await.map(Some).map_err(report),
            None => Ok(None),
        };
    }
    connect_to_aws(environment, |line| eprintln!("{line}")).await.map(Some)
}

/// Connects to AWS, and says whenever a request is tried again.
async fn connect_to_aws(environment: Environment, say: impl Fn(&str) + Send + Sync + 'static) -> Result<Connection> {
    let role = environment.stack_props().deploy_role;
    let connection = Connection::aws(environment.region, environment.account, role.as_deref()).await.map_err(report)?;
    Ok(connection.on_retry(move |Retry { operation, attempt, budget }| {
        say(&format!("AWS did not take {operation}, trying again: attempt {attempt} of {budget}"));
    }))
}

/// Connects to an environment that has to be there.
pub(crate) async fn connect_to_deployed(environment: Environment) -> Result<Connection> {
    connect(environment).await?.ok_or_else(|| not_running(environment))
}

fn not_running(environment: Environment) -> miette::Report {
    miette!(
        help = format!("deploy first: `cargo run -p infra -- deploy --env {environment}`"),
        "the emulator is not running, so nothing is deployed to `{environment}`"
    )
}

/// An error of the library as a report for people, with the next step where there is one.
pub(crate) fn report(error: DeployError) -> miette::Report {
    match &error {
        DeployError::NotDeployed(_) => {
            miette!(help = "deploy first: `cargo run -p infra -- deploy --env …`", "{error}")
        }
        DeployError::Failed { .. } => miette!(
            help = "mend the resource and run the command again; a stack whose creation failed is deleted then and made anew",
            "{error}"
        ),
        _ => miette!("{error}"),
    }
}

/// A function of an environment that answers requests.
pub(crate) struct Asked {
    stack: String,
    name: &'static str,
    logical_id: String,
}

/// The function with this name.
pub(crate) fn deployed_function(environment: Environment, name: &str) -> Result<Asked> {
    let stack = synthesized(environment).map_err(|errors| miette!("{errors}"))?;
    let function = stack.functions.iter().find(|function| function.name == name);
    let function = function.ok_or_else(|| miette!("the topology has no function `{name}`"))?;
    let logical_id = function.logical_id.as_str().to_owned();
    Ok(Asked { stack: stack.props.name.clone(), name: function.name, logical_id })
}

impl Asked {
    /// Invokes it and waits for its answer.
    pub async fn ask<A: DeserializeOwned>(&self, connection: &Connection, request: &impl Serialize) -> Result<A> {
        let Self { stack, name, logical_id } = self;
        let payload = serde_json::to_string(request).into_diagnostic()?;
        let invocation = Invocation { stack, function: name, logical_id, payload };
        let answer = deploy::invoke(connection, invocation).await.map_err(report)?;
        serde_json::from_str(&answer).into_diagnostic().wrap_err_with(|| format!("`{name}` did not answer as expected"))
    }
}
