//! The synth phase of a contract: its links are grants on resources of the topology.

use std::fmt;
use std::marker::PhantomData;

use contract::{Access, Phase, Resource};

use crate::Value;

/// The phase in which the topology is described.
#[derive(Debug)]
pub enum Synth {}

impl Phase for Synth {
    type Handle<R: Resource, A: Access<R>> = Granted<R, A>;
}

/// A resource of the topology, handed to a function together with the operations `A` that it may perform.
pub struct Granted<R, A> {
    pub(crate) address: Value<String>,
    pub(crate) arn: Value<String>,
    kind: PhantomData<fn() -> (R, A)>,
}

impl<R: Resource, A: Access<R>> Granted<R, A> {
    /// A grant on the resource with this ARN, which the function reaches at `address`.
    #[must_use]
    pub fn new(address: Value<String>, arn: Value<String>) -> Self {
        Self { address, arn, kind: PhantomData }
    }
}

impl<R, A> fmt::Debug for Granted<R, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Granted").field("address", &self.address).field("arn", &self.arn).finish()
    }
}
