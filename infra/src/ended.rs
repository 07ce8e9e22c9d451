//! How commands end.

/// How a command ends that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It did what it was asked.
    Well,
    /// It found what it was asked to look for, such as differences.
    Found,
    /// The user broke it off.
    BrokenOff,
}
