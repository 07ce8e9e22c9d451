//! How long things take, in milliseconds. These are assumptions: what a request takes within a region, on a connection that is
//! open, as AWS and its users report it. What functions do by themselves is little beside that, as the benchmarks show
//! (`functions/benches`, `infra/benches/functions`), and so is their start.

/// A read or a conditional write of one item.
pub const TABLE: f64 = 5.0;

/// A transaction of a few items.
pub const TRANSACTION: f64 = 10.0;

/// Records to the event stream.
pub const PUT_RECORDS: f64 = 10.0;

/// An object that is written.
pub const PUT_OBJECT: f64 = 40.0;

/// An object that is read.
pub const GET_OBJECT: f64 = 30.0;

/// A request to a key.
pub const KEY: f64 = 10.0;

/// A schedule that is made or removed.
pub const SCHEDULE: f64 = 20.0;

/// An email that is handed over.
pub const EMAIL: f64 = 60.0;

/// Messages to a queue.
pub const SEND: f64 = 10.0;

/// What an invocation takes beside that: decoding, deciding, encoding, logging.
pub const OWN: f64 = 1.0;

/// What an event takes beside that in a batch.
pub const OWN_PER_EVENT: f64 = 0.02;
