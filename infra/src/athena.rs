//! The archive as a table that people ask in SQL, with Athena. Nothing has to be loaded or crawled: partitions follow from
//! the names of its folders.
//!
//! <https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html>

use cdk::aws::athena::work_group::{ManagedQueryResultsConfiguration, State, WorkGroupConfiguration};
use cdk::aws::athena::{NamedQuery, WorkGroup};
use cdk::aws::glue::database::DatabaseInput;
use cdk::aws::glue::table::{Column, SerdeInfo, StorageDescriptor, TableInput, TableType};
use cdk::aws::glue::{Database, Table};
use cdk::constructs::Bucket;
use cdk::{Definition, Stack, Value, pseudo};
use functions::archive::PREFIX;
use functions::envelope::Envelope;
use serde_json::json;

use crate::environment::Environment;

/// The table's name.
pub const EVENTS: &str = "events";

/// The columns of the table: the envelope as CloudEvents names its parts. What happened is JSON as text.
pub const COLUMNS: [(&str, &str); 13] = [
    ("specversion", "string"),
    ("id", "string"),
    ("source", "string"),
    ("type", "string"),
    ("subject", "string"),
    ("time", "string"),
    ("datacontenttype", "string"),
    ("aggregatetype", "string"),
    ("aggregateversion", "bigint"),
    ("schemaversion", "int"),
    ("correlationid", "string"),
    ("causationid", "string"),
    ("data", "string"),
];

/// Folders by hour of arrival. The first day is before the first event.
const PROJECTION: [(&str, &str); 9] = [
    ("classification", "json"),
    ("projection.enabled", "true"),
    ("projection.date.type", "date"),
    ("projection.date.format", "yyyy-MM-dd"),
    ("projection.date.range", "2025-01-01,NOW"),
    ("projection.date.interval.unit", "DAYS"),
    ("projection.hour.type", "integer"),
    ("projection.hour.range", "0,23"),
    ("projection.hour.digits", "2"),
];

/// How many bytes a query may read, which is what it costs: 100 GB.
const MOST_BYTES: i64 = 100_000_000_000;

const CARTS_CLOSED: &str = "\
-- How many carts were closed on each of the last 30 days.
-- Delivery is at least once, so an event may be there twice: count ids, and select distinct rows.
SELECT substr(\"time\", 1, 10) AS \"day\", count(DISTINCT id) AS carts_closed
FROM events
WHERE type = 'cart.closed' AND \"date\" >= date_format(current_date - INTERVAL '30' DAY, '%Y-%m-%d')
GROUP BY 1
ORDER BY 1
";

/// Adds the table of all events, a workgroup to ask it in, and a query to begin with.
pub(crate) fn archive_table(stack: &mut Stack, environment: Environment, archive: &Bucket<Envelope>) {
    let database = format!("shop_{}", environment.name);
    let input = DatabaseInput::new().name(database.as_str()).description("The archive of the shop.");
    let database = stack.add(&"ArchiveDatabase".into(), Definition::new(Database::new(pseudo::account_id(), input)));

    let column = |(name, kind): (&'static str, &'static str)| Column::new(name).r#type(kind);
    let storage = StorageDescriptor::new()
        .columns(COLUMNS.map(column))
        .location(Value::join(["s3://".into(), archive.name().text(), format!("/{PREFIX}").into()]))
        .input_format("org.apache.hadoop.mapred.TextInputFormat")
        .output_format("org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat")
        // The one of Athena's two libraries for JSON that gives an object as text.
        .serde_info(SerdeInfo::new().serialization_library("org.openx.data.jsonserde.JsonSerDe"));
    let input = TableInput::new()
        .name(EVENTS)
        .description("Every event, as a CloudEvent. Delivery is at least once: keep one row of each id.")
        .table_type(TableType::ExternalTable)
        .parameters(json!(PROJECTION.iter().copied().collect::<std::collections::BTreeMap<_, _>>()))
        .partition_keys([("date", "string"), ("hour", "string")].map(column))
        .storage_descriptor(storage);
    let table = Table::new(pseudo::account_id(), database.reference().text()).table_input(input);
    stack.add(&"ArchiveTable".into(), Definition::new(table));

    // Athena keeps results itself, encrypted, for a day.
    let configuration = WorkGroupConfiguration::new()
        .enforce_work_group_configuration(true)
        .publish_cloud_watch_metrics_enabled(true)
        .managed_query_results_configuration(ManagedQueryResultsConfiguration::new().enabled(true))
        .bytes_scanned_cutoff_per_query(MOST_BYTES);
    let workgroup = WorkGroup::new(format!("shop-{}", environment.name))
        .description("Questions to the archive of the shop.")
        .recursive_delete_option(true)
        .state(State::Enabled)
        .work_group_configuration(configuration);
    let workgroup = stack.add(&"ArchiveQueries".into(), Definition::new(workgroup));
    let query = NamedQuery::new(database.reference().text(), CARTS_CLOSED)
        .name("Carts closed per day")
        .description("How many carts were closed on each of the last 30 days.")
        .work_group(workgroup.reference().text());
    stack.add(&"CartsClosedQuery".into(), Definition::new(query));
}
