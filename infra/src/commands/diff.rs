//! `diff`

mod old;

use std::fs;
use std::path::PathBuf;

use cdk::SynthesizedStack;
use cdk::diff::{CodeChange, GITHUB_COMMENT, Risks, TemplateDiff, markdown};
use clap::error::ErrorKind;
use clap::{Args, ValueEnum};
use miette::{IntoDiagnostic, Result, miette};

use crate::app::synthesized;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::paint;
use crate::session::{block_on, build, connect, report};
use crate::terminal::{Terminal, answer};

/// Show what a deploy would change, and what is risky about it.
///
/// Compares what the program synthesizes with the deployed stack, or with another template: the committed one, that of
/// a git revision, or any file. Only the deployed stack needs credentials. Templates that mean the same do not differ,
/// however they are spelled.
///
/// Exit codes: 0 if all went well, 1 if --fail-on found something or the comparison failed, 2 if the command line was
/// wrong.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra diff --env staging                      against the deployed stack
  infra diff --env prod --committed             against cdk.out
  infra diff --env dev --env prod --git main    against what main has committed
  infra diff --env dev --template stack.yaml    against any template
  infra diff --env prod --git main --format markdown --output comment.md
  infra diff --env prod --fail-on destructive   exit with 1 if something would be lost")]
pub(crate) struct Diff {
    /// The environment; can be given several times.
    #[arg(long, value_enum, default_value = "dev")]
    env: Vec<Environment>,

    /// Compare with the template in cdk.out.
    #[arg(long, group = "against")]
    committed: bool,

    /// Compare with the template that a git revision has in cdk.out.
    #[arg(long, value_name = "REVISION", group = "against")]
    git: Option<String>,

    /// Compare with a template in a file, JSON or YAML.
    #[arg(long, value_name = "FILE", group = "against")]
    template: Option<PathBuf>,

    /// How to show the differences; `markdown` is made for a comment on a pull request.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,

    /// Write to a file instead of standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Build the functions, and compare their code with what is deployed as well.
    #[arg(long, conflicts_with_all = ["committed", "git", "template"])]
    code: bool,

    /// Exit with 1 if the differences are of this kind.
    #[arg(long, value_enum, value_name = "KIND")]
    fail_on: Option<Kind>,

    /// The same as `--fail-on any`.
    #[arg(long, hide = true, conflicts_with = "fail_on")]
    fail: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Lines for people.
    Text,
    /// A comment, with details folded.
    Markdown,
    /// For programs.
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// Something is removed or replaced, or data may be lost.
    Destructive,
    /// More is allowed or can be reached.
    Broadening,
    /// Anything differs.
    Any,
}

/// The differences of one environment.
struct Compared {
    environment: Environment,
    stack: String,
    against: String,
    diff: TemplateDiff,
}

pub(crate) fn cmd_diff(args: &Diff) -> Result<Ended> {
    let mut environments: Vec<Environment> = Vec::new();
    for environment in &args.env {
        if !environments.contains(environment) {
            environments.push(*environment);
        }
    }
    if args.template.is_some() && environments.len() > 1 {
        let message = "--template is the template of one stack, so --env can be given only once\n";
        clap::Error::raw(ErrorKind::ArgumentConflict, message).exit();
    }
    let compared =
        environments.into_iter().map(|environment| compare(args, environment)).collect::<Result<Vec<_>>>()?;
    let text = match args.format {
        Format::Text => text(&compared, args.output.is_none()),
        Format::Markdown => {
            let stacks: Vec<_> = compared.iter().map(|compared| (compared.stack.as_str(), &compared.diff)).collect();
            markdown(&stacks, GITHUB_COMMENT)
        }
        Format::Json => json(&compared)?,
    };
    match &args.output {
        Some(path) => {
            fs::write(path, text + "\n").map_err(|error| miette!("cannot write {}: {error}", path.display()))?
        }
        None => answer(&text)?,
    }
    let kind = if args.fail { Some(Kind::Any) } else { args.fail_on };
    let found = kind.is_some_and(|kind| compared.iter().any(|compared| kind.is_in(compared.diff.risk())));
    Ok(if found { Ended::Found } else { Ended::Well })
}

impl Kind {
    fn is_in(self, risks: Risks) -> bool {
        match self {
            Self::Destructive => risks.destructive,
            Self::Broadening => risks.broadening,
            Self::Any => risks.any,
        }
    }
}

fn compare(args: &Diff, environment: Environment) -> Result<Compared> {
    let stack = synthesized(environment).map_err(|errors| miette!("{errors}"))?;
    let new = serde_json::to_value(&stack.template).into_diagnostic()?;
    let (against, old) = match (&args.git, &args.template) {
        (Some(revision), _) => (format!("revision {revision}"), old::in_revision(revision, &stack)?),
        (_, Some(path)) => (path.display().to_string(), Some(old::in_file(path)?)),
        _ if args.committed => ("cdk.out".to_owned(), old::committed(&stack)?),
        _ => ("the deployed stack".to_owned(), old::deployed(environment, &stack.props.name)?),
    };
    let diff = TemplateDiff::between(old.as_ref(), &new);
    let diff = if args.code { diff.with_code(code(environment, &stack)?) } else { diff };
    Ok(Compared { environment, stack: stack.props.name, against, diff })
}

/// The functions whose code differs from what is deployed.
fn code(environment: Environment, stack: &SynthesizedStack) -> Result<Vec<CodeChange>> {
    block_on(async {
        let terminal = Terminal::new();
        let code = build(environment, stack).run(&terminal).await.map_err(report)?;
        match connect(environment).await? {
            Some(connection) => deploy::code_changes(&connection, stack, &code).await.map_err(report),
            None => Ok(Vec::new()),
        }
    })
}

fn text(compared: &[Compared], styled: bool) -> String {
    let mut text = String::new();
    for Compared { stack, against, diff, .. } in compared {
        let new = if diff.is_new { " (it has none; everything is new)" } else { "" };
        text.push_str(&format!("stack {stack}: {}, against {against}{new}\n", diff.summary()));
        for line in diff.text() {
            text.push_str(&if styled { paint::line(&line).to_string() } else { line.text });
            text.push('\n');
        }
    }
    text.trim_end().to_owned()
}

/// `{"stacks": [{"environment", "stack", "against", "diff"}]}`.
fn json(compared: &[Compared]) -> Result<String> {
    let stacks = compared.iter().map(|compared| {
        let Compared { environment, stack, against, diff } = compared;
        Ok(serde_json::json!({
            "environment": environment.name,
            "stack": stack,
            "against": against,
            "diff": serde_json::to_value(diff).into_diagnostic()?,
        }))
    });
    let stacks = stacks.collect::<Result<Vec<_>>>()?;
    serde_json::to_string_pretty(&serde_json::json!({ "stacks": stacks })).into_diagnostic()
}
