//! The shop, from top to bottom in the direction in which events flow:
//!
//! ```text
//! client -> cart -> Carts ~> publish -> Events -> archive -> Archive <- compact, audit, Athena
//! client -> api ----^                         `-> related-items <- RelatedItemsReplay <- replay <- Archive
//!               `<-- suggestions ----------------'
//! ```

use std::collections::BTreeMap;

use cdk::constructs::{
    Asynchronous, AsynchronousFailureDestination, Attribute, Authorization, Bucket, BucketProps, Cron, DeadLetterQueue,
    EmailSender, EventStream, EventStreamProps, EventTable, FifoQueue, FifoQueueProps, Function, FunctionProps,
    HttpApi, HttpApiProps, Key, KeyProps, Method, Projection, QueueMapping, Schedule, ScheduleGroup, ScheduleProps,
    ScheduleTarget, StandardDeadLetterQueue, StreamMapping, Table, TableMapping, TableProps, TableSettings, invoked,
    requested,
};
use cdk::{
    BatchingWindow, FifoBatchSize, MaxConcurrency, MaxReceives, MemorySize, MessageRetention, ObjectAge,
    Parallelization, RecordAge, RecoveryPeriod, RetryAttempts, Stack, StreamBatchSize, Timeout, VisibilityTimeout,
    literal,
};
use functions::api::Api;
use functions::api::routes::{self, ROUTES};
use functions::archive::{Archive, PREFIX, UNREADABLE_PREFIX};
use functions::audit::Audit;
use functions::cart::CartService;
use functions::compact::Compact;
use functions::customer_key::CUSTOMER_ID;
use functions::erase::Erase;
use functions::ports::{GATE_KEY, PARKED_LOT, PARKED_PLACE, REMINDER_KEY};
use functions::publish::{Publish, UNREADABLE_COMMITS_PREFIX};
use functions::related_items::{PARTITION_KEY, RelatedItems, SECOND, SORT_KEY, TOGETHER};
use functions::remind::RemindService;
use functions::reminders::{REMIND_AFTER, Reminders};
use functions::replay::Replay;
use serde_json::json;

use crate::athena::archive_table;
use crate::environment::Environment;
use crate::watching;

/// How far back the table of customers' keys can be restored, where tables can be at all: long enough to notice that it was
/// lost, and short, because only then is an erasure final.
pub const KEY_RECOVERY: RecoveryPeriod = literal!(RecoveryPeriod::days(7));

/// As long as a function may run.
const LONGEST: Timeout = literal!(Timeout::seconds(900));

