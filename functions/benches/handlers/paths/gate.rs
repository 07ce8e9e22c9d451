//! `related-items`: a batch of the event stream through the version gate into the projection in memory.

use contract::{Contract, Runtime};
use functions::envelope::Envelope;
use functions::event_handler::{Generations, Subscriptions};
use functions::ports::memory::{MemoryHistory, MemoryParkingLot, MemoryRegister};
use functions::related_items::{MemoryProjection, RelatedItems, RelatedItemsHandler};
use functions::wakes::invoke;

use super::{block_on, moment, samples};

/// How many events a batch has.
pub const EVENTS: u64 = 100;

/// How many carts they are of.
const CARTS: u64 = 33;

/// A handler, and what Lambda sends it.
pub struct Delivery {
    handler: Generations<RelatedItemsHandler<MemoryProjection>, MemoryHistory, MemoryParkingLot, MemoryRegister>,
    payload: String,
}

/// Each event is the next of its cart.
pub fn next() -> Delivery {
    delivery(&samples::events(EVENTS, CARTS))
}

/// All of them took effect before.
pub fn repeated() -> Delivery {
    let delivery = next();
    run(&delivery);
    delivery
}

/// The last event of each cart comes first, so that those before it are read from the event table.
pub fn out_of_turn() -> Delivery {
    let mut events = samples::events(EVENTS, CARTS);
    events.reverse();
    delivery(&events)
}

/// Takes the batch in.
pub fn run(delivery: &Delivery) {
    type Wakes = <RelatedItems<Runtime> as Contract>::Wakes;
    let Delivery { handler, payload } = delivery;
    let answer = block_on(invoke::<Wakes, _>(handler, payload, &moment()));
    assert!(answer.is_ok(), "the batch was not taken");
}

fn delivery(events: &[Envelope]) -> Delivery {
    let history = MemoryHistory::default();
    let mut in_order: Vec<_> = events.to_vec();
    in_order.sort_by_key(|event| event.aggregate_version);
    in_order.into_iter().for_each(|event| history.push(event));
    let handler = RelatedItemsHandler { projection: MemoryProjection::default() };
    let subscriptions = Subscriptions { handler, history, parked: MemoryParkingLot::default() };
    Delivery {
        handler: Generations { subscriptions, register: MemoryRegister::default() },
        payload: samples::records(events),
    }
}
