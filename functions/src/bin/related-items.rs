//! `related-items` on Lambda.

use functions::adapters::{DynamoDbHistory, ParkingTable, RelatedItemsTable, serve};
use functions::event_handler::Subscriptions;
use functions::related_items::{RelatedItems, RelatedItemsHandler};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &RelatedItems<_>, aws| Subscriptions {
        handler: RelatedItemsHandler { projection: RelatedItemsTable::new(aws, &contract.related) },
        history: DynamoDbHistory::new(aws, &contract.carts),
        parked: ParkingTable::new(aws, &contract.parked),
    })
}
