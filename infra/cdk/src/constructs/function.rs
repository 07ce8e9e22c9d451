//! A function: its code, its role, its logs and what wakes it.

mod alias;
mod asynchronous;
#[cfg(all(feature = "codedeploy", feature = "cloudwatch"))]
mod deployment;
mod invocation;
mod props;
#[cfg(feature = "application_auto_scaling")]
mod scaling;
mod url;
mod version;

use std::collections::BTreeMap;

use contract::{Access, Contract, Link, Visitor};

pub use self::alias::Alias;
pub use self::asynchronous::Asynchronous;
#[cfg(all(feature = "codedeploy", feature = "cloudwatch"))]
pub use self::deployment::{GradualDeployment, TrafficShift};
pub use self::props::{Architecture, FunctionProps, LogLevel, LogRetention, Network};
#[cfg(feature = "application_auto_scaling")]
pub use self::scaling::ConcurrencyScaling;
pub use self::url::FunctionUrl;
use super::sources::{Plan, Plans, Sources};
use crate::aws::lambda::EventSourceMapping;
use crate::aws::lambda::function::{Code, Environment, LogFormat, LoggingConfig, Runtime, SystemLogLevel};
use crate::aws::logs::LogGroup;
use crate::aws::{iam, lambda};
use crate::{Arn, ConstructPath, Definition, Name, PolicyDocument, Resource, Stack, Statement, Synth, Value, rules};

/// A Lambda function on `provided.al2023`, with a role that allows what its contract states and nothing else, and a log
/// group of its own.
///
/// ```
/// use cdk::constructs::{Bucket, BucketProps, Function, FunctionProps, invoked};
/// use cdk::{RemovalPolicy, Stack, StackProps};
/// use contract::{Contract, GetObject, Invocation, Link, Phase};
///
/// /// Greets.
/// #[derive(Contract)]
/// #[contract(name = "greet", wakes_on(Invocation<(), ()>))]
/// struct Greet<P: Phase> {
///     names: Link<P, contract::Bucket<()>, GetObject>,
/// }
///
/// let mut stack = Stack::new(StackProps::new("test"));
/// let names = Bucket::new(&mut stack, "Names", BucketProps::new(RemovalPolicy::Delete));
/// let greet = Greet { names: names.link() };
/// Function::new(&mut stack, "Greet", &greet, invoked(), FunctionProps::default());
/// # stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Function {
    path: ConstructPath,
    resource: Resource<lambda::Function>,
    mappings: Vec<Resource<EventSourceMapping>>,
    asynchronous: Option<Asynchronous>,
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
        let statements = statements(&logs, &links, &plans, &props);
        let role = stack.add(&path.child("Role"), Definition::new(role(C::NAME, statements)));

        let (s3_bucket, s3_key) = stack.function_code(C::NAME, &path);
        let logging = LoggingConfig::new()
            .log_format(LogFormat::Json)
            .application_log_level(props.log_level.choice())
            .system_log_level(SystemLogLevel::Warn)
            .log_group(logs.reference());
        let mut function = lambda::Function::new(Code::new().s3_bucket(s3_bucket).s3_key(s3_key), role.arn())
            .description(C::DESCRIPTION)
            .runtime(Runtime::ProvidedAl2023)
            .handler("bootstrap")
            .logging_config(logging);
        let mut variables = links.variables;
        for (name, value) in &props.variables {
            if variables.insert(name.clone(), value.clone()).is_some() {
                let message = format!("the variable {name} belongs to a link of the contract of `{}`", C::NAME);
                stack.error(&rules::LINKED_VARIABLES, &path, message, rules::LINKED_VARIABLES.fix);
            }
        }
        if !variables.is_empty() {
            function = function.environment(Environment::new().variables(variables));
        }
        let asynchronous = props.asynchronous.clone();
        let resource = stack.add(&path, Definition::new(props.applied(function)));
        if let Some(asynchronous) = &asynchronous {
            let config = asynchronous.config(resource.reference().text(), "$LATEST");
            stack.add(&path.child("Asynchronous"), Definition::new(config));
        }
        let mut mappings = Vec::new();
        for mut plan in plans {
            let mapping = path.child(&plan.id);
            for mistake in plan.mistakes.drain(..) {
                stack.error(&rules::FILTER_FIELD, &mapping, mistake.message, mistake.help);
            }
            mappings.push(stack.add(&mapping, Definition::new(plan.mapping(resource.reference()))));
        }
        Self { path, resource, mappings, asynchronous }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Value<Name<lambda::Function>> {
        self.resource.reference()
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<lambda::Function>> {
        self.resource.arn()
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

fn statements(logs: &Resource<LogGroup>, links: &Links, plans: &[Plan], props: &FunctionProps) -> Vec<Statement> {
    let write = ["logs:CreateLogStream", "logs:PutLogEvents"];
    // The attribute `Arn` of a log group ends in `:*`, which is how its streams are named.
    let mut statements = vec![Statement::allow("WriteLogs", write, [logs.arn().text()])];
    // The order of a contract's fields leaves no trace.
    let mut linked = links.statements.clone();
    linked.sort_by(|one, other| one.sid.cmp(&other.sid));
    statements.extend(linked);
    for statement in plans.iter().flat_map(|plan| plan.statements.clone()).chain(props.statements()) {
        push(&mut statements, statement);
    }
    statements
}

/// Adds a statement unless it is there. A policy has one statement of a name, so another one of the same name is numbered.
fn push(statements: &mut Vec<Statement>, statement: Statement) {
    let named = |number: usize| match (&statement.sid, number) {
        (Some(sid), 2..) => Statement { sid: Some(format!("{sid}{number}")), ..statement.clone() },
        _ => statement.clone(),
    };
    let candidates = (1..=statements.len() + 1).map(named);
    let free = |candidate: &Statement| statements.iter().all(|other| other.sid != candidate.sid || other == candidate);
    if let Some(statement) = candidates.into_iter().find(free)
        && !statements.contains(&statement)
    {
        statements.push(statement);
    }
}

fn role(function: &str, statements: Vec<Statement>) -> iam::Role {
    let trust = PolicyDocument::new([Statement::assumed_by("lambda.amazonaws.com")]);
    iam::Role::new(trust)
        .description(format!("What the function {function} may do."))
        .policies([iam::role::Policy::new(PolicyDocument::new(statements), "Contract")])
}
