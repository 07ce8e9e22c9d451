//! A function: its code, its role, its logs and what wakes it.

use std::collections::BTreeMap;

use contract::{Access, Contract, Link, Visitor};

use super::sources::{Plan, Plans, Sources};
use crate::aws::lambda::function::{
    ApplicationLogLevel, Architectures, Code, Environment, LogFormat, LoggingConfig, Runtime, SystemLogLevel,
};
use crate::aws::logs::LogGroup;
use crate::aws::{iam, lambda};
use crate::{
    ConstructPath, Definition, MemorySize, Name, PolicyDocument, RemovalPolicy, ReservedConcurrency, Resource, Stack,
    Statement, Synth, Timeout, Value,
};

/// A Lambda function on `provided.al2023`, with a role that allows what its contract states and nothing else, and a log
/// group of its own.
#[derive(Debug, Clone)]
pub struct Function {
    resource: Resource<lambda::Function>,
}

/// What may differ from function to function beside its contract.
#[derive(Debug, Clone, Copy)]
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

impl Function {
    /// Adds the function that `contract` stands for, woken by `sources`.
    #[track_caller]
    pub fn new<C>(
        stack: &mut Stack,
        id: impl Into<ConstructPath>,
        contract: &C,
        sources: impl Sources<C::Wakes>,
        props: FunctionProps,
    ) -> Self
    where
        C: Contract<Phase = Synth>,
    {
        let path = id.into();
        let Plans(plans) = sources.into_plans();

        let logs = LogGroup::new().retention_in_days(props.log_retention as u32);
        let logs = stack.add(&path.child("Logs"), Definition::stateful(logs, props.log_removal));

        let mut links = Links::default();
        contract.visit(&mut links);
        let statements = statements(&logs, &links, &plans);
        let role = stack.add(&path.child("Role"), Definition::new(role(C::NAME, statements)));

        let (s3_bucket, s3_key) = stack.function_code(C::NAME, &path);
        let logging = LoggingConfig::new()
            .log_format(LogFormat::Json)
            .application_log_level(props.log_level.choice())
            .system_log_level(SystemLogLevel::Warn)
            .log_group(logs.reference());
        let mut function = lambda::Function::new(Code::new().s3_bucket(s3_bucket).s3_key(s3_key), role.arn())
            .description(C::DESCRIPTION)
            .architectures([props.architecture.choice()])
            .runtime(Runtime::ProvidedAl2023)
            .handler("bootstrap")
            .memory_size(props.memory)
            .timeout(props.timeout)
            .logging_config(logging);
        if let Some(executions) = props.reserved_concurrency {
            function = function.reserved_concurrent_executions(executions);
        }
        if !links.variables.is_empty() {
            function = function.environment(Environment::new().variables(links.variables));
        }
        let resource = stack.add(&path, Definition::new(function));
        for plan in plans {
            let mapping = path.child(&plan.id);
            stack.add(&mapping, Definition::new(plan.mapping(resource.reference())));
        }
        Self { resource }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Value<Name<lambda::Function>> {
        self.resource.reference()
    }
    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<lambda::Function> {
        &self.resource
    }
}

/// What follows from the links of a contract.
#[derive(Default)]
struct Links {
    variables: BTreeMap<String, Value<String>>,
    statements: Vec<Statement>,
}

impl Visitor<Synth> for Links {
    fn link<R: contract::Resource, A: Access<R>>(&mut self, variable: &str, link: &Link<Synth, R, A>) {
        self.variables.insert(variable.to_owned(), link.address.clone());
        self.statements.extend(link.statements(&statement_id(variable)));
    }
}

/// `EVENTS_STREAM` as the id of a statement: `EventsStream`.
fn statement_id(variable: &str) -> String {
    let capitalized = |word: &str| {
        let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        first.to_owned() + &rest.to_lowercase()
    };
    variable.split('_').map(capitalized).collect()
}

fn statements(logs: &Resource<LogGroup>, links: &Links, plans: &[Plan]) -> Vec<Statement> {
    let write = ["logs:CreateLogStream", "logs:PutLogEvents"];
    // The attribute `Arn` of a log group ends in `:*`, which is how its streams are named.
    let mut statements = vec![Statement::allow("WriteLogs", write, [logs.arn().text()])];
    // The order of a contract's fields leaves no trace.
    let mut linked = links.statements.clone();
    linked.sort_by(|one, other| one.sid.cmp(&other.sid));
    statements.extend(linked);
    for statement in plans.iter().flat_map(|plan| &plan.statements) {
        if !statements.contains(statement) {
            statements.push(statement.clone());
        }
    }
    statements
}

fn role(function: &str, statements: Vec<Statement>) -> iam::Role {
    let trust = PolicyDocument::new([Statement::assumed_by("lambda.amazonaws.com")]);
    iam::Role::new(trust)
        .description(format!("What the function {function} may do."))
        .policies([iam::role::Policy::new(PolicyDocument::new(statements), "Contract")])
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
    fn choice(self) -> ApplicationLogLevel {
        match self {
            Self::Debug => ApplicationLogLevel::Debug,
            Self::Info => ApplicationLogLevel::Info,
            Self::Warn => ApplicationLogLevel::Warn,
        }
    }
}