/// The shop in an environment.
#[must_use]
pub fn shop(environment: Environment) -> Stack {
    let Environment { removal, point_in_time_recovery, protection: deletion_protection, .. } = environment;
    let tables = TableSettings { point_in_time_recovery, deletion_protection, ..TableSettings::new(removal) };
    let mut shop = Stack::new(environment.stack_props());
    let stack = &mut shop;

    // What events tell of a customer is sealed with a key of theirs, and those keys are wrapped by one of KMS.
    let wrapping = Key::new(
        stack,
        "CustomerWrapping",
        KeyProps {
            description: "Wraps the keys that seal what is known of customers.".to_owned(),
            removal,
            ..KeyProps::new(format!("shop-{environment}/customers"))
        },
    );
    let customer_keys = Table::new(
        stack,
        "CustomerKeys",
        TableProps::new(
            Attribute::string(CUSTOMER_ID),
            TableSettings { recovery_period: Some(KEY_RECOVERY), ..tables.clone() },
        ),
    );
    let erase = Erase { customer_keys: customer_keys.link() };
    let erase = Function::new(stack, "Erase", &erase, invoked(), function(environment, literal!(Timeout::seconds(30))));

    // A client sends a command; the function loads the cart, decides and appends a commit. Snapshots make that short.
    let carts = EventTable::new(stack, "Carts", tables.clone());
    let snapshots =
        Table::new(stack, "CartSnapshots", TableProps::new(Attribute::string("aggregate_id"), tables.clone()));
    let cart = CartService {
        carts: carts.link(),
        snapshots: snapshots.link(),
        customer_keys: customer_keys.link(),
        wrapping: wrapping.link(),
    };
    let cart = Function::new(stack, "Cart", &cart, invoked(), function(environment, literal!(Timeout::seconds(30))));

    // Each commit is captured, transformed to JSON and published on the stream of all events.
    let failures = Bucket::<()>::new(stack, "Failures", BucketProps::new(removal));
    let events = EventStream::new(stack, "Events", EventStreamProps::new(environment.stream_retention, removal));
    let publish = Publish { events: events.link(), unreadable: failures.link_under(UNREADABLE_COMMITS_PREFIX) };
    let changes = carts.changes(TableMapping {
        batch_size: literal!(StreamBatchSize::records(100)),
        batching_window: literal!(BatchingWindow::seconds(0)),
        retry_attempts: literal!(RetryAttempts::times(10_000)),
        // Table streams keep changes for 24 hours; give up before that, so that what is left goes to `failures`.
        record_age: literal!(RecordAge::seconds(72_000)),
        failures: (&failures).into(),
    });
    let publish =
        Function::new(stack, "Publish", &publish, changes, function(environment, literal!(Timeout::seconds(60))));

    // Every event is kept, for ever. What compaction and repair replace can be had back for a while.
    let archive = Bucket::new(stack, "Archive", BucketProps::new(removal));
    archive.expire_old_versions(stack, literal!(ObjectAge::days(30)));
    let archiver = Archive { archive: archive.link_under(PREFIX), unreadable: failures.link_under(UNREADABLE_PREFIX) };
    let records = events.records(StreamMapping {
        batch_size: literal!(StreamBatchSize::records(10_000)),
        batching_window: environment.archive_window,
        // Objects are named after their batch: half a batch would be written under another name once more.
        bisect: false,
        ..stream_mapping(environment, &failures)
    });
    let archiver =
        Function::new(stack, "Archiver", &archiver, records, function(environment, literal!(Timeout::seconds(60))));

    // Once nothing arrives in an hour any more, its many small objects become few large ones.
    let compact = Compact { archive: archive.link_under(PREFIX) };
    let large = FunctionProps { memory: literal!(MemorySize::mib(512)), ..function(environment, LONGEST) };
    let compact = Function::new(stack, "Compact", &compact, invoked(), large);
    let settled = json!({ "older_than_hours": environment.settled_hours() });
    Schedule::new(
        stack,
        "CompactDaily",
        literal!(Cron::expression("17 3 * * ? *")),
        ScheduleTarget::function(&compact, &settled),
        ScheduleProps { description: "Compacts the archive.".to_owned(), ..ScheduleProps::default() },
    );

    // People ask the archive in SQL.
    archive_table(stack, environment, &archive);

    // The archive is compared with the table; notes of what was seen are kept for the time of an audit.
    let notes = BucketProps { versioned: false, ..BucketProps::new(removal) };
    let notes = Bucket::new(stack, "AuditNotes", notes);
    notes.expire_under(stack, "", literal!(ObjectAge::days(1)));
    let audit = Audit {
        archive: archive.link_under(PREFIX),
        carts: carts.link(),
        notes: notes.link(),
        unreadable: failures.link_under(UNREADABLE_PREFIX),
    };
    let large = FunctionProps { memory: literal!(MemorySize::mib(1024)), ..function(environment, LONGEST) };
    let audit = Function::new(stack, "Audit", &audit, invoked(), large);

    // An event handler takes new events from the stream, and replays from a FIFO queue of its own.
    let dead_letters = DeadLetterQueue::new(stack, "RelatedItemsDeadLetters", removal);
    let replays = FifoQueue::new(
        stack,
        "RelatedItemsReplay",
        FifoQueueProps {
            retention: literal!(MessageRetention::seconds(1_209_600)),
            max_receives: literal!(MaxReceives::times(5)),
            ..FifoQueueProps::new(literal!(VisibilityTimeout::seconds(360)), dead_letters.clone(), removal)
        },
    );
    let related = Table::new(
        stack,
        "RelatedItemsTable",
        TableProps {
            sort_key: Some(Attribute::string(SORT_KEY)),
            ..TableProps::new(Attribute::string(PARTITION_KEY), tables.clone())
        },
    );
    // A pair of items is counted once; what is bought with an item is found from either side, most often first.
    let [by_first, by_second] = [("ByFirst", PARTITION_KEY), ("BySecond", SECOND)].map(|(name, key)| {
        let often = Some(Attribute::number(TOGETHER));
        related.global_index(stack, name, Attribute::string(key), often, Projection::Keys)
    });
    // What the handler cannot read waits here, and the cart's later events behind it.
    let parked = Table::new(
        stack,
        "RelatedItemsParked",
        TableProps {
            sort_key: Some(Attribute::string(PARKED_PLACE)),
            ..TableProps::new(Attribute::string(PARKED_LOT), tables.clone())
        },
    );
    let related_items = RelatedItems {
        related: related.link(),
        by_first: by_first.link(),
        by_second: by_second.link(),
        carts: carts.link(),
        parked: parked.link(),
    };
    let subscriptions = (
        events.records(stream_mapping(environment, &failures)),
        replays.messages(QueueMapping {
            batch_size: literal!(FifoBatchSize::messages(10)),
            max_concurrency: literal!(MaxConcurrency::executions(10)),
        }),
        invoked(),
    );
    let related_items = Function::new(
        stack,
        "RelatedItems",
        &related_items,
        subscriptions,
        function(environment, literal!(Timeout::seconds(60))),
    );

    // Clients reach carts and suggestions over HTTP.
    let api = Api {
        carts: carts.link(),
        snapshots: snapshots.link(),
        customer_keys: customer_keys.link(),
        wrapping: wrapping.link(),
        related: related.link(),
        by_first: by_first.link(),
        by_second: by_second.link(),
    };
    // API Gateway waits for 30 seconds; the function ends before, so that it is the one who answers.
    let api = Function::new(stack, "Api", &api, requested(), function(environment, literal!(Timeout::seconds(29))));
    let front_door = front_door(stack, environment, &api);

    // A cart that is left open has its customer reminded, once. An event handler makes a schedule when the cart is opened,
    // and removes it when the cart is closed. It takes no replays, because a replay would remind again.
    let unsent = StandardDeadLetterQueue::new(stack, "RemindersDeadLetters", removal);
    let sender = EmailSender::new(stack, "RemindersSender", environment.sender);
    let sent = Table::new(stack, "RemindersTable", TableProps::new(Attribute::string(REMINDER_KEY), tables.clone()));
    let remind = RemindService {
        carts: carts.link(),
        reminders: sent.link(),
        customer_keys: customer_keys.link(),
        wrapping: wrapping.link(),
        sender: sender.link(),
    };
    let given_up = Asynchronous {
        on_failure: Some(AsynchronousFailureDestination::standard_queue(unsent.arn())),
        ..Asynchronous::default()
    };
    let remind_props =
        FunctionProps { asynchronous: Some(given_up), ..function(environment, literal!(Timeout::seconds(30))) };
    let remind = Function::new(stack, "Remind", &remind, invoked(), remind_props);
    let schedules = ScheduleGroup::new(stack, "RemindersSchedules", &remind, &unsent);
    let gates = Table::new(stack, "RemindersGates", TableProps::new(Attribute::string(GATE_KEY), tables.clone()));
    let reminders_parked = Table::new(
        stack,
        "RemindersParked",
        TableProps {
            sort_key: Some(Attribute::string(PARKED_PLACE)),
            ..TableProps::new(Attribute::string(PARKED_LOT), tables)
        },
    );
    let reminders = Reminders {
        gates: gates.link(),
        carts: carts.link(),
        parked: reminders_parked.link(),
        schedules: schedules.link(),
    };
    let subscriptions = (events.records(stream_mapping(environment, &failures)), invoked());
    let seconds = environment.remind_after.as_secs().to_string();
    let reminders_props = FunctionProps {
        variables: BTreeMap::from([(REMIND_AFTER.to_owned(), seconds.into())]),
        ..function(environment, literal!(Timeout::seconds(60)))
    };
    let reminders = Function::new(stack, "Reminders", &reminders, subscriptions, reminders_props);

    // History is handed to the event handler again. Runs are on record for a while, so that they can be resumed.
    let runs = Bucket::new(stack, "ReplayRuns", BucketProps { versioned: false, ..BucketProps::new(removal) });
    runs.expire_under(stack, "", literal!(ObjectAge::days(90)));
    let replay = Replay { archive: archive.link(), runs: runs.link(), related_items: replays.link() };
    let large = FunctionProps { memory: literal!(MemorySize::mib(1024)), ..function(environment, LONGEST) };
    let replay = Function::new(stack, "Replay", &replay, invoked(), large);

    let outputs = [
        ("CartsTableName", "The table of all commits of carts.", carts.name().text()),
        ("CustomerKeysTableName", "The key of every customer, wrapped.", customer_keys.name().text()),
        ("EventsStreamName", "The stream of all events.", events.name().text()),
        ("ArchiveBucketName", "The bucket of all events.", archive.name().text()),
        ("ReplayRunsBucketName", "The bucket of the records of replays.", runs.name().text()),
        ("FailuresBucketName", "The bucket of what could not be handled.", failures.name().text()),
        ("RelatedItemsTableName", "The projection of related items.", related.name().text()),
        ("RelatedItemsParkedName", "What related-items cannot read, and what waits behind it.", parked.name().text()),
        ("RelatedItemsReplayUrl", "The queue of replays to related-items.", replays.url().text()),
        ("RelatedItemsDeadLettersUrl", "The queue of what related-items could not handle.", dead_letters.url().text()),
        ("RemindersTableName", "Which reminders were sent.", sent.name().text()),
        (
            "RemindersParkedName",
            "What reminders cannot read, and what waits behind it.",
            reminders_parked.name().text(),
        ),
        (
            "RemindersDeadLettersUrl",
            "The queue of reminders that were not sent, or not confirmed.",
            unsent.url().text(),
        ),
        ("RemindersSenderRecords", "What the domain of the sender has to have in DNS.", sender.dns_records()),
        ("ApiUrl", "Where carts are to be found over HTTP.", front_door.url()),
        ("ApiFunctionName", "Takes requests over HTTP.", api.name().text()),
        ("CartFunctionName", "Takes commands to carts.", cart.name().text()),
        ("EraseFunctionName", "Erases what is known of a customer.", erase.name().text()),
        ("PublishFunctionName", "Publishes commits.", publish.name().text()),
        ("ArchiverFunctionName", "Archives events.", archiver.name().text()),
        ("CompactFunctionName", "Compacts the archive.", compact.name().text()),
        ("AuditFunctionName", "Compares the archive with the table.", audit.name().text()),
        ("RelatedItemsFunctionName", "Counts related items.", related_items.name().text()),
        ("RemindersFunctionName", "Schedules reminders.", reminders.name().text()),
        ("RemindFunctionName", "Sends a reminder.", remind.name().text()),
        ("ReplayFunctionName", "Replays history.", replay.name().text()),
    ];
    for (id, description, value) in outputs {
        stack.output(id, description, value);
    }
    // Whoever keeps all of it going is told when something is wrong.
    watching::watch(stack, environment);
    shop
}

