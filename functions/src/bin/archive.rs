//! `archive` on Lambda.

use functions::adapters::{BucketWriter, serve};
use functions::archive::{Archive, ArchiveHandler};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &Archive<_>, aws| ArchiveHandler {
        archive: BucketWriter::new(aws, &contract.archive),
        unreadable: BucketWriter::new(aws, &contract.unreadable),
    })
}
