//! The application: the shop's topology, its environments and the command line.

pub mod app;
mod approval;
mod broken_off;
pub mod cli;
mod commands;
mod ended;
pub mod environment;
mod paint;
mod rollout;
mod session;
mod stock_cdk;
mod terminal;
pub mod topology;
