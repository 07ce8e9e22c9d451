//! `compact` on Lambda.

use functions::adapters::{BucketKeeper, serve};
use functions::compact::{Compact, CompactHandler};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &Compact<_>, aws| CompactHandler::new(BucketKeeper::new(aws, &contract.archive)))
}
