//! Given / when / then, for the tests of any aggregate.
//!
//! ```
//! use domain::cart::{Cart, CartCommand, Refusal};
//! use domain::kernel::testing::given;
//!
//! given::<Cart>([]).when(CartCommand::CloseCart).then_refused(Refusal::NoSuchCart);
//! ```

pub mod conformance;

use super::Aggregate;

/// The events that happened before.
pub fn given<A: Aggregate>(events: impl IntoIterator<Item = A::Event>) -> Given<A> {
    Given { state: events.into_iter().fold(A::default(), |state, event| state.evolve(&event)) }
}

/// An aggregate with a past.
#[derive(Debug)]
pub struct Given<A: Aggregate> {
    state: A,
}

impl<A: Aggregate> Given<A> {
    /// Lets the aggregate decide on a command.
    pub fn when(self, command: A::Command) -> When<A> {
        When { decision: self.state.decide(command.clone()), command }
    }

    /// The state itself, for assertions about what the events add up to.
    pub fn state(self) -> A {
        self.state
    }
}

/// A decision that was made.
#[derive(Debug)]
pub struct When<A: Aggregate> {
    command: A::Command,
    decision: Result<Vec<A::Event>, A::Refusal>,
}

impl<A: Aggregate> When<A> {
    /// The command led to exactly these events.
    ///
    /// # Panics
    /// When it did not.
    #[track_caller]
    pub fn then(self, expected: impl IntoIterator<Item = A::Event>) {
        let expected: Vec<_> = expected.into_iter().collect();
        assert_eq!(self.decision, Ok(expected), "the decision on {:?}", self.command);
    }

    /// The command was refused for exactly this reason.
    ///
    /// # Panics
    /// When it was accepted, or refused for another reason.
    #[track_caller]
    pub fn then_refused(self, expected: A::Refusal) {
        assert_eq!(self.decision, Err(expected), "the decision on {:?}", self.command);
    }
}
