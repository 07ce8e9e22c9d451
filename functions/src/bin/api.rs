//! `api` on Lambda.

use functions::adapters::{DynamoDbEventStore, DynamoDbSnapshots, SealingKeys, serve};
use functions::api::{Api, ApiHandler};
use functions::cart::CartHandler;
use functions::repository::Repository;

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &Api<_>, aws| {
        let events = DynamoDbEventStore::new(aws, &contract.carts);
        let carts = Repository { events, snapshots: DynamoDbSnapshots::new(aws, &contract.snapshots) };
        let keys = SealingKeys::new(aws, &contract.customer_keys, &contract.wrapping);
        ApiHandler { cart: CartHandler { carts, keys } }
    })
}
