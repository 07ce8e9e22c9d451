//! Permissions.
use super::{PolicyChange, resources::Changed};
pub(super) fn between(_: &Changed<'_>) -> Vec<PolicyChange> {
    Vec::new()
}
