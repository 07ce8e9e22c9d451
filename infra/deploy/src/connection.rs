//! Where to deploy: an account and region on AWS, or the emulator.

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_http_client::tls::{self, TlsContext, TrustStore, rustls_provider::CryptoMode};

use crate::emulator::{self, Emulator};
use crate::error::DeployError;

/// Clients of one account and region.
#[derive(Debug, Clone)]
pub struct Connection {
    config: SdkConfig,
    endpoint: String,
    identity: Identity,
}

/// Who the credentials belong to, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The account.
    pub account: String,
    /// The region.
    pub region: String,
}

impl Connection {
    /// Connects to AWS with the usual credential chain (environment, profile, single sign-on, role). `region` takes
    /// precedence over what is configured.
    ///
    /// # Errors
    /// No region, no credentials or invalid ones, AWS out of reach, or an account that is not the expected one.
    pub async fn aws(region: Option<&str>, expected_account: Option<&str>) -> Result<Self, DeployError> {
        let http = aws_smithy_http_client::Builder::new().tls_provider(tls::Provider::Rustls(CryptoMode::Ring));
        let mut loader = aws_config::defaults(BehaviorVersion::latest()).http_client(http.build_https());
        if let Some(region) = region {
            loader = loader.region(Region::new(region.to_owned()));
        }
        let config = loader.load().await;
        let region = config.region().map(ToString::to_string).ok_or(DeployError::NoRegion)?;
        let endpoint = config.endpoint_url().map_or_else(|| format!("AWS in {region}"), str::to_owned);
        let connection = Self::identified(config, endpoint, region).await?;
        match expected_account {
            Some(expected) if expected != connection.identity.account => {
                Err(DeployError::WrongAccount { expected: expected.to_owned(), actual: connection.identity.account })
            }
            _ => Ok(connection),
        }
    }

    /// Connects to an emulator that is running.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn emulator(emulator: &Emulator) -> Result<Self, DeployError> {
        let trust = TrustStore::empty().with_pem_certificate(emulator.certificate()?);
        let context = TlsContext::builder().with_trust_store(trust).build();
        let context = context.map_err(|error| DeployError::Certificate(error.to_string()))?;
        let http = aws_smithy_http_client::Builder::new()
            .tls_provider(tls::Provider::Rustls(CryptoMode::Ring))
            .tls_context(context)
            .build_https();
        let key = Credentials::new(emulator::ACCESS_KEY, emulator::ACCESS_KEY, None, None, "emulator");
        let config = SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(emulator::REGION))
            .credentials_provider(SharedCredentialsProvider::new(key))
            .http_client(http)
            .endpoint_url(emulator.endpoint())
            .build();
        Self::identified(config, format!("the emulator at {}", emulator.endpoint()), emulator::REGION.to_owned()).await
    }

    /// A connection that is configured by the caller and asks nobody who the credentials belong to, such as one that
    /// replays recorded answers in a test.
    #[must_use]
    pub fn from_config(config: SdkConfig, identity: Identity) -> Self {
        let endpoint = format!("AWS in {}", identity.region);
        Self { config, endpoint, identity }
    }

    async fn identified(config: SdkConfig, endpoint: String, region: String) -> Result<Self, DeployError> {
        let action = "asking AWS who the credentials belong to";
        let caller = aws_sdk_sts::Client::new(&config).get_caller_identity().send().await;
        let caller = caller.map_err(DeployError::aws(action, &endpoint))?;
        let account = caller.account().unwrap_or_default().to_owned();
        Ok(Self { config, endpoint, identity: Identity { account, region } })
    }

    /// Who the credentials belong to, and where.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The configuration for clients of any service.
    #[must_use]
    pub fn config(&self) -> &SdkConfig {
        &self.config
    }

    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }

    pub(crate) fn cloudformation(&self) -> aws_sdk_cloudformation::Client {
        aws_sdk_cloudformation::Client::new(&self.config)
    }

    pub(crate) fn cloudwatch(&self) -> aws_sdk_cloudwatch::Client {
        aws_sdk_cloudwatch::Client::new(&self.config)
    }

    pub(crate) fn cloudwatch_logs(&self) -> aws_sdk_cloudwatchlogs::Client {
        aws_sdk_cloudwatchlogs::Client::new(&self.config)
    }

    pub(crate) fn sqs(&self) -> aws_sdk_sqs::Client {
        aws_sdk_sqs::Client::new(&self.config)
    }

    pub(crate) fn lambda(&self) -> aws_sdk_lambda::Client {
        aws_sdk_lambda::Client::new(&self.config)
    }

    pub(crate) fn s3(&self) -> aws_sdk_s3::Client {
        // Buckets have host names of their own on AWS only; elsewhere the path names them.
        let path_style = self.config.endpoint_url().is_some();
        let config = aws_sdk_s3::config::Builder::from(&self.config).force_path_style(path_style).build();
        aws_sdk_s3::Client::from_conf(config)
    }

    /// Where CloudFormation finds an object.
    pub(crate) fn object_url(&self, bucket: &str, key: &str) -> String {
        match self.config.endpoint_url() {
            Some(endpoint) => format!("{endpoint}/{bucket}/{key}"),
            None => format!("https://{bucket}.s3.{}.amazonaws.com/{key}", self.identity.region),
        }
    }
}
