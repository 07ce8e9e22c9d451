//! Exposure.
use super::{ExposureChange, PolicyChange, resources::Changed};
pub(super) fn between(_: &Changed<'_>, _: &[PolicyChange]) -> Vec<ExposureChange> {
    Vec::new()
}
