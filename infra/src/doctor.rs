//! What has to be in order for a deploy, each looked at by itself.

mod account;
mod machine;

use serde_json::{Value as Json, json};

pub(crate) use account::account;
pub(crate) use machine::machine;

/// How something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// In order.
    Good,
    /// Worth knowing; deploys work.
    Warning,
    /// Deploys do not work.
    Failed,
    /// Not looked at, because something else is not in order.
    Unknown,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "ok",
            Self::Warning => "warning",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }
}

/// Something that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Check {
    /// What.
    pub name: &'static str,
    /// How it was found.
    pub state: State,
    /// What was found.
    pub found: String,
    /// How to mend it; empty if it is in order.
    pub mend: String,
}

impl Check {
    pub fn good(name: &'static str, found: impl Into<String>) -> Self {
        Self { name, state: State::Good, found: found.into(), mend: String::new() }
    }

    pub fn bad(name: &'static str, state: State, found: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { name, state, found: found.into(), mend: mend.into() }
    }

    pub fn json(&self) -> Json {
        json!({ "check": self.name, "state": self.state.word(), "found": self.found, "mend": self.mend })
    }
}
