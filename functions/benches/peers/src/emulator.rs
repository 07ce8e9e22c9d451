//! An emulator of our own, with the tables of both stores.

use std::path::{Path, PathBuf};

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{AttributeDefinition, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType};
use deploy::{Emulator, Progress, Reporter};
use functions::adapters::Connection;

/// The table of our store.
pub const COMMITS: &str = "commits";

/// A table like that of our store.
pub const BARE: &str = "bare";

/// The table of the peer.
pub const EVENTS: &str = "events";

/// The table of the peer that is given metadata.
pub const EVENTS_WITH_METADATA: &str = "events-with-metadata";

/// Where the peer would keep snapshots, if it were asked to.
pub const SNAPSHOTS: &str = "snapshots";

/// Runs until it is dropped.
pub struct StartedEmulator {
    folder: PathBuf,
    connection: deploy::Connection,
}

impl StartedEmulator {
    /// Starts it, and creates the tables.
    pub async fn start() -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = here.join("target/emulator");
        let tools =
            std::env::var_os("INFRA_TOOLS_FOLDER").map_or_else(|| here.join("../../../target/tools"), PathBuf::from);
        // What a run that was broken off may have left behind.
        Emulator::stop(&folder).expect("the emulator's folder can be read");
        let emulator = Emulator::start(&folder, &tools, &StandardError).await.expect("the emulator starts");
        let connection = deploy::Connection::emulator(&emulator).await.expect("the emulator answers");
        let started = Self { folder, connection };
        for table in [COMMITS, BARE] {
            started.create_table(table, "aggregate_id", "version").await;
        }
        for table in [EVENTS, EVENTS_WITH_METADATA] {
            started.create_table(table, "AggregateTypeAndId", "AggregateIdSequence").await;
        }
        started
    }

    /// How our functions reach it.
    pub fn connection(&self) -> Connection {
        Connection::from(self.connection.config().clone())
    }

    /// A client of the same configuration.
    pub fn client(&self) -> Client {
        Client::new(self.connection.config())
    }

    async fn create_table(&self, name: &str, text: &str, number: &str) {
        let client = self.client();
        let mut create = client.create_table().table_name(name).billing_mode(BillingMode::PayPerRequest);
        for (attribute, key, kind) in
            [(text, KeyType::Hash, ScalarAttributeType::S), (number, KeyType::Range, ScalarAttributeType::N)]
        {
            let key = KeySchemaElement::builder().attribute_name(attribute).key_type(key).build();
            let kind = AttributeDefinition::builder().attribute_name(attribute).attribute_type(kind).build();
            create = create
                .key_schema(key.expect("a key has a name and a type"))
                .attribute_definitions(kind.expect("an attribute has a name and a type"));
        }
        create.send().await.expect("the table is created");
    }
}

impl Drop for StartedEmulator {
    fn drop(&mut self) {
        if let Err(error) = Emulator::stop(&self.folder) {
            eprintln!("the emulator was not stopped: {error}");
        }
    }
}

struct StandardError;

impl Reporter for StandardError {
    fn report(&self, progress: Progress<'_>) {
        if let Progress::Step(text) | Progress::Done(text) = progress {
            eprintln!("{text}");
        }
    }
}
