//! The shop on an emulator of its own.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::Duration;

use cdk::SynthesizedStack;
use deploy::{Build, Code, Connection, Deployment, Emulator, Options, Profile, Progress, Reporter, Rollout};
use infra::app::synthesized;
use infra::environment::Environment;

/// Reports what is done, and fails, but not each step.
struct Done;

impl Reporter for Done {
    fn report(&self, progress: Progress<'_>) {
        if let Progress::Done(text) = progress {
            eprintln!("{text}");
        }
    }
}

/// The shop as it is deployed to this machine, but for reminders: none is to be sent while the pipeline is measured.
pub fn stack() -> SynthesizedStack {
    synthesized(Environment { remind_after: Duration::from_secs(24 * 60 * 60), ..Environment::LOCAL }).unwrap()
}

/// Builds functions as `deploy --env local` does.
pub async fn build(functions: Vec<&'static str>) -> Vec<Code> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let build = Build {
        tools: workspace.join("target/tools"),
        workspace,
        functions,
        architecture: Environment::LOCAL.architecture,
        profile: Profile::Dev,
    };
    build.run(&Done).await.unwrap()
}

/// A shop that is deployed until it is dropped.
pub struct Shop {
    folder: PathBuf,
    pub connection: Connection,
    outputs: BTreeMap<String, String>,
}

impl Shop {
    /// Starts an emulator and deploys the stack with this code.
    pub async fn deployed(stack: &SynthesizedStack, code: &[Code]) -> Self {
        let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
        let folder = target.join("bench-pipeline");
        // What a run that was killed may have left behind.
        Emulator::stop(&folder).unwrap();
        let emulator = Emulator::start(&folder, &target.join("tools"), &Done).await.unwrap();
        let connection = Connection::emulator(&emulator).await.unwrap();
        let mut shop = Self { folder, connection, outputs: BTreeMap::new() };
        let deployment = Deployment::new(&shop.connection, stack, code, Options::default()).unwrap();
        let rollout = Rollout::new(vec![deployment]);
        let plan = rollout.plan(&Done).await.unwrap();
        for outcome in rollout.carry_out(&plan, &Done).await {
            outcome.result.unwrap();
        }
        shop.outputs = deploy::outputs(&shop.connection, &stack.props.name).await.unwrap();
        shop
    }

    pub fn output(&self, name: &str) -> String {
        self.outputs[name].clone()
    }

    /// What the emulator says from now on.
    pub fn log(&self) -> Log {
        let mut file = File::open(self.folder.join("emulator.log")).unwrap();
        file.seek(SeekFrom::End(0)).unwrap();
        Log { file: BufReader::new(file), line: String::new() }
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        Emulator::stop(&self.folder).unwrap();
    }
}

/// The emulator's log. It has a line for each batch of a stream that was handled, so it tells when that was without being
/// asked, which would slow down what is measured.
pub struct Log {
    file: BufReader<File>,
    line: String,
}

/// A batch of a stream that a function has handled.
pub struct Batch {
    pub function: String,
    pub records: usize,
}

impl Log {
    /// The next batch, if there is one by now.
    pub fn next(&mut self) -> Option<Batch> {
        while self.file.read_line(&mut self.line).unwrap() > 0 {
            // The end of a line may not be written yet.
            if !self.line.ends_with('\n') {
                return None;
            }
            let line = std::mem::take(&mut self.line);
            let batch = line.split_once("ESM: Lambda ").and_then(|(_, batch)| batch.split_once(" processed "));
            if let Some((function, records)) = batch {
                let records = records.split(' ').next().unwrap().parse().unwrap();
                return Some(Batch { function: function.to_owned(), records });
            }
        }
        None
    }
}
