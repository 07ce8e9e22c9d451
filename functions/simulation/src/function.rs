//! Functions: the real handlers, invoked as Lambda invokes them, with JSON on both sides.

use std::any::Any;
use std::collections::BTreeMap;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use contract::{Contract, FromEnvironment, Runtime};
use functions::wakes::{self, Deliver, Handler, Moment, NotHandled};
use futures_util::FutureExt;
use serde_json::{Value, json};

use crate::fault::Fault;
use crate::sandbox::{Sandbox, longer_than};
use crate::template::{AsynchronousProperties, FunctionProperties, TemplateError, Topology};
use crate::world::{World, lock};

/// What a handler answers: JSON, or the type and sentence of an error.
pub(crate) type Answer = Result<String, (String, String)>;

/// A handler with its adapters, in one sandbox.
type Code = Arc<dyn Fn(String, Moment) -> Pin<Box<dyn Future<Output = Answer> + Send>> + Send + Sync>;

/// Makes the handler for a sandbox from its environment variables.
type Make = Arc<dyn Fn(&BTreeMap<String, String>, &Sandbox) -> Result<Code, String> + Send + Sync>;

/// Changes what a function answers.
type Change = Arc<dyn Fn(String) -> String + Send + Sync>;

/// The code of every function of a stack, by logical id.
#[derive(Clone, Default)]
pub struct Functions {
    code: BTreeMap<String, Make>,
    changes: BTreeMap<String, Change>,
}

impl Functions {
    /// Adds the code of the function with a logical id: `handler` makes a handler from its contract, in the same way as `serve`
    /// does on Lambda, with adapters that send their requests from a [`Sandbox`].
    #[must_use]
    pub fn with<C, H>(mut self, id: &str, handler: impl Fn(&C, &Sandbox) -> H + Send + Sync + 'static) -> Self
    where
        C: Contract<Phase = Runtime> + FromEnvironment,
        C::Wakes: Deliver,
        H: Handler<C::Wakes> + 'static,
    {
        let make = move |environment: &BTreeMap<String, String>, sandbox: &Sandbox| {
            let contract =
                C::from_environment(|name| environment.get(name).cloned()).map_err(|error| error.to_string())?;
            let handler = Arc::new(handler(&contract, sandbox));
            let code: Code = Arc::new(move |event, at| {
                let handler = Arc::clone(&handler);
                async move { handle::<C::Wakes, H>(&handler, &event, &at).await }.boxed()
            });
            Ok(code)
        };
        self.code.insert(id.to_owned(), Arc::new(make));
        self
    }

    /// Adds code that answers an event in any way.
    #[cfg(test)]
    pub(crate) fn scripted<F>(mut self, id: &str, answer: impl Fn(String) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        let code: Code = Arc::new(move |event, _| answer(event).boxed());
        self.code.insert(id.to_owned(), Arc::new(move |_, _| Ok(Arc::clone(&code))));
        self
    }

    /// Changes what the function with a logical id answers, to see what becomes of such a mistake.
    #[must_use]
    pub fn answering(mut self, id: &str, change: impl Fn(String) -> String + Send + Sync + 'static) -> Self {
        self.changes.insert(id.to_owned(), Arc::new(change));
        self
    }

    /// Every function of the topology with its code.
    pub(crate) fn deployed(mut self, topology: &Topology) -> Result<BTreeMap<String, Deployed>, TemplateError> {
        let deploy = |(id, properties): (&String, &FunctionProperties)| {
            let make = self.code.remove(id).ok_or_else(|| TemplateError::NoCode { id: id.clone() })?;
            let (properties, change) = (Arc::new(properties.clone()), self.changes.get(id).cloned());
            Ok((id.clone(), Deployed { make, change, properties, warm: Mutex::default() }))
        };
        let deployed = topology.functions.iter().map(deploy).collect::<Result<_, _>>()?;
        match self.code.into_keys().next() {
            Some(id) => Err(TemplateError::NoFunction { id }),
            None => Ok(deployed),
        }
    }
}

impl std::fmt::Debug for Functions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.code.keys()).finish()
    }
}

async fn handle<W: Deliver, H: Handler<W>>(handler: &H, event: &str, at: &Moment) -> Answer {
    let answer = wakes::invoke::<W, H>(handler, event, at).await;
    let answer = answer.map_err(|NotHandled { code, reason }| (code.to_owned(), reason))?;
    serde_json::to_string(&answer).map_err(|error| ("InvalidAnswer".to_owned(), error.to_string()))
}

