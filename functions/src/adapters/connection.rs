//! How a function reaches AWS: region, credentials and endpoint as Lambda hands them over.

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_dynamodb::config::{BehaviorVersion, Region, retry::RetryConfig, timeout::TimeoutConfig};
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::HttpClientError;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_types::SdkConfig;

/// The five certificate authorities of AWS itself: Amazon Root CA 1 to 4, and Starfield Services Root CA - G2.
///
/// <https://www.amazontrust.com/repository/>
const AMAZON_ROOTS: &str = include_str!("amazon_roots.pem");

/// What every client of a service is made from.
///
/// Lambda sets region and credentials in the environment and replaces the environment before they expire, so none of the
/// other places where credentials can come from has to be known here.
#[derive(Debug, Clone)]
pub struct Connection(SdkConfig);

/// Why a function cannot reach AWS.
#[derive(Debug, thiserror::Error)]
pub enum NotConnected {
    /// A variable that Lambda should have set.
    #[error("the environment variable {0} is missing; Lambda sets it for every function")]
    MissingVariable(&'static str),
    /// TLS cannot be set up.
    #[error("TLS cannot be set up")]
    Tls(#[source] HttpClientError),
}

impl From<SdkConfig> for Connection {
    fn from(config: SdkConfig) -> Self {
        Self(config)
    }
}

impl Connection {
    /// Reads the environment.
    ///
    /// # Errors
    /// The first variable that is missing, or TLS that cannot be set up.
    pub fn from_environment() -> Result<Self, NotConnected> {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    fn from_variables(variable: impl Fn(&'static str) -> Option<String>) -> Result<Self, NotConnected> {
        let optional = |name| variable(name).filter(|value| !value.is_empty());
        let required = |name| optional(name).ok_or(NotConnected::MissingVariable(name));
        let credentials = Credentials::new(
            required("AWS_ACCESS_KEY_ID")?,
            required("AWS_SECRET_ACCESS_KEY")?,
            optional("AWS_SESSION_TOKEN"),
            None,
            "Lambda",
        );
        let region = required("AWS_REGION")?;
        let trusted = trusted(&region, optional("SSL_CERT_FILE").is_some());
        let tls = TlsContext::builder().with_trust_store(trusted).build().map_err(NotConnected::Tls)?;
        let http = Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).tls_context(tls);
        let mut config = SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(region))
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            .http_client(http.build_https())
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

/// Whose certificates are believed: AWS's own authorities, which takes a tenth of the time that reading all of those takes
/// that the system trusts. In the partitions that have other authorities, and where `SSL_CERT_FILE` names some, the system's.
fn trusted(region: &str, are_named: bool) -> TrustStore {
    let elsewhere = ["cn-", "eusc-", "eu-iso", "us-gov-", "us-iso"];
    if are_named || elsewhere.iter().any(|partition| region.starts_with(partition)) {
        TrustStore::default()
    } else {
        TrustStore::empty().with_pem_certificate(AMAZON_ROOTS)
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_dynamodb::Client;

    use super::*;

    const VARIABLES: [(&str, &str); 4] = [
        ("AWS_ACCESS_KEY_ID", "id"),
        ("AWS_SECRET_ACCESS_KEY", "key"),
        ("AWS_REGION", "eu-central-1"),
        ("AWS_SESSION_TOKEN", "token"),
    ];

    fn from(variables: &[(&str, &str)]) -> Result<Connection, NotConnected> {
        let value = |name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        Connection::from_variables(value)
    }

    #[test]
    fn a_client_can_be_made_of_what_lambda_hands_over() {
        let connection = from(&VARIABLES).unwrap();
        // Reads the certificates.
        let client = Client::new(connection.config());
        assert_eq!(client.config().region().map(AsRef::as_ref), Some("eu-central-1"));
    }

    #[test]
    fn a_missing_variable_is_named() {
        for missing in 0..3 {
            let mut variables = VARIABLES;
            variables[missing].1 = "";
            let error = from(&variables).unwrap_err().to_string();
            assert!(error.contains(VARIABLES[missing].0), "{error}");
        }
    }

    #[test]
    fn only_awss_own_authorities_are_trusted_where_they_are_enough() {
        let all = format!("{:?}", TrustStore::default());
        assert_eq!(AMAZON_ROOTS.matches("BEGIN CERTIFICATE").count(), 5);
        assert_ne!(format!("{:?}", trusted("eu-central-1", false)), all);
        assert_eq!(format!("{:?}", trusted("eu-central-1", true)), all);
        assert_eq!(format!("{:?}", trusted("cn-north-1", false)), all);
    }
}
