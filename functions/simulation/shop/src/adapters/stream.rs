//! The stream of all events.

use functions::ports::{Message, Outlet, Unavailable};
use simulation::StreamClient;

use crate::mutant::Mutant;

pub(crate) struct Records {
    pub(crate) stream: StreamClient,
    pub(crate) mutant: Option<Mutant>,
}

impl Outlet for Records {
    const MAX_MESSAGES: usize = 500;
    const MAX_BYTES: usize = 5 << 20;

    async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
        let record = |message: &&Message| (message.key.clone(), message.body.to_vec());
        let refused = || Err(Unavailable("ProvisionedThroughputExceededException".to_owned()));
        match self.stream.put_records(batch.iter().map(record).collect()).await {
            Ok(taken) => {
                let ignored = self.mutant == Some(Mutant::PartialFailuresIgnored);
                taken.into_iter().map(|taken| if taken || ignored { Ok(()) } else { refused() }).collect()
            }
            Err(failure) => vec![Err(Unavailable(failure.to_string())); batch.len()],
        }
    }
}
