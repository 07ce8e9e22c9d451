//! `audit` on Lambda.

use functions::adapters::{BucketKeeper, BucketScratch, BucketWriter, DynamoDbScan, serve};
use functions::audit::{Audit, AuditHandler};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &Audit<_>, aws| {
        AuditHandler::new(
            BucketKeeper::new(aws, &contract.archive),
            BucketWriter::new(aws, &contract.unreadable),
            BucketScratch::new(aws, &contract.notes),
            DynamoDbScan::new(aws, &contract.carts),
        )
    })
}
