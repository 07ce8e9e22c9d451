//! `erase` on Lambda.

use functions::adapters::{ShreddableKeys, serve};
use functions::erase::{Erase, EraseHandler};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &Erase<_>, aws| EraseHandler { keys: ShreddableKeys::new(aws, &contract.customer_keys) })
}
