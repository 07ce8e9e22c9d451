//! Keeping order within a key while keys go on independently of each other.

use std::collections::BTreeMap;
use std::future::Future;
use std::time::Duration;

use backon::BackoffBuilder;
use futures_util::StreamExt;

use crate::backoff::pauses;
use crate::metrics::Count;
use crate::ports::{Message, Outlet};

/// How many keys are handled at a time.
pub const CONCURRENT_KEYS: usize = 8;

/// How many batches are under way at a time.
pub const CONCURRENT_BATCHES: usize = 4;

/// How often a message is offered to an outlet in all.
const ATTEMPTS: usize = 5;

/// Sends `messages`, each only after the one before it with the same key was acknowledged. Returns the positions of those
/// that could not be sent, in order: a message that an outlet keeps refusing, and everything behind it with its key.
pub async fn send_in_order<O: Outlet>(outlet: &O, messages: &[Message]) -> Vec<usize> {
    let mut waiting: BTreeMap<&str, std::collections::VecDeque<usize>> = BTreeMap::new();
    for (position, message) in messages.iter().enumerate() {
        waiting.entry(&message.key).or_default().push_back(position);
    }
    let mut unsent = Vec::new();
    while !waiting.is_empty() {
        // One message per key: the first that was not acknowledged yet.
        let heads: Vec<usize> = waiting.values().filter_map(|queue| queue.front().copied()).collect();
        let refused = send_independent(outlet, messages, heads).await;
        waiting.retain(|_, queue| {
            let head = queue.pop_front();
            if head.is_some_and(|head| refused.contains(&head)) {
                unsent.extend(head);
                unsent.extend(queue.drain(..));
            }
            !queue.is_empty()
        });
    }
    unsent.sort_unstable();
    unsent
}

/// Sends messages of different keys, and again those that were refused, with growing pauses. Returns what is left.
async fn send_independent<O: Outlet>(outlet: &O, messages: &[Message], mut positions: Vec<usize>) -> Vec<usize> {
    let pauses = pauses(Duration::from_millis(20), ATTEMPTS).build();
    let mut pauses = pauses.into_iter();
    loop {
        let send = |batch: Vec<usize>| async move {
            let contents: Vec<_> = batch.iter().map(|&position| &messages[position]).collect();
            let results = outlet.send(&contents).await;
            batch.into_iter().zip(results).collect::<Vec<_>>()
        };
        let batches = futures_util::stream::iter(batches::<O>(messages, &positions));
        let results: Vec<_> = batches.map(send).buffered(CONCURRENT_BATCHES).concat().await;
        let mut refused = Vec::new();
        for (position, result) in results {
            if let Err(reason) = result {
                Count::SendsRepeated.add(1);
                tracing::warn!(id = messages[position].id, %reason, "a message was not taken");
                refused.push(position);
            }
        }
        match pauses.next() {
            Some(pause) if !refused.is_empty() => tokio::time::sleep(pause).await,
            _ => return refused,
        }
        positions = refused;
    }
}

/// Splits positions so that each part is within the limits of the outlet.
fn batches<O: Outlet>(messages: &[Message], positions: &[usize]) -> Vec<Vec<usize>> {
    let mut batches: Vec<Vec<usize>> = Vec::new();
    let mut bytes = 0;
    for &position in positions {
        let message = &messages[position];
        let size = message.key.len() + message.body.len();
        match batches.last_mut() {
            Some(batch) if batch.len() < O::MAX_MESSAGES && bytes + size <= O::MAX_BYTES => {
                bytes += size;
                batch.push(position);
            }
            _ => {
                bytes = size;
                batches.push(vec![position]);
            }
        }
    }
    batches
}

