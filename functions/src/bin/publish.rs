//! `publish` on Lambda.

use functions::adapters::{EventStream, serve};
use functions::publish::{Publish, PublishHandler};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &Publish<_>, aws| PublishHandler { events: EventStream::new(aws, &contract.events) })
}
