//! Our stores.

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::cart::{Cart, CartId};
use domain::kernel::{Commit, EventStore, Rehydrated, Version};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;

use crate::contender::{Contender, Loaded};
use crate::history::events_of;

/// Any store behind our port.
pub struct Ours<S>(pub S);

impl<S: EventStore<Cart>> Contender for Ours<S> {
    fn append<'a>(&'a self, commits: &'a [Commit<Cart>]) -> LocalBoxFuture<'a, Duration> {
        async move {
            let started = Instant::now();
            for commit in commits {
                self.0.append(commit).await.expect("ours takes the commit");
            }
            started.elapsed()
        }
        .boxed_local()
    }

    fn load<'a>(&'a self, carts: &'a [CartId]) -> LocalBoxFuture<'a, Loaded> {
        async move {
            let started = Instant::now();
            let mut last = Rehydrated::default();
            for cart in carts {
                let commits = self.0.load(cart, Version::FIRST).await.expect("ours has the cart");
                last = black_box(Rehydrated::from_commits(&commits).expect("a whole history"));
            }
            Loaded { took: started.elapsed(), events: events_of(last.state()) }
        }
        .boxed_local()
    }
}
