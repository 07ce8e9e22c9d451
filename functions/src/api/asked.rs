//! What a request asks, once it is read.

use domain::cart::{CartId, Sku};
use domain::kernel::{Cause, Version};
use uuid::Uuid;

use super::body::{CloseCart, OpenCart, check_size, optional, required};
use super::correlation::Correlation;
use super::headers::{EntityTags, entity_tags, idempotency_key, query};
use super::idempotency;
use super::problem::{INVALID_PATH, INVALID_QUERY, METHOD_NOT_ALLOWED, Problem, ROUTE_NOT_FOUND};
use super::routes::{Found, Method, Operation, Parameter};
use crate::cart::PlainCommand;
use crate::related_items::{Limit, Related};
use crate::wakes::{HttpRequest, Moment};

/// What a request asks.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// What is in a cart.
    Read(Reading),
    /// To change one.
    Change(Change),
    /// What is bought with an item.
    Suggest(Related),
}

/// A question about a cart.
#[derive(Debug, PartialEq, Eq)]
pub struct Reading {
    /// Which cart.
    pub cart_id: CartId,
    /// The versions that the reader has.
    pub if_none_match: Option<EntityTags>,
    /// The version that the reader knows there is.
    pub minimum: Version,
}

/// A command to a cart.
#[derive(Debug, PartialEq, Eq)]
pub struct Change {
    /// Which cart.
    pub cart_id: CartId,
    /// What to do.
    pub command: PlainCommand,
    /// The command's id, and what it is tied to.
    pub cause: Cause,
    /// What to send as `Idempotency-Key` to try it again.
    pub key: String,
    /// The versions that it is meant for.
    pub if_match: Option<EntityTags>,
}

impl Asked {
    /// Reads a request that led to `found`.
    ///
    /// # Errors
    /// Whatever is wrong with it, the first thing first.
    pub fn of(
        request: &HttpRequest,
        found: &Found<'_>,
        correlation: &Correlation,
        at: &Moment,
    ) -> Result<Self, Problem> {
        let (route, variables) = match found {
            Found::Route(route, variables) => (route, variables),
            Found::OtherMethods(methods) => return Err(method_not_allowed(methods)),
            Found::Nothing => {
                return Err(Problem::new(
                    &ROUTE_NOT_FOUND,
                    "There is nothing at this path; carts are at /carts, items at /items.",
                ));
            }
        };
        check_size(request)?;
        let known = route.operation.parameters().iter().filter(|parameter| parameter.is_in_query());
        let query = query(request, &known.map(|parameter| parameter.name()).collect::<Vec<_>>())?;
        let cart_id = || cart_id(variables);
        let change = |cart_id: Option<CartId>, command| change(request, correlation, at, cart_id, command);
        match route.operation {
            Operation::GetCart => Ok(Self::Read(Reading {
                cart_id: cart_id()?,
                if_none_match: entity_tags(request, Parameter::IfNoneMatch.name())?,
                minimum: minimum(&query)?,
            })),
            Operation::OpenCart => {
                let OpenCart { cart_id, customer } = optional(request)?;
                change(cart_id, PlainCommand::Open(customer))
            }
            Operation::AddItem => change(Some(cart_id()?), PlainCommand::AddItem(required(request)?)),
            Operation::CloseCart => {
                let cart_id = cart_id()?;
                let CloseCart {} = optional(request)?;
                change(Some(cart_id), PlainCommand::Close)
            }
            Operation::GetRelated => Ok(Self::Suggest(Related { sku: sku(variables)?, limit: limit(&query)? })),
        }
    }
}

fn change(
    request: &HttpRequest,
    correlation: &Correlation,
    at: &Moment,
    cart_id: Option<CartId>,
    command: PlainCommand,
) -> Result<Asked, Problem> {
    let if_match = entity_tags(request, Parameter::IfMatch.name())?;
    let (command_id, key) = match idempotency_key(request)? {
        Some(key) => (idempotency::command_id(&key.text, request.caller.as_deref()), key.as_sent),
        None => (at.fresh_id.into(), at.fresh_id.to_string()),
    };
    let mut cause = Cause::client(command_id);
    cause.correlation_id = correlation.id.unwrap_or(cause.correlation_id);
    Ok(Asked::Change(Change {
        // As `cart` has it: the same command again opens the same cart.
        cart_id: cart_id.unwrap_or_else(|| Uuid::from(command_id).into()),
        command,
        cause,
        key,
        if_match,
    }))
}

fn cart_id(variables: &[&str]) -> Result<CartId, Problem> {
    let text = variables.first().copied().unwrap_or_default();
    text.parse::<CartId>().map_err(|error| Problem::new(&INVALID_PATH, format!("{error}.")))
}

fn sku(variables: &[&str]) -> Result<Sku, Problem> {
    let text = variables.first().copied().unwrap_or_default();
    text.parse::<Sku>().map_err(|error| Problem::new(&INVALID_PATH, format!("{error}.")))
}

fn minimum(query: &[(&str, String)]) -> Result<Version, Problem> {
    let name = Parameter::MinVersion.name();
    let Some(number) = number(query, name) else { return Ok(Version::NONE) };
    number.map(Version::from).ok_or_else(|| {
        let detail = format!("`{name}` has to be a version, 0 to {}: the number in an ETag.", u64::MAX);
        Problem::new(&INVALID_QUERY, detail)
    })
}

fn limit(query: &[(&str, String)]) -> Result<Limit, Problem> {
    let name = Parameter::Limit.name();
    let Some(number) = number(query, name) else { return Ok(Limit::default()) };
    number.and_then(|number| Limit::try_from(number).ok()).ok_or_else(|| {
        let detail = format!("`{name}` has to be a number of items, 1 to {}.", Limit::MAX);
        Problem::new(&INVALID_QUERY, detail)
    })
}

/// The number that a parameter is, if it is there and is one.
fn number(query: &[(&str, String)], name: &str) -> Option<Option<u64>> {
    let (_, text) = query.iter().find(|(other, _)| *other == name)?;
    // `u64` would also take a sign.
    Some(text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten())
}

fn method_not_allowed(methods: &[Method]) -> Problem {
    let allowed = methods.iter().map(|method| method.name()).collect::<Vec<_>>().join(", ");
    Problem::new(&METHOD_NOT_ALLOWED, format!("This path takes {allowed}.")).with("allow", allowed)
}
