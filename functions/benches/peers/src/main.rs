//! Our event store side by side with that of `cqrs-es`, in memory and, as `dynamo-es`, on the emulator.
//!
//! `just bench event-store`, on Linux with Python 3 for the emulator; `INFRA_TOOLS_FOLDER` says where that is installed, if not
//! under `target/`. Goals: in memory at least 2,000,000 events loaded a second on one core, and faster than the peer where that
//! keeps the same facts.
//!
//! Every store gets the same carts, made of the same events in the same commits. Loading is from the store to the state, in
//! events a second; appending is in commits a second. What is allocated is everything on the way. One request follows the other, the stores take turns, and each
//! figure is the median of some rounds. On the emulator all share one client configuration, and so its connections. Most of
//! the time is the emulator's there, which minds how many values an item has and how many conditions a query: what it and
//! the SDK cost by themselves is measured as [`bare::Bare`], the requests of our store without the store.
//!
//! What the stores do for it is not the same:
//!
//! - Ours keeps with each commit what caused it and when, and a loaded aggregate remembers its commands, so that none is
//!   accepted twice. The peer keeps nothing unless it is given metadata, a copy for each event. It is measured without, and
//!   with the same facts.
//! - In memory, ours refuses a commit that follows another version than the newest. The peer does not look, copies the whole
//!   history to append to it, and prints a line per call, here to nowhere.
//! - In DynamoDB a commit of ours is one item and one `PutItem` with a condition. The peer has an item per event and
//!   appends with `TransactWriteItems`: at most 25 events, [at twice the price][transactions].
//! - Ours reads every page of a `Query`. The peer reads one, 1 MB: what a longer history has beyond that is missing
//!   from the state, without an error, and the table says how many events were seen.
//!
//! [transactions]: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html

mod bare;
mod comparison;
mod contender;
mod emulator;
mod history;
mod ours;
mod peer;
mod quiet;

use comfy_table::presets::ASCII_MARKDOWN;
use comfy_table::{CellAlignment, Table};
use contract::{Address, EventTable, PutItem, Query};
use cqrs_es::mem_store::MemStore;
use cqrs_es::persist::PersistedEventStore;
use domain::kernel::InMemoryEventStore;
use dynamo_es::DynamoEventRepository;
use functions::adapters::DynamoDbEventStore;
use functions::commit_item::CommitItem;

use bare::Bare;
use comparison::Comparison;
use emulator::StartedEmulator;
use history::Shape;
use ours::Ours;
use peer::{Metadata, Peer};
use quiet::Quiet;

/// The histories that are measured.
const SHAPES: [Shape; 4] = [
    Shape { events: 100, events_per_commit: 1 },
    Shape { events: 1_000, events_per_commit: 1 },
    Shape { events: 1_000, events_per_commit: 10 },
    Shape { events: 10_000, events_per_commit: 10 },
];

/// Events of all carts of a round together, at least.
const EVENTS_IN_MEMORY: u64 = 20_000;
const EVENTS_ON_THE_EMULATOR: u64 = 1_000;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("## Event store beside its peers\n");
    println!(
        "`cqrs-es` 0.5 in memory and `dynamo-es` 0.5 on the emulator, with the same events in the same commits; medians. \"With metadata\" has the\n\
         peer keep what ours always keeps with a commit: command, correlation, causation and time. In memory the peer copies an aggregate's\n\
         whole history to append to it, and checks no version; its goal is ours: 2,000,000 events loaded a second.\n"
    );
    let mut table = table(Comparison::COLUMNS.iter().chain(&Comparison::COLUMNS_IN_MEMORY));
    for shape in SHAPES {
        table.add_rows(in_memory(shape).await.rows());
    }
    println!("{table}\n");
    println!(
        "On the emulator nearly all of the time is the emulator's: \"bare requests\" are those of ours without our code. The peer writes an item for\n\
         each event, in a transaction of 25 events at most, at twice the price, and reads one page of a query, 1 MB.\n"
    );
    let emulator = StartedEmulator::start().await;
    let mut table = self::table(Comparison::COLUMNS.iter());
    for shape in SHAPES {
        table.add_rows(on_the_emulator(&emulator, shape).await.rows());
    }
    println!("{table}");
}

fn table<'a>(heads: impl Iterator<Item = &'a &'a str>) -> Table {
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN).set_header(heads);
    table.column_iter_mut().skip(2).for_each(|column| {
        column.set_cell_alignment(CellAlignment::Right);
    });
    table
}

async fn in_memory(shape: Shape) -> Comparison {
    let ours = Ours(InMemoryEventStore::default());
    let peer = Peer { store: MemStore::default(), metadata: Metadata::Nothing };
    let with_metadata = Peer { store: MemStore::default(), metadata: Metadata::Cause };
    let _quiet = Quiet::begin();
    Comparison::in_memory(
        shape,
        EVENTS_IN_MEMORY,
        &[("ours", &ours), ("cqrs-es", &peer), ("cqrs-es, metadata", &with_metadata)],
    )
    .await
}

async fn on_the_emulator(emulator: &StartedEmulator, shape: Shape) -> Comparison {
    let table = Address::<EventTable<CommitItem>, (Query, PutItem)>::new(emulator::COMMITS);
    let ours = Ours(DynamoDbEventStore::new(&emulator.connection(), &table));
    let peer = |metadata, table| {
        let repository = DynamoEventRepository::new(emulator.client()).with_tables(table, emulator::SNAPSHOTS);
        Peer { store: PersistedEventStore::new_event_store(repository), metadata }
    };
    let with_metadata = peer(Metadata::Cause, emulator::EVENTS_WITH_METADATA);
    let peer = peer(Metadata::Nothing, emulator::EVENTS);
    let bare = Bare { client: emulator.client(), table: emulator::BARE };
    Comparison::of(
        shape,
        EVENTS_ON_THE_EMULATOR,
        &[("ours", &ours), ("dynamo-es", &peer), ("dynamo-es, metadata", &with_metadata), ("bare requests", &bare)],
    )
    .await
}
