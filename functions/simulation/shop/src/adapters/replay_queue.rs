//! The queue of replays.

use std::collections::BTreeMap;

use functions::event_handler::Generation;
use functions::ports::{Message, Outlet, Unavailable};
use functions::wakes::RUN_ATTRIBUTE;
use simulation::{Entry, QueueClient};

use crate::mutant::Mutant;

pub(crate) struct ReplayQueues {
    pub(crate) queue: QueueClient,
    pub(crate) mutant: Option<Mutant>,
}

pub(crate) struct ReplayQueue {
    queue: QueueClient,
    run: Generation,
    mutant: Option<Mutant>,
}

impl functions::replay::ReplayQueues for ReplayQueues {
    type Queue = ReplayQueue;

    fn handlers(&self) -> Vec<String> {
        functions::event_handlers().into_iter().map(str::to_owned).collect()
    }

    fn queue(&self, handler: &str, run: &Generation) -> Option<ReplayQueue> {
        let known = self.handlers().iter().any(|known| known == handler);
        known.then(|| ReplayQueue { queue: self.queue.clone(), run: run.clone(), mutant: self.mutant })
    }
}

impl Outlet for ReplayQueue {
    const MAX_MESSAGES: usize = 10;
    const MAX_BYTES: usize = 1_000_000;

    async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
        let entry = |message: &&Message| Entry {
            group: message.key.clone(),
            deduplication_id: match self.mutant {
                Some(Mutant::ConstantDeduplicationId) => "replay".to_owned(),
                Some(Mutant::DeduplicationIdOfTheEventOnly) => message.id.clone(),
                _ => format!("{}/{}", self.run, message.id),
            },
            body: String::from_utf8_lossy(&message.body).into_owned(),
            attributes: BTreeMap::from([(RUN_ATTRIBUTE.to_owned(), self.run.to_string())]),
        };
        match self.queue.send(batch.iter().map(entry).collect()).await {
            Ok(taken) => taken.into_iter().map(taken_or_refused).collect(),
            Err(failure) => vec![Err(Unavailable(failure.to_string())); batch.len()],
        }
    }
}

fn taken_or_refused(taken: bool) -> Result<(), Unavailable> {
    if taken { Ok(()) } else { Err(Unavailable("InternalError".to_owned())) }
}
