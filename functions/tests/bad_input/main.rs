//! Malformed input on every hop, as Lambda hands it over: it is refused or put aside with a reason and counted, and nothing
//! behind it is lost.

mod api;
mod archive_objects;
mod commands;
mod queue_messages;
mod reminders;
mod replay_requests;
mod requests;
mod samples;
mod stream_records;
mod table_changes;
