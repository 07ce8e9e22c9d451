//! What is said of an HTTP API when it is added, and of its routes.

use crate::constructs::LogRetention;
use crate::{RemovalPolicy, Value};

/// The method of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Method {
    Any,
    Delete,
    Get,
    Head,
    Options,
    Patch,
    Post,
    Put,
}

/// Who may call the API.
#[derive(Debug, Clone, PartialEq)]
pub enum Authorization {
    /// Whom IAM allows `execute-api:Invoke` on the route; requests are signed.
    Iam,
    /// Who has a token of an issuer for one of these audiences.
    Jwt {
        /// The URL of the issuer, beginning with `https://`.
        issuer: Value<String>,
        /// The audiences, such as the id of a client of the issuer; at least one.
        audiences: Vec<Value<String>>,
    },
}

/// Which pages of other origins may call the API.
#[derive(Debug, Clone)]
pub struct Cors {
    /// The origins, such as `https://shop.example`.
    pub origins: Vec<String>,
    /// The methods.
    pub methods: Vec<Method>,
    /// The headers that they may send.
    pub headers: Vec<String>,
}

/// What may differ from API to API.
#[derive(Debug, Clone)]
pub struct HttpApiProps {
    /// Who may call it.
    pub authorization: Authorization,
    /// Which pages of other origins may; none if none.
    pub cors: Option<Cors>,
    /// How many requests a second it takes, over all routes.
    pub rate_limit: u32,
    /// How many requests it takes at once beyond that.
    pub burst_limit: u32,
    /// How long access logs are kept.
    pub log_retention: LogRetention,
    /// What becomes of the access logs when the API leaves the stack.
    pub log_removal: RemovalPolicy,
}

impl Default for HttpApiProps {
    /// Authorized by IAM, without CORS, 100 requests a second and 200 at once, access logs for a month.
    fn default() -> Self {
        Self {
            authorization: Authorization::Iam,
            cors: None,
            rate_limit: 100,
            burst_limit: 200,
            log_retention: LogRetention::OneMonth,
            log_removal: RemovalPolicy::Delete,
        }
    }
}

impl Method {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Any => "ANY",
            Self::Delete => "DELETE",
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
            Self::Patch => "PATCH",
            Self::Post => "POST",
            Self::Put => "PUT",
        }
    }

    /// The method where `*` stands for any.
    pub(super) fn all_as_star(self) -> &'static str {
        if self == Self::Any { "*" } else { self.name() }
    }
}
