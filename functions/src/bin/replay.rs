//! `replay` on Lambda.

use functions::adapters::{BucketReader, RelatedItemsQueue, serve};
use functions::replay::{Replay, ReplayHandler};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &Replay<_>, aws| ReplayHandler {
        archive: BucketReader::new(aws, &contract.archive),
        queues: RelatedItemsQueue::new(aws, &contract.related_items),
    })
}
