//! How a function reaches AWS: region, credentials and endpoint as Lambda hands them over.

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_dynamodb::config::{BehaviorVersion, Region, retry::RetryConfig, timeout::TimeoutConfig};
use aws_smithy_http_client::{Builder, tls};
use aws_types::SdkConfig;

/// What every client of a service is made from.
///
/// Lambda sets region and credentials in the environment and replaces the environment before they expire, so none of the
/// other places where credentials can come from has to be known here.
#[derive(Debug, Clone)]
pub struct Connection(SdkConfig);

/// A variable that Lambda should have set.
#[derive(Debug, thiserror::Error)]
#[error("the environment variable {0} is missing; Lambda sets it for every function")]
pub struct MissingLambdaVariable(&'static str);

impl From<SdkConfig> for Connection {
    fn from(config: SdkConfig) -> Self {
        Self(config)
    }
}

impl Connection {
    /// Reads the environment.
    ///
    /// # Errors
    /// The first variable that is missing.
    pub fn from_environment() -> Result<Self, MissingLambdaVariable> {
        let optional = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let required = |name| optional(name).ok_or(MissingLambdaVariable(name));
        let credentials = Credentials::new(
            required("AWS_ACCESS_KEY_ID")?,
            required("AWS_SECRET_ACCESS_KEY")?,
            optional("AWS_SESSION_TOKEN"),
            None,
            "Lambda",
        );
        let tls = tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring);
        let mut config = SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(required("AWS_REGION")?))
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            .http_client(Builder::new().tls_provider(tls).build_https())
            .retry_config(RetryConfig::standard())
            .timeout_config(TimeoutConfig::builder().operation_attempt_timeout(Duration::from_secs(10)).build());
        config.set_endpoint_url(optional("AWS_ENDPOINT_URL"));
        Ok(Self(config.build()))
    }

    /// The configuration for clients.
    #[must_use]
    pub fn config(&self) -> &SdkConfig {
        &self.0
    }
}
