//! The application: the shop's topology, its environments and the command line.

pub mod app;
mod approval;
pub mod athena;
pub mod cli;
mod color;
mod commands;
mod confirm;
pub mod cost;
mod doctor;
mod dotenv;
mod ended;
pub mod environment;
mod event_handler;
mod hotswap;
mod interrupt;
mod paint;
mod reader;
mod rollout;
mod session;
mod sources;
mod stock_cdk;
mod table;
mod terminal;
mod text;
pub mod topology;
pub mod watching;
