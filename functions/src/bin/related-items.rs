//! `related-items` on Lambda.

use functions::adapters::{DynamoDbHistory, ParkingTable, RegisterItem, RelatedItemsIndexes, RelatedItemsTable, serve};
use functions::event_handler::{Generations, Subscriptions};
use functions::related_items::{PARTITION_KEY, RelatedItems, RelatedItemsHandler, SORT_KEY};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &RelatedItems<_>, aws| {
        let indexes = RelatedItemsIndexes::new(aws, &contract.by_first, &contract.by_second);
        let projection = RelatedItemsTable::new(aws, &contract.related, indexes);
        let subscriptions = Subscriptions {
            handler: RelatedItemsHandler { projection },
            history: DynamoDbHistory::new(aws, &contract.carts),
            parked: ParkingTable::new(aws, &contract.parked),
        };
        Generations { subscriptions, register: RegisterItem::new(aws, &contract.related, (PARTITION_KEY, SORT_KEY)) }
    })
}
