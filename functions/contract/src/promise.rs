//! What a function promises, as a trait. Derived, not written by hand.

use std::fmt;

use crate::{Access, Link, Phase, Resource};

/// What a function promises the topology.
pub trait Contract {
    /// The phase of this value.
    type Phase: Phase;

    /// What wakes the function: one [`Wake`](crate::Wake), or a tuple of them.
    type Wakes;

    /// The function's name: lower-case words joined by `-`, as the binary in `src/bin` is called.
    const NAME: &'static str;

    /// The first line of the contract's documentation: what the function does.
    const DESCRIPTION: &'static str;

    /// Shows every link to `visitor`, in the order of the fields.
    fn visit(&self, visitor: &mut impl Visitor<Self::Phase>);
}

/// Looks at the links of a contract one by one.
pub trait Visitor<P: Phase> {
    /// A link, and the environment variable that carries its address.
    fn link<R: Resource, A: Access<R>>(&mut self, variable: &str, link: &Link<P, R, A>);
}

/// A contract whose addresses can be read from the environment.
pub trait FromEnvironment: Sized {
    /// Reads every address through `variable`, usually `|name| std::env::var(name).ok()`.
    ///
    /// # Errors
    /// The first variable that is missing or empty.
    fn from_environment(variable: impl Fn(&str) -> Option<String>) -> Result<Self, MissingVariable>;
}

/// The name of the environment variable for a contract's field that links to an `R`: `CARTS_TABLE` for `carts`.
#[must_use]
pub fn variable_name<R: Resource>(field: &str) -> String {
    format!("{}_{}", field.trim_start_matches("r#").to_uppercase(), R::SUFFIX)
}

/// An environment variable that the topology should have set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingVariable {
    /// The function whose contract asks for it.
    pub function: &'static str,
    /// The variable's name.
    pub variable: String,
}

impl fmt::Display for MissingVariable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { function, variable } = self;
        write!(
            f,
            "the environment variable {variable} of function `{function}` is missing or empty; \
             the topology sets it, so deploy the stack again"
        )
    }
}

impl std::error::Error for MissingVariable {}
