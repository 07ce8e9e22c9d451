//! The stores of the peer.

mod cart;

use std::collections::HashMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use cqrs_es::mem_store::MemStoreAggregateContext;
use cqrs_es::persist::EventStoreAggregateContext;
use cqrs_es::{AggregateContext, EventStore};
use domain::cart::{Cart, CartId};
use domain::kernel::Commit;
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;

use crate::contender::{Contender, Loaded};
use crate::history::events_of;
use cart::{PeerCart, PeerEvent};

/// Any store behind the peer's port.
pub struct Peer<S> {
    /// The store.
    pub store: S,
    /// What it is given with each commit.
    pub metadata: Metadata,
}

/// What the peer is to keep of a commit, besides its events.
#[derive(Debug, Clone, Copy)]
pub enum Metadata {
    /// Nothing more.
    Nothing,
    /// What ours keeps: what caused it, and when.
    Cause,
}

impl Metadata {
    fn of(self, commit: &Commit<Cart>) -> HashMap<String, String> {
        let cause = commit.cause();
        match self {
            Self::Nothing => HashMap::new(),
            Self::Cause => HashMap::from([
                ("command_id".to_owned(), cause.command_id.to_string()),
                ("correlation_id".to_owned(), cause.correlation_id.to_string()),
                ("causation_id".to_owned(), cause.causation_id.to_string()),
                ("recorded_at".to_owned(), commit.recorded_at().to_string()),
            ]),
        }
    }
}

/// The peer appends to an aggregate that was loaded. These stores look at its id and how many events it has, so it can be
/// made without loading it.
pub trait At: AggregateContext<PeerCart> {
    /// A cart with so many events.
    fn at(cart: String, events: usize) -> Self;
}

impl At for MemStoreAggregateContext<PeerCart> {
    fn at(aggregate_id: String, current_sequence: usize) -> Self {
        Self { aggregate_id, aggregate: PeerCart::default(), current_sequence }
    }
}

impl At for EventStoreAggregateContext<PeerCart> {
    fn at(aggregate_id: String, current_sequence: usize) -> Self {
        Self { aggregate_id, aggregate: PeerCart::default(), current_sequence, current_snapshot: None }
    }
}

impl<S: EventStore<PeerCart, AC: At>> Contender for Peer<S> {
    fn append<'a>(&'a self, commits: &'a [Commit<Cart>]) -> LocalBoxFuture<'a, Duration> {
        let as_the_peer_takes_it = |commit: &Commit<Cart>| {
            let follows = usize::try_from(commit.follows().number()).expect("a version that fits");
            let events: Vec<_> = commit.events().iter().cloned().map(PeerEvent::from).collect();
            (events, S::AC::at(commit.aggregate_id().to_string(), follows), self.metadata.of(commit))
        };
        let commits: Vec<_> = commits.iter().map(as_the_peer_takes_it).collect();
        async move {
            let started = Instant::now();
            for (events, cart, metadata) in commits {
                black_box(self.store.commit(events, cart, metadata).await.expect("the peer takes the commit"));
            }
            started.elapsed()
        }
        .boxed_local()
    }

    fn load<'a>(&'a self, carts: &'a [CartId]) -> LocalBoxFuture<'a, Loaded> {
        let carts: Vec<_> = carts.iter().map(ToString::to_string).collect();
        async move {
            let started = Instant::now();
            let mut last = None;
            for cart in &carts {
                last = black_box(Some(self.store.load_aggregate(cart).await.expect("the peer has the cart")));
            }
            Loaded { took: started.elapsed(), events: last.map_or(0, |mut cart| events_of(&cart.aggregate().0)) }
        }
        .boxed_local()
    }
}
