//! `related-items` on Lambda.

use functions::adapters::{RelatedItemsTable, serve};
use functions::event_handler::Subscriptions;
use functions::related_items::{RelatedItems, RelatedItemsHandler};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &RelatedItems<_>, aws| {
        Subscriptions(RelatedItemsHandler { projection: RelatedItemsTable::new(aws, &contract.related) })
    })
}
