//! A mapping of a queue: batches side by side, and what is not deleted shows again.
//!
//! <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html>

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::sync::Semaphore;

use super::response::{Outcome, outcome};
use super::{Inner, wait};
use crate::fault::Fault;
use crate::function::batch_event;
use crate::services::Received;
use crate::world::World;

pub(super) fn is_idle(world: &World, mapping: &Inner, queue: &str) -> bool {
    let is_empty = world.services().queue(queue).is_none_or(|queue| queue.is_empty());
    is_empty && mapping.busy.load(Ordering::Relaxed) == 0
}

/// How old the oldest message is that is not handled.
pub(super) fn age(world: &World, queue: &str) -> Option<Duration> {
    let oldest = world.services().queue(queue)?.oldest();
    Some(oldest.map_or(Duration::ZERO, |sent| world.elapsed() - sent))
}

/// Receives messages for ever.
pub(super) async fn poll(world: World, mapping: Arc<Inner>, id: String, concurrency: usize) {
    let permits = Arc::new(Semaphore::new(concurrency));
    loop {
        let Ok(permit) = Arc::clone(&permits).acquire_owned().await else { return };
        let Some(queue) = world.services().queue(&id) else { return };
        wait(queue.wait(world.elapsed())).await;
        let changed = queue.changed();
        let received = queue.receive(&world, mapping.properties.batch_size);
        if received.is_empty() {
            drop(permit);
            match queue.next_visible(world.elapsed()) {
                Some(at) => {
                    // Whichever comes first.
                    let _ = tokio::time::timeout(at.saturating_sub(world.elapsed()), changed).await;
                }
                None => changed.await,
            }
            continue;
        }
        mapping.busy.fetch_add(1, Ordering::Relaxed);
        let (world, mapping, id) = (world.clone(), Arc::clone(&mapping), id.clone());
        tokio::spawn(async move {
            handle(&world, &mapping, &id, received).await;
            mapping.busy.fetch_sub(1, Ordering::Relaxed);
            drop(permit);
        });
    }
}

