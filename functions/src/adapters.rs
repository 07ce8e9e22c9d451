//! The ports over AWS, and the Lambda runtime.

mod archive_bucket;
mod connection;
mod customer_keys;
mod event_history;
mod event_scan;
mod event_stream;
mod event_table;
mod gate_table;
mod logging;
mod parking_table;
mod register_item;
mod related_items_indexes;
mod related_items_table;
mod reminder_schedules;
mod reminder_table;
mod replay_queue;
mod replay_runs;
mod serve;
mod ses_mail;
mod snapshot_table;

pub use archive_bucket::{BucketKeeper, BucketObject, BucketReader, BucketScratch, BucketWriter};
pub use connection::Connection;
pub use customer_keys::{SealingKeys, ShreddableKeys, UnsealingKeys};
pub use event_history::DynamoDbHistory;
pub use event_scan::DynamoDbScan;
pub use event_stream::{EventStream, entry};
pub use event_table::DynamoDbEventStore;
pub use gate_table::GateTable;
pub use parking_table::ParkingTable;
pub use register_item::{RegisterItem, RegisterView};
pub use related_items_indexes::RelatedItemsIndexes;
pub use related_items_table::RelatedItemsTable;
pub use reminder_schedules::SchedulerGroup;
pub use reminder_table::ReminderTable;
pub use replay_queue::{HandlerQueues, ReplayQueue, entries};
pub use replay_runs::RunsBucket;
pub use serve::serve;
pub use ses_mail::SesMail;
pub use snapshot_table::DynamoDbSnapshots;

use aws_sdk_dynamodb::error::DisplayErrorContext;

use crate::ports::Unavailable;

/// What a service said, with its causes.
fn unavailable(error: impl std::error::Error) -> Unavailable {
    Unavailable(DisplayErrorContext(error).to_string())
}
