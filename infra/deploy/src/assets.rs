//! What functions run, and large templates: built, zipped and uploaded.

pub(crate) mod asset_bucket;
pub(crate) mod build;
pub(crate) mod code;
pub(crate) mod sources;
pub(crate) mod upload;
