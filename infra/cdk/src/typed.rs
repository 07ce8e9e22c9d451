//! What every typed resource has in common.

use crate::schema::ResourceSchema;
use crate::{Node, Object, Value};

/// The properties of one type of resource.
pub trait ResourceType: Sized {
    /// The CloudFormation type, such as `AWS::SQS::Queue`.
    const TYPE: &'static str;

    /// What is known of it.
    const SCHEMA: &'static ResourceSchema;

    /// These properties as its properties.
    fn from_properties(properties: Object) -> Self;

    /// Its properties.
    fn into_properties(self) -> Object;
}

/// A set of texts that a property chooses from.
pub trait Choice: Copy {
    /// The text.
    fn as_str(self) -> &'static str;
}

impl<T: Choice> From<T> for Value<T> {
    fn from(choice: T) -> Self {
        Self::of(Node::from(choice.as_str()))
    }
}

/// Declares the properties of a resource or of a part of one.
macro_rules! object {
    (
        $(#[$doc:meta])*
        $name:ident;
        required { $($(#[$rdoc:meta])* $rmethod:ident: $rtype:ty = $rname:literal, $rkind:expr;)* }
        optional { $($(#[$odoc:meta])* $omethod:ident: $otype:ty = $oname:literal, $okind:expr;)* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name(Object);

        impl $name {
            /// With what is required.
            #[must_use]
            pub fn new($($rmethod: impl Into<Value<$rtype>>),*) -> Self {
                Self(Object::new())$(.$rmethod($rmethod))*
            }

            $(
                $(#[$rdoc])*
                #[must_use]
                pub fn $rmethod(mut self, value: impl Into<Value<$rtype>>) -> Self {
                    self.0.insert($rname, value.into());
                    self
                }
            )*

            $(
                $(#[$odoc])*
                #[must_use]
                pub fn $omethod(mut self, value: impl Into<Value<$otype>>) -> Self {
                    self.0.insert($oname, value.into());
                    self
                }
            )*

            /// Sets a property that has no method here; synthesis checks it against the schema.
            #[must_use]
            pub fn set(mut self, property: &'static str, value: impl Into<Node>) -> Self {
                self.0.insert(property, value);
                self
            }

            pub(crate) fn object_schema() -> &'static ObjectSchema {
                static SCHEMA: ObjectSchema = ObjectSchema {
                    properties: &[
                        $(Property { name: $rname, required: true, kind: $rkind },)*
                        $(Property { name: $oname, required: false, kind: $okind },)*
                    ],
                };
                &SCHEMA
            }
        }

        impl From<$name> for Value<$name> {
            fn from(object: $name) -> Self {
                Self::of(Node::Object(object.0))
            }
        }
    };
}

/// Declares a type of resource.
macro_rules! resource {
    (
        $(#[$doc:meta])*
        $name:ident = $type:literal;
        required { $($required:tt)* }
        optional { $($optional:tt)* }
        attributes { $($(#[$adoc:meta])* $amethod:ident: $atype:ty = $aname:literal;)* }
        replaces [$($replaces:literal),*]
        may_replace [$($may_replace:literal),*]
    ) => {
        object! { $(#[$doc])* $name; required { $($required)* } optional { $($optional)* } }

        impl crate::ResourceType for $name {
            const TYPE: &'static str = $type;
            const SCHEMA: &'static ResourceSchema = &ResourceSchema {
                r#type: $type,
                properties: Self::object_schema,
                replaces: &[$($replaces),*],
                may_replace: &[$($may_replace),*],
                attributes: &[$($aname),*],
            };

            fn from_properties(properties: Object) -> Self {
                Self(properties)
            }

            fn into_properties(self) -> Object {
                self.0
            }
        }

        impl crate::Resource<$name> {
            $(
                $(#[$adoc])*
                #[must_use]
                pub fn $amethod(&self) -> Value<$atype> {
                    self.attribute($aname)
                }
            )*
        }
    };
}

/// Declares a set of texts.
macro_rules! values {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = concat!("`", $text, "`")] $variant,)*
        }

        impl $name {
            /// Every text.
            pub const ALL: &'static [&'static str] = &[$($text),*];
        }

        impl crate::typed::Choice for $name {
            fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }
    };
}
