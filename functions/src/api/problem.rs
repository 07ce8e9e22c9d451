//! Problems: why a request has no other answer, as RFC 9457 has it.
//!
//! <https://www.rfc-editor.org/rfc/rfc9457>

use domain::cart::Refusal;
use serde::Serialize;

use crate::cart::CartError;
use crate::wakes::HttpResponse;

/// The media type of problems.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// What the `type` of every problem begins with; its code follows. A tag (RFC 4151), because types are names and nothing
/// is to be found there.
pub const TYPE_PREFIX: &str = "tag:shop.example,2026:problems/";

/// How long a client should wait before it tries again, in seconds.
const RETRY_AFTER: u32 = 1;

/// A kind of problem. Its code and status are stable; its title is for people.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// A stable name for programs.
    pub code: &'static str,
    /// The status that goes with it.
    pub status: u16,
    /// What it is about, the same each time.
    pub title: &'static str,
}

/// Declares the kinds of problems, and the list of them all.
macro_rules! kinds {
    ($($name:ident: $status:literal $code:literal $title:literal;)+) => {
        $(
            #[doc = concat!("`", $code, "`, status ", stringify!($status), ": ", $title)]
            pub const $name: Kind = Kind { code: $code, status: $status, title: $title };
        )+

        /// Every kind of problem, by status.
        pub const KINDS: &[Kind] = &[$($name),+];
    };
}

kinds! {
    INVALID_HEADER: 400 "InvalidHeader" "A header of the request is not what it has to be.";
    INVALID_PATH: 400 "InvalidPath" "A part of the path is not what it has to be.";
    INVALID_QUERY: 400 "InvalidQuery" "The query of the request is not what it has to be.";
    MALFORMED_BODY: 400 "MalformedBody" "The body of the request is not JSON.";
    ROUTE_NOT_FOUND: 404 "RouteNotFound" "There is nothing at this path.";
    NO_SUCH_CART: 404 "NoSuchCart" "There is no such cart.";
    METHOD_NOT_ALLOWED: 405 "MethodNotAllowed" "This path does not take this method.";
    ALREADY_OPENED: 409 "AlreadyOpened" "The cart was opened before.";
    CART_CLOSED: 409 "CartClosed" "The cart is closed.";
    CUSTOMER_ERASED: 409 "CustomerErased" "The data of the customer were erased.";
    OTHER_CURRENCY: 409 "OtherCurrency" "The cart has prices in another currency.";
    TOO_MANY_ITEMS: 409 "TooManyItems" "The cart is full.";
    TOO_MANY_PIECES: 409 "TooManyPieces" "The cart would hold too many pieces of an item.";
    VERSION_MISMATCH: 412 "VersionMismatch" "The cart is not at the version that the request is meant for.";
    VERSION_NOT_REACHED: 412 "VersionNotReached" "The cart has not come to the version that the request asks for.";
    BODY_TOO_LARGE: 413 "BodyTooLarge" "The body of the request is too large.";
    UNSUPPORTED_MEDIA_TYPE: 415 "UnsupportedMediaType" "The body of the request is not of a media type that is taken here.";
    COMMIT_TOO_LARGE: 422 "CommitTooLarge" "What the command leads to is too large to be stored.";
    IDEMPOTENCY_KEY_REUSED: 422 "IdempotencyKeyReused" "The idempotency key belongs to another command.";
    INVALID_BODY: 422 "InvalidBody" "The body of the request is JSON, but not of the form that this command has.";
    HEADER_TOO_LARGE: 431 "HeaderTooLarge" "A header of the request is too large.";
    HISTORY_UNREADABLE: 500 "HistoryUnreadable" "What is stored of the cart cannot be read.";
    CART_BUSY: 503 "CartBusy" "The cart is being changed by many at once.";
    KEYS_UNAVAILABLE: 503 "KeysUnavailable" "The keys of customers cannot be reached.";
    STORE_UNAVAILABLE: 503 "StoreUnavailable" "The carts cannot be reached.";
    SUGGESTIONS_UNAVAILABLE: 503 "SuggestionsUnavailable" "What is bought together cannot be reached.";
}

impl Kind {
    /// The `type` of problems of this kind.
    #[must_use]
    pub fn type_uri(&self) -> String {
        format!("{TYPE_PREFIX}{}", self.code)
    }
}

/// Why one request has no other answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind of problem it is.
    pub kind: &'static Kind,
    /// What is wrong with this request, and what to do about it. It may quote what the client sent.
    pub detail: String,
    /// Where in the body it is wrong: a JSON pointer (RFC 6901).
    pub pointer: Option<String>,
    /// Headers that go with it, by their names in lower case.
    pub headers: Vec<(&'static str, String)>,
}

/// A problem as the client gets it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "openapi", schemars(rename = "Problem"))]
pub struct ProblemDocument<'a> {
    /// Names the kind of problem; stable.
    #[serde(rename = "type")]
    pub type_uri: String,
    /// What the kind of problem is about, for people.
    pub title: &'a str,
    /// The status of the response.
    pub status: u16,
    /// What is wrong with this request, for people.
    pub detail: &'a str,
    /// The last part of `type`, for programs; stable.
    pub code: &'a str,
    /// Where in the body it is wrong: a JSON pointer (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<&'a str>,
}

impl Problem {
    /// A problem without anything beyond its sentence.
    pub fn new(kind: &'static Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into(), pointer: None, headers: Vec::new() }
    }

    /// The same with a place in the body.
    #[must_use]
    pub fn at(self, pointer: impl Into<String>) -> Self {
        Self { pointer: Some(pointer.into()), ..self }
    }

