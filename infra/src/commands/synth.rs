//! `synth`

use std::path::PathBuf;

use cdk::{CloudAssembly, TemplateFormat};
use clap::{Args, ValueEnum};
use miette::{IntoDiagnostic, Result, miette};

use crate::app::assembly;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::workspace;
use crate::terminal::answer;

/// Synthesize the stacks into the cloud assembly `cdk.out`.
///
/// Writes one folder per environment on AWS, or only that of `--env`; with `--format`, prints the template of `--env`
/// instead and writes nothing. When the `cdk` command line runs this, it says where to write (CDK_OUTDIR).
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
    let environments = args.env.map_or_else(|| Environment::on_aws().collect(), |environment| vec![environment]);
    let assembly = assembly(environments).map_err(|errors| miette!("{errors}"))?;
    if let Some(format) = args.format {
        return print(&assembly, format.into());
    }
    // The `cdk` command line expects the assembly where it says, and nothing on standard output.
    let cdk = std::env::var_os("CDK_OUTDIR").map(PathBuf::from);
    let folder = cdk.clone().unwrap_or_else(|| workspace().join("cdk.out"));
    if args.check {
        return check(&assembly, &folder, args.env);
    }
    assembly.write(&folder, None).into_diagnostic()?;
    if cdk.is_none() {
        for stack in &assembly.stacks {
            let resources = stack.template.resources.len();
            answer(&format!("{}: {resources} resources", folder.join(stack.template_path()).display()))?;
        }
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
