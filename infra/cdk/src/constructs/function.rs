//! A function: its code, its role, its logs and what wakes it.

use std::collections::{BTreeMap, BTreeSet};

use contract::{Access, Contract, Link, Target, Visitor};

use super::sources::{Plan, Plans, Sources};
use crate::aws::iam;
use crate::aws::lambda::{self, Architecture, Code, Environment, LogFormat, LogLevel, LoggingConfig, Runtime};
use crate::aws::logs::{LogGroup, LogRetention};
use crate::{
    ConstructPath, Definition, MemorySize, Name, PolicyDocument, RemovalPolicy, ReservedConcurrency, Resource, Stack,
    Statement, Synth, Timeout, Value,
};

/// How many times its function's timeout a queue's visibility timeout has to be.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>
const VISIBILITY_FACTOR: u32 = 6;

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

impl Function {
    /// Adds the function that `contract` stands for, woken by `sources`.
    #[track_caller]
    pub fn new<C>(
        stack: &mut Stack,
        id: &str,
        contract: &C,
        sources: impl Sources<C::Wakes>,
        props: FunctionProps,
    ) -> Self
    where
        C: Contract<Phase = Synth>,
    {
        let path = ConstructPath::new(id);
        let Plans(plans) = sources.into_plans();
        check_visibility(stack, &path, &plans, props.timeout);

        let logs = LogGroup { retention_in_days: props.log_retention };
        let logs = stack.add(&path.child("Logs"), Definition::stateful(logs, props.log_removal));

        let mut links = Links::default();
        contract.visit(&mut links);
        let statements = statements(&logs, &links, &plans);
        let role = stack.add(&path.child("Role"), Definition::new(role(C::NAME, statements)));

        let (s3_bucket, s3_key) = stack.function_code(C::NAME, &path);
        let function = lambda::Function {
            description: C::DESCRIPTION.to_owned(),
            architectures: vec![props.architecture],
            runtime: Runtime::ProvidedAl2023,
            handler: "bootstrap",
            code: Code { s3_bucket, s3_key },
            role: role.arn(),
            memory_size: props.memory,
            timeout: props.timeout,
            reserved_concurrent_executions: props.reserved_concurrency,
            logging_config: LoggingConfig {
                log_format: LogFormat::Json,
                application_log_level: props.log_level,
                system_log_level: LogLevel::Warn,
                log_group: logs.name(),
            },
            environment: Some(Environment { variables: links.variables }).filter(|e| !e.variables.is_empty()),
        };
        let resource = stack.add(&path, Definition::new(function));
        for plan in plans {
            let mapping = path.child(&plan.id);
            stack.add(&mapping, Definition::new(plan.mapping(resource.name())));
        }
        Self { resource }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Value<Name<lambda::Function>> {
        self.resource.name()
    }
}

/// What follows from the links of a contract.
#[derive(Default)]
struct Links {
    variables: BTreeMap<String, Value<String>>,
    /// Actions by the link that states them and the ARN that they apply to.
    grants: BTreeMap<(String, Value<String>), BTreeSet<&'static str>>,
}

impl Visitor<Synth> for Links {
    fn link<R: contract::Resource, A: Access<R>>(&mut self, variable: &str, link: &Link<Synth, R, A>) {
        self.variables.insert(variable.to_owned(), link.address.clone());
        for grant in A::grants() {
            let name = statement_id(variable);
            let target = match grant.target {
                Target::Itself => (name, link.arn.clone()),
                Target::Objects => (name + "Objects", Value::join([link.arn.clone(), "/*".into()])),
            };
            self.grants.entry(target).or_default().insert(grant.action);
        }
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
    statements.extend(
        links
            .grants
            .iter()
            .map(|((name, arn), actions)| Statement::allow(name.clone(), actions.iter().copied(), [arn.clone()])),
    );
    for statement in plans.iter().flat_map(|plan| &plan.statements) {
        if !statements.contains(statement) {
            statements.push(statement.clone());
        }
    }
    statements
}

fn role(function: &str, statements: Vec<Statement>) -> iam::Role {
    iam::Role {
        description: format!("What the function {function} may do."),
        assume_role_policy_document: PolicyDocument::new([Statement::assumed_by("lambda.amazonaws.com")]),
        policies: vec![iam::Policy { policy_name: "Contract", policy_document: PolicyDocument::new(statements) }],
    }
}

#[track_caller]
fn check_visibility(stack: &mut Stack, path: &ConstructPath, plans: &[Plan], timeout: Timeout) {
    let least = VISIBILITY_FACTOR * timeout.get();
    for visibility in plans.iter().filter_map(|plan| plan.visibility_timeout) {
        if visibility.get() < least {
            let message = format!(
                "its queue hides messages for {} s, less than {VISIBILITY_FACTOR} times the function's timeout of {} s, \
                 so a message could be handed out again while it is handled",
                visibility.get(),
                timeout.get()
            );
            stack.error(path, message, format!("set the queue's visibility timeout to {least} s or more"));
        }
    }
}
