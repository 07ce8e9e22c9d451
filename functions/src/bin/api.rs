//! `api` on Lambda.

use functions::adapters::{
    DynamoDbEventStore, DynamoDbSnapshots, RegisterView, RelatedItemsIndexes, SealingKeys, serve,
};
use functions::api::{Api, ApiHandler};
use functions::cart::CartHandler;
use functions::related_items::{PARTITION_KEY, SORT_KEY, Suggestions};
use functions::repository::Repository;

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &Api<_>, aws| {
        let events = DynamoDbEventStore::new(aws, &contract.carts);
        let carts = Repository { events, snapshots: DynamoDbSnapshots::new(aws, &contract.snapshots) };
        let keys = SealingKeys::new(aws, &contract.customer_keys, &contract.wrapping);
        let suggestions = Suggestions {
            register: RegisterView::new(aws, &contract.related, (PARTITION_KEY, SORT_KEY)),
            partners: RelatedItemsIndexes::new(aws, &contract.by_first, &contract.by_second),
        };
        ApiHandler { cart: CartHandler { carts, keys }, suggestions }
    })
}
