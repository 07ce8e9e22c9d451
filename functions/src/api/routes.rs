//! The routes of the API: what can be asked of which path. The function dispatches by this table, the topology makes API
//! Gateway's routes from it, and the OpenAPI document describes it.

use std::fmt;

/// One thing that can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with its variables in braces.
    pub path: &'static str,
    /// What is done.
    pub operation: Operation,
}

/// The methods that routes have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Method {
    Get,
    Post,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Open a cart.
    OpenCart,
    /// Read a cart.
    GetCart,
    /// Add an item to a cart.
    AddItem,
    /// Close a cart.
    CloseCart,
    /// Say what is bought with an item.
    GetRelated,
}

/// What a request can say beside its path and its body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parameter {
    /// The header `Idempotency-Key`.
    IdempotencyKey,
    /// The header `If-Match`.
    IfMatch,
    /// The header `If-None-Match`.
    IfNoneMatch,
    /// `min_version` in the query.
    MinVersion,
    /// `limit` in the query.
    Limit,
    /// The header `X-Correlation-Id`.
    CorrelationId,
    /// The header `traceparent`.
    TraceParent,
}

/// Every route.
pub const ROUTES: &[Route] = &[
    Route { method: Method::Post, path: "/carts", operation: Operation::OpenCart },
    Route { method: Method::Get, path: "/carts/{cart_id}", operation: Operation::GetCart },
    Route { method: Method::Post, path: "/carts/{cart_id}/items", operation: Operation::AddItem },
    Route { method: Method::Post, path: "/carts/{cart_id}/close", operation: Operation::CloseCart },
    Route { method: Method::Get, path: "/items/{sku}/related", operation: Operation::GetRelated },
];

impl Operation {
    /// What requests for it can say beside path and body.
    #[must_use]
    pub const fn parameters(self) -> &'static [Parameter] {
        use Parameter::{CorrelationId, IdempotencyKey, IfMatch, IfNoneMatch, Limit, MinVersion, TraceParent};
        match self {
            Self::GetCart => &[IfNoneMatch, MinVersion, CorrelationId, TraceParent],
            Self::GetRelated => &[Limit, CorrelationId, TraceParent],
            Self::OpenCart => &[IdempotencyKey, CorrelationId, TraceParent],
            Self::AddItem | Self::CloseCart => &[IdempotencyKey, IfMatch, CorrelationId, TraceParent],
        }
    }

    /// Whether it changes something, so that a request has a key.
    #[must_use]
    pub const fn is_command(self) -> bool {
        match self {
            Self::OpenCart | Self::AddItem | Self::CloseCart => true,
            Self::GetCart | Self::GetRelated => false,
        }
    }
}

impl Parameter {
    /// Its name: a header's in the usual spelling, or that of a parameter of the query.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::IdempotencyKey => "Idempotency-Key",
            Self::IfMatch => "If-Match",
            Self::IfNoneMatch => "If-None-Match",
            Self::MinVersion => "min_version",
            Self::Limit => "limit",
            Self::CorrelationId => "X-Correlation-Id",
            Self::TraceParent => "traceparent",
        }
    }

    /// Whether it stands in the query rather than in a header.
    #[must_use]
    pub const fn is_in_query(self) -> bool {
        matches!(self, Self::MinVersion | Self::Limit)
    }
}

/// Where a request leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<'a> {
    /// To a route, with the values of the variables in its path.
    Route(&'static Route, Vec<&'a str>),
    /// To a path that takes other methods.
    OtherMethods(Vec<Method>),
    /// Nowhere.
    Nothing,
}

/// The route of a method, in upper case, and a path.
#[must_use]
pub fn find<'a>(method: &str, path: &'a str) -> Found<'a> {
    let mut others = Vec::new();
    for route in ROUTES {
        let Some(variables) = matched(route.path, path) else { continue };
        if route.method.name() == method {
            return Found::Route(route, variables);
        }
        others.push(route.method);
    }
    if others.is_empty() { Found::Nothing } else { Found::OtherMethods(others) }
}

/// The values of a pattern's variables in a path, if it has that form. No variable is empty.
fn matched<'a>(pattern: &str, path: &'a str) -> Option<Vec<&'a str>> {
    let mut parts = path.split('/');
    let mut values = Vec::new();
    for expected in pattern.split('/') {
        let part = parts.next()?;
        if expected.starts_with('{') && !part.is_empty() {
            values.push(part);
        } else if part != expected {
            return None;
        }
    }
    parts.next().is_none().then_some(values)
}

impl Method {
    /// The method as requests have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method.name(), self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_route_is_found_by_its_own_path() {
        for route in ROUTES {
            let path = route.path.replace("{cart_id}", "7").replace("{sku}", "7");
            let variables: Vec<_> = route.path.contains('{').then_some("7").into_iter().collect();
            assert_eq!(find(route.method.name(), &path), Found::Route(route, variables), "{route}");
        }
    }

    #[test]
    fn another_method_is_told_from_another_path() {
        assert_eq!(find("DELETE", "/carts/7"), Found::OtherMethods(vec![Method::Get]));
        assert_eq!(find("get", "/carts/7"), Found::OtherMethods(vec![Method::Get]));
        for nowhere in
            ["", "/", "/cart", "/carts/", "/carts/7/", "/carts//items", "/carts/7/items/tea", "carts/7", "//carts"]
        {
            assert_eq!(find("GET", nowhere), Found::Nothing, "{nowhere}");
        }
    }
}
