//! The cart as the peer wants it: the same state, decisions and events. Its events are written as they would be if serde's
//! usual form were derived for them.

use cqrs_es::event_sink::EventSink;
use cqrs_es::{Aggregate, DomainEvent};
use domain::cart::{Cart, CartCommand, CartEvent, CartOpened, ItemAdded, Refusal};
use domain::kernel::{Aggregate as _, Event as _};
use serde::{Deserialize, Serialize};

/// A cart.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PeerCart(pub Cart);

/// What happened to a cart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PeerEvent(#[serde(with = "Derived")] CartEvent);

#[derive(Serialize, Deserialize)]
#[serde(remote = "CartEvent")]
enum Derived {
    CartOpened(CartOpened),
    ItemAdded(ItemAdded),
    CartClosed,
}

impl From<CartEvent> for PeerEvent {
    fn from(event: CartEvent) -> Self {
        Self(event)
    }
}

impl DomainEvent for PeerEvent {
    fn event_type(&self) -> String {
        self.0.event_type().to_owned()
    }

    fn event_version(&self) -> String {
        self.0.schema_version().to_string()
    }
}

impl Aggregate for PeerCart {
    const TYPE: &'static str = Cart::TYPE;

    type Command = CartCommand;
    type Event = PeerEvent;
    type Error = Refusal;
    type Services = ();

    async fn handle(&mut self, command: CartCommand, (): &(), sink: &EventSink<Self>) -> Result<(), Refusal> {
        for event in self.0.decide(command)? {
            sink.write(PeerEvent(event), self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: PeerEvent) {
        self.0 = std::mem::take(&mut self.0).evolve(&event.0);
    }
}
