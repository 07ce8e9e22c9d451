//! Items of DynamoDB as they stand in JSON, each value under a name for its type: `{"version": {"N": "1"}}`.
//!
//! They are read straight from the text into whatever they stand for: there are many, and a copy in between would cost more
//! than all the rest. Binary values and sets are refused, because no item of an event table has any.
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html>

use std::borrow::Cow;
use std::fmt;

use serde::de::value::CowStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

/// What an item stands for.
pub(super) struct Item<T>(pub(super) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Item<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(Fields(deserializer)).map(Self)
    }
}

/// A map of names to attributes.
struct Fields<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Fields<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(Members(visitor))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Adapts what is found in a map or a list.
struct Members<T>(T);

impl<'de, V: Visitor<'de>> Visitor<'de> for Members<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Members(map))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Members(list))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.0.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(Members(seed))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Members<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Members(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Members<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Attribute(deserializer))
    }
}

/// A value under a name for its type.
struct Attribute<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Attribute<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(Tagged { visitor, wanted: Wanted::Value })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(Tagged { visitor, wanted: Wanted::Option })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(Tagged { visitor, wanted: Wanted::Variant })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_ignored_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum Type {
    S,
    N,
    #[serde(rename = "BOOL")]
    Bool,
    #[serde(rename = "NULL")]
    Null,
    M,
    L,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Value,
    Option,
    /// One of several names.
    Variant,
}

struct Tagged<V> {
    visitor: V,
    wanted: Wanted,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Tagged<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an attribute value such as {\"S\": \"text\"}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<V::Value, A::Error> {
        let Some(kind) = map.next_key::<Type>()? else { return Err(A::Error::custom("an attribute has no value")) };
        let value = map.next_value_seed(Held { kind, visitor: self.visitor, wanted: self.wanted })?;
        match map.next_key::<IgnoredAny>()? {
            None => Ok(value),
            Some(_) => Err(A::Error::custom("an attribute has two values")),
        }
    }
}

/// What stands under the name of its type.
struct Held<V> {
    kind: Type,
    visitor: V,
    wanted: Wanted,
}

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Held<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<V::Value, D::Error> {
        let Self { kind, visitor, wanted } = self;
        match (wanted, kind) {
            (Wanted::Option, Type::Null) => IgnoredAny::deserialize(value).and_then(|_| visitor.visit_none()),
            (Wanted::Option, kind) => visitor.visit_some(Inner { kind, value }),
            (Wanted::Variant, Type::S) => {
                visitor.visit_enum(CowStrDeserializer::new(Cow::<'de, str>::deserialize(value)?))
            }
            (Wanted::Variant | Wanted::Value, _) => Inner { kind, value }.deserialize_any(visitor),
        }
    }
}

/// A value whose type is known.
struct Inner<D> {
    kind: Type,
    value: D,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Inner<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        match self.kind {
            Type::S => self.value.deserialize_str(visitor),
            Type::N => self.value.deserialize_str(Number(visitor)),
            Type::Bool => self.value.deserialize_bool(visitor),
            Type::Null => IgnoredAny::deserialize(self.value).and_then(|_| visitor.visit_unit()),
            Type::M => self.value.deserialize_map(Members(visitor)),
            Type::L => self.value.deserialize_seq(Members(visitor)),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Numbers are written as text.
struct Number<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Number<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number as text")
    }

    fn visit_str<E: Error>(self, digits: &str) -> Result<V::Value, E> {
        if let Ok(number) = digits.parse::<u64>() {
            self.0.visit_u64(number)
        } else if let Ok(number) = digits.parse::<i64>() {
            self.0.visit_i64(number)
        } else if let Ok(number) = digits.parse::<f64>() {
            self.0.visit_f64(number)
        } else {
            Err(E::custom(format_args!("`{digits}` is not a number")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Thing {
        name: String,
        number: u64,
        below: i8,
        half: f32,
        on: bool,
        #[serde(default)]
        note: Option<String>,
        colour: Colour,
        wrapped: Wrapped,
        parts: Vec<Part>,
        #[serde(flatten)]
        rest: Part,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Wrapped(u32);

    #[derive(Debug, PartialEq, Deserialize)]
    struct Part {
        id: String,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Colour {
        Red,
    }

    const THING: &str = r#"{"name":{"S":"a \"b\""},"number":{"N":"18446744073709551615"},"below":{"N":"-3"},
        "half":{"N":"0.5"},"on":{"BOOL":true},"note":{"NULL":true},"colour":{"S":"red"},"wrapped":{"N":"7"},
        "parts":{"L":[{"M":{"id":{"S":"x"}}}]},"id":{"S":"y"},"more":{"B":"AAA="}}"#;

    fn read(text: &str) -> Result<Thing, String> {
        serde_json::from_str::<Item<Thing>>(text).map(|item| item.0).map_err(|error| error.to_string())
    }

    fn thing() -> Thing {
        Thing {
            name: "a \"b\"".to_owned(),
            number: u64::MAX,
            below: -3,
            half: 0.5,
            on: true,
            note: None,
            colour: Colour::Red,
            wrapped: Wrapped(7),
            parts: vec![Part { id: "x".to_owned() }],
            rest: Part { id: "y".to_owned() },
        }
    }

    #[test]
    fn an_item_is_read_as_what_it_stands_for() {
        let text = THING.replace(r#","more":{"B":"AAA="}"#, "");
        assert_eq!(read(&text), Ok(thing()));
        let noted = read(&text.replace(r#"{"NULL":true}"#, r#"{"S":"n"}"#)).unwrap();
        assert_eq!(noted, Thing { note: Some("n".to_owned()), ..thing() });
    }

    #[test]
    fn attributes_of_another_form_are_errors() {
        for (is, becomes, says) in [
            (r#"{"S":"y"}"#, r#""y""#, "expected an attribute value"),
            (r#"{"S":"y"}"#, r#"{}"#, "an attribute has no value"),
            (r#"{"S":"y"}"#, r#"{"S":"y","N":"1"}"#, "an attribute has two values"),
            (r#"{"N":"7"}"#, r#"{"N":"seven"}"#, "`seven` is not a number"),
            (r#"{"N":"7"}"#, r#"{"N":7}"#, "expected a number as text"),
            (r#"{"N":"7"}"#, r#"{"S":"7"}"#, "invalid type: string"),
            (r#"{"S":"red"}"#, r#"{"S":"blue"}"#, "unknown variant `blue`"),
            (r#"{"BOOL":true}"#, r#"{"SS":["true"]}"#, "unknown variant `SS`"),
        ] {
            assert!(THING.contains(is), "{is}");
            let error = read(&THING.replace(is, becomes)).unwrap_err();
            assert!(error.contains(says), "{is} as {becomes}: {error}");
        }
    }
}
