//! `api`: the front door. Takes requests over HTTP, has the handler of `cart` carry them out, and says what came of it
//! with the means of HTTP.
//!
//! | HTTP | here |
//! | --- | --- |
//! | `Idempotency-Key` | the id of the command: the same again is carried out once and has the same outcome |
//! | `ETag` | the version of the cart |
//! | `If-Match` | the versions that a command is meant for, checked where it is decided |
//! | `If-None-Match` | the version that a reader has |
//! | `min_version` | the version that a reader knows there is |
//! | `X-Correlation-Id`, `traceparent` | what everything that follows is tied to |

mod asked;
pub mod body;
mod conditional;
mod correlation;
mod headers;
mod idempotency;
#[cfg(feature = "openapi")]
pub mod openapi;
pub mod problem;
mod read_your_writes;
pub mod routes;

use std::convert::Infallible;

use contract::{
    Contract, Decrypt, EventTable, GenerateDataKey, GetItem, HttpRequests, Index, Key, Link, Phase, PutItem, Query,
    QueryIndex, Table,
};
use domain::cart::Cart;
use domain::kernel::{CorrelationId, EventStore, Snapshot, SnapshotStore, Version};
use serde::Serialize;

pub use self::headers::{MAX_HEADER_BYTES, MAX_KEY_CHARACTERS};

use self::asked::{Asked, Change, Reading};
use self::conditional::{Conditional, Unmet};
use self::correlation::Correlation;
use self::headers::EntityTags;
use self::problem::{IDEMPOTENCY_KEY_REUSED, Problem, SUGGESTIONS_UNAVAILABLE, VERSION_MISMATCH, VERSION_NOT_REACHED};
use self::read_your_writes::{Read, Versioned, at_least};
use self::routes::Found;
use crate::cart::{CartHandler, CartView, PlainCommand, carry_out};
use crate::commit_item::CommitItem;
use crate::customer_key::CustomerKey;
use crate::metrics::{Count, Measured, Measures};
use crate::ports::{RegisterReader, Seal};
use crate::related_items::{Pair, Partners, Related, Suggestions};
use crate::wakes::{Handler, HttpRequest, HttpResponse, Moment};

/// Takes commands to carts over HTTP, and answers what is in a cart and what is bought together.
#[derive(Contract)]
#[contract(name = "api", wakes_on(HttpRequests))]
pub struct Api<P: Phase> {
    /// The commits of every cart.
    pub carts: Link<P, EventTable<CommitItem>, (Query, PutItem)>,
    /// The newest snapshot of every long cart.
    pub snapshots: Link<P, Table<Snapshot>, (GetItem, PutItem)>,
    /// Which generation of what is bought together serves readers.
    pub related: Link<P, Table<Pair>, GetItem>,
    /// The counts of an item with those that sort behind it, by how often.
    pub by_first: Link<P, Index<Pair>, QueryIndex>,
    /// The counts of an item with those that sort before it, by how often.
    pub by_second: Link<P, Index<Pair>, QueryIndex>,
    /// The key of every customer, which seals what events tell of them.
    pub customer_keys: Link<P, Table<CustomerKey>, (GetItem, PutItem)>,
    /// The key that those keys are wrapped by.
    pub wrapping: Link<P, Key<CustomerKey>, (GenerateDataKey, Decrypt)>,
}

impl<P: Phase> Measured for Api<P> {
    const MEASURES: Measures = Measures {
        counts: &[
            Count::RequestsAnswered,
            Count::RequestsRefused,
            Count::RequestsFailed,
            Count::CommandsAccepted,
            Count::CommandsRepeated,
            Count::CommandsRefused,
            Count::CommandsFailed,
            Count::CommandConflicts,
            Count::CommandsUnconfirmed,
            Count::SnapshotsUnavailable,
            Count::SnapshotsLeftAside,
        ],
        ..Measures::NONE
    };
}

/// Handles requests by way of the handler of `cart`.
#[derive(Debug)]
pub struct ApiHandler<E, S, K, R, P> {
    /// What carries them out.
    pub cart: CartHandler<E, S, K>,
    /// What is bought together.
    pub suggestions: Suggestions<R, P>,
}

