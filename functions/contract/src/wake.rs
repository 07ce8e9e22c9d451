//! What wakes a function, with the type of what it is handed.

use std::marker::PhantomData;

/// A way in which a function is woken.
pub trait Wake: 'static {}

/// A client invokes the function directly with a `Request` and waits for a `Response`.
#[derive(Debug)]
pub struct Invocation<Request, Response>(PhantomData<fn(Request) -> Response>);

/// Changes of an event table whose items are `T`, in order per item collection, at least once.
#[derive(Debug)]
pub struct TableChanges<T>(PhantomData<fn(T)>);

/// Changes of a table whose items are `T`: what was put, changed or removed, in order per item, at least once.
#[derive(Debug)]
pub struct ItemChanges<T>(PhantomData<fn(T)>);

/// Records of a stream that carries `T`, in order per partition key, at least once.
#[derive(Debug)]
pub struct StreamRecords<T>(PhantomData<fn(T)>);

/// Messages of a FIFO queue that carries `T`, in order per message group, at least once.
#[derive(Debug)]
pub struct QueueMessages<T>(PhantomData<fn(T)>);

/// Messages of a standard queue that carries `T`, in no order, at least once.
#[derive(Debug)]
pub struct StandardQueueMessages<T>(PhantomData<fn(T)>);

/// Requests of an HTTP API of API Gateway, payload format 2.0: the client waits for the answer.
///
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html>
#[derive(Debug)]
pub enum HttpRequests {}

impl<Request: 'static, Response: 'static> Wake for Invocation<Request, Response> {}
impl<T: 'static> Wake for TableChanges<T> {}
impl<T: 'static> Wake for StreamRecords<T> {}
impl<T: 'static> Wake for QueueMessages<T> {}
impl<T: 'static> Wake for ItemChanges<T> {}
impl<T: 'static> Wake for StandardQueueMessages<T> {}
impl Wake for HttpRequests {}
