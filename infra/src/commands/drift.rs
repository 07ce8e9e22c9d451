//! `drift`

use clap::Args;
use console::style;
use deploy::drift::{Drift as Found, DriftedProperty, DriftedResource, detect};
use miette::Result;

use crate::ended::Ended;
use crate::environment::Environment;
use crate::interrupt::until_broken_off;
use crate::session::{block_on, connect_to_deployed, report};
use crate::terminal::{Terminal, answer};
use crate::text::{json_line, visible};

/// Show what was changed behind CloudFormation's back: how resources differ from the template that was deployed last.
///
/// CloudFormation compares only properties that the template states, and not every type of resource. A deploy does not
/// touch what differs unless the template changes there too; `deploy --revert-drift` puts it right.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra drift --env prod
  infra drift --env prod --fail   exit with 1 if anything differs, as for a nightly check")]
pub(crate) struct Drift {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// Print one JSON object.
    #[arg(long)]
    json: bool,

    /// Exit with 1 if anything differs.
    #[arg(long)]
    fail: bool,
}

pub(crate) fn cmd_drift(args: &Drift) -> Result<Ended> {
    block_on(until_broken_off(drift(args)))
}

async fn drift(args: &Drift) -> Result<Ended> {
    let terminal = Terminal::new();
    let connection = connect_to_deployed(args.env).await?;
    let found = detect(&connection, &args.env.stack_props().name, &terminal).await.map_err(report)?;
    terminal.finish();
    if args.json {
        answer(&json_line(&serde_json::json!(found)))?;
    } else {
        answer(&text(&found, args.env))?;
    }
    Ok(if args.fail && !found.is_none() { Ended::Found } else { Ended::Well })
}

fn text(found: &Found, environment: Environment) -> String {
    let Found { stack, in_sync, drifted, not_checked, incomplete } = found;
    let mut lines = Vec::new();
    let differ = match drifted.len() {
        0 => style("no drift".to_owned()).green(),
        1 => style("1 resource differs from the template".to_owned()).yellow(),
        many => style(format!("{many} resources differ from the template")).yellow(),
    };
    lines.push(format!("stack {stack}: {differ} ({in_sync} as they should be, {} not compared)", not_checked.len()));
    for resource in drifted {
        lines.extend(resource_lines(resource));
    }
    if let Some(reason) = incomplete {
        lines.push(format!("CloudFormation did not compare everything: {}", visible(reason)));
    }
    if !not_checked.is_empty() {
        lines.push("not compared, mostly because CloudFormation cannot read the type:".to_owned());
    }
    for resource in not_checked {
        let reason = resource.reason.as_deref().map(|reason| format!(": {}", visible(reason))).unwrap_or_default();
        lines.push(style(format!("  {} ({}){reason}", resource.logical_id, resource.resource_type)).dim().to_string());
    }
    if !drifted.is_empty() {
        lines.push(way_out(drifted, environment));
    }
    lines.join("\n")
}

fn resource_lines(resource: &DriftedResource) -> Vec<String> {
    let DriftedResource { logical_id, physical_id, resource_type, deleted, differences } = resource;
    let what = if *deleted { style("deleted").red() } else { style("changed").yellow() };
    let mut lines = vec![format!("  {what} {logical_id} ({resource_type}) {}", visible(physical_id))];
    for DriftedProperty { path, kind, expected, actual } in differences {
        let kind = match kind.as_str() {
            "ADD" => "added",
            "REMOVE" => "removed",
            "NOT_EQUAL" => "changed",
            other => other,
        };
        lines.push(format!("      {} {kind}", visible(path)));
        if let Some(expected) = expected {
            lines.push(format!("        {} {}", style("template:").green(), visible(expected)));
        }
        if let Some(actual) = actual {
            lines.push(format!("        {} {}", style("actual:  ").red(), visible(actual)));
        }
    }
    lines
}

fn way_out(drifted: &[DriftedResource], environment: Environment) -> String {
    let command = format!("cargo run -p infra -- deploy --env {environment} --revert-drift");
    let again = if drifted.iter().any(|resource| resource.deleted) {
        "; its change set says whether what is gone is made again"
    } else {
        ""
    };
    format!(
        "A deploy without a change to the template leaves all of this as it is: CloudFormation compares a new template \
         with the last one, not with the resources.\n\
         To put it right:  {command}\n  sets what differs to what the template says{again}.\n\
         To keep it:       write it into the program; a deploy of that with --revert-drift settles it."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drift_is_shown_property_by_property_with_the_way_out() {
        console::set_colors_enabled(false);
        let property = DriftedProperty {
            path: "/VisibilityTimeout".to_owned(),
            kind: "NOT_EQUAL".to_owned(),
            expected: Some("30".to_owned()),
            actual: Some("\u{1b}60".to_owned()),
        };
        let resource = |logical_id: &str, deleted, differences| DriftedResource {
            logical_id: logical_id.to_owned(),
            physical_id: "physical".to_owned(),
            resource_type: "AWS::SQS::Queue".to_owned(),
            deleted,
            differences,
        };
        let mut found = Found {
            stack: "shop-dev".to_owned(),
            in_sync: 3,
            drifted: vec![resource("Jobs", false, vec![property]), resource("Gone", true, Vec::new())],
            not_checked: Vec::new(),
            incomplete: None,
        };
        let shown = text(&found, Environment::DEV);
        let expected = "stack shop-dev: 2 resources differ from the template (3 as they should be, 0 not compared)
  changed Jobs (AWS::SQS::Queue) physical
      /VisibilityTimeout changed
        template: 30
        actual:   \\x1b60
  deleted Gone (AWS::SQS::Queue) physical
";
        assert!(shown.starts_with(expected), "{shown}");
        assert!(shown.contains("deploy --env dev --revert-drift"), "{shown}");
        found.drifted.clear();
        assert_eq!(text(&found, Environment::DEV), "stack shop-dev: no drift (3 as they should be, 0 not compared)");
    }
}
