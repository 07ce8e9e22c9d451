//! What the functions promise.

use contract::{Contract, GetItem, Invocation, Link, Phase, PutItem, Query, Table, UpdateItem};

/// A request as API Gateway hands it to a function.
pub struct Request;

/// The answer to it.
pub struct Response;

/// What starts the nightly job.
pub struct Tick;

/// An item of the table: one note of one author.
pub struct Note;

/// Writes a note of the caller.
#[derive(Contract)]
#[contract(name = "write-note", wakes_on(Invocation<Request, Response>))]
pub struct WriteNote<P: Phase> {
    pub notes: Link<P, Table<Note>, PutItem>,
}

/// Shows one note of the caller, or all of them.
#[derive(Contract)]
#[contract(name = "read-notes", wakes_on(Invocation<Request, Response>))]
pub struct ReadNotes<P: Phase> {
    pub notes: Link<P, Table<Note>, (GetItem, Query)>,
}

/// Archives notes that nobody has read for a year.
#[derive(Contract)]
#[contract(name = "tidy-up", wakes_on(Invocation<Tick, ()>))]
pub struct TidyUp<P: Phase> {
    pub notes: Link<P, Table<Note>, (Query, UpdateItem)>,
}
