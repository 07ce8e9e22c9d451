//! A small system for the compile-fail cases: one function of each kind, and what it needs.
#![allow(dead_code, reason = "each case uses a part of it")]

use cdk::constructs::*;
use cdk::*;
use contract::{
    Contract, FifoQueue as FifoQueueOf, Link, Phase, PutRecords, QueueMessages, SendMessage, Stream, StreamRecords,
    TableChanges,
};

pub struct Order;
pub struct Invoice;

/// Publishes orders.
#[derive(Contract)]
#[contract(name = "publish", wakes_on(TableChanges<Order>))]
pub struct Publish<P: Phase> {
    pub events: Link<P, Stream<Order>, PutRecords>,
}

/// Handles orders, new and replayed.
#[derive(Contract)]
#[contract(name = "handle", wakes_on(StreamRecords<Order>, QueueMessages<Order>))]
pub struct Handle<P: Phase> {
    pub next: Link<P, FifoQueueOf<Order>, SendMessage>,
}

pub fn stack() -> Stack {
    Stack::new(StackProps { assets: AssetBucket::new("test"), ..StackProps::new("test") })
}

pub fn table<T: 'static>(stack: &mut Stack, id: &str) -> EventTable<T> {
    EventTable::new(stack, id, table_settings())
}

pub fn table_settings() -> TableSettings {
    TableSettings { point_in_time_recovery: false, ..TableSettings::new(RemovalPolicy::Delete) }
}

pub fn projection(stack: &mut Stack, id: &str) -> Table<Order> {
    let sort_key = Some(Attribute::string("sk"));
    Table::new(stack, id, TableProps { sort_key, ..TableProps::new(Attribute::string("pk"), table_settings()) })
}

pub fn stream<T: 'static>(stack: &mut Stack, id: &str) -> EventStream<T> {
    let props = EventStreamProps::new(literal!(StreamRetention::hours(24)), RemovalPolicy::Delete);
    EventStream::new(stack, id, props)
}

pub fn bucket(stack: &mut Stack, id: &str) -> Bucket<Order> {
    Bucket::new(stack, id, BucketProps::new(RemovalPolicy::Delete))
}

pub fn queue<T: 'static>(stack: &mut Stack, id: &str) -> FifoQueue<T> {
    let dead_letters = DeadLetterQueue::new(stack, format!("{id}DeadLetters"), RemovalPolicy::Delete);
    FifoQueue::new(stack, id, queue_props(dead_letters))
}

pub fn queue_props<T>(dead_letters: DeadLetterQueue<T>) -> FifoQueueProps<T> {
    let visibility_timeout = literal!(VisibilityTimeout::seconds(180));
    FifoQueueProps {
        retention: literal!(MessageRetention::seconds(3600)),
        max_receives: literal!(MaxReceives::times(3)),
        ..FifoQueueProps::new(visibility_timeout, dead_letters, RemovalPolicy::Delete)
    }
}

pub fn standard_queue<T: 'static>(stack: &mut Stack, id: &str) -> Queue<T> {
    let dead_letters = StandardDeadLetterQueue::new(stack, format!("{id}DeadLetters"), RemovalPolicy::Delete);
    Queue::new(stack, id, standard_queue_props(dead_letters))
}

pub fn standard_queue_props<T>(dead_letters: StandardDeadLetterQueue<T>) -> QueueProps<T> {
    QueueProps::new(literal!(VisibilityTimeout::seconds(180)), dead_letters, RemovalPolicy::Delete)
}

pub fn table_mapping(stack: &mut Stack) -> TableMapping {
    TableMapping {
        batch_size: literal!(StreamBatchSize::records(100)),
        batching_window: literal!(BatchingWindow::seconds(0)),
        retry_attempts: literal!(RetryAttempts::times(10)),
        record_age: literal!(RecordAge::seconds(3600)),
        failures: (&bucket(stack, "TableFailures")).into(),
    }
}

pub fn stream_mapping(stack: &mut Stack) -> StreamMapping {
    StreamMapping {
        batch_size: literal!(StreamBatchSize::records(100)),
        batching_window: literal!(BatchingWindow::seconds(0)),
        parallelization: literal!(Parallelization::batches(1)),
        bisect: true,
        retry_attempts: literal!(RetryAttempts::times(10)),
        record_age: literal!(RecordAge::seconds(3600)),
        failures: (&bucket(stack, "StreamFailures")).into(),
    }
}

pub fn queue_mapping() -> QueueMapping {
    QueueMapping {
        batch_size: literal!(FifoBatchSize::messages(10)),
        max_concurrency: literal!(MaxConcurrency::executions(2)),
    }
}

pub fn function_props() -> FunctionProps {
    FunctionProps {
        architecture: Architecture::Arm64,
        memory: literal!(MemorySize::mib(256)),
        timeout: literal!(Timeout::seconds(30)),
        reserved_concurrency: None,
        log_level: LogLevel::Info,
        log_retention: LogRetention::OneDay,
        log_removal: RemovalPolicy::Delete,
        ..FunctionProps::default()
    }
}
