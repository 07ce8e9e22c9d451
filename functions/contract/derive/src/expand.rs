//! The implementations.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Error, GenericParam, Result};

use crate::attributes::Attributes;
use crate::fields::{LinkField, links};

pub fn contract(input: &DeriveInput) -> Result<TokenStream> {
    let Attributes { name, wakes, description } = Attributes::of(input)?;
    let contract = &input.ident;
    let [GenericParam::Type(_)] = input.generics.params.iter().collect::<Vec<_>>()[..] else {
        return Err(Error::new_spanned(
            contract,
            "a contract has exactly one parameter, its phase: `struct Name<P: Phase>`",
        ));
    };
    let links = links(input)?;
    let visits = links.iter().map(|LinkField { ident, resource, access }| {
        let field = ident.to_string();
        quote!(visitor.link::<#resource, #access>(&::contract::variable_name::<#resource>(#field), &self.#ident);)
    });
    let reads = links.iter().map(|LinkField { ident, resource, .. }| {
        let field = ident.to_string();
        quote!(#ident: ::contract::Address::new(read(::contract::variable_name::<#resource>(#field))?))
    });
    let wakes = match &wakes[..] {
        [wake] => quote!(#wake),
        wakes => quote!((#(#wakes),*)),
    };
    Ok(quote! {
        #[automatically_derived]
        impl<P: ::contract::Phase> ::contract::Contract for #contract<P> {
            type Phase = P;
            type Wakes = #wakes;
            const NAME: &'static str = #name;
            const DESCRIPTION: &'static str = #description;

            fn visit(&self, visitor: &mut impl ::contract::Visitor<P>) {
                #(#visits)*
            }
        }

        #[automatically_derived]
        impl ::contract::FromEnvironment for #contract<::contract::Runtime> {
            fn from_environment(
                variable: impl ::core::ops::Fn(&str) -> ::core::option::Option<::std::string::String>,
            ) -> ::core::result::Result<Self, ::contract::MissingVariable> {
                let read = |name: ::std::string::String| {
                    variable(&name)
                        .filter(|value| !value.is_empty())
                        .ok_or(::contract::MissingVariable { function: #name, variable: name })
                };
                ::core::result::Result::Ok(Self { #(#reads),* })
            }
        }
    })
}
