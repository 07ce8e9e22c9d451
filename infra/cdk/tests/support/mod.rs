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
    let removal = RemovalPolicy::Delete;
    EventTable::new(stack, id, EventTableProps { removal, point_in_time_recovery: false, deletion_protection: false })
}

pub fn projection(stack: &mut Stack, id: &str) -> Table<Order> {
    let removal = RemovalPolicy::Delete;
    let (partition_key, sort_key) = ("pk", "sk");
    Table::new(
        stack,
        id,
        TableProps { partition_key, sort_key, removal, point_in_time_recovery: false, deletion_protection: false },
    )
}

pub fn stream<T: 'static>(stack: &mut Stack, id: &str) -> EventStream<T> {
    let props = EventStreamProps { retention: literal!(StreamRetention::hours(24)), removal: RemovalPolicy::Delete };
    EventStream::new(stack, id, props)
}

pub fn bucket(stack: &mut Stack, id: &str) -> Bucket<Order> {
    Bucket::new(stack, id, BucketProps { removal: RemovalPolicy::Delete })
}

pub fn queue<T: 'static>(stack: &mut Stack, id: &str) -> FifoQueue<T> {
    let dead_letters = DeadLetterQueue::new(stack, format!("{id}DeadLetters"), RemovalPolicy::Delete);
    FifoQueue::new(stack, id, queue_props(dead_letters))
}

pub fn queue_props<T>(dead_letters: DeadLetterQueue<T>) -> FifoQueueProps<T> {
    FifoQueueProps {
        visibility_timeout: literal!(VisibilityTimeout::seconds(180)),
        retention: literal!(MessageRetention::seconds(3600)),
        dead_letters,
        max_receives: literal!(MaxReceives::times(3)),
        removal: RemovalPolicy::Delete,
    }
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