/// Why an invocation has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvokeError {
    /// There is no such function.
    #[error("there is no function {0}")]
    Unknown(String),
    /// It was not invoked.
    #[error("there is no room for the invocation")]
    Busy,
    /// It ended early. What it had done is done.
    #[error("the function ended early")]
    Crashed,
    /// It took longer than its time-out. What it had done is done.
    #[error("the function took too long")]
    TimedOut,
    /// Its answer is an error.
    #[error("{code}: {message}")]
    Failed {
        /// [`NotHandled::code`].
        code: String,
        /// The error as a sentence.
        message: String,
    },
}

/// What was said in a panic.
#[must_use]
pub fn panic_message(panic: &(dyn Any + Send)) -> String {
    let message = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref().copied());
    message.unwrap_or("a panic without a message").to_owned()
}

/// A function with its warm sandboxes.
pub(crate) struct Deployed {
    make: Make,
    change: Option<Change>,
    properties: Arc<FunctionProperties>,
    warm: Mutex<Vec<(Sandbox, Code)>>,
}

impl Deployed {
    /// Invokes the function with an event that holds so many records.
    pub(crate) async fn invoke(
        &self,
        world: &World,
        id: &str,
        event: &str,
        records: usize,
    ) -> Result<String, InvokeError> {
        let result = self.attempt(world, id, event, records).await;
        match &result {
            Ok(answer) => world.trace(&[id, "answers", answer, "to", event]),
            Err(error) => world.trace(&[id, "fails:", &error.to_string(), "with", event]),
        }
        result
    }

    async fn attempt(&self, world: &World, id: &str, event: &str, records: usize) -> Result<String, InvokeError> {
        if world.strikes(Fault::Busy) {
            return Err(InvokeError::Busy);
        }
        let _room = world.room().ok_or(InvokeError::Busy)?;
        let warm = lock(&self.warm).pop();
        let (sandbox, code) = match warm {
            Some(warm) => warm,
            None => self.cold_start(world, id)?,
        };
        let timeout = self.properties.timeout;
        let (now, fresh_id) = (sandbox.now(), world.fresh_id());
        let at = Moment { now, deadline: now.saturating_add(timeout).unwrap_or(now), fresh_id };
        // A cold start, or a machine that has other things to do.
        let delay = match (world.strikes(Fault::Slow), world.capacity()) {
            (true, _) => Duration::from_millis(world.random(1..longer_than(timeout))),
            (false, None) => Duration::from_millis(world.random(0..20)),
            (false, Some(capacity)) => (capacity.invocation)(records),
        };
        sandbox.begin();
        let handled = async {
            tokio::time::sleep(delay).await;
            sandbox.until_crash(AssertUnwindSafe(code(event.to_owned(), at)).catch_unwind()).await
        };
        match tokio::time::timeout(timeout, handled).await {
            Err(_) => Err(InvokeError::TimedOut),
            Ok(None) => Err(InvokeError::Crashed),
            Ok(Some(Err(panic))) => {
                world.panicked(format!("{id}: {}", panic_message(&*panic)));
                Err(InvokeError::Crashed)
            }
            Ok(Some(Ok(answer))) => {
                lock(&self.warm).push((sandbox, code));
                let answer = answer.map_err(|(code, message)| InvokeError::Failed { code, message })?;
                Ok(self.change.as_ref().map_or_else(|| answer.clone(), |change| change(answer.clone())))
            }
        }
    }

    /// Invokes the function until it answers or has been tried often enough; what failed goes to the queue for that.
    pub(crate) async fn invoke_asynchronously(&self, world: &World, id: &str, event: &str) {
        let AsynchronousProperties { retries, age, failures } = &self.properties.asynchronous;
        let (mut tries, began) = (0, world.elapsed());
        loop {
            let error = match self.invoke(world, id, event, 1).await {
                Ok(_) if world.strikes(Fault::Redelivery) => None,
                Ok(_) => return,
                Err(error) => Some(error),
            };
            // While there is no room for it, it waits in a queue of Lambda's own.
            tries += u64::from(error.as_ref().is_some_and(|error| *error != InvokeError::Busy));
            let pause = Duration::from_secs(60 * tries.max(1));
            if let Some(error) = error {
                let is_old = world.elapsed() + pause - began > *age;
                if is_old || tries > *retries {
                    if let Some(queue) = failures.as_ref().and_then(|id| world.services().queue(id)) {
                        let condition = if is_old { "EventAgeExceeded" } else { "RetriesExhausted" };
                        queue.put(world, failure_record(id, condition, &error.to_string(), event));
                    }
                    return;
                }
            }
            tokio::time::sleep(pause).await;
        }
    }

    fn cold_start(&self, world: &World, id: &str) -> Result<(Sandbox, Code), InvokeError> {
        let sandbox = Sandbox::new(world.clone(), id, Arc::clone(&self.properties));
        let failed = |message| InvokeError::Failed { code: "Runtime.ExitError".to_owned(), message };
        let code = (self.make)(&self.properties.environment, &sandbox).map_err(failed)?;
        Ok((sandbox, code))
    }
}

