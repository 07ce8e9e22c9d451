//! `explain`

use cdk::rules::{self, Rule};
use clap::Args;
use miette::{Result, miette};

use crate::ended::Ended;
use crate::terminal::answer;

/// Explain a rule that synthesis checks, or list all of them.
///
/// Examples: `infra explain`, `infra explain queue-visibility`
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The id of the rule, as errors of synthesis name it.
    rule: Option<String>,
}

pub(crate) fn cmd_explain(args: &Explain) -> Result<Ended> {
    match args.rule.as_deref() {
        None => answer(&list())?,
        Some(id) => answer(&explanation(rules::find(id).ok_or_else(|| unknown(id))?))?,
    }
    Ok(Ended::Well)
}

fn list() -> String {
    let width = rules::ALL.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    rules::ALL.iter().map(|rule| format!("{:<width$}  {}\n", rule.id, rule.summary)).collect()
}

fn explanation(rule: &Rule) -> String {
    let Rule { id, summary, explanation, fix, page, waivable, .. } = rule;
    let waiver = if *waivable {
        format!("A construct may break it: `stack.waive(\"Its/Path\", \"{id}\", \"the reason\")`.")
    } else {
        "No construct may break it.".to_owned()
    };
    format!("{id}: {summary}\n\n{explanation}\n\nFix: {fix}\n\n{waiver}\n\n{page}")
}

fn unknown(id: &str) -> miette::Report {
    let help = match rules::similar(id) {
        Some(rule) => format!("did you mean `{}`?", rule.id),
        None => "`cargo run -p infra -- explain` lists every rule".to_owned(),
    };
    miette!(help = help, "there is no rule `{id}`")
}
