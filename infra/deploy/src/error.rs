//! What can go wrong, with what was tried, on what, and what to do.

use std::io;
use std::path::PathBuf;

use aws_credential_types::provider::error::CredentialsError;
use aws_sdk_cloudformation::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};

use crate::explanation::Explanation;

/// Why something was not deployed, removed or read.
#[derive(Debug, thiserror::Error)]
pub enum DeployError {
    /// There is no Python to install tools with.
    #[error(
        "python3 was not found; install Python 3.10 or newer with its venv module (on Debian: `apt install python3-venv`)"
    )]
    NoPython,
    /// A tool could not be installed.
    #[error("{tool} could not be installed into {folder}:\n{output}\nRun the command again; it starts over.")]
    Install {
        /// What was to be installed.
        tool: &'static str,
        /// Where to.
        folder: PathBuf,
        /// The end of what the installer said.
        output: String,
    },
    /// A file or folder was not accessible.
    #[error("cannot {action} {path}: {source}")]
    File {
        /// What was to be done.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A program could not be started.
    #[error("cannot start {program}: {source}")]
    Program {
        /// The program.
        program: String,
        /// What the system said.
        source: io::Error,
    },
    /// The target that functions are compiled for is not installed.
    #[error(
        "the Rust target {0} is not installed, which functions on this architecture are compiled for; \
         install it with `rustup target add {0}`"
    )]
    NoTarget(String),
    /// The functions do not compile.
    #[error("the functions could not be built; what the compiler says stands above")]
    Build,
    /// A function of the stack was left out of the build.
    #[error("the function `{0}` is in the stack, but was not built")]
    NotBuilt(String),
    /// A function's code has no binary.
    #[error(
        "there is no binary for the function `{function}` at {path}: add `src/bin/{function}.rs` to the package of the functions"
    )]
    NoBinary {
        /// The function.
        function: String,
        /// Where its binary should be.
        path: PathBuf,
    },
    /// A function's code could not be zipped.
    #[error("the code of the function `{function}` could not be zipped: {reason}")]
    Zip {
        /// The function.
        function: String,
        /// What is wrong.
        reason: String,
    },
    /// The emulator did not come up.
    #[error("the emulator did not start: {reason}\nThe end of its log {log}:\n{tail}")]
    EmulatorStart {
        /// What was seen.
        reason: String,
        /// Its log.
        log: PathBuf,
        /// The last lines of the log.
        tail: String,
    },
    /// A certificate for the emulator could not be made.
    #[error("a certificate for the emulator could not be made: {0}")]
    Certificate(String),
    /// The environment is tied to another account.
    #[error(
        "the credentials are for account {actual}, but this environment belongs to account {expected}; nothing was sent"
    )]
    WrongAccount {
        /// The account of the environment.
        expected: String,
        /// The account of the credentials.
        actual: String,
    },
    /// The environment is tied to another region.
    #[error(
        "AWS_REGION is {actual}, but this environment belongs to {expected}; nothing was sent. Set it to {expected}, or not at all"
    )]
    WrongRegion {
        /// The region of the environment.
        expected: String,
        /// The region that is set.
        actual: String,
    },
    /// There is no region.
    #[error("no AWS region is configured: set AWS_REGION, give the profile a region, or tie the environment to one")]
    NoRegion,
    /// There are no credentials.
    #[error(
        "no AWS credentials were found: set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or sign in with \
         `aws sso login`; `--env local` needs none"
    )]
    NoCredentials,
    /// The credentials are no longer valid.
    #[error(
        "the AWS credentials cannot be used, or have expired ({0}): check AWS_PROFILE, sign in again, then run the command again"
    )]
    InvalidCredentials(String),
    /// A permission is missing.
    #[error("AWS denied {action}: {message}")]
    Denied {
        /// What was tried.
        action: String,
        /// What AWS said.
        message: String,
    },
    /// AWS, or the emulator, was not reached.
    #[error("{action} failed, because {endpoint} was not reached ({reason}); run the command again")]
    Unreachable {
        /// What was tried.
        action: String,
        /// Where.
        endpoint: String,
        /// What the connection said.
        reason: String,
    },
    /// AWS said no.
    #[error("{action} failed: {message}")]
    Aws {
        /// What was tried.
        action: String,
        /// What AWS said.
        message: String,
    },
    /// The bucket for function code belongs to somebody else, or is closed to these credentials.
    #[error(
        "the bucket {0} for function code is not accessible: either it belongs to another account (choose another prefix \
         for the asset bucket), or these credentials lack s3:ListBucket on it"
    )]
    ForeignBucket(String),
    /// Something else is being done to the stack.
    #[error(
        "stack {stack} is {status}: another operation is running on it; wait until it is done and run the command again"
    )]
    Busy {
        /// The stack.
        stack: String,
        /// Its status.
        status: String,
    },
    /// The stack is in a state that it does not leave by itself.
    #[error("stack {stack} is {status}; {help}")]
    Stuck {
        /// The stack.
        stack: String,
        /// Its status.
        status: String,
        /// The way out.
        help: &'static str,
    },
    /// CloudFormation did not accept the changes.
    #[error("CloudFormation refused the changes to stack {stack}: {reason}")]
    ChangeSet {
        /// The stack.
        stack: String,
        /// What CloudFormation said.
        reason: String,
    },
    /// Another deploy of the stack was faster.
    #[error(
        "something else changed stack {stack} while this deploy was being prepared, so nothing of this deploy was carried \
         out; run the command again to see what is left to change"
    )]
    Overtaken {
        /// The stack.
        stack: String,
    },
    /// The stack vanished while it was deployed.
    #[error(
        "stack {stack} was deleted by somebody else while it was being deployed; run the command again to create it anew"
    )]
    Deleted {
        /// The stack.
        stack: String,
    },
    /// Data would be lost.
    #[error(
        "the deploy of stack {stack} would lose what these resources hold, so nothing was changed:{}\nIf that is meant, name \
         each: {}",
        lines(losses),
        losses.iter().map(|loss| format!("--accept-loss {}", loss.logical_id)).collect::<Vec<_>>().join(" ")
    )]
    Losses {
        /// The stack.
        stack: String,
        /// What would be lost.
        losses: Vec<Loss>,
    },
    /// CloudFormation would do more than was approved.
    #[error(
        "CloudFormation would do more to stack {stack} than its templates showed, so it was not begun:{}\nRun the command \
         again to approve that",
        lines(changes)
    )]
    MoreThanApproved {
        /// The stack.
        stack: String,
        /// What it would do beyond.
        changes: Vec<String>,
    },
    /// A stack was not begun, because one that it needs failed.
    #[error("stack {stack} was not begun, because {because} failed, which it builds on")]
    NotBegun {
        /// The stack.
        stack: String,
        /// The stack that failed.
        because: String,
    },
    /// The stacks of a deploy need each other.
    #[error(transparent)]
    Circular(#[from] cdk::CircularStacks),
    /// Nobody can say what a stack needs.
    #[error(
        "stack {stack} is {status}, so it may still need what its template does not name; nothing was deleted. Run the command \
         again once the stack is settled (`rollback` settles one that failed)"
    )]
    HalfWay {
        /// The stack.
        stack: String,
        /// Its status.
        status: String,
    },
    /// The code of a stack's functions cannot be put in place without a deploy.
    #[error("the code of stack {stack} cannot be hotswapped: {reason}; deploy it")]
    NoHotswap {
        /// The stack.
        stack: String,
        /// Why not.
        reason: String,
    },
    /// There is nothing to go back to.
    #[error("{0}")]
    NoRelease(String),
    /// An operation on the stack failed.
    #[error("stack {stack} ended as {status}{}", failed.as_ref().map(|failed| format!("\n{failed}")).unwrap_or_default())]
    Failed {
        /// The stack.
        stack: String,
        /// The status that it ended in.
        status: String,
        /// The resource that failed first.
        failed: Option<Box<FailedResource>>,
    },
    /// There is no such stack.
    #[error("stack {0} is not deployed")]
    NotDeployed(String),
    /// The stack is protected.
    #[error(
        "stack {0} is protected from deletion; to delete it all the same, switch off its termination protection first"
    )]
    Protected(String),
    /// The stack is deployed, but the function is not part of it.
    #[error("stack {stack} has no function {function} yet; deploy first")]
    NoFunction {
        /// The stack.
        stack: String,
        /// The function's logical id.
        function: String,
    },
    /// The function reported an error.
    #[error("the function {function} answered with {code}: {message}")]
    Function {
        /// The function.
        function: String,
        /// The error's type.
        code: String,
        /// The error's message.
        message: String,
    },
}

