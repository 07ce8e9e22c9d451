//! Requests of an HTTP API of API Gateway, payload format 2.0, and the answers to them.
//!
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html>
//!
//! The types are our own: those of `aws_lambda_events` refuse a whole event for one header that they cannot hold, so that
//! a client would get API Gateway's `500` instead of a sentence. Those of batches are our own for the same reason.

use std::borrow::Cow;
use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::HttpRequests;
use serde::{Deserialize, Serialize};

use super::{Deliver, NotAnEvent, parse};

/// One request, as API Gateway hands it over once the caller is authorized.
#[derive(Debug, Clone, Default)]
pub struct HttpRequest {
    /// The method, in upper case.
    pub method: String,
    /// The path, without the query.
    pub path: String,
    /// What stands behind the `?`, as the client sent it; empty if there is none.
    pub query: String,
    /// The headers by their names in lower case. Of a header that was sent several times, the values are joined by `,`.
    pub headers: BTreeMap<String, String>,
    /// Who sent it, if API Gateway knows: stable from one request to the next, and different for any two callers.
    pub caller: Option<String>,
    /// The body as it is in the event.
    pub body: Option<String>,
    /// Whether `body` is in base64.
    pub is_base64_encoded: bool,
}

/// The body of a request says that it is base64, and is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the body is not base64")]
pub struct NotBase64;

impl HttpRequest {
    /// A header, by its name in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.trim_matches([' ', '\t']))
    }

    /// How many bytes the content has at most, without decoding it.
    #[must_use]
    pub fn content_length_at_most(&self) -> usize {
        let length = self.body.as_ref().map_or(0, String::len);
        if self.is_base64_encoded { length.div_ceil(4).saturating_mul(3) } else { length }
    }

    /// The bytes that the client sent; none without a body.
    ///
    /// # Errors
    /// [`NotBase64`] if they are not in the encoding that the event says.
    pub fn content(&self) -> Result<Cow<'_, [u8]>, NotBase64> {
        let body = self.body.as_deref().unwrap_or_default();
        if !self.is_base64_encoded {
            return Ok(Cow::Borrowed(body.as_bytes()));
        }
        STANDARD.decode(body).map(Cow::Owned).map_err(|_| NotBase64)
    }
}

/// What the client gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HttpResponse {
    /// The status, 200 to 599.
    pub status_code: u16,
    /// The headers by their names in lower case.
    pub headers: BTreeMap<&'static str, String>,
    /// The body: text.
    pub body: String,
    /// Never: bodies are text.
    pub is_base64_encoded: bool,
}

impl HttpResponse {
    /// A response without headers and without a body.
    #[must_use]
    pub fn empty(status_code: u16) -> Self {
        Self { status_code, headers: BTreeMap::new(), body: String::new(), is_base64_encoded: false }
    }

    /// The same with a header, by its name in lower case.
    #[must_use]
    pub fn with(mut self, header: &'static str, value: impl Into<String>) -> Self {
        self.headers.insert(header, value.into());
        self
    }

    /// The same with a body of a media type.
    #[must_use]
    pub fn with_body(mut self, media_type: &str, body: String) -> Self {
        self.body = body;
        self.with("content-type", media_type)
    }
}

impl Deliver for HttpRequests {
    type Payload = HttpRequest;
    type Response = HttpResponse;

