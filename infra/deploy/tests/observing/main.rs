//! Watching a deployed stack, against recorded conversations with AWS: what the emulator does not do, or does not refuse.

mod conversation;
mod drift;
mod history;
mod logs;
mod status;
