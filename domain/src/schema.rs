//! JSON schemas of the values that stand in requests and answers, with the limits that the values themselves hold to.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::cart::{CartId, Money, Quantity, Sku};
use crate::customer::{CustomerId, EmailAddress};
use crate::kernel::{CommandId, Version};

/// The code of a currency; stands for `iso_currency::Currency` in schemas.
#[derive(Debug)]
pub enum CurrencyCode {}

/// Declares the schema of a type.
macro_rules! schema {
    ($type:ty, $name:literal, $schema:tt) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

schema!(CartId, "CartId", { "description": "Identifies one cart.", "type": "string", "format": "uuid" });
schema!(CustomerId, "CustomerId", {
    "description": "Identifies one customer, and is made from nothing that is known of them.",
    "type": "string",
    "format": "uuid",
});
schema!(EmailAddress, "EmailAddress", {
    "description": "An address that mail can be sent to: ASCII, neither quoted nor internationalized.",
    "type": "string",
    "format": "email",
    "pattern": "^[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+$",
    "maxLength": EmailAddress::MAX_LENGTH,
});
schema!(CommandId, "CommandId", {
    "description": "Identifies one command, so that sending it again does not do it again.",
    "type": "string",
    "format": "uuid",
});
schema!(Version, "Version", {
    "description": "How many events the cart has. The ETag of an answer is this number in quotes.",
    "type": "integer",
    "format": "int64",
    "minimum": 0,
});
schema!(Sku, "Sku", {
    "description": "Identifies an item that can be bought.",
    "type": "string",
    "pattern": "^[A-Za-z0-9._-]+$",
    "minLength": 1,
    "maxLength": Sku::MAX_LENGTH,
});
schema!(Quantity, "Quantity", {
    "description": "Pieces of an item.",
    "type": "integer",
    "minimum": 1,
    "maximum": u64::from(Quantity::MAX),
});
schema!(CurrencyCode, "CurrencyCode", {
    "description": "A currency by its code in ISO 4217.",
    "type": "string",
    "pattern": "^[A-Z]{3}$",
});

impl JsonSchema for Money {
    fn schema_name() -> Cow<'static, str> {
        "Money".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An amount in the minor unit of a currency: 19.99 EUR is 1999 EUR, 500 JPY is 500 JPY.",
            "type": "object",
            "properties": {
                "amount": { "type": "integer", "format": "int64", "minimum": 0, "maximum": Money::MAX_AMOUNT },
                "currency": generator.subschema_for::<CurrencyCode>(),
            },
            "required": ["amount", "currency"],
            "additionalProperties": false,
        })
    }
}

#[cfg(test)]
mod tests {
    use schemars::schema_for;
    use serde_json::{Value, json};

    use super::*;

    fn takes<T: serde::de::DeserializeOwned>(value: Value) -> bool {
        serde_json::from_value::<T>(value).is_ok()
    }

    #[test]
    fn the_limits_of_numbers_are_those_of_the_values() {
        let limit = |schema: &Value, name: &str| schema[name].as_u64().unwrap();
        let quantity = schema_for!(Quantity).to_value();
        for (number, expected) in [
            (limit(&quantity, "minimum"), true),
            (limit(&quantity, "minimum") - 1, false),
            (limit(&quantity, "maximum"), true),
            (limit(&quantity, "maximum") + 1, false),
        ] {
            assert_eq!(takes::<Quantity>(json!(number)), expected, "{number}");
        }
        let money = schema_for!(Money).to_value();
        let most = limit(&money["properties"]["amount"], "maximum");
        assert!(takes::<Money>(json!({ "amount": most, "currency": "EUR" })));
        assert!(!takes::<Money>(json!({ "amount": most + 1, "currency": "EUR" })));
    }

    #[test]
    fn the_longest_sku_is_that_of_the_value() {
        let longest = usize::try_from(schema_for!(Sku).to_value()["maxLength"].as_u64().unwrap()).unwrap();
        assert!(takes::<Sku>(json!("s".repeat(longest))));
        assert!(!takes::<Sku>(json!("s".repeat(longest + 1))));
    }

    #[test]
    fn the_characters_of_a_sku_are_those_of_the_value() {
        // The pattern names letters, digits and these three; everything else in ASCII is refused.
        let pattern = schema_for!(Sku).to_value()["pattern"].as_str().unwrap().to_owned();
        assert_eq!(pattern, "^[A-Za-z0-9._-]+$");
        for character in (0..=0x7f_u8).map(char::from) {
            let allowed = character.is_ascii_alphanumeric() || "._-".contains(character);
            assert_eq!(takes::<Sku>(json!(character.to_string())), allowed, "{character:?}");
        }
    }
}
