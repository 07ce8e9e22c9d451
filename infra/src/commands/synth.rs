//! `synth`

use std::path::PathBuf;

use cdk::{CloudAssembly, TemplateFormat};
use clap::{Args, ValueEnum};
use miette::{IntoDiagnostic, Result, miette};

use crate::app::assembly;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::workspace;
use crate::stock_cdk;
use crate::terminal::answer;

/// Synthesize the stacks into the cloud assembly `cdk.out`.
///
/// Writes one folder per environment on AWS, or only that of `--env`; with `--format`, prints the template of `--env`
/// instead and writes nothing. Refuses to drop or replace a resource with data that the committed template has, unless
/// `--accept-loss` names it. When the `cdk` command line runs this, it says where to write (CDK_OUTDIR).
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra synth                            write every template
  infra synth --check                    fail if the committed templates are stale
  infra synth --env prod --format yaml   print one template")]
pub(crate) struct Synth {
    /// The environment; by default all on AWS.
    #[arg(long, value_enum)]
    env: Option<Environment>,

    /// Print the template in this format.
    #[arg(long, value_enum, requires = "env", conflicts_with = "check")]
    format: Option<Format>,

    /// Write nothing; fail if the committed templates differ from what would be written.
    #[arg(long)]
    check: bool,

    /// A resource with data, by its logical id, that may be dropped or replaced; can be given several times.
    #[arg(long, value_name = "LOGICAL_ID")]
    accept_loss: Vec<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Yaml,
}

impl From<Format> for TemplateFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Json => Self::Json,
            Format::Yaml => Self::Yaml,
        }
    }
}

pub(crate) fn cmd_synth(args: &Synth) -> Result<Ended> {
    let cdk = std::env::var_os("CDK_OUTDIR").map(PathBuf::from);
    let asked = match (args.env, &cdk) {
        (None, Some(_)) => stock_cdk::environment_in_context()?,
        (env, _) => env,
    };
    let environments = asked.map_or_else(|| Environment::on_aws().collect(), |environment| vec![environment]);
    let assembly = assembly(environments).map_err(|errors| miette!("{errors}"))?;
    if let Some(format) = args.format {
        return print(&assembly, format.into());
    }
    let committed = workspace().join("cdk.out");
    if args.check {
        return check(&assembly, &committed, args.env);
    }
    let accepted = args.accept_loss.iter().cloned().collect();
    assembly.keeps_data(&committed, &accepted).into_diagnostic()?.map_err(|losses| miette!("{losses}"))?;
    if let Some(folder) = cdk {
        // The command line wants nothing on standard output.
        stock_cdk::write(&assembly, &folder)?;
        return Ok(Ended::Well);
    }
    assembly.write(&committed, None).into_diagnostic()?;
    for stack in &assembly.stacks {
        let resources = stack.template.resources.len();
        answer(&format!("{}: {resources} resources", committed.join(stack.template_path()).display()))?;
    }
    Ok(Ended::Well)
}

fn print(assembly: &CloudAssembly, format: TemplateFormat) -> Result<Ended> {
    for stack in &assembly.stacks {
        answer(&stack.template.render(format).map_err(|reason| miette!("{reason}"))?)?;
    }
    Ok(Ended::Well)
}

fn check(assembly: &CloudAssembly, folder: &std::path::Path, env: Option<Environment>) -> Result<Ended> {
    let mut stale = assembly.stale_templates(folder).into_diagnostic()?;
    if let Some(environment) = env {
        // Only that environment was asked for, so the folders of the others are not left over.
        let own = folder.join(environment.name);
        stale.retain(|template| template.starts_with(&own));
    }
    if stale.is_empty() {
        return Ok(Ended::Well);
    }
    let stale: Vec<_> = stale.iter().map(|path| format!("\n  {}", path.display())).collect();
    Err(miette!(
        help =
            "run `cargo run -p infra -- synth` and commit what changed; delete templates of environments that are gone",
        "these templates are not what the program synthesizes:{}",
        stale.concat()
    ))
}
