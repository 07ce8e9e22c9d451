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

use contract::{Contract, EventTable, GetItem, HttpRequests, Link, Phase, PutItem, Query, Table};
use domain::cart::{Cart, CartCommand};
use domain::kernel::{CorrelationId, EventStore, Snapshot, SnapshotStore, Version};

pub use self::headers::{MAX_HEADER_BYTES, MAX_KEY_CHARACTERS};

use self::asked::{Asked, Change, Reading};
use self::conditional::{Conditional, Unmet};
use self::correlation::Correlation;
use self::headers::EntityTags;
use self::problem::{IDEMPOTENCY_KEY_REUSED, Problem, VERSION_MISMATCH, VERSION_NOT_REACHED};
use self::read_your_writes::{Read, Versioned, at_least};
use self::routes::Found;
use crate::cart::{CartHandler, CartView};
use crate::commit_item::CommitItem;
use crate::metrics::{Count, Measured, Measures};
use crate::wakes::{Handler, HttpRequest, HttpResponse, Moment};

/// Takes commands to carts over HTTP, and answers what is in a cart.
#[derive(Contract)]
#[contract(name = "api", wakes_on(HttpRequests))]
pub struct Api<P: Phase> {
    /// The commits of every cart.
    pub carts: Link<P, EventTable<CommitItem>, (Query, PutItem)>,
    /// The newest snapshot of every long cart.
    pub snapshots: Link<P, Table<Snapshot>, (GetItem, PutItem)>,
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
pub struct ApiHandler<E, S> {
    /// What carries them out.
    pub cart: CartHandler<E, S>,
}

impl<E: EventStore<Cart>, S: SnapshotStore<Cart>> Handler<HttpRequests> for ApiHandler<E, S> {
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
            Ok(Asked::Read(reading)) => self.read(&reading, at).await,
            Ok(Asked::Change(change)) => {
                correlation_id = change.correlation_id;
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

impl<E: EventStore<Cart>, S: SnapshotStore<Cart>> ApiHandler<E, S> {
    async fn read(&self, reading: &Reading, at: &Moment) -> Result<HttpResponse, Problem> {
        // The table is read consistently, so nothing is gained by waiting.
        let read = || self.cart.handle(reading.request(), at);
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

    async fn change(&self, change: Change, at: &Moment) -> Result<HttpResponse, Problem> {
        let request = change.request();
        let Change { cart_id, command, command_id, if_match, .. } = change;
        let creates = matches!(command, CartCommand::OpenCart(_));
        let carts = Conditional::new(&self.cart.carts, command_id, command, if_match);
        let outcome = CartHandler { carts: carts.repository() }.handle(request, at).await;
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

fn shown(status: u16, view: &CartView) -> HttpResponse {
    // A struct of texts and numbers always has a JSON form.
    HttpResponse::empty(status).with_body(body::MEDIA_TYPE, serde_json::to_string(view).unwrap_or_default())
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
