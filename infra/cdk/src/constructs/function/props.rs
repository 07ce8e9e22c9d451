//! What may differ from function to function beside its contract.

use std::collections::BTreeMap;

use super::asynchronous::Asynchronous;
#[cfg(feature = "kms")]
use crate::Arn;
use crate::aws::lambda;
use crate::aws::lambda::function::{ApplicationLogLevel, Architectures, Mode, TracingConfig, VpcConfig};
use crate::{EphemeralStorage, MemorySize, RemovalPolicy, ReservedConcurrency, Statement, Timeout, Value, literal};

/// What may differ from function to function beside its contract.
///
/// The defaults suit a function of a small service:
///
/// ```
/// use cdk::constructs::FunctionProps;
/// use cdk::{Timeout, literal};
///
/// let props = FunctionProps { timeout: literal!(Timeout::seconds(60)), tracing: true, ..FunctionProps::default() };
/// ```
#[derive(Debug, Clone)]
pub struct FunctionProps {
    /// The processor that it runs on.
    pub architecture: Architecture,
    /// Its memory, which also decides its share of a processor.
    pub memory: MemorySize,
    /// How long one invocation may take.
    pub timeout: Timeout,
    /// How many executions are set aside for it, and are its most; unlimited if none.
    pub reserved_concurrency: Option<ReservedConcurrency>,
    /// The least important events that it logs.
    pub log_level: LogLevel,
    /// How long its logs are kept.
    pub log_retention: LogRetention,
    /// What becomes of its logs when it leaves the stack.
    pub log_removal: RemovalPolicy,
    /// Environment variables beside those of the contract's links. Nothing secret: who may see the function sees them.
    pub variables: BTreeMap<String, Value<String>>,
    /// The key that encrypts the environment; one of AWS's, if none.
    ///
    /// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html>
    #[cfg(feature = "kms")]
    pub key: Option<Value<Arn<crate::aws::kms::Key>>>,
    /// Layers by the ARN of their version, at most 5, in the order in which they are laid over each other.
    pub layers: Vec<Value<String>>,
    /// The network that it runs in; none of the account's, if none.
    pub network: Option<Network>,
    /// Whether X-Ray traces its invocations.
    pub tracing: bool,
    /// The size of `/tmp`; 512 MiB, if none.
    pub ephemeral_storage: Option<EphemeralStorage>,
    /// What becomes of events that invoke it asynchronously; Lambda's defaults, if none.
    pub asynchronous: Option<Asynchronous>,
}

/// The part of a network (VPC) that a function runs in.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html>
#[derive(Debug, Clone)]
pub struct Network {
    /// Subnets by id, at most 16, in several availability zones.
    pub subnets: Vec<Value<String>>,
    /// Security groups by id, at most 5.
    pub security_groups: Vec<Value<String>>,
}

impl Default for FunctionProps {
    /// 64 bit ARM, 256 MiB, 30 seconds, logs from `info` for one month that go with the stack, and nothing else.
    fn default() -> Self {
        Self {
            architecture: Architecture::Arm64,
            memory: literal!(MemorySize::mib(256)),
            timeout: literal!(Timeout::seconds(30)),
            reserved_concurrency: None,
            log_level: LogLevel::Info,
            log_retention: LogRetention::OneMonth,
            log_removal: RemovalPolicy::Delete,
            variables: BTreeMap::new(),
            #[cfg(feature = "kms")]
            key: None,
            layers: Vec::new(),
            network: None,
            tracing: false,
            ephemeral_storage: None,
            asynchronous: None,
        }
    }
}

impl FunctionProps {
    /// What the function's role has to be allowed because of them.
    pub(super) fn statements(&self) -> Vec<Statement> {
        let mut statements = Vec::new();
        #[cfg(feature = "kms")]
        if let Some(key) = &self.key {
            statements.push(Statement::allow("DecryptEnvironment", ["kms:Decrypt"], [key.clone().text()]));
        }
        if self.network.is_some() {
            statements.push(Network::statement());
        }
        if self.tracing {
            let send = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"];
            // X-Ray has no resource to name: the service authorization reference gives these actions no resource type.
            statements.push(Statement::allow("SendTraces", send, ["*".into()]));
        }
        statements.extend(self.asynchronous.iter().flat_map(Asynchronous::statements));
        statements
    }

    /// The function with them.
    pub(super) fn applied(self, mut function: lambda::Function) -> lambda::Function {
        function = function.architectures([self.architecture.choice()]).memory_size(self.memory).timeout(self.timeout);
        if let Some(executions) = self.reserved_concurrency {
            function = function.reserved_concurrent_executions(executions);
        }
        #[cfg(feature = "kms")]
        if let Some(key) = self.key {
            function = function.kms_key_arn(key.text());
        }
        if !self.layers.is_empty() {
            function = function.layers(self.layers);
        }
        if let Some(Network { subnets, security_groups }) = self.network {
            function = function.vpc_config(VpcConfig::new().subnet_ids(subnets).security_group_ids(security_groups));
        }
        if self.tracing {
            function = function.tracing_config(TracingConfig::new().mode(Mode::Active));
        }
        if let Some(size) = self.ephemeral_storage {
            function = function.ephemeral_storage(lambda::function::EphemeralStorage::new(size));
        }
        function
    }
}

impl Network {
    /// What Lambda does with the role of a function to connect it to the network.
    ///
    /// On every resource, because the interfaces do not exist yet and AWS allows the describing actions on `*` only. But
    /// only for Lambda itself: requests of the function's own code carry `lambda:SourceFunctionArn`.
    ///
    /// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions>
    fn statement() -> Statement {
        let connect = [
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses",
        ];
        Statement::allow("ConnectToNetwork", connect, ["*".into()]).only_if("Null", "lambda:SourceFunctionArn", "true")
    }
}

/// The processor that a function runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Architecture {
    /// AWS Graviton: 64 bit ARM.
    Arm64,
    /// 64 bit x86.
    X86_64,
}

/// The least important events that are still logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogLevel {
    /// Everything that helps to find mistakes.
    Debug,
    /// What happens.
    Info,
    /// What should not happen, but was dealt with.
    Warn,
}

/// How long a log group keeps events: one of the periods that the service knows.
///
/// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum LogRetention {
    OneDay = 1,
    ThreeDays = 3,
    FiveDays = 5,
    OneWeek = 7,
    TwoWeeks = 14,
    OneMonth = 30,
    TwoMonths = 60,
    ThreeMonths = 90,
    SixMonths = 180,
    OneYear = 365,
    TwoYears = 731,
    FiveYears = 1827,
    TenYears = 3653,
}

impl Architecture {
    fn choice(self) -> Architectures {
        match self {
            Self::Arm64 => Architectures::Arm64,
            Self::X86_64 => Architectures::X8664,
        }
    }
}

impl LogLevel {
    pub(super) fn choice(self) -> ApplicationLogLevel {
        match self {
            Self::Debug => ApplicationLogLevel::Debug,
            Self::Info => ApplicationLogLevel::Info,
            Self::Warn => ApplicationLogLevel::Warn,
        }
    }
}