/// A resource with data that a deploy would lose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// Its logical id.
    pub logical_id: String,
    /// Its type.
    pub resource_type: String,
    /// What would become of it, as the rest of a sentence that begins with its id.
    pub fate: String,
}

impl std::fmt::Display for Loss {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({}) {}", self.logical_id, self.resource_type, self.fate)
    }
}

/// Each on a line of its own.
fn lines<T: std::fmt::Display>(entries: &[T]) -> String {
    entries.iter().map(|entry| format!("\n  {entry}")).collect()
}

/// The first resource that failed, which is why everything else was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedResource {
    /// Its logical id.
    pub logical_id: String,
    /// Its type.
    pub resource_type: String,
    /// What CloudFormation, or the resource's service, said.
    pub reason: String,
    /// How many others were given up because of it.
    pub cancelled: usize,
}

impl std::fmt::Display for FailedResource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "The first resource that failed: {} ({}): {}", self.logical_id, self.resource_type, self.reason)?;
        match self.cancelled {
            0 => {}
            1 => write!(f, "\n1 other was cancelled because of it.")?,
            others => write!(f, "\n{others} others were cancelled because of it.")?,
        }
        if let Some(explanation) = Explanation::of(None, &self.reason) {
            write!(f, "\n{explanation}")?;
        }
        match self.hint() {
            Some(hint) => write!(f, "\n{hint}"),
            None => Ok(()),
        }
    }
}

