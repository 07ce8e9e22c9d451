//! A client that answers in place of AWS.

use std::fmt;
use std::sync::Arc;

use aws_config::retry::RetryConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use deploy::{Connection, Identity};

/// A connection whose requests are answered by a function.
pub fn connection(answer: impl Fn(&HttpRequest) -> HttpResponse + Send + Sync + 'static) -> Connection {
    let key = Credentials::new("key", "secret", None, None, "test");
    let config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(key))
        .retry_config(RetryConfig::disabled())
        .http_client(Client(Arc::new(answer)))
        .build();
    let arn = "arn:aws:iam::123456789012:user/ada".to_owned();
    let identity = Identity { account: "123456789012".to_owned(), region: "eu-west-1".to_owned(), arn };
    Connection::from_config(config, identity)
}

/// The text of a request.
pub fn body(request: &HttpRequest) -> String {
    String::from_utf8_lossy(request.body().bytes().unwrap_or_default()).into_owned()
}

/// The size of what a request sends, in bytes. S3 is sent chunks with their checksum, and a header has the size without.
pub fn size(request: &HttpRequest) -> usize {
    let size = request.headers().get("x-amz-decoded-content-length").and_then(|size| size.parse().ok());
    size.unwrap_or_else(|| request.body().bytes().map_or(0, <[u8]>::len))
}

/// The answer to a question for an object of this size.
pub fn object(size: usize) -> HttpResponse {
    let mut response = response(200, "");
    response.headers_mut().insert("content-length", size.to_string());
    response
}

/// An answer.
pub fn response(status: u16, body: impl Into<Vec<u8>>) -> HttpResponse {
    HttpResponse::new(status.try_into().unwrap(), body.into().into())
}

#[derive(Clone)]
struct Client(Arc<dyn Fn(&HttpRequest) -> HttpResponse + Send + Sync>);

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Client")
    }
}

impl HttpClient for Client {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Client {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::ready(Ok((self.0)(&request)))
    }
}
