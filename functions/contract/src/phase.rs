//! The two phases of a contract: in the topology, and in the running function.

use std::fmt;
use std::marker::PhantomData;

use crate::{Access, EmailSender, Index, Resource, ScheduleGroup};

/// When a contract is looked at, which decides what stands in its fields.
pub trait Phase: Sized + 'static {
    /// What a link is in this phase: a grant on a resource of the topology, or that resource's address.
    type Handle<R: Resource, A: Access<R>>;
}

/// A field of a contract: a resource of kind `R` on which the function may perform the operations `A`.
pub type Link<P, R, A> = <P as Phase>::Handle<R, A>;

/// The phase in which the function runs: links are addresses.
#[derive(Debug)]
pub enum Runtime {}

impl Phase for Runtime {
    type Handle<R: Resource, A: Access<R>> = Address<R, A>;
}

/// Where a resource is, as the topology wrote it into the function's environment: a name or a URL.
pub struct Address<R, A> {
    address: String,
    kind: PhantomData<fn() -> (R, A)>,
}

impl<R: Resource, A: Access<R>> Address<R, A> {
    /// An address that is known from elsewhere, as in tests.
    pub fn new(address: impl Into<String>) -> Self {
        Self { address: address.into(), kind: PhantomData }
    }

    /// The name or URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.address
    }
}

impl<T: 'static, A: Access<Index<T>>> Address<Index<T>, A> {
    /// The name of the table.
    #[must_use]
    pub fn table(&self) -> &str {
        self.parts().0
    }

    /// The name of the index.
    #[must_use]
    pub fn index(&self) -> &str {
        self.parts().1
    }

    fn parts(&self) -> (&str, &str) {
        self.address.split_once("/index/").unwrap_or((&self.address, ""))
    }
}

impl<T: 'static, A: Access<ScheduleGroup<T>>> Address<ScheduleGroup<T>, A> {
    /// The name of the group.
    #[must_use]
    pub fn group(&self) -> &str {
        self.word(0)
    }

    /// The ARN of the function that schedules wake.
    #[must_use]
    pub fn function(&self) -> &str {
        self.word(1)
    }

    /// The ARN of the role that wakes it.
    #[must_use]
    pub fn role(&self) -> &str {
        self.word(2)
    }

    /// The ARN of the queue for what could not be delivered.
    #[must_use]
    pub fn dead_letters(&self) -> &str {
        self.word(3)
    }
}

impl<T: 'static, A: Access<EmailSender<T>>> Address<EmailSender<T>, A> {
    /// The email address that emails come from.
    #[must_use]
    pub fn from(&self) -> &str {
        self.word(0)
    }

    /// The name of the configuration set that they are sent with.
    #[must_use]
    pub fn configuration_set(&self) -> &str {
        self.word(1)
    }
}

impl<R, A> Address<R, A> {
    fn word(&self, position: usize) -> &str {
        self.address.split(' ').nth(position).unwrap_or("")
    }
}

impl<R, A> fmt::Debug for Address<R, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Address").field(&self.address).finish()
    }
}
