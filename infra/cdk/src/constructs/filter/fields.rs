//! The fields of a type, as its `Deserialize` states them.
//!
//! serde hands a deserializer the names of a struct's fields and of an enum's variants. This one follows a path of names
//! through them and fails as soon as it knows whether the path leads somewhere; it never makes a value.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

/// A path that leads nowhere.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Missing {
    /// The path up to the name that is missing.
    pub name: String,
    /// The names that are there instead.
    pub known: Vec<&'static str>,
}

/// What is wrong with a path, if anything is.
pub(super) fn missing<T: DeserializeOwned>(path: &[String]) -> Option<Missing> {
    match T::deserialize(Follower { path, depth: 0 }) {
        Err(Found::Missing(missing)) => Some(missing),
        Ok(_) | Err(Found::Enough) => None,
    }
}

/// How following a path ends: always as an error, because no value is wanted.
#[derive(Debug)]
enum Found {
    /// The name exists, or serde would read any name.
    Enough,
    Missing(Missing),
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fields were looked at")
    }
}

impl std::error::Error for Found {}

impl Error for Found {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Enough
    }
}

#[derive(Clone, Copy)]
struct Follower<'a> {
    path: &'a [String],
    depth: usize,
}

impl<'a> Follower<'a> {
    /// The next name of the path, which has to be one of `known`.
    fn step(self, known: &[&'static str]) -> Result<Step<'a>, Found> {
        let Some(name) = self.path.get(self.depth) else { return Err(Found::Enough) };
        if !known.contains(&name.as_str()) {
            let name = self.path.get(..=self.depth).unwrap_or_default().join(".");
            return Err(Found::Missing(Missing { name, known: known.to_vec() }));
        }
        Ok(Step { name, key_is_next: true, inside: Self { depth: self.depth + 1, ..self } })
    }

    /// There are no names here.
    fn end(self) -> Found {
        self.step(&[]).err().unwrap_or(Found::Enough)
    }
}

impl<'de> Deserializer<'de> for Follower<'_> {
    type Error = Found;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Found> {
        Err(Found::Enough)
    }

    fn deserialize_map<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Found> {
        Err(Found::Enough)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Found> {
        visitor.visit_map(self.step(fields)?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Found> {
        visitor.visit_enum(self.step(variants)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Found> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_str<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Found> {
        Err(self.end())
    }

    fn deserialize_string<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Found> {
        Err(self.end())
    }

    fn deserialize_bool<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Found> {
        Err(self.end())
    }

    fn deserialize_u64<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Found> {
        Err(self.end())
    }

    fn deserialize_u32<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Found> {
        Err(self.end())
    }

    fn deserialize_i64<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Found> {
        Err(self.end())
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u128 f32 f64 char bytes byte_buf unit unit_struct seq tuple tuple_struct identifier
        ignored_any
    }
}

/// One name of the path, and what comes after it.
struct Step<'a> {
    name: &'a str,
    key_is_next: bool,
    inside: Follower<'a>,
}

impl<'de> MapAccess<'de> for Step<'_> {
    type Error = Found;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Found> {
        if !std::mem::take(&mut self.key_is_next) {
            return Err(Found::Enough);
        }
        seed.deserialize(StrDeserializer::new(self.name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Found> {
        seed.deserialize(self.inside)
    }
}

impl<'de> EnumAccess<'de> for Step<'_> {
    type Error = Found;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Found> {
        let variant = seed.deserialize(StrDeserializer::new(self.name))?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Step<'_> {
    type Error = Found;

    fn unit_variant(self) -> Result<(), Found> {
        Err(self.inside.end())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Found> {
        seed.deserialize(self.inside)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Found> {
        Err(Found::Enough)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Found> {
        visitor.visit_map(self.inside.step(fields)?)
    }
}