impl<E, S, K, R, P> Handler<HttpRequests> for ApiHandler<E, S, K, R, P>
where
    E: EventStore<Cart>,
    S: SnapshotStore<Cart>,
    K: Seal,
    R: RegisterReader,
    P: Partners,
{
    /// Every request has an answer.
    type Error = Infallible;

    async fn handle(&self, request: HttpRequest, at: &Moment) -> Result<HttpResponse, Infallible> {
        let found = routes::find(&request.method, &request.path);
        let correlation = Correlation::of(&request);
        let asked = match &correlation {
            Ok(correlation) => Asked::of(&request, &found, correlation, at),
            Err(problem) => Err(problem.clone()),
        };
        // A request that names nothing, or nothing that can be read, belongs to itself.
        let correlation = correlation.unwrap_or_default();
        let mut correlation_id = correlation.id.unwrap_or_else(|| CorrelationId::from(at.fresh_id));
        let answer = match asked {
            Ok(Asked::Read(reading)) => self.read(&reading).await,
            Ok(Asked::Suggest(question)) => self.suggest(question).await,
            Ok(Asked::Change(change)) => {
                correlation_id = change.cause.correlation_id;
                let key = change.key.clone();
                // Also where it was not carried out: with this key it is safe to try again, whoever chose it.
                self.change(change, at)
                    .await
                    .map(|response| response.with(KEY, &key))
                    .map_err(|problem| problem.with(KEY, &key))
            }
            Err(problem) => Err(problem),
        };
        let code = answer.as_ref().map_or_else(|problem| problem.kind.code, |_| "Answered");
        let response = answer.unwrap_or_else(Problem::into_response);
        let route = match found {
            Found::Route(route, _) => route.to_string(),
            Found::OtherMethods(_) | Found::Nothing => "none".to_owned(),
        };
        match response.status_code {
            ..400 => Count::RequestsAnswered.add(1),
            400..500 => Count::RequestsRefused.add_one_by(code),
            500.. => Count::RequestsFailed.add_one_by(code),
        }
        tracing::info!(%correlation_id, route, status = response.status_code, code, "request");
        Ok(correlation.on(response, correlation_id))
    }
}

const KEY: &str = "idempotency-key";

/// What is bought together changes slowly.
const SUGGESTIONS_CACHED: &str = "private, max-age=60";

impl<E, S, K, R, P> ApiHandler<E, S, K, R, P>
where
    E: EventStore<Cart>,
    S: SnapshotStore<Cart>,
    K: Seal,
    R: RegisterReader,
    P: Partners,
{
    async fn read(&self, reading: &Reading) -> Result<HttpResponse, Problem> {
        // The table is read consistently, so nothing is gained by waiting.
        let read = || self.cart.get(reading.cart_id);
        let read = at_least(reading.minimum, std::iter::empty(), read).await;
        let view = match read? {
            Read::Reached(view) => view,
            Read::Behind(view) => return Err(behind(view.version, reading.minimum)),
        };
        let is_known = reading.if_none_match.as_ref().is_some_and(|tags| match tags {
            EntityTags::Any => true,
            EntityTags::Listed(tags) => tags.iter().any(|tag| tag.opaque == view.version.to_string()),
        });
        let response = if is_known { HttpResponse::empty(304) } else { shown(200, &view) };
        Ok(response.with("etag", entity_tag(view.version)).with("cache-control", "private, no-cache"))
    }

    async fn suggest(&self, question: Related) -> Result<HttpResponse, Problem> {
        let view = self.suggestions.related(question).await.map_err(|reason| {
            tracing::error!(%reason, "no suggestions");
            let detail = "What is bought with this item could not be read; try again.";
            Problem::new(&SUGGESTIONS_UNAVAILABLE, detail).with_retry()
        })?;
        Ok(shown(200, &view).with("cache-control", SUGGESTIONS_CACHED))
    }

    async fn change(&self, change: Change, at: &Moment) -> Result<HttpResponse, Problem> {
        let Change { cart_id, command, cause, if_match, .. } = change;
        let creates = matches!(command, PlainCommand::Open(_));
        let command = self.cart.sealed(cart_id, command, &cause).await?;
        let carts = Conditional::new(&self.cart.carts, cause.command_id, command.clone(), if_match);
        let outcome = carry_out(&carts.repository(), cart_id, &command, cause, at).await;
        let view = outcome.map_err(|error| carts.unmet().map_or_else(|| error.into(), Problem::from))?;
        let path = format!("/carts/{cart_id}");
        let response = shown(if creates { 201 } else { 200 }, &view)
            .with("etag", entity_tag(view.version))
            .with("cache-control", "no-store")
            .with("content-location", path.clone());
        Ok(if creates { response.with("location", path) } else { response })
    }
}

impl Versioned for CartView {
    fn version(&self) -> Version {
        self.version
    }
}

impl From<Unmet> for Problem {
    fn from(unmet: Unmet) -> Self {
        match unmet {
            Unmet::Version(version) => {
                let detail = format!("The cart is at version {version}; read it, and send its ETag as If-Match.");
                Self::new(&VERSION_MISMATCH, detail)
            }
            Unmet::CommandId(version) => {
                let detail = format!(
                    "With this key another command came first, which led to version {version}; send this one with a key of its own."
                );
                Self::new(&IDEMPOTENCY_KEY_REUSED, detail)
            }
        }
    }
}

fn behind(version: Version, minimum: Version) -> Problem {
    let detail =
        format!("The cart is at version {version}, and version {minimum} is not there. No answer has named it.");
    Problem::new(&VERSION_NOT_REACHED, detail)
}

/// A version as an entity tag.
fn entity_tag(version: Version) -> String {
    format!("\"{version}\"")
}

fn shown(status: u16, view: &impl Serialize) -> HttpResponse {
    // A struct of texts and numbers always has a JSON form.
    HttpResponse::empty(status).with_body(body::MEDIA_TYPE, serde_json::to_string(view).unwrap_or_default())
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
