//! The shop in the simulation: its deployed template, its real handlers, clients by seed, and what has to hold when everything has
//! come to rest.

mod adapters;
mod case;
mod effects;
mod invariants;
mod load;
mod mutant;
mod shop;
mod workload;

pub use case::{Case, Failed, InvalidCase};
pub use invariants::Broken;
pub use load::{Carts, Entrance, Load, Observed};
pub use mutant::Mutant;
pub use shop::Shop;
