//! Keeping an account and region in order.

pub(crate) mod bootstrap;
pub(crate) mod doctor;
pub(crate) mod garbage;
