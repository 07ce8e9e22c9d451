//! `publish` on Lambda.

use functions::adapters::{BucketWriter, EventStream, serve};
use functions::publish::{Publish, PublishHandler};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &Publish<_>, aws| PublishHandler {
        events: EventStream::new(aws, &contract.events),
        unreadable: BucketWriter::new(aws, &contract.unreadable),
    })
}
