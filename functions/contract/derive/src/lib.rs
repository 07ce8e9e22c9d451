//! `#[derive(Contract)]`: from the fields of a contract to its environment variables, grants and accessors.

mod attributes;
mod expand;
mod fields;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Implements `Contract` for every phase and `FromEnvironment` for the run-time phase.
///
/// The struct has one type parameter `P: Phase`, and each of its fields has the type `Link<P, Resource, Access>`.
/// `#[contract(name = "…", wakes_on(…))]` gives the function's name and one or more ways in which it is woken.
#[proc_macro_derive(Contract, attributes(contract))]
pub fn derive_contract(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand::contract(&input).unwrap_or_else(syn::Error::into_compile_error).into()
}