async fn handle(world: &World, mapping: &Inner, id: &str, received: Vec<Received>) {
    // While there is no room for the invocation, messages may show again before it begins.
    if world.strikes(Fault::Slow) {
        world.pause(0..600_000).await;
    }
    let records: Vec<_> = received.iter().map(|received| received.render(id)).collect();
    let event = batch_event(records.iter().map(String::as_str));
    let outcome = match world.invoke_with(&mapping.properties.function, &event, received.len()).await {
        Ok(answer) => {
            let identifiers: Vec<_> = received.iter().map(|received| received.message.id.as_str()).collect();
            outcome(&answer, &identifiers, mapping.properties.reports_failures)
        }
        Err(error) => Outcome::Failed(error.to_string()),
    };
    let mut handled = received;
    match outcome {
        Outcome::Handled => {}
        Outcome::NotHandled(positions) => {
            let mut position = 0;
            handled.retain(|_| {
                position += 1;
                !positions.contains(&(position - 1))
            });
        }
        Outcome::Failed(_) => handled.clear(),
    }
    // What was handled and is not deleted is delivered once more.
    if world.strikes(Fault::Redelivery) {
        world.trace(&[&mapping.properties.id, "deletes nothing"]);
        return;
    }
    if let Some(queue) = world.services().queue(id) {
        queue.delete(world, &handled);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use serde_json::json;

    use super::*;
    use crate::fault::Faults;
    use crate::function::Functions;
    use crate::services::Entry;
    use crate::testing::{Probe, Said, function, given, sandbox};

    const HIDDEN: Duration = Duration::from_secs(100);
    const HOUR: Duration = Duration::from_secs(3_600);

    /// Runs a test in a world in which a function `F` takes two messages of a FIFO queue `Q` at a time, in two batches at most; what
    /// was received three times goes to a queue `Dead`.
    fn given_mapping(functions: Functions, faults: Faults, test: impl AsyncFnOnce(World)) {
        let redrive = json!({ "maxReceiveCount": 3, "deadLetterTargetArn": { "Fn::GetAtt": ["Dead", "Arn"] } });
        let queue = json!({ "FifoQueue": true, "VisibilityTimeout": HIDDEN.as_secs(), "RedrivePolicy": redrive });
        let mapping = json!({
            "EventSourceArn": { "Fn::GetAtt": ["Q", "Arn"] },
            "FunctionName": { "Ref": "F" },
            "BatchSize": 2,
            "FunctionResponseTypes": ["ReportBatchItemFailures"],
            "ScalingConfig": { "MaximumConcurrency": 2 },
        });
        let resources = json!({
            "Q": { "Type": "AWS::SQS::Queue", "Properties": queue },
            "Dead": { "Type": "AWS::SQS::Queue", "Properties": { "FifoQueue": true } },
            "F": function(),
            "M": { "Type": "AWS::Lambda::EventSourceMapping", "Properties": mapping },
        });
        given(resources, functions, faults, test);
    }

    async fn send(world: &World, messages: &[(&str, &str)]) {
        let entry = |(group, body): &(&str, &str)| Entry {
            group: (*group).to_owned(),
            deduplication_id: (*body).to_owned(),
            body: (*body).to_owned(),
            attributes: [("attribute".to_owned(), "value".to_owned())].into(),
        };
        let queue = sandbox(world, &[("sqs:SendMessage", "Q")]).queue("Q");
        queue.send(messages.iter().map(entry).collect()).await.unwrap();
    }

    fn dead(world: &World) -> Vec<String> {
        world.services().queue("Dead").unwrap().messages().into_iter().map(|message| message.entry.body).collect()
    }

    /// Says that it failed the first time, and then that it handled everything.
    fn failing_once() -> impl Fn(&[String]) -> Said {
        let tries = AtomicUsize::new(0);
        move |_| if tries.fetch_add(1, Ordering::Relaxed) == 0 { Err(()) } else { Ok(Vec::new()) }
    }

    #[test]
    fn what_fails_shows_again_before_those_that_wait_behind_it() {
        let probe = Probe::default();
        given_mapping(probe.saying(failing_once()), Faults::none(), async |world| {
            send(&world, &[("a", "a1"), ("a", "a2"), ("a", "a3")]).await;
            world.settle(HOUR).await.unwrap();
            assert_eq!(probe.batches(), ["a1,a2", "a1,a2", "a3"]);
            let times = probe.times(&world);
            let pause = times[1] - times[0];
            assert!(pause.abs_diff(HIDDEN) < HIDDEN / 100, "{pause:?}");
        });
    }

    #[test]
    fn only_what_was_handled_is_deleted() {
        let probe = Probe::default();
        let tries = AtomicUsize::new(0);
        let say = move |_: &[String]| Ok(if tries.fetch_add(1, Ordering::Relaxed) == 0 { vec![1] } else { Vec::new() });
        given_mapping(probe.saying(say), Faults::none(), async |world| {
            send(&world, &[("a", "a1"), ("b", "b1")]).await;
            world.settle(HOUR).await.unwrap();
            assert_eq!(probe.batches(), ["a1,b1", "b1"]);
        });
    }

    #[test]
    fn what_fails_each_time_goes_to_the_dead_letters_and_those_behind_it_go_on() {
        let probe = Probe::default();
        let say = |texts: &[String]| Ok(if texts[0] == "a1" { (0..texts.len()).collect() } else { Vec::new() });
        given_mapping(probe.saying(say), Faults::none(), async |world| {
            send(&world, &[("a", "a1"), ("a", "a2"), ("a", "a3")]).await;
            world.settle(HOUR).await.unwrap();
            // Whoever is in a batch with it has as many tries.
            assert_eq!(
                (dead(&world), probe.handled()),
                (vec!["a1".to_owned(), "a2".to_owned()], vec!["a3".to_owned()])
            );
            assert_eq!(probe.batches(), ["a1,a2", "a1,a2", "a1,a2", "a3"]);
        });
    }

    #[test]
    fn groups_are_handled_side_by_side_in_as_many_batches_as_there_may_be() {
        let probe = Probe::default();
        let functions = probe.taking(Duration::from_secs(10), |_| Ok(Vec::new()));
        given_mapping(functions, Faults::none(), async |world| {
            for group in ["a", "b", "c"] {
                send(
                    &world,
                    &[1, 2, 3].map(|number| format!("{group}{number}")).each_ref().map(|body| (group, body.as_str())),
                )
                .await;
            }
            let mut most = 0;
            while world.settle(Duration::ZERO).await.is_err() {
                most = most.max(probe.running());
            }
            assert_eq!(most, 2);
            let handled = probe.handled();
            assert_eq!(handled.len(), 9);
            for group in ["a", "b", "c"] {
                assert!(handled.iter().filter(|text| text.starts_with(group)).is_sorted(), "{handled:?}");
            }
        });
    }

    #[test]
    fn what_was_handled_and_not_deleted_comes_again() {
        let probe = Probe::default();
        given_mapping(probe.functions(), Faults::always(&[Fault::Redelivery]), async |world| {
            send(&world, &[("a", "a1")]).await;
            tokio::time::sleep(HIDDEN / 2).await;
            world.end_faults();
            world.settle(HOUR).await.unwrap();
            assert_eq!(probe.batches(), ["a1", "a1"]);
        });
    }

    #[test]
    fn a_message_says_how_often_it_was_received_and_what_it_was_sent_with() {
        let probe = Probe::default();
        given_mapping(probe.saying(failing_once()), Faults::none(), async |world| {
            send(&world, &[("a", "a1")]).await;
            let sent = world.now().as_millisecond();
            world.settle(HOUR).await.unwrap();
            let event: serde_json::Value = serde_json::from_str(&probe.events()[1]).unwrap();
            let record = &event["Records"][0];
            assert_eq!(record["attributes"]["ApproximateReceiveCount"], "2");
            assert_eq!(record["attributes"]["MessageGroupId"], "a");
            assert_eq!(record["attributes"]["SentTimestamp"], sent.to_string());
            assert_eq!(record["messageAttributes"]["attribute"]["stringValue"], "value");
        });
    }
}
