//! The smallest app: one stack with one bucket. `cdk --app "cargo run -q -p cdk --example smallest" synth` shows its template.

use cdk::constructs::{Bucket, BucketProps};
use cdk::{App, CloudAssembly, RemovalPolicy, Stack, StackProps, SynthErrors};

/// What the app consists of.
pub fn assembly() -> Result<CloudAssembly, SynthErrors> {
    let mut stack = Stack::new(StackProps::new("smallest"));
    let bucket = Bucket::<String>::new(&mut stack, "Letters", BucketProps::new(RemovalPolicy::Retain));
    stack.output("Letters", "Where letters are kept.", bucket.name());
    let mut app = App::new();
    app.stack(stack);
    app.synthesize()
}

#[allow(dead_code, reason = "tests include this file for `assembly` alone")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::var("CDK_OUTDIR").unwrap_or_else(|_| "cdk.out".to_owned());
    Ok(assembly()?.write(folder.as_ref(), None)?)
}
