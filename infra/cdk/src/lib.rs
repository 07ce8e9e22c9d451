//! A construct library and synthesizer for CloudFormation.
//!
//! A [`Stack`] collects typed resources. Constructs ([`constructs`]) add several at once with safe defaults; the typed
//! resources themselves stand in [`aws`]. [`Stack::synthesize`] gives a [`Template`], and [`CloudAssembly`] writes one or
//! more of them in the form that the `cdk` command line reads. The same program always gives the same bytes.
//!
//! [`guide`] explains all of it, one page a topic.
//!
//! The crate knows CloudFormation. It knows no AWS SDK, no async runtime and no particular application.

#[macro_use]
mod typed;

pub mod assertions;
pub mod aws;
#[cfg(feature = "constructs")]
pub mod constructs;
pub mod diff;
#[cfg(feature = "graph")]
pub mod graph;
pub mod guide;
pub mod rules;
pub mod schema;

mod app;
mod assembly;
mod asset_bucket;
mod committed;
mod error;
mod expression;
mod import;
mod limits;
mod link;
mod names;
mod node;
mod policy;
mod read;
mod similar;
mod stack;
mod stack_props;
mod template;
mod value;
mod written_size;

pub use app::App;
pub use assembly::{
    AssemblyError, CircularStacks, CloudAssembly, CodeAsset, CodeAssets, TEMPLATE_SUFFIX, deployment_dependencies,
    deployment_order, removal_order,
};
pub use asset_bucket::AssetBucket;
pub use error::{SynthError, SynthErrors};
pub use expression::{Expression, Target};
pub use import::{ImportError, Imported, ImportedTemplate};
pub use limits::{
    BatchingWindow, CapacityUnits, CollectedBatchSize, CollectingTime, ConcurrencyUtilization, DeliveryDelay,
    EphemeralStorage, EventAge, FifoBatchSize, FlexibleWindow, ImmediateBatchSize, InvocationRetries, MaxConcurrency,
    MaxReceives, MaximumPollers, MemorySize, MessageRetention, MinimumPollers, ObjectAge, OutOfRange, Parallelization,
    ProvisionedConcurrency, RecordAge, RecoveryPeriod, ReservedConcurrency, RetryAttempts, ScheduleEventAge,
    ScheduleRetries, ShardCount, StreamBatchSize, StreamRetention, Timeout, Utilization, VisibilityTimeout,
};
pub use link::{Granted, Synth};
pub use names::{ConstructPath, LogicalId};
pub use node::{Node, Object};
pub use policy::{Conditions, Effect, PolicyDocument, Principal, Statement};
pub use read::{Content, Excerpt, Key, Located, Mistake, Position, Problem, ReadError, read_template};
pub use stack::{Definition, Found, FunctionAsset, RemovalPolicy, Resource, Stack, SynthesizedStack, Untyped};
pub use stack_props::{RollbackAlarms, StackProps};
pub use template::{DeletionPolicy, Output, Parameter, ResourceEntry, Template, TemplateFormat};
pub use typed::{Choice, ResourceType};
pub use value::{Arn, Exactly, Int, Json, Name, Value, pseudo};
