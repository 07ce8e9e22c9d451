//! Notes: an HTTP API in front of a table, a job that tidies up each night, and an alarm for what goes wrong.
//!
//! Two stacks, one for what is kept and one for what runs, in two stages, each in a region of its own. The code of the
//! functions is not part of the example, so the templates take its place as a parameter.
//!
//! `cdk --app "cargo run -q -p cdk --example notes --features aws" list` shows the stacks.

#[path = "notes/contracts.rs"]
mod contracts;
#[path = "notes/data.rs"]
mod data;
#[path = "notes/service.rs"]
mod service;

use cdk::{App, CloudAssembly, RemovalPolicy, SynthErrors};

/// What differs from stage to stage.
pub struct Stage {
    name: &'static str,
    region: &'static str,
    removal: RemovalPolicy,
}

const STAGES: [Stage; 2] = [
    Stage { name: "beta", region: "eu-central-1", removal: RemovalPolicy::Delete },
    Stage { name: "prod", region: "eu-west-1", removal: RemovalPolicy::Retain },
];

/// What the app consists of.
pub fn assembly() -> Result<CloudAssembly, SynthErrors> {
    let mut app = App::new();
    for stage in &STAGES {
        let mut stacks = App::new();
        let (stack, data) = data::data(stage);
        stacks.stack(stack);
        stacks.stack(service::service(stage, &data));
        app.stage(stage.name, stacks);
    }
    app.synthesize()
}

#[allow(dead_code, reason = "tests include this file for `assembly` alone")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::var("CDK_OUTDIR").unwrap_or_else(|_| "cdk.out".to_owned());
    Ok(assembly()?.write(folder.as_ref(), None)?)
}
