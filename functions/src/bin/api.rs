//! `api` on Lambda.

use functions::adapters::{DynamoDbEventStore, serve};
use functions::api::{Api, ApiHandler};
use functions::cart::CartHandler;

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &Api<_>, aws| ApiHandler {
        cart: CartHandler { store: DynamoDbEventStore::new(aws, &contract.carts) },
    })
}