    fn decode(event: &str) -> Result<HttpRequest, NotAnEvent> {
        let event: Event = parse(event, "a request of an HTTP API, payload format 2.0")?;
        Ok(event.into_request())
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    #[serde(rename = "version")]
    _version: PayloadFormat,
    raw_path: String,
    #[serde(default)]
    raw_query_string: String,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    request_context: RequestContext,
    body: Option<String>,
    #[serde(default)]
    is_base64_encoded: bool,
}

#[derive(Deserialize)]
enum PayloadFormat {
    #[serde(rename = "2.0")]
    V2,
}

#[derive(Deserialize)]
struct RequestContext {
    http: Http,
    authorizer: Option<Authorizer>,
}

#[derive(Deserialize)]
struct Http {
    method: String,
}

/// What is known of the caller. Which part is there depends on how the route is authorized.
#[derive(Deserialize)]
struct Authorizer {
    iam: Option<Iam>,
    jwt: Option<Jwt>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Iam {
    user_id: Option<String>,
}

#[derive(Deserialize)]
struct Jwt {
    #[serde(default)]
    claims: BTreeMap<String, serde_json::Value>,
}

impl Event {
    fn into_request(self) -> HttpRequest {
        let mut headers = BTreeMap::<String, String>::new();
        for (name, value) in self.headers {
            // API Gateway writes names in lower case and joins; whoever else makes such events may not.
            let value = match headers.remove(&name.to_ascii_lowercase()) {
                Some(before) => format!("{before},{value}"),
                None => value,
            };
            headers.insert(name.to_ascii_lowercase(), value);
        }
        HttpRequest {
            method: self.request_context.http.method.to_ascii_uppercase(),
            path: self.raw_path,
            query: self.raw_query_string,
            headers,
            caller: self.request_context.authorizer.and_then(Authorizer::caller),
            body: self.body,
            is_base64_encoded: self.is_base64_encoded,
        }
    }
}

impl Authorizer {
    fn caller(self) -> Option<String> {
        let iam = self.iam.and_then(|iam| iam.user_id).map(|id| {
            // Of an assumed role the id is `ROLE:SESSION`. Whoever assumes a role names the session, so that the next
            // attempt of the same client may well come from another one.
            let principal = id.split_once(':').map_or(id.as_str(), |(role, _)| role);
            format!("iam {principal}")
        });
        iam.or_else(|| {
            let claims = self.jwt?.claims;
            let text = |name: &str| claims.get(name).and_then(serde_json::Value::as_str);
            Some(format!("jwt {} {}", text("iss")?, text("sub")?))
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn event() -> Value {
        json!({
            "version": "2.0", "routeKey": "GET /carts/{cart_id}", "rawPath": "/carts/7", "rawQueryString": "a=1&b=2",
            "headers": {"accept": "*/*", "X-Twice": "1", "x-twice": "2"},
            "requestContext": {
                "accountId": "123456789012", "apiId": "a", "requestId": "JKJaXmPLvHcESHA=", "stage": "$default",
                "http": {"method": "GET", "path": "/carts/7", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "x"},
                "authorizer": {"iam": {"accessKey": "ASIA", "userId": "AROAEXAMPLE:session", "userArn": "arn:aws:sts::1:assumed-role/r/session"}},
            },
            "isBase64Encoded": false,
        })
    }

    fn decode(event: &Value) -> Result<HttpRequest, NotAnEvent> {
        HttpRequests::decode(&event.to_string())
    }

    #[test]
    fn a_request_is_read_with_its_caller() {
        let request = decode(&event()).unwrap();
        assert_eq!(
            (request.method.as_str(), request.path.as_str(), request.query.as_str()),
            ("GET", "/carts/7", "a=1&b=2")
        );
        assert_eq!(request.caller.as_deref(), Some("iam AROAEXAMPLE"));
        assert_eq!(request.content().unwrap().as_ref(), b"");
    }

    #[test]
    fn a_token_names_its_caller_by_issuer_and_subject() {
        let mut event = event();
        event["requestContext"]["authorizer"] =
            json!({"jwt": {"claims": {"iss": "https://login.example", "sub": "ada"}}});
        assert_eq!(decode(&event).unwrap().caller.as_deref(), Some("jwt https://login.example ada"));
        event["requestContext"]["authorizer"] = json!({"jwt": {"claims": {"iss": "https://login.example"}}});
        assert_eq!(decode(&event).unwrap().caller, None);
    }

    #[test]
    fn a_header_that_comes_twice_is_joined() {
        assert_eq!(decode(&event()).unwrap().header("x-twice"), Some("1,2"));
    }

    #[test]
    fn a_body_may_be_base64() {
        let mut event = event();
        event["body"] = json!("e30=");
        event["isBase64Encoded"] = json!(true);
        let request = decode(&event).unwrap();
        assert_eq!(request.content().unwrap().as_ref(), b"{}");
        assert_eq!(HttpRequest { body: Some("?".to_owned()), ..request }.content(), Err(NotBase64));
    }

    #[test]
    fn events_of_other_formats_are_refused() {
        let mut event = event();
        event["version"] = json!("1.0");
        assert!(decode(&event).is_err());
        assert!(HttpRequests::decode("{}").is_err());
    }
}
