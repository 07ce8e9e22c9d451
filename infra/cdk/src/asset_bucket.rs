//! Where function code is uploaded to.

use crate::{Value, pseudo};

/// The bucket that function code is uploaded to, one per account and region: `PREFIX-ACCOUNT-REGION`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetBucket {
    prefix: String,
}

impl AssetBucket {
    /// A bucket whose name begins with `prefix`, which should tell one application from another.
    pub fn new(prefix: impl Into<String>) -> Self {
        Self { prefix: prefix.into() }
    }

    /// Its name in an account and region.
    #[must_use]
    pub fn name(&self, account: &str, region: &str) -> String {
        format!("{}-{account}-{region}", self.prefix)
    }

    pub(crate) fn token(&self) -> Value<String> {
        let prefix = format!("{}-", self.prefix);
        Value::join([prefix.into(), pseudo::account_id(), "-".into(), pseudo::region()])
    }
}

impl Default for AssetBucket {
    /// The bucket that `cdk bootstrap` makes.
    fn default() -> Self {
        Self::new("cdk-hnb659fds-assets")
    }
}
