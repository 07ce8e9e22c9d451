//! `cart` on Lambda.

use functions::adapters::{DynamoDbEventStore, DynamoDbSnapshots, serve};
use functions::cart::{CartHandler, CartService};
use functions::repository::Repository;

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &CartService<_>, aws| {
        let events = DynamoDbEventStore::new(aws, &contract.carts);
        CartHandler { carts: Repository { events, snapshots: DynamoDbSnapshots::new(aws, &contract.snapshots) } }
    })
}
