//! `api` on Lambda.

use functions::adapters::{DynamoDbEventStore, DynamoDbSnapshots, serve};
use functions::api::{Api, ApiHandler};
use functions::cart::CartHandler;
use functions::repository::Repository;

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &Api<_>, aws| {
        let events = DynamoDbEventStore::new(aws, &contract.carts);
        let carts = Repository { events, snapshots: DynamoDbSnapshots::new(aws, &contract.snapshots) };
        ApiHandler { cart: CartHandler { carts } }
    })
}
