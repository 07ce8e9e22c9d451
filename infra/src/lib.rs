//! The application: the shop's topology, its environments and the command line.

pub mod app;
pub mod environment;
pub mod topology;
