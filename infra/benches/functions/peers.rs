//! The same handlers in Python and Node.js, each with its SDK as people upload it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::contender::Contender;

/// The functions that peers are written for.
const FUNCTIONS: [&str; 3] = ["cart", "publish", "archive"];

/// Installs the peers of these functions below a folder.
///
/// # Errors
/// What is not there, or did not do its part.
pub fn peers(ours: &[Contender], folder: &Path) -> Result<Vec<Contender>, String> {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/functions");
    let python = Python::install(&sources.join("python"), &folder.join("python"))?;
    let node = Node::install(&sources.join("node"), &folder.join("node"))?;
    let mut peers = Vec::new();
    for ours in ours.iter().filter(|ours| FUNCTIONS.contains(&ours.function.as_str())) {
        peers.push(python.contender(ours));
        peers.push(node.contender(ours)?);
    }
    Ok(peers)
}

struct Python {
    name: String,
    program: PathBuf,
    package: PathBuf,
    zip: u64,
}

impl Python {
    fn install(sources: &Path, folder: &Path) -> Result<Self, String> {
        eprintln!("installing boto3");
        let (environment, package) = (folder.join("environment"), folder.join("package"));
        let program = environment.join("bin/python");
        if !program.exists() {
            run(Command::new("python3").args(["-m", "venv"]).arg(&environment))?;
        }
        fresh(&package)?;
        copy(sources, &package, "py")?;
        let requirements = sources.join("requirements.txt");
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile", "--target"];
        run(Command::new(&program).args(pip).arg(&package).arg("--requirement").arg(requirements))?;
        let zip = zipped(&package, &folder.join("package.zip"))?;
        let name = output(Command::new(&program).arg("--version"))?;
        let boto3 = ["-c", "import boto3; print(boto3.__version__)"];
        let boto3 = output(Command::new(&program).args(boto3).env("PYTHONPATH", &package))?;
        Ok(Self { name: format!("{name}, boto3 {boto3}"), program, package, zip })
    }

    fn contender(&self, ours: &Contender) -> Contender {
        let command = vec![self.program.clone(), self.package.join("runtime.py"), PathBuf::from(&ours.function)];
        peer(ours, &self.name, command, self.zip)
    }
}

struct Node {
    name: String,
    program: PathBuf,
    folder: PathBuf,
}

impl Node {
    fn install(sources: &Path, folder: &Path) -> Result<Self, String> {
        eprintln!("installing the AWS SDK for JavaScript");
        fresh(folder)?;
        copy(sources, folder, "mjs")?;
        copy(sources, folder, "json")?;
        run(Command::new("npm").current_dir(folder).args(["ci", "--no-audit", "--no-fund", "--silent"]))?;
        let program = PathBuf::from(output(Command::new("node").args(["--print", "process.execPath"]))?);
        let version = output(Command::new("node").arg("--version"))?;
        let name = format!("Node.js {}, AWS SDK v3", version.trim_start_matches('v'));
        Ok(Self { name, program, folder: folder.to_owned() })
    }

    /// The function in one file, as `NodejsFunction` of the AWS CDK makes it when it minifies.
    fn contender(&self, ours: &Contender) -> Result<Contender, String> {
        let package = self.folder.join(&ours.function);
        let index = package.join("index.js");
        let mut esbuild = Command::new(self.folder.join("node_modules/.bin/esbuild"));
        esbuild.arg(self.folder.join(format!("{}.mjs", ours.function))).arg(format!("--outfile={}", index.display()));
        run(esbuild.args(["--bundle", "--minify", "--platform=node", "--target=node20", "--log-level=error"]))?;
        let zip = zipped(&package, &package.with_extension("zip"))?;
        Ok(peer(ours, &self.name, vec![self.program.clone(), index], zip))
    }
}

fn peer(ours: &Contender, name: &str, command: Vec<PathBuf>, zip: u64) -> Contender {
    let (function, variables) = (ours.function.clone(), ours.variables.clone());
    Contender { function, peer: Some(name.to_owned()), command, variables, zip }
}

/// An empty folder.
fn fresh(folder: &Path) -> Result<(), String> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

/// Copies the files whose names end in `extension`.
fn copy(from: &Path, to: &Path, extension: &str) -> Result<(), String> {
    let files = fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?;
    for file in files.filter_map(Result::ok).filter(|file| file.path().extension().is_some_and(|end| end == extension))
    {
        fs::copy(file.path(), to.join(file.file_name())).map_err(|error| format!("{}: {error}", to.display()))?;
    }
    Ok(())
}

/// The size of a zip of what is in a folder.
fn zipped(folder: &Path, zip: &Path) -> Result<u64, String> {
    let mut python = Command::new("python3");
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    python.args(["-m", "zipfile", "--create"]).arg(zip).args(entries.filter_map(Result::ok).map(|entry| entry.path()));
    run(&mut python)?;
    fs::metadata(zip).map(|zip| zip.len()).map_err(|error| format!("{}: {error}", zip.display()))
}

fn run(command: &mut Command) -> Result<(), String> {
    output(command.stderr(Stdio::inherit())).map(drop)
}

fn output(command: &mut Command) -> Result<String, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{program}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{program} failed: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
