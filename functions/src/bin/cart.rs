//! `cart` on Lambda.

use functions::adapters::{DynamoDbEventStore, DynamoDbSnapshots, SealingKeys, serve};
use functions::cart::{CartHandler, CartService};
use functions::repository::Repository;

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &CartService<_>, aws| {
        let events = DynamoDbEventStore::new(aws, &contract.carts);
        let carts = Repository { events, snapshots: DynamoDbSnapshots::new(aws, &contract.snapshots) };
        CartHandler { carts, keys: SealingKeys::new(aws, &contract.customer_keys, &contract.wrapping) }
    })
}
