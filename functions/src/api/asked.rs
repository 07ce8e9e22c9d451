//! What a request asks, once it is read.

use domain::cart::{AddItem, CartCommand, CartId};
use domain::kernel::{CommandId, CorrelationId, Version};
use uuid::Uuid;

use super::body::{CloseCart, OpenCart, check_size, optional, required};
use super::correlation::Correlation;
use super::headers::{EntityTags, entity_tags, idempotency_key, query};
use super::idempotency;
use super::problem::{INVALID_PATH, INVALID_QUERY, METHOD_NOT_ALLOWED, Problem, ROUTE_NOT_FOUND};
use super::routes::{Found, Method, Operation, Parameter};
use crate::cart::{Add, CartRequest, Close, Get, Open};
use crate::wakes::{HttpRequest, Moment};

/// What a request asks.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// What is in a cart.
    Read(Reading),
    /// To change one.
    Change(Change),
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
    pub command: CartCommand,
    /// The command's id.
    pub command_id: CommandId,
    /// What to send as `Idempotency-Key` to try it again.
    pub key: String,
    /// What it is tied to.
    pub correlation_id: CorrelationId,
    /// The versions that it is meant for.
    pub if_match: Option<EntityTags>,
}

impl Reading {
    /// The same question as `cart` takes it.
    #[must_use]
    pub fn request(&self) -> CartRequest {
        CartRequest::Get(Get { cart_id: self.cart_id })
    }
}

impl Change {
    /// The same command as `cart` takes it.
    #[must_use]
    pub fn request(&self) -> CartRequest {
        let (cart_id, command_id, correlation_id) = (self.cart_id, Some(self.command_id), Some(self.correlation_id));
        match self.command.clone() {
            CartCommand::OpenCart(_) => CartRequest::Open(Open { cart_id: Some(cart_id), command_id, correlation_id }),
            CartCommand::AddItem(AddItem { sku, quantity, unit_price }) => {
                CartRequest::AddItem(Add { cart_id, sku, quantity, unit_price, command_id, correlation_id })
            }
            CartCommand::CloseCart => CartRequest::Close(Close { cart_id, command_id, correlation_id }),
        }
    }
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
                return Err(Problem::new(&ROUTE_NOT_FOUND, "There is nothing at this path; carts are at /carts."));
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
                let OpenCart { cart_id } = optional(request)?;
                change(cart_id, CartCommand::OpenCart(Default::default()))
            }
            Operation::AddItem => change(Some(cart_id()?), CartCommand::AddItem(required(request)?)),
            Operation::CloseCart => {
                let cart_id = cart_id()?;
                let CloseCart {} = optional(request)?;
                change(Some(cart_id), CartCommand::CloseCart)
            }
        }
    }
}

fn change(
    request: &HttpRequest,
    correlation: &Correlation,
    at: &Moment,
    cart_id: Option<CartId>,
    command: CartCommand,
) -> Result<Asked, Problem> {
    let if_match = entity_tags(request, Parameter::IfMatch.name())?;
    let (command_id, key) = match idempotency_key(request)? {
        Some(key) => (idempotency::command_id(&key.text, request.caller.as_deref()), key.as_sent),
        None => (at.fresh_id.into(), at.fresh_id.to_string()),
    };
    Ok(Asked::Change(Change {
        // As `cart` has it: the same command again opens the same cart.
        cart_id: cart_id.unwrap_or_else(|| Uuid::from(command_id).into()),
        command,
        command_id,
        key,
        correlation_id: correlation.id.unwrap_or_else(|| command_id.into()),
        if_match,
    }))
}

fn cart_id(variables: &[&str]) -> Result<CartId, Problem> {
    let text = variables.first().copied().unwrap_or_default();
    text.parse::<CartId>().map_err(|error| Problem::new(&INVALID_PATH, format!("{error}.")))
}

fn minimum(query: &[(&str, String)]) -> Result<Version, Problem> {
    let name = Parameter::MinVersion.name();
    let Some((_, text)) = query.iter().find(|(other, _)| *other == name) else { return Ok(Version::NONE) };
    // `u64` would also take a sign.
    let number = text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u64>().ok()).flatten();
    number.map(Version::from).ok_or_else(|| {
        let detail = format!("`{name}` has to be a version, 0 to {}: the number in an ETag.", u64::MAX);
        Problem::new(&INVALID_QUERY, detail)
    })
}

fn method_not_allowed(methods: &[Method]) -> Problem {
    let allowed = methods.iter().map(|method| method.name()).collect::<Vec<_>>().join(", ");
    Problem::new(&METHOD_NOT_ALLOWED, format!("This path takes {allowed}.")).with("allow", allowed)
}