/// The event that carries records of a batch.
pub(crate) fn batch_event<'a>(records: impl Iterator<Item = &'a str>) -> String {
    let mut event = String::from(r#"{"Records":["#);
    for (position, record) in records.enumerate() {
        if position > 0 {
            event.push(',');
        }
        event.push_str(record);
    }
    event.push_str("]}");
    event
}

/// What Lambda writes down about an asynchronous invocation that it gives up.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html>
fn failure_record(function: &str, condition: &str, error: &str, event: &str) -> String {
    json!({
        "version": "1.0",
        "requestContext": { "functionArn": function, "condition": condition },
        "requestPayload": serde_json::from_str::<Value>(event).unwrap_or_else(|_| event.into()),
        "responseContext": { "statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled" },
        "responsePayload": { "errorMessage": error },
    })
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capacity::Capacity;
    use crate::fault::Faults;
    use crate::testing::{Probe, Said, UNLIMITED, function, given, given_limits};

    const HOUR: Duration = Duration::from_secs(3_600);

    const HANDLED: Said = Ok(Vec::new());

    /// Runs a test in a world with a function `F`, of which what it cannot do without anybody who waits goes to a queue `Q`.
    fn given_function(functions: Functions, faults: Faults, test: impl AsyncFnOnce(World)) {
        let failures = json!({ "OnFailure": { "Destination": { "Fn::GetAtt": ["Q", "Arn"] } } });
        let asynchronous = json!({ "FunctionName": { "Ref": "F" }, "DestinationConfig": failures });
        let resources = json!({
            "F": function(),
            "Q": { "Type": "AWS::SQS::Queue", "Properties": {} },
            "Asynchronous": { "Type": "AWS::Lambda::EventInvokeConfig", "Properties": asynchronous },
        });
        given(resources, functions, faults, test);
    }

    #[test]
    fn there_is_room_for_so_many_invocations_at_a_time() {
        let probe = Probe::default();
        let capacity =
            Capacity { concurrency: 2, invocation: |records| Duration::from_secs(records as u64), ..UNLIMITED };
        given_limits(json!({ "F": function() }), probe.functions(), capacity, async |world| {
            let invoke =
                async || tokio::join!(world.invoke("F", "{}"), world.invoke("F", "{}"), world.invoke("F", "{}"));
            for seconds in 1..3 {
                let (one, two, three) = invoke().await;
                assert_eq!((one.is_ok(), two.is_ok(), three), (true, true, Err(InvokeError::Busy)));
                assert_eq!(world.elapsed().as_secs(), seconds);
            }
        });
    }

    #[test]
    fn an_invocation_that_takes_too_long_is_ended() {
        let probe = Probe::default();
        given_function(probe.taking(HOUR, |_| HANDLED), Faults::none(), async |world| {
            assert_eq!(world.invoke("F", "{}").await, Err(InvokeError::TimedOut));
            assert_eq!(world.elapsed().as_secs(), 60);
            assert_eq!(probe.handled().len(), 0);
        });
    }

    #[test]
    fn an_asynchronous_invocation_is_tried_twice_more_and_then_written_down() {
        let probe = Probe::default();
        given_function(probe.saying(|_| Err(())), Faults::none(), async |world| {
            world.invoke_asynchronously("F", r#"{"a":1}"#).await;
            let minutes: Vec<_> = probe.times(&world).iter().map(|at| at.as_secs() / 60).collect();
            assert_eq!(minutes, [0, 1, 3]);
            let [message] = &world.services().queue("Q").unwrap().messages()[..] else { panic!("one message") };
            let record: Value = serde_json::from_str(&message.entry.body).unwrap();
            assert_eq!(record["requestPayload"], json!({ "a": 1 }));
            assert_eq!(record["requestContext"]["condition"], "RetriesExhausted");
        });
    }

    #[test]
    fn an_asynchronous_invocation_waits_for_room_for_six_hours() {
        for (hours, tries) in [(1, 1), (7, 0)] {
            let probe = Probe::default();
            given_function(probe.functions(), Faults::always(&[Fault::Busy]), async |world| {
                let waiting = world.clone();
                tokio::spawn(async move { waiting.invoke_asynchronously("F", "{}").await });
                tokio::time::sleep(hours * HOUR).await;
                world.end_faults();
                world.settle(HOUR).await.unwrap();
                assert_eq!(probe.events().len(), tries);
                assert_eq!(world.services().queue("Q").unwrap().messages().len(), 1 - tries);
            });
        }
    }
}
