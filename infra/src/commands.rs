//! One file per command: its arguments, whose documentation is the help text, and one function.

pub(crate) mod asset;
pub(crate) mod bootstrap;
pub(crate) mod completions;
pub(crate) mod deploy;
pub(crate) mod destroy;
pub(crate) mod diff;
pub(crate) mod doctor;
pub(crate) mod drift;
pub(crate) mod erase;
pub(crate) mod events;
pub(crate) mod explain;
pub(crate) mod gc;
pub(crate) mod graph;
pub(crate) mod invoke;
pub(crate) mod list;
pub(crate) mod logs;
pub(crate) mod man;
pub(crate) mod openapi;
pub(crate) mod outputs;
pub(crate) mod redrive;
pub(crate) mod rollback;
pub(crate) mod status;
pub(crate) mod synth;
pub(crate) mod trace;
pub(crate) mod watch;
