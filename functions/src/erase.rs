//! `erase`: takes back what is known of a customer.
//!
//! Events are never changed, neither in the event table nor on the stream, in the archive or in a replay. What is personal
//! in them is sealed with the customer's own key, and whatever is made of events (projections, snapshots, parked events,
//! dead letters, failures) holds it sealed as well. So there is one thing to destroy: the key.

use contract::{Contract, GetItem, Invocation, Link, Phase, PutItem, Table};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use domain::customer::CustomerId;

use crate::customer_key::CustomerKey;
use crate::metrics::{Count, Measured, Measures};
use crate::ports::{Erasure, Shred, Standing, Unavailable};
use crate::wakes::{Handler, HandlerError, Moment};

/// Destroys the key of a customer, and with it whatever is known of them.
#[derive(Contract)]
#[contract(name = "erase", wakes_on(Invocation<EraseRequest, EraseReport>))]
pub struct Erase<P: Phase> {
    /// The key of every customer.
    pub customer_keys: Link<P, Table<CustomerKey>, (GetItem, PutItem)>,
}

impl<P: Phase> Measured for Erase<P> {
    const MEASURES: Measures = Measures { counts: &[Count::InvocationsRefused], ..Measures::NONE };
}

/// The function's name.
pub const NAME: &str = <Erase<contract::Runtime> as Contract>::NAME;

/// The longest name of whoever asks, in characters.
pub const MAX_NAME_CHARACTERS: usize = 256;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EraseRequest {
    /// Whose data.
    pub customer_id: CustomerId,
    /// Who asks, for the record: 1 to [`MAX_NAME_CHARACTERS`] printable ASCII characters, such as an ARN.
    pub requested_by: String,
    /// Only say what would be done.
    #[serde(default)]
    pub dry_run: bool,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EraseReport {
    /// Whose data.
    pub customer_id: CustomerId,
    /// What there was of them before.
    pub before: Before,
    /// When their key was destroyed, unless this was a dry run that found none destroyed.
    pub erased_at: Option<Timestamp>,
    /// Who asked for it first.
    pub erased_by: Option<String>,
}

/// What there was of a customer before an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Before {
    /// Nothing.
    Nothing,
    /// A key.
    Key,
    /// The record of an earlier erasure, which stays as it is.
    Erasure,
}

/// Why nothing was erased, as far as is known.
#[derive(Debug, thiserror::Error)]
pub enum EraseError {
    /// Nobody asks.
    #[error("`requested_by` says who asks, for the record: 1 to {MAX_NAME_CHARACTERS} printable ASCII characters")]
    Nameless,
    /// The table of keys was not reached.
    #[error("the key may or may not be destroyed ({0}); try again")]
    Unavailable(#[from] Unavailable),
}

impl HandlerError for EraseError {
    fn code(&self) -> &'static str {
        match self {
            Self::Nameless => "Nameless",
            Self::Unavailable(_) => "KeysUnavailable",
        }
    }

    fn is_refusal(&self) -> bool {
        matches!(self, Self::Nameless)
    }
}

/// Destroys keys.
#[derive(Debug)]
pub struct EraseHandler<K> {
    /// The keys.
    pub keys: K,
}

impl<K: Shred> Handler<Invocation<EraseRequest, EraseReport>> for EraseHandler<K> {
    type Error = EraseError;

