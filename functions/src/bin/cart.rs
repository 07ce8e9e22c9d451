//! `cart` on Lambda.

use functions::adapters::{DynamoDbEventStore, serve};
use functions::cart::{CartHandler, CartService};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &CartService<_>, aws| CartHandler { store: DynamoDbEventStore::new(aws, &contract.carts) })
}
