//! A deployment from beginning to end: code, change set, execution, outputs.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use aws_sdk_cloudformation::types::{ChangeSetType, StackStatus};
use cdk::SynthesizedStack;
use futures_util::future::try_join_all;

use crate::asset_bucket::AssetBucket;
use crate::change_set::{self, Template, Wanted};
use crate::code::{Code, hash};
use crate::connection::Connection;
use crate::error::DeployError;
use crate::event::Events;
use crate::report::{Progress, Reporter};
use crate::stack::{Situation, delete, describe, follow, outputs_of, request_deletion};

/// The largest template that fits into a request, in bytes.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>
const MAX_TEMPLATE_BODY: usize = 51_200;

/// What is deployed where.
#[derive(Debug)]
pub struct Deployment<'a> {
    connection: &'a Connection,
    stack: &'a SynthesizedStack,
    code: &'a [Code],
    executing: AtomicBool,
}

/// What a deployment led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deployed {
    /// Whether anything was changed.
    pub changed: bool,
    /// The stack's outputs.
    pub outputs: BTreeMap<String, String>,
}

impl<'a> Deployment<'a> {
    /// A deployment of `stack` with the code of its functions.
    pub fn new(connection: &'a Connection, stack: &'a SynthesizedStack, code: &'a [Code]) -> Self {
        Self { connection, stack, code, executing: AtomicBool::new(false) }
    }

    /// Uploads code that is not there yet, asks for a change set, executes it and waits for its end.
    ///
    /// The future can be dropped at any time; [`Deployment::abandon`] then cleans up.
    ///
    /// # Errors
    /// Everything that can go wrong on the way; what was there before is left as it was, or rolled back by CloudFormation.
    pub async fn run(&self, reporter: &dyn Reporter) -> Result<Deployed, DeployError> {
        let name = &self.stack.props.name;
        let kind = self.prepare(reporter).await?;
        let wanted = self.wanted(reporter).await?;
        reporter.step(format!("asking CloudFormation what changes in stack {name}"));
        let Some(change_set) = change_set::create(self.connection, &wanted, kind.clone()).await? else {
            return self.finish(false).await;
        };
        let events = Events::from_now(self.connection, &change_set.stack_id).await?;
        let doing = if kind == ChangeSetType::Create { "creating" } else { "updating" };
        reporter.step(format!("{doing} stack {name}"));
        self.executing.store(true, Ordering::SeqCst);
        change_set::execute(self.connection, &change_set).await?;
        reporter.report(Progress::Begun { stack: name, changes: None });
        let (status, failed) = follow(self.connection, name, &change_set.stack_id, events, reporter).await?;
        self.executing.store(false, Ordering::SeqCst);
        match status {
            StackStatus::CreateComplete | StackStatus::UpdateComplete => self.finish(true).await,
            status => Err(DeployError::Failed { stack: name.clone(), status: status.to_string(), failed }),
        }
    }

    /// Cleans up after a deployment that was broken off: a change set that was not executed is deleted. Returns whether
    /// CloudFormation goes on with changes that were begun.
    ///
    /// # Errors
    /// AWS out of reach.
    pub async fn abandon(&self) -> Result<bool, DeployError> {
        if self.executing.load(Ordering::SeqCst) {
            return Ok(true);
        }
        let name = &self.stack.props.name;
        change_set::discard(self.connection, name).await?;
        // A stack that never was more than a change set goes along.
        if let Situation::InReview(_) = Situation::of(self.connection, name).await? {
            request_deletion(self.connection, name).await?;
        }
        Ok(false)
    }

    /// Finds out what can be done with the stack. One whose creation failed is deleted, because nothing else can be done.
    async fn prepare(&self, reporter: &dyn Reporter) -> Result<ChangeSetType, DeployError> {
        let name = &self.stack.props.name;
        match Situation::of(self.connection, name).await? {
            Situation::Missing | Situation::InReview(_) => Ok(ChangeSetType::Create),
            Situation::Settled(_) => Ok(ChangeSetType::Update),
            Situation::FailedCreation(stack) => {
                reporter.step(format!("deleting stack {name}, whose creation failed"));
                let id = stack.stack_id().unwrap_or(name);
                match delete(self.connection, name, id, reporter).await? {
                    (StackStatus::DeleteComplete, _) => Ok(ChangeSetType::Create),
                    (status, failed) => {
                        Err(DeployError::Failed { stack: name.clone(), status: status.to_string(), failed })
                    }
                }
            }
            Situation::Busy(status) => Err(DeployError::Busy { stack: name.clone(), status: status.to_string() }),
            Situation::Stuck(status, help) => {
                Err(DeployError::Stuck { stack: name.clone(), status: status.to_string(), help })
            }
        }
    }

    /// Uploads what has to be uploaded and puts the request together.
    async fn wanted(&self, reporter: &dyn Reporter) -> Result<Wanted, DeployError> {
        let props = &self.stack.props;
        let identity = self.connection.identity();
        let bucket = AssetBucket::open(self.connection, props.assets.name(&identity.account, &identity.region)).await?;
        let parameters = self.upload_code(&bucket, reporter).await?;
        let body = serde_json::to_string(&self.stack.template).map_err(|error| DeployError::Aws {
            action: format!("writing the template of stack {}", props.name),
            message: error.to_string(),
        })?;
        let template = if body.len() <= MAX_TEMPLATE_BODY {
            Template::Body(body)
        } else {
            let key = format!("templates/{}.json", hash(body.as_bytes()));
            bucket.upload(&key, body.as_bytes()).await?;
            Template::Url(bucket.url(&key))
        };
        Ok(Wanted { stack: props.name.clone(), template, parameters, tags: props.tags.clone() })
    }

    /// The code of each function, by the template's parameter that takes its key.
    async fn upload_code(
        &self,
        bucket: &AssetBucket<'_>,
        reporter: &dyn Reporter,
    ) -> Result<BTreeMap<String, String>, DeployError> {
        reporter.step("uploading function code that is not there yet");
        let upload = |function: &'a cdk::FunctionAsset| async move {
            let code = self.code.iter().find(|code| code.function == function.name);
            let Code { function: name, key, zip, .. } =
                code.ok_or_else(|| DeployError::NotBuilt(function.name.to_owned()))?;
            if bucket.upload(key, zip).await? {
                reporter.done(format!("{name}: {:.1} MB uploaded", zip.len() as f64 / 1e6));
            }
            Ok::<_, DeployError>((function.parameter.to_string(), key.clone()))
        };
        Ok(try_join_all(self.stack.functions.iter().map(upload)).await?.into_iter().collect())
    }

    async fn finish(&self, changed: bool) -> Result<Deployed, DeployError> {
        let name = &self.stack.props.name;
        let stack = describe(self.connection, name).await?.ok_or_else(|| DeployError::NotDeployed(name.clone()))?;
        if self.stack.props.termination_protection && stack.enable_termination_protection() != Some(true) {
            let protect = self.connection.cloudformation().update_termination_protection();
            let protect = protect.stack_name(name).enable_termination_protection(true).send().await;
            protect.map_err(DeployError::aws(&format!("protecting stack {name}"), self.connection.endpoint()))?;
        }
        Ok(Deployed { changed, outputs: outputs_of(&stack) })
    }
}
