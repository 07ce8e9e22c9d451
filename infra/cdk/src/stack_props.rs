//! What goes with a whole stack.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::AssetBucket;

/// What a stack is called and what goes with all of it.
#[derive(Debug, Clone)]
pub struct StackProps {
    /// The stack's name in CloudFormation.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The folder of its template inside of the assembly.
    pub folder: String,
    /// The account that it belongs to; whichever the credentials are for, if none.
    pub account: Option<String>,
    /// The region that it belongs to; whichever is configured, if none.
    pub region: Option<String>,
    /// Where its function code is.
    pub assets: AssetBucket,
    /// Tags for every resource of the stack.
    pub tags: BTreeMap<String, String>,
    /// Whether CloudFormation refuses to delete the stack.
    pub termination_protection: bool,
    /// The role that is assumed to deploy it, by its ARN; none if the credentials may do so themselves.
    pub deploy_role: Option<String>,
    /// The role that CloudFormation makes its changes as, by its ARN; the deployer's permissions if none.
    pub execution_role: Option<String>,
    /// The SNS topics that are told of every event of the stack, by their ARNs; at most 5.
    pub notification_topics: Vec<String>,
    /// Alarms that roll a deployment back.
    pub rollback_alarms: RollbackAlarms,
    /// What CloudFormation refuses to update, whoever asks:
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html>.
    pub stack_policy: Option<Json>,
}

/// Alarms that CloudFormation watches while it deploys: if one of them goes off, the deployment is rolled back.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-rollback-triggers.html>
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RollbackAlarms {
    /// The alarms, by their ARNs; at most 5. Each has to exist before the deployment begins.
    pub alarms: Vec<String>,
    /// How long they are watched after every resource was deployed: 0 to 180 minutes.
    pub minutes: u8,
}

impl StackProps {
    /// A stack of this name in whichever account and region it is deployed to, unprotected and without tags.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            description: String::new(),
            folder: String::new(),
            account: None,
            region: None,
            assets: AssetBucket::default(),
            tags: BTreeMap::new(),
            termination_protection: false,
            deploy_role: None,
            execution_role: None,
            notification_topics: Vec::new(),
            rollback_alarms: RollbackAlarms::default(),
            stack_policy: None,
        }
    }
}
