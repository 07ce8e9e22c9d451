//! The fields of a contract: each a `Link<P, Resource, Access>`.

use syn::{Data, DeriveInput, Error, Fields, GenericArgument, Ident, PathArguments, Result, Type};

/// One link of a contract.
pub struct LinkField {
    pub ident: Ident,
    pub resource: Type,
    pub access: Type,
}

/// The links of a struct, in the order of its fields.
pub fn links(input: &DeriveInput) -> Result<Vec<LinkField>> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new_spanned(&input.ident, "a contract is a struct"));
    };
    match &data.fields {
        Fields::Named(fields) => fields.named.iter().map(link).collect(),
        Fields::Unit => Ok(Vec::new()),
        Fields::Unnamed(fields) => {
            Err(Error::new_spanned(fields, "the fields of a contract have names: they become environment variables"))
        }
    }
}

fn link(field: &syn::Field) -> Result<LinkField> {
    let ident = field.ident.clone().ok_or_else(|| Error::new_spanned(field, "the fields of a contract have names"))?;
    let not_a_link = || Error::new_spanned(&field.ty, "a contract's field has the type `Link<P, Resource, Access>`");
    let Type::Path(path) = &field.ty else { return Err(not_a_link()) };
    let segment = path.path.segments.last().filter(|segment| segment.ident == "Link").ok_or_else(not_a_link)?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return Err(not_a_link()) };
    let types: Vec<_> = arguments
        .args
        .iter()
        .map(|argument| match argument {
            GenericArgument::Type(ty) => Ok(ty.clone()),
            _ => Err(not_a_link()),
        })
        .collect::<Result<_>>()?;
    let [_phase, resource, access] = <[Type; 3]>::try_from(types).map_err(|_| not_a_link())?;
    Ok(LinkField { ident, resource, access })
}
