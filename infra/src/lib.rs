//! The application: the shop's topology, its environments and the command line.

pub mod app;
pub mod cli;
mod color;
mod commands;
mod dotenv;
mod ended;
pub mod environment;
mod interrupt;
mod reader;
mod session;
mod stock_cdk;
mod terminal;
mod text;
pub mod topology;
