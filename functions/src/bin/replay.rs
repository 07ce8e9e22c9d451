//! `replay` on Lambda.

use functions::adapters::{BucketReader, HandlerQueues, RunsBucket, serve};
use functions::replay::{Limits, Replay, ReplayHandler};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &Replay<_>, aws| ReplayHandler {
        archive: BucketReader::new(aws, &contract.archive),
        runs: RunsBucket::new(aws, &contract.runs),
        queues: HandlerQueues::new(aws, contract),
        limits: Limits::default(),
    })
}