/// The HTTP API with the routes of `api`. What none of them takes goes to `api` as well, which says what is wrong.
fn front_door(stack: &mut Stack, environment: Environment, api: &Function) -> HttpApi {
    let authorization = environment.tokens.map_or(Authorization::Iam, |issuer| Authorization::Jwt {
        issuer: issuer.url.into(),
        audiences: issuer.audiences.iter().map(|&audience| audience.into()).collect(),
    });
    let props = HttpApiProps {
        authorization,
        cors: None,
        rate_limit: environment.request_rate,
        burst_limit: environment.request_burst,
        log_retention: environment.log_retention,
        log_removal: environment.removal,
    };
    let mut front_door = HttpApi::new(stack, "FrontDoor", props);
    for route in ROUTES {
        let method = match route.method {
            routes::Method::Get => Method::Get,
            routes::Method::Post => Method::Post,
        };
        front_door.route(stack, method, route.path, api);
    }
    front_door.default_route(stack, api);
    front_door
}

fn function(environment: Environment, timeout: Timeout) -> FunctionProps {
    FunctionProps {
        architecture: environment.architecture,
        memory: environment.memory,
        timeout,
        reserved_concurrency: None,
        log_level: environment.log_level,
        log_retention: environment.log_retention,
        log_removal: environment.removal,
        ..FunctionProps::default()
    }
}

/// How a function takes the events of the stream, unless it has reasons for something else.
fn stream_mapping(environment: Environment, failures: &Bucket<()>) -> StreamMapping {
    StreamMapping {
        batch_size: literal!(StreamBatchSize::records(100)),
        batching_window: literal!(BatchingWindow::seconds(0)),
        parallelization: literal!(Parallelization::batches(1)),
        bisect: true,
        // As many as there can be: an outage is waited out, and `record_age` decides.
        retry_attempts: literal!(RetryAttempts::times(10_000)),
        record_age: environment.record_age,
        failures: failures.into(),
    }
}
