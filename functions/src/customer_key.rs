//! The key of a customer as an item of the table of keys.

use domain::customer::CustomerId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ports::{Erasure, Standing};

/// The name of the partition key of the table of keys.
pub const CUSTOMER_ID: &str = "customer_id";

/// What the table of keys holds for a customer. The names of its fields are the names of the item's attributes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum CustomerKey {
    /// The key was destroyed. This stays, so that there is never another one.
    Erased(Erasure),
    /// The key.
    Kept {
        /// Whose it is.
        customer_id: CustomerId,
        /// The key, encrypted by KMS with [`encryption_context`], in Base64.
        wrapped_key: String,
        /// When it was made.
        made_at: Timestamp,
    },
}

impl From<CustomerKey> for Standing {
    fn from(key: CustomerKey) -> Self {
        match key {
            CustomerKey::Erased(erasure) => Self::Erased(erasure),
            CustomerKey::Kept { .. } => Self::Known,
        }
    }
}

/// What KMS authenticates with the key of a customer, so that it is of no use in the item of another one. CloudTrail shows it.
#[must_use]
pub fn encryption_context(customer: CustomerId) -> (String, String) {
    (CUSTOMER_ID.to_owned(), customer.to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_item_is_a_key_or_the_record_of_its_erasure() {
        let customer_id = "01890a5d-ac96-774b-bcce-b302099a8057";
        let kept = json!({ "customer_id": customer_id, "wrapped_key": "AQID", "made_at": "2026-01-02T03:04:05Z" });
        let erased = json!({ "customer_id": customer_id, "erased_at": "2026-01-02T03:04:05Z", "erased_by": "ada" });
        for item in [&kept, &erased] {
            let key: CustomerKey = serde_json::from_value(item.clone()).unwrap();
            assert_eq!(serde_json::to_value(&key).unwrap(), *item);
            assert_eq!(matches!(Standing::from(key), Standing::Erased(_)), item == &erased);
        }
        assert!(serde_json::from_value::<CustomerKey>(json!({ "customer_id": customer_id })).is_err());
    }
}