impl FailedResource {
    /// Where more is to be found: the log of a custom resource's function, or CloudTrail's record of the call.
    fn hint(&self) -> Option<String> {
        if self.resource_type.starts_with("Custom::") || self.resource_type == "AWS::CloudFormation::CustomResource" {
            return Some("The log of the function that handles this custom resource has more.".to_owned());
        }
        let mut parts = self.resource_type.split("::");
        let service = parts.next().filter(|vendor| *vendor == "AWS").and_then(|_| parts.next())?;
        // CloudFormation quotes the request of a service that said no.
        self.reason.contains("Request ID").then(|| {
            let source = format!("{}.amazonaws.com", service.to_lowercase());
            format!(
                "CloudTrail has the call for 90 days: `aws cloudtrail lookup-events --lookup-attributes \
                 AttributeKey=EventSource,AttributeValue={source}`"
            )
        })
    }
}

impl DeployError {
    pub(crate) fn file(action: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { action, path, source }
    }

    /// What a call to AWS that was meant to do `action` at `endpoint` ended in.
    pub(crate) fn aws<E, R>(action: &str, endpoint: &str) -> impl FnOnce(SdkError<E, R>) -> Self + use<E, R>
    where
        E: std::error::Error + ProvideErrorMetadata + 'static,
        R: std::fmt::Debug + 'static,
    {
        let (action, endpoint) = (action.to_owned(), endpoint.to_owned());
        move |error| {
            let said = || error.message().map_or_else(|| DisplayErrorContext(&error).to_string(), str::to_owned);
            let message = || explained(error.code(), said());
            if let Some(credentials) = causes(&error).find_map(|cause| cause.downcast_ref::<CredentialsError>()) {
                return match credentials {
                    CredentialsError::CredentialsNotLoaded(_) => Self::NoCredentials,
                    other => Self::InvalidCredentials(explained(None, innermost(other))),
                };
            }
            match (&error, error.code()) {
                (SdkError::DispatchFailure(_) | SdkError::TimeoutError(_) | SdkError::ResponseError(_), _) => {
                    Self::Unreachable { action, endpoint, reason: innermost(&error) }
                }
                (
                    _,
                    Some(
                        "ExpiredToken"
                        | "ExpiredTokenException"
                        | "RequestExpired"
                        | "InvalidClientTokenId"
                        | "UnrecognizedClientException"
                        | "SignatureDoesNotMatch"
                        | "InvalidAccessKeyId",
                    ),
                ) => Self::InvalidCredentials(message()),
                (_, Some("AccessDenied" | "AccessDeniedException" | "UnauthorizedOperation")) => {
                    Self::Denied { action, message: message() }
                }
                _ => Self::Aws { action, message: message() },
            }
        }
    }
}

/// What AWS said, and on a line of its own what that means, where it is known.
fn explained(code: Option<&str>, said: String) -> String {
    match Explanation::of(code, &said) {
        Some(explanation) => format!("{said}\n{explanation}"),
        None => said,
    }
}

/// An error and its causes, from the outside in.
fn causes<'a>(
    error: &'a (dyn std::error::Error + 'static),
) -> impl Iterator<Item = &'a (dyn std::error::Error + 'static)> {
    std::iter::successors(Some(error), |error| error.source())
}

/// The cause at the bottom of an error.
fn innermost(error: &(dyn std::error::Error + 'static)) -> String {
    causes(error).last().unwrap_or(error).to_string()
}