    async fn handle(&self, request: EraseRequest, at: &Moment) -> Result<EraseReport, EraseError> {
        let EraseRequest { customer_id, requested_by, dry_run } = request;
        let is_name = (1..=MAX_NAME_CHARACTERS).contains(&requested_by.len())
            && requested_by.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if !is_name {
            return Err(EraseError::Nameless);
        }
        let erasure = Erasure { customer_id, erased_at: at.now, erased_by: requested_by };
        let before = if dry_run { self.keys.standing(customer_id).await? } else { self.keys.shred(&erasure).await? };
        let (before, record) = match before {
            Standing::Unknown => (Before::Nothing, (!dry_run).then_some(erasure)),
            Standing::Known => (Before::Key, (!dry_run).then_some(erasure)),
            Standing::Erased(earlier) => (Before::Erasure, Some(earlier)),
        };
        // Who asked stands in the table of keys only.
        tracing::info!(%customer_id, dry_run, ?before, "erasure");
        let (erased_at, erased_by) = record.map(|record| (record.erased_at, record.erased_by)).unzip();
        Ok(EraseReport { customer_id, before, erased_at, erased_by })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use uuid::Uuid;

    use super::*;
    use crate::ports::memory::MemoryKeyring;
    use crate::ports::{KeyringError, Seal, Unseal};
    use crate::sealing::SealContext;
    use crate::wakes::Deliver;

    const CUSTOMER: Uuid = Uuid::from_u128(7);

    async fn ask(handler: &EraseHandler<MemoryKeyring>, second: i64, request: Value) -> Result<Value, EraseError> {
        let request = Invocation::<EraseRequest, EraseReport>::decode(&request.to_string()).unwrap();
        let now = Timestamp::from_second(second).unwrap();
        let report = handler.handle(request, &Moment { now, deadline: now, fresh_id: Uuid::nil() }).await?;
        Ok(serde_json::to_value(report).unwrap())
    }

    fn request(by: &str, dry_run: bool) -> Value {
        json!({ "customer_id": CUSTOMER, "requested_by": by, "dry_run": dry_run })
    }

    fn report(before: &str, erased_at: Value, erased_by: Value) -> Value {
        json!({ "customer_id": CUSTOMER, "before": before, "erased_at": erased_at, "erased_by": erased_by })
    }

    #[tokio::test]
    async fn what_was_sealed_can_be_opened_until_its_key_is_destroyed_and_no_other_is_made() {
        let handler = EraseHandler { keys: MemoryKeyring::default() };
        let context = SealContext::email_of_cart(CUSTOMER.into(), Uuid::from_u128(1).into());
        let email = "ada@shop.example".parse().unwrap();
        assert_eq!(
            handler.keys.unseal(&context, &"AAAA".parse().unwrap()).await,
            Err(KeyringError::NoKey(CUSTOMER.into()))
        );
        let sealed = handler.keys.seal(&context, &email).await.unwrap();
        assert_eq!(ask(&handler, 1, request("ada", true)).await.unwrap(), report("key", json!(null), json!(null)));
        assert_eq!(handler.keys.unseal(&context, &sealed).await.unwrap(), email);

        let first = json!("1970-01-01T00:00:02Z");
        assert_eq!(ask(&handler, 2, request("ada", false)).await.unwrap(), report("key", first.clone(), json!("ada")));
        for dry_run in [false, true] {
            let again = ask(&handler, 3, request("eve", dry_run)).await.unwrap();
            assert_eq!(again, report("erasure", first.clone(), json!("ada")));
        }
        let unsealed = handler.keys.unseal(&context, &sealed).await.unwrap_err();
        let sealed = handler.keys.seal(&context, &email).await.unwrap_err();
        for error in [unsealed, sealed] {
            assert_eq!(
                error.to_string(),
                format!("the data of customer {CUSTOMER} were erased at 1970-01-01T00:00:02Z")
            );
        }
    }

    #[tokio::test]
    async fn a_customer_of_whom_nothing_is_known_is_not_let_in_later() {
        let handler = EraseHandler { keys: MemoryKeyring::default() };
        let dry = ask(&handler, 1, request("ada", true)).await.unwrap();
        assert_eq!(dry, report("nothing", json!(null), json!(null)));
        let erased = ask(&handler, 1, request("ada", false)).await.unwrap();
        assert_eq!(erased, report("nothing", json!("1970-01-01T00:00:01Z"), json!("ada")));
        let context = SealContext::email_of_cart(CUSTOMER.into(), Uuid::from_u128(1).into());
        let sealed = handler.keys.seal(&context, &"ada@shop.example".parse().unwrap()).await;
        assert!(matches!(sealed, Err(KeyringError::Erased(_))));
    }

    #[tokio::test]
    async fn an_erasure_without_a_name_is_refused() {
        let handler = EraseHandler { keys: MemoryKeyring::default() };
        for name in ["", "a\nb", "ä", &"a".repeat(MAX_NAME_CHARACTERS + 1)] {
            assert!(matches!(ask(&handler, 1, request(name, false)).await, Err(EraseError::Nameless)), "{name}");
        }
        assert_eq!(handler.keys.standing(CUSTOMER.into()).await, Ok(Standing::Unknown));
    }

    #[test]
    fn bad_requests_say_what_is_wrong() {
        let decode = |request: Value| {
            let request = request.to_string();
            Invocation::<EraseRequest, EraseReport>::decode(&request).unwrap_err().to_string()
        };
        assert!(decode(json!({ "customer_id": "7", "requested_by": "ada" })).contains("is not a customer id"));
        assert!(decode(json!({ "customer_id": CUSTOMER })).contains("missing field `requested_by`"));
        assert!(decode(json!({ "customer_id": CUSTOMER, "by": "ada" })).contains("unknown field `by`"));
    }
}
