//! What is measured.

use std::time::Duration;

use domain::cart::{Cart, CartId};
use domain::kernel::Commit;
use futures_util::future::LocalBoxFuture;

/// A store of carts. It takes its own time, so that what is only needed to ask it does not count.
pub trait Contender {
    /// Appends the commits, one after the other.
    fn append<'a>(&'a self, commits: &'a [Commit<Cart>]) -> LocalBoxFuture<'a, Duration>;

    /// Loads the carts, one after the other.
    fn load<'a>(&'a self, carts: &'a [CartId]) -> LocalBoxFuture<'a, Loaded>;
}

/// What loading gave.
#[derive(Debug, Clone, Copy)]
pub struct Loaded {
    /// How long it took.
    pub took: Duration,
    /// How many events the last cart knows of.
    pub events: u64,
}