/// Handles `items` in order within each key, several keys at a time. Returns the positions of those that were not handled,
/// in order: an item whose handling failed, and everything behind it with its key.
pub async fn handle_in_order<T, K, F>(items: &[T], key: impl Fn(&T) -> K, handle: impl Fn(usize) -> F) -> Vec<usize>
where
    K: Ord,
    F: Future<Output = bool>,
{
    let mut by_key: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (position, item) in items.iter().enumerate() {
        by_key.entry(key(item)).or_default().push(position);
    }
    let handle = &handle;
    let handle_key = |positions: Vec<usize>| async move {
        for (done, &position) in positions.iter().enumerate() {
            if !handle(position).await {
                return positions[done..].to_vec();
            }
        }
        Vec::new()
    };
    let mut unhandled: Vec<usize> = futures_util::stream::iter(by_key.into_values())
        .map(handle_key)
        .buffer_unordered(CONCURRENT_KEYS)
        .flat_map(futures_util::stream::iter)
        .collect()
        .await;
    unhandled.sort_unstable();
    unhandled
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use proptest::prelude::*;

    use super::*;
    use crate::ports::Unavailable;

    /// Refuses by a script: which of the messages offered to it, counted over all calls, it does not take.
    struct Moody {
        refuses: Vec<bool>,
        offered: Mutex<usize>,
        taken: Mutex<Vec<Message>>,
    }

    impl Outlet for Moody {
        const MAX_MESSAGES: usize = 3;
        const MAX_BYTES: usize = 10;

        async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
            assert!(batch.len() <= Self::MAX_MESSAGES);
            let mut keys: Vec<_> = batch.iter().map(|message| &message.key).collect();
            keys.dedup();
            assert_eq!(keys.len(), batch.len(), "two messages with one key in a batch");
            let mut offered = self.offered.lock().unwrap();
            let take = |message: &&Message| {
                *offered += 1;
                if self.refuses.get(*offered - 1).copied().unwrap_or(false) {
                    return Err(Unavailable("throttled".to_owned()));
                }
                self.taken.lock().unwrap().push((*message).clone());
                Ok(())
            };
            batch.iter().map(take).collect()
        }
    }

    fn run<T>(future: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap().block_on(future)
    }

    proptest! {
        #[test]
        fn each_key_is_sent_in_order_without_holes(
            keys in proptest::collection::vec("[a-d]", 0..40),
            refuses in proptest::collection::vec(proptest::bool::weighted(0.4), 0..120),
        ) {
            let messages: Vec<_> = keys
                .iter()
                .enumerate()
                .map(|(n, key)| Message { key: key.clone(), id: n.to_string(), body: "body".into() })
                .collect();
            let outlet = Moody { refuses, offered: Mutex::new(0), taken: Mutex::default() };
            let unsent = run(send_in_order(&outlet, &messages));
            let taken = outlet.taken.into_inner().unwrap();
            prop_assert_eq!(taken.len() + unsent.len(), messages.len());
            for key in ["a", "b", "c", "d"] {
                let ids = |messages: &mut dyn Iterator<Item = &Message>| -> Vec<String> {
                    messages.filter(|message| message.key == key).map(|message| message.id.clone()).collect()
                };
                let mut sent_then_unsent = ids(&mut taken.iter());
                sent_then_unsent.extend(ids(&mut unsent.iter().map(|&position| &messages[position])));
                prop_assert_eq!(sent_then_unsent, ids(&mut messages.iter()));
            }
        }

        #[test]
        fn a_failure_holds_back_its_key_and_no_other(
            items in proptest::collection::vec(("[a-c]", proptest::bool::weighted(0.2)), 0..40)
        ) {
            let handled = Mutex::new(Vec::new());
            let unhandled = run(handle_in_order(&items, |(key, _)| key.clone(), |position| {
                let fails = items[position].1;
                if !fails {
                    handled.lock().unwrap().push(position);
                }
                async move { !fails }
            }));
            for key in ["a", "b", "c"] {
                let of_key: Vec<_> = (0..items.len()).filter(|&position| items[position].0 == key).collect();
                let good = of_key.iter().take_while(|&&position| !items[position].1).count();
                let handled: Vec<_> = handled.lock().unwrap().iter().copied().filter(|p| of_key.contains(p)).collect();
                prop_assert_eq!(&handled, &of_key[..good]);
                let held: Vec<_> = unhandled.iter().copied().filter(|p| of_key.contains(p)).collect();
                prop_assert_eq!(&held, &of_key[good..]);
            }
        }
    }
}
