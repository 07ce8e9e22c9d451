//! A mapping of a queue: batches side by side, and what is not deleted shows again.
//!
//! <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html>

use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::sync::Semaphore;

use super::Inner;
use super::response::{Outcome, outcome};
use crate::fault::Fault;
use crate::function::batch_event;
use crate::services::Received;
use crate::world::World;

pub(super) fn is_idle(world: &World, mapping: &Inner, queue: &str) -> bool {
    let is_empty = world.services().queue(queue).is_none_or(|queue| queue.is_empty());
    is_empty && mapping.busy.load(Ordering::Relaxed) == 0
}

/// Receives messages for ever.
pub(super) async fn poll(world: World, mapping: Arc<Inner>, id: String, concurrency: usize) {
    let permits = Arc::new(Semaphore::new(concurrency));
    loop {
        let Ok(permit) = Arc::clone(&permits).acquire_owned().await else { return };
        let Some(queue) = world.services().queue(&id) else { return };
        let changed = queue.changed();
        let received = queue.receive(&world, mapping.properties.batch_size);
        if received.is_empty() {
            drop(permit);
            match queue.next_visible(world.elapsed()) {
                Some(at) => {
                    // Whichever comes first.
                    let _ = tokio::time::timeout(at - world.elapsed(), changed).await;
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
    let outcome = match world.invoke(&mapping.properties.function, &event).await {
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
        queue.delete(&handled);
    }
}
