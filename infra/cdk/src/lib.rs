//! A construct library and synthesizer for CloudFormation.
//!
//! A [`Stack`] collects typed resources. Constructs ([`constructs`]) add several at once with safe defaults; the typed
//! resources themselves stand in [`aws`]. [`Stack::synthesize`] gives a [`Template`], and [`CloudAssembly`] writes one or
//! more of them in the form that the `cdk` command line reads. The same program always gives the same bytes.
//!
//! The crate knows CloudFormation. It knows no AWS SDK, no async runtime and no particular application.

pub mod aws;
pub mod constructs;
#[cfg(feature = "graph")]
pub mod graph;

mod assembly;
mod error;
mod limits;
mod link;
mod names;
mod policy;
mod stack;
mod template;
mod value;

pub use assembly::{AssemblyError, CloudAssembly, StackArtifact, TEMPLATE_SUFFIX};
pub use error::{SynthError, SynthErrors};
pub use limits::{
    BatchingWindow, FifoBatchSize, MaxConcurrency, MaxReceives, MemorySize, MessageRetention, OutOfRange,
    Parallelization, RecordAge, ReservedConcurrency, RetryAttempts, StreamBatchSize, StreamRetention, Timeout,
    VisibilityTimeout,
};
pub use link::{Granted, Synth};
pub use names::{ConstructPath, LogicalId};
pub use policy::{Effect, PolicyDocument, Principal, Statement};
pub use stack::{AssetBucket, Definition, FunctionAsset, RemovalPolicy, Resource, Stack, StackProps, SynthesizedStack};
pub use template::{DeletionPolicy, Output, Parameter, ResourceEntry, Template, TemplateFormat};
pub use value::{Arn, Name, Value, pseudo};
