//! The shop, from top to bottom in the direction in which events flow:
//!
//! ```text
//! client -> cart -> Carts ~> publish -> Events -> archive -> Archive
//! client -> api ----^                         `-> related-items <- RelatedItemsReplay <- replay <- Archive
//! ```

use std::collections::BTreeMap;

use cdk::constructs::{
    Asynchronous, AsynchronousFailureDestination, Attribute, Authorization, Bucket, BucketProps, DeadLetterQueue,
    EmailSender, EventStream, EventStreamProps, EventTable, FifoQueue, FifoQueueProps, Function, FunctionProps,
    HttpApi, HttpApiProps, Key, KeyProps, Method, QueueMapping, ScheduleGroup, StandardDeadLetterQueue, StreamMapping,
    Table, TableMapping, TableProps, TableSettings, invoked, requested,
};
use cdk::{
    BatchingWindow, FifoBatchSize, MaxConcurrency, MaxReceives, MessageRetention, Parallelization, RecordAge,
    RecoveryPeriod, RetryAttempts, Stack, StreamBatchSize, Timeout, VisibilityTimeout, literal,
};
use functions::api::Api;
use functions::api::routes::{self, ROUTES};
use functions::archive::{Archive, PREFIX, UNREADABLE_PREFIX};
use functions::cart::CartService;
use functions::customer_key::CUSTOMER_ID;
use functions::erase::Erase;
use functions::ports::{GATE_KEY, PARKED_LOT, PARKED_PLACE, REMINDER_KEY};
use functions::publish::Publish;
use functions::related_items::{PARTITION_KEY, RelatedItems, SORT_KEY};
use functions::remind::RemindService;
use functions::reminders::{REMIND_AFTER, Reminders};
use functions::replay::Replay;

use crate::environment::Environment;
use crate::watching;

/// How far back the table of customers' keys can be restored, where tables can be at all: long enough to notice that it was
/// lost, and short, because only then is an erasure final.
pub const KEY_RECOVERY: RecoveryPeriod = literal!(RecoveryPeriod::days(7));

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

    // The same over HTTP.
    let api = Api {
        carts: carts.link(),
        snapshots: snapshots.link(),
        customer_keys: customer_keys.link(),
        wrapping: wrapping.link(),
    };
    // API Gateway waits for 30 seconds; the function ends before, so that it is the one who answers.
    let api = Function::new(stack, "Api", &api, requested(), function(environment, literal!(Timeout::seconds(29))));
    let front_door = front_door(stack, environment, &api);

    // Each commit is captured, transformed to JSON and published on the stream of all events.
    let failures = Bucket::<()>::new(stack, "Failures", BucketProps::new(removal));
    let events = EventStream::new(stack, "Events", EventStreamProps::new(environment.stream_retention, removal));
    let publish = Publish { events: events.link() };
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

    // Every event is kept, for ever.
    let archive = Bucket::new(stack, "Archive", BucketProps::new(removal));
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
    // What the handler cannot read waits here, and the cart's later events behind it.
    let parked = Table::new(
        stack,
        "RelatedItemsParked",
        TableProps {
            sort_key: Some(Attribute::string(PARKED_PLACE)),
            ..TableProps::new(Attribute::string(PARKED_LOT), tables.clone())
        },
    );
    let related_items = RelatedItems { related: related.link(), carts: carts.link(), parked: parked.link() };
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

    // History is handed to the event handler again.
    let replay = Replay { archive: archive.link(), related_items: replays.link() };
    let replay =
        Function::new(stack, "Replay", &replay, invoked(), function(environment, literal!(Timeout::seconds(900))));

    let outputs = [
        ("CartsTableName", "The table of all commits of carts.", carts.name().text()),
        ("CustomerKeysTableName", "The key of every customer, wrapped.", customer_keys.name().text()),
        ("EventsStreamName", "The stream of all events.", events.name().text()),
        ("ArchiveBucketName", "The bucket of all events.", archive.name().text()),
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
