//! The `#[contract(…)]` attribute and the documentation of the struct.

use syn::punctuated::Punctuated;
use syn::{Attribute, DeriveInput, Error, Expr, ExprLit, Lit, LitStr, Meta, Result, Token, Type, parenthesized};

/// What the attributes of a contract say.
pub struct Attributes {
    pub name: LitStr,
    pub wakes: Vec<Type>,
    pub description: String,
}

impl Attributes {
    pub fn of(input: &DeriveInput) -> Result<Self> {
        let mut name = None;
        let mut wakes = Vec::new();
        for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("contract")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("name") {
                    name = Some(checked_name(meta.value()?.parse()?)?);
                } else if meta.path.is_ident("wakes_on") {
                    let types;
                    parenthesized!(types in meta.input);
                    wakes.extend(Punctuated::<Type, Token![,]>::parse_terminated(&types)?);
                } else {
                    return Err(meta.error("expected `name = \"…\"` or `wakes_on(…)`"));
                }
                Ok(())
            })?;
        }
        let name = name.ok_or_else(|| {
            Error::new_spanned(
                &input.ident,
                "a contract needs the function's name: `#[contract(name = \"…\", wakes_on(…))]`",
            )
        })?;
        if wakes.is_empty() {
            let message = "a contract says what wakes the function: `wakes_on(TableChanges<T>)`, \
                           `wakes_on(StreamRecords<T>, QueueMessages<T>)`, `wakes_on(Invocation<Request, Response>)`";
            return Err(Error::new_spanned(&input.ident, message));
        }
        let description = first_paragraph(&input.attrs);
        if description.is_empty() {
            let message = "a contract needs a doc comment: its first paragraph becomes the function's description";
            return Err(Error::new_spanned(&input.ident, message));
        }
        Ok(Self { name, wakes, description })
    }
}

fn checked_name(name: LitStr) -> Result<LitStr> {
    let text = name.value();
    let words_are_fine = text.split('-').all(|word| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    });
    if words_are_fine && text.len() <= 40 {
        Ok(name)
    } else {
        Err(Error::new(name.span(), "a function's name is lower-case words joined by `-`, at most 40 characters"))
    }
}

fn first_paragraph(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    });
    lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
