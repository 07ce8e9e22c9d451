//! A group of schedules that functions make while they run.

use std::marker::PhantomData;

use contract::Access;

use super::function::Function;
use super::queue::StandardDeadLetterQueue;
use super::schedule;
use crate::aws::{iam, scheduler};
use crate::{ConstructPath, Definition, Granted, Resource, Stack, Statement, Value, pseudo};

/// A group of EventBridge Scheduler for one-time schedules that functions make while they run. Each of them wakes the same
/// function with a `T`; the role with which it does may do nothing else. What could not be delivered goes to a queue.
///
/// ```
/// use cdk::constructs::{Bucket, BucketProps, Function, FunctionProps, ScheduleGroup, StandardDeadLetterQueue, invoked};
/// use cdk::{RemovalPolicy, Stack, StackProps};
/// use contract::{Contract, CreateSchedule, GetObject, Invocation, Link, PassRole, Phase};
///
/// struct Wake;
///
/// /// Rings.
/// #[derive(Contract)]
/// #[contract(name = "ring", wakes_on(Invocation<Wake, ()>))]
/// struct Ring<P: Phase> {
///     sounds: Link<P, contract::Bucket<()>, GetObject>,
/// }
///
/// /// Sets the clock.
/// #[derive(Contract)]
/// #[contract(name = "set", wakes_on(Invocation<(), ()>))]
/// struct Set<P: Phase> {
///     alarms: Link<P, contract::ScheduleGroup<Wake>, (CreateSchedule, PassRole)>,
/// }
///
/// let mut stack = Stack::new(StackProps::new("clock"));
/// let sounds = Bucket::new(&mut stack, "Sounds", BucketProps::new(RemovalPolicy::Delete));
/// let ring = Ring { sounds: sounds.link() };
/// let ring = Function::new(&mut stack, "Ring", &ring, invoked(), FunctionProps::default());
/// let dead_letters = StandardDeadLetterQueue::new(&mut stack, "DeadLetters", RemovalPolicy::Delete);
/// let alarms = ScheduleGroup::<Wake>::new(&mut stack, "Alarms", &ring, &dead_letters);
/// Function::new(&mut stack, "Set", &Set { alarms: alarms.link() }, invoked(), FunctionProps::default());
/// stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct ScheduleGroup<T> {
    resource: Resource<scheduler::ScheduleGroup>,
    role: Resource<iam::Role>,
    function: Value<String>,
    dead_letters: Value<String>,
    input: PhantomData<fn() -> T>,
}

impl<T: 'static> ScheduleGroup<T> {
    /// Adds a group whose schedules wake `function`, and the role with which they do.
    #[track_caller]
    pub fn new(
        stack: &mut Stack,
        id: impl Into<ConstructPath>,
        function: &Function,
        dead_letters: &StandardDeadLetterQueue<T>,
    ) -> Self {
        let path = id.into();
        let (function, dead_letters) = (function.arn().text(), dead_letters.arn().text());
        let resource = stack.add(&path, Definition::new(scheduler::ScheduleGroup::new()));
        let statements = vec![
            Statement::allow("Wake", ["lambda:InvokeFunction"], [function.clone()]),
            Statement::allow("KeepDeadLetters", ["sqs:SendMessage"], [dead_letters.clone()]),
        ];
        let role = schedule::role("What the schedules of the group may wake.", Some(resource.arn().text()), statements);
        let role = stack.add(&path.child("Role"), Definition::new(role));
        Self { resource, role, function, dead_letters, input: PhantomData }
    }

    /// The group, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::ScheduleGroup<T>>>(&self) -> Granted<contract::ScheduleGroup<T>, A> {
        let name = self.resource.reference().text();
        let role = self.role.arn().text();
        let words = [name.clone(), self.function.clone(), role.clone(), self.dead_letters.clone()];
        let blank = || Value::literal(" ");
        let address = words.into_iter().enumerate().flat_map(|(position, word)| {
            let before = (position > 0).then(blank);
            before.into_iter().chain([word])
        });
        Granted::new(Value::join(address), schedules(name)).done_with_role(role, "scheduler.amazonaws.com")
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<scheduler::ScheduleGroup> {
        &self.resource
    }
}

/// What the ARNs of the schedules of a group begin with.
///
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html>
fn schedules(group: Value<String>) -> Value<String> {
    Value::join([
        "arn:".into(),
        pseudo::partition(),
        ":scheduler:".into(),
        pseudo::region(),
        ":".into(),
        pseudo::account_id(),
        ":schedule/".into(),
        group,
    ])
}
