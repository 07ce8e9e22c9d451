//! Where to deploy: an account and region on AWS, or the emulator.

use aws_config::sts::AssumeRoleProvider;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_http_client::tls::{self, TlsContext, TrustStore, rustls_provider::CryptoMode};

use crate::emulator::{self, Emulator};
use crate::error::DeployError;
use crate::retries::{self, Listener, Retry};

/// What a session of an assumed role is called in logs.
const SESSION: &str = "deploy";

/// Clients of one account and region.
#[derive(Debug, Clone)]
pub struct Connection {
    config: SdkConfig,
    endpoint: String,
    identity: Identity,
    retries: Listener,
}

/// Who the credentials belong to, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The account.
    pub account: String,
    /// The region.
    pub region: String,
    /// The user or role, as an ARN.
    pub arn: String,
}

impl Connection {
    /// Connects to AWS with the usual credential chain (environment, profile, single sign-on). `region` takes precedence
    /// over that of a profile. With a `role`, given by its ARN, these credentials are used to assume it and for nothing else.
    ///
    /// # Errors
    /// No region, or one in AWS_REGION that is not the expected one; no credentials or invalid ones; a role that they may
    /// not assume; AWS out of reach; or an account that is not the expected one.
    pub async fn aws(
        region: Option<&str>,
        expected_account: Option<&str>,
        role: Option<&str>,
    ) -> Result<Self, DeployError> {
        let explicit = ["AWS_REGION", "AWS_DEFAULT_REGION"].into_iter().find_map(set_to);
        check_region(region, explicit.as_deref())?;
        let http = aws_smithy_http_client::Builder::new().tls_provider(tls::Provider::Rustls(CryptoMode::Ring));
        let mut loader = aws_config::defaults(BehaviorVersion::latest())
            .http_client(http.build_https())
            .retry_config(retries::config());
        if let Some(region) = region {
            loader = loader.region(Region::new(region.to_owned()));
        }
        let mut config = loader.load().await;
        if let Some(role) = role {
            let assumed = AssumeRoleProvider::builder(role).session_name(SESSION).configure(&config).build().await;
            config = config.into_builder().credentials_provider(SharedCredentialsProvider::new(assumed)).build();
        }
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
            .retry_config(retries::config())
            .endpoint_url(emulator.endpoint())
            .build();
        Self::identified(config, format!("the emulator at {}", emulator.endpoint()), emulator::REGION.to_owned()).await
    }

    /// A connection that is configured by the caller and asks nobody who the credentials belong to, such as one that
    /// replays recorded answers in a test.
    #[must_use]
    pub fn from_config(config: SdkConfig, identity: Identity) -> Self {
        let endpoint = format!("AWS in {}", identity.region);
        Self { config, endpoint, identity, retries: Listener::default() }
    }

    async fn identified(config: SdkConfig, endpoint: String, region: String) -> Result<Self, DeployError> {
        let action = "asking AWS who the credentials belong to";
        let caller = aws_sdk_sts::Client::new(&config).get_caller_identity().send().await;
        let caller = caller.map_err(DeployError::aws(action, &endpoint))?;
        let account = caller.account().unwrap_or_default().to_owned();
        let arn = caller.arn().unwrap_or_default().to_owned();
        Ok(Self { config, endpoint, identity: Identity { account, region, arn }, retries: Listener::default() })
    }

    /// The same connection, which tells `listener` whenever a request is tried again.
    #[must_use]
    pub fn on_retry(self, listener: impl Fn(&Retry) + Send + Sync + 'static) -> Self {
        Self { retries: Listener::new(listener), ..self }
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
        let config = aws_sdk_cloudformation::config::Builder::from(&self.config).interceptor(self.retries.clone());
        aws_sdk_cloudformation::Client::from_conf(config.build())
    }

    pub(crate) fn cloudwatch(&self) -> aws_sdk_cloudwatch::Client {
        let config = aws_sdk_cloudwatch::config::Builder::from(&self.config).interceptor(self.retries.clone());
        aws_sdk_cloudwatch::Client::from_conf(config.build())
    }

    pub(crate) fn cloudwatch_logs(&self) -> aws_sdk_cloudwatchlogs::Client {
        let config = aws_sdk_cloudwatchlogs::config::Builder::from(&self.config).interceptor(self.retries.clone());
        aws_sdk_cloudwatchlogs::Client::from_conf(config.build())
    }

    pub(crate) fn sqs(&self) -> aws_sdk_sqs::Client {
        let config = aws_sdk_sqs::config::Builder::from(&self.config).interceptor(self.retries.clone());
        aws_sdk_sqs::Client::from_conf(config.build())
    }

    pub(crate) fn lambda(&self) -> aws_sdk_lambda::Client {
        let config = aws_sdk_lambda::config::Builder::from(&self.config).interceptor(self.retries.clone());
        aws_sdk_lambda::Client::from_conf(config.build())
    }

    pub(crate) fn s3(&self) -> aws_sdk_s3::Client {
        // Buckets have host names of their own on AWS only; elsewhere the path names them.
        let path_style = self.config.endpoint_url().is_some();
        let config = aws_sdk_s3::config::Builder::from(&self.config)
            .force_path_style(path_style)
            .interceptor(self.retries.clone())
            .build();
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

/// What a variable is set to, if to anything.
fn set_to(variable: &str) -> Option<String> {
    std::env::var(variable).ok().filter(|value| !value.is_empty())
}

/// Refuses a region that was set explicitly and is not the one that is expected.
fn check_region(expected: Option<&str>, explicit: Option<&str>) -> Result<(), DeployError> {
    match (expected, explicit) {
        (Some(expected), Some(actual)) if expected != actual => {
            Err(DeployError::WrongRegion { expected: expected.to_owned(), actual: actual.to_owned() })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_that_contradicts_the_environment_is_refused() {
        let refused = check_region(Some("eu-west-1"), Some("us-east-1")).unwrap_err().to_string();
        assert!(refused.contains("us-east-1") && refused.contains("eu-west-1"), "{refused}");
        for (expected, explicit) in
            [(Some("eu-west-1"), Some("eu-west-1")), (Some("eu-west-1"), None), (None, Some("us-east-1"))]
        {
            check_region(expected, explicit).unwrap();
        }
    }
}