    /// The same with a header, by its name in lower case.
    #[must_use]
    pub fn with(mut self, header: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((header, value.into()));
        self
    }

    /// The same for something that passes: a client may try again.
    #[must_use]
    pub fn with_retry(self) -> Self {
        self.with("retry-after", RETRY_AFTER.to_string())
    }

    /// The response that says so.
    #[must_use]
    pub fn into_response(self) -> HttpResponse {
        let Self { kind, detail, pointer, headers } = self;
        let document = ProblemDocument {
            type_uri: kind.type_uri(),
            title: kind.title,
            status: kind.status,
            detail: &detail,
            code: kind.code,
            pointer: pointer.as_deref(),
        };
        // A struct of texts and a number always has a JSON form.
        let body = serde_json::to_string(&document).unwrap_or_default();
        let response = HttpResponse::empty(kind.status).with_body(MEDIA_TYPE, body).with("cache-control", "no-store");
        headers.into_iter().fold(response, |response, (name, value)| response.with(name, value))
    }
}

impl From<CartError> for Problem {
    fn from(error: CartError) -> Self {
        let kind = kind_of(&error);
        // What the store or the history says is for the people who run the shop; they find it in the log.
        let detail = match &error {
            CartError::Unavailable(_) => {
                "The cart could not be stored or read; try again with the same idempotency key."
            }
            CartError::Unreadable(_) => "What is stored of this cart cannot be read; trying again will not help.",
            CartError::Busy => "This cart is being changed by many at once; try again with the same idempotency key.",
            CartError::NotSealed(_) => {
                "The customer's data could not be sealed; try again with the same idempotency key."
            }
            CartError::Refused(_) | CartError::Erased(_) | CartError::TooLarge(_) => &error.to_string(),
        };
        let problem = Self::new(kind, detail);
        if kind.status == 503 { problem.with_retry() } else { problem }
    }
}

/// The kind of problem that an error of the cart is; both have the same code.
fn kind_of(error: &CartError) -> &'static Kind {
    match error {
        CartError::Refused(refusal) => match refusal {
            Refusal::NoSuchCart => &NO_SUCH_CART,
            Refusal::AlreadyOpened => &ALREADY_OPENED,
            Refusal::CartClosed => &CART_CLOSED,
            Refusal::TooManyItems => &TOO_MANY_ITEMS,
            Refusal::TooManyPieces { .. } => &TOO_MANY_PIECES,
            Refusal::OtherCurrency { .. } => &OTHER_CURRENCY,
        },
        CartError::Erased(_) => &CUSTOMER_ERASED,
        CartError::NotSealed(_) => &KEYS_UNAVAILABLE,
        CartError::Busy => &CART_BUSY,
        CartError::TooLarge(_) => &COMMIT_TOO_LARGE,
        CartError::Unavailable(_) => &STORE_UNAVAILABLE,
        CartError::Unreadable(_) => &HISTORY_UNREADABLE,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::cart::{Quantity, Sku};
    use domain::kernel::{AppendError, LoadError};
    use iso_currency::Currency;
    use serde_json::{Value, json};

    use super::*;
    use crate::wakes::HandlerError;

    #[test]
    fn every_kind_has_a_code_of_its_own_and_a_status_of_an_error() {
        let codes: BTreeSet<_> = KINDS.iter().map(|kind| kind.code).collect();
        assert_eq!(codes.len(), KINDS.len());
        assert!(KINDS.iter().all(|kind| (400..600).contains(&kind.status)));
        assert!(KINDS.is_sorted_by_key(|kind| kind.status));
    }

    #[test]
    fn errors_of_the_cart_keep_their_codes() {
        let sku: Sku = "tea".parse().unwrap();
        let currencies = Refusal::OtherCurrency { cart: Currency::EUR, item: Currency::USD };
        let errors = [
            CartError::Refused(Refusal::NoSuchCart),
            CartError::Refused(Refusal::AlreadyOpened),
            CartError::Refused(Refusal::CartClosed),
            CartError::Refused(Refusal::TooManyItems),
            CartError::Refused(Refusal::TooManyPieces { sku, present: Quantity::MAX, added: Quantity::MAX }),
            CartError::Refused(currencies),
            CartError::Erased(uuid::Uuid::nil().into()),
            CartError::NotSealed(crate::ports::Unavailable("secret".to_owned()).into()),
            CartError::Busy,
            CartError::TooLarge(AppendError::TooLarge { bytes: 2, limit: 1 }),
            CartError::Unavailable("secret".to_owned()),
            CartError::Unreadable(LoadError::Malformed { aggregate_id: "secret".to_owned(), reason: String::new() }),
        ];
        for error in errors {
            let code = error.code();
            let problem = Problem::from(error);
            assert_eq!(problem.kind.code, code);
            assert_eq!(!problem.headers.is_empty(), problem.kind.status == 503, "{code}");
            assert!(!problem.detail.contains("secret"), "{code}");
        }
    }

    #[test]
    fn a_problem_is_a_document_of_rfc_9457() {
        let problem = Problem::new(&INVALID_BODY, "It lacks a sku.").at("/sku");
        let response = problem.into_response();
        let body: Value = serde_json::from_str(&response.body).unwrap();
        let expected = json!({
            "type": "tag:shop.example,2026:problems/InvalidBody",
            "title": "The body of the request is JSON, but not of the form that this command has.",
            "status": 422,
            "detail": "It lacks a sku.",
            "code": "InvalidBody",
            "pointer": "/sku",
        });
        assert_eq!(body, expected);
        assert_eq!((response.status_code, response.headers["content-type"].as_str()), (422, MEDIA_TYPE));
    }
}
