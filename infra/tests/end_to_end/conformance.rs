//! The adapters to the event store keep what the port promises, and use what the service gives.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{AttributeDefinition, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType};
use contract::{Address, EventTable, GetItem, PutItem, Query, Table};
use domain::cart::{Cart, CartEvent, CartId, ItemAdded, Money, Quantity};
use domain::kernel::testing::conformance::event_store;
use domain::kernel::{
    AppendError, Cause, CommandId, Commit, EventStore, REMEMBERED_COMMANDS, Rehydrated, Snapshot, SnapshotStore,
    Version,
};
use functions::adapters::{Connection, DynamoDbEventStore, DynamoDbSnapshots};
use functions::commit_item::CommitItem;
use iso_currency::Currency;
use uuid::Uuid;

const COMMITS: &str = "conformance-commits";
const SNAPSHOTS: &str = "conformance-snapshots";

/// Runs the suite against tables of its own, so that nobody else's events are in the way.
pub async fn conform(config: &aws_types::SdkConfig) {
    let client = Client::new(config);
    create_table(&client, COMMITS, true).await;
    create_table(&client, SNAPSHOTS, false).await;
    let connection = Connection::from(config.clone());
    let commits = Address::<EventTable<CommitItem>, (Query, PutItem)>::new(COMMITS);
    let store = DynamoDbEventStore::new(&connection, &commits);
    event_store::<Cart>(&store, || CartId::from(Uuid::new_v4()), |number| item(&format!("sku-{}", number % 90))).await;
    too_large_is_refused(&store).await;
    let snapshots = Address::<Table<Snapshot>, (GetItem, PutItem)>::new(SNAPSHOTS);
    snapshots_are_kept(&DynamoDbSnapshots::new(&connection, &snapshots)).await;
    for table in [COMMITS, SNAPSHOTS] {
        client.delete_table().table_name(table).send().await.unwrap();
    }
}

async fn create_table(client: &Client, name: &str, with_versions: bool) {
    let mut create = client.create_table().table_name(name).billing_mode(BillingMode::PayPerRequest);
    let keys =
        [("aggregate_id", KeyType::Hash, ScalarAttributeType::S), ("version", KeyType::Range, ScalarAttributeType::N)];
    for (attribute, key, kind) in keys.into_iter().take(1 + usize::from(with_versions)) {
        let key = KeySchemaElement::builder().attribute_name(attribute).key_type(key).build().unwrap();
        let kind = AttributeDefinition::builder().attribute_name(attribute).attribute_type(kind).build().unwrap();
        create = create.key_schema(key).attribute_definitions(kind);
    }
    create.send().await.unwrap();
}

fn item(sku: &str) -> CartEvent {
    let unit_price = Money::new(499, Currency::EUR).unwrap();
    CartEvent::ItemAdded(ItemAdded { sku: sku.parse().unwrap(), quantity: Quantity::MAX, unit_price })
}

fn command(number: u128) -> CommandId {
    CommandId::from(Uuid::from_u128(number))
}

fn commit(id: CartId, command: u128, events: usize) -> Commit<Cart> {
    let cause = Cause::client(self::command(command));
    Commit::new(id, Version::NONE, jiff::Timestamp::UNIX_EPOCH, cause, vec![item("tea"); events]).unwrap()
}

async fn too_large_is_refused(store: &DynamoDbEventStore) {
    let id = CartId::from(Uuid::new_v4());
    let refused = store.append(&commit(id, 1, 5_000)).await;
    assert!(matches!(refused, Err(AppendError::TooLarge { bytes, limit: 409_600 }) if bytes > 409_600), "{refused:?}");
    let left = EventStore::<Cart>::load(store, &id, Version::FIRST).await.unwrap();
    assert!(left.is_empty(), "a commit that is too large was stored");
}

async fn snapshots_are_kept(snapshots: &DynamoDbSnapshots) {
    let id = CartId::from(Uuid::new_v4());
    let newest = async || SnapshotStore::<Cart>::newest(snapshots, &id).await.unwrap();
    assert!(newest().await.is_none());
    let long = Rehydrated::<Cart>::from_commits(&[commit(id, 1, 100)]).unwrap();
    let longer = Rehydrated::<Cart>::from_commits(&[commit(id, 1, 200)]).unwrap();
    assert!(snapshots.is_due(&long));
    for aggregate in [&longer, &long] {
        snapshots.keep(&id, aggregate).await.unwrap();
    }
    let kept = newest().await.unwrap();
    assert_eq!((kept.version(), kept.state()), (longer.version(), longer.state()));
    assert!(kept.ends_with(&commit(id, 1, 200)));

    // More commands than a snapshot remembers one by one, and more than one layer of its filter takes.
    let commands = REMEMBERED_COMMANDS as u64 + 1_500;
    let many = (0..commands).try_fold(longer, |aggregate, number| {
        let cause = Cause::client(command(1_000 + u128::from(number)));
        let commit =
            Commit::new(id, aggregate.version(), jiff::Timestamp::UNIX_EPOCH, cause, vec![item("tea")]).unwrap();
        aggregate.apply(&commit)
    });
    let many = many.unwrap();
    snapshots.keep(&id, &many).await.unwrap();
    let kept = newest().await.unwrap();
    assert_eq!(Snapshot::of(&id, &kept), Snapshot::of(&id, &many), "a snapshot is not what was kept");
    assert!(
        (1_000..2_500).all(|number| kept.may_have_forgotten(command(number))),
        "an old command passes for a new one"
    );
}
