//! Making the asset bucket, and securing it.

use aws_sdk_s3::error::ProvideErrorMetadata;
use aws_sdk_s3::operation::create_bucket::CreateBucketError;
use aws_sdk_s3::types::{
    AbortIncompleteMultipartUpload, BucketLifecycleConfiguration, BucketLocationConstraint, CreateBucketConfiguration,
    ExpirationStatus, LifecycleRule, LifecycleRuleFilter, ObjectOwnership, OwnershipControls, OwnershipControlsRule,
    PublicAccessBlockConfiguration, ServerSideEncryption, ServerSideEncryptionByDefault,
    ServerSideEncryptionConfiguration, ServerSideEncryptionRule,
};
use serde_json::json;

use super::AssetBucket;
use crate::error::DeployError;

impl AssetBucket<'_> {
    pub(super) async fn create(&self) -> Result<(), DeployError> {
        let region = &self.connection.identity().region;
        let mut create = self.client.create_bucket().bucket(&self.name);
        if region != "us-east-1" {
            let location = BucketLocationConstraint::from(region.as_str());
            create = create.create_bucket_configuration(
                CreateBucketConfiguration::builder().location_constraint(location).build(),
            );
        }
        match create.send().await {
            Ok(_) => {}
            Err(error) if error.as_service_error().is_some_and(CreateBucketError::is_bucket_already_owned_by_you) => {}
            Err(error) if error.code() == Some("BucketAlreadyExists") => {
                return Err(DeployError::ForeignBucket(self.name.clone()));
            }
            Err(error) => return Err(DeployError::aws(&self.action("creating"), self.connection.endpoint())(error)),
        }
        Ok(())
    }

    /// Whether [`AssetBucket::secure`] came to its end: the policy is its last act.
    pub(super) async fn is_secured(&self) -> Result<bool, DeployError> {
        match self.client.get_bucket_policy().bucket(&self.name).send().await {
            Ok(_) => Ok(true),
            Err(error) if error.code() == Some("NoSuchBucketPolicy") => Ok(false),
            Err(error) => {
                Err(DeployError::aws(&self.action("reading the policy of"), self.connection.endpoint())(error))
            }
        }
    }

    /// Encryption, no public access, no access lists, no remains of broken uploads, TLS only.
    pub(super) async fn secure(&self) -> Result<(), DeployError> {
        let endpoint = self.connection.endpoint();
        let action = || self.action("securing");
        let invalid =
            |error: aws_sdk_s3::error::BuildError| DeployError::Aws { action: action(), message: error.to_string() };

        let public = PublicAccessBlockConfiguration::builder()
            .block_public_acls(true)
            .block_public_policy(true)
            .ignore_public_acls(true)
            .restrict_public_buckets(true)
            .build();
        let put = self.client.put_public_access_block().bucket(&self.name).public_access_block_configuration(public);
        put.send().await.map_err(DeployError::aws(&action(), endpoint))?;

        let algorithm = ServerSideEncryptionByDefault::builder().sse_algorithm(ServerSideEncryption::Aes256);
        let rule = ServerSideEncryptionRule::builder()
            .apply_server_side_encryption_by_default(algorithm.build().map_err(invalid)?)
            .build();
        let encryption = ServerSideEncryptionConfiguration::builder().rules(rule).build().map_err(invalid)?;
        let put = self.client.put_bucket_encryption().bucket(&self.name);
        let put = put.server_side_encryption_configuration(encryption);
        put.send().await.map_err(DeployError::aws(&action(), endpoint))?;

        let rule = OwnershipControlsRule::builder().object_ownership(ObjectOwnership::BucketOwnerEnforced);
        let controls = OwnershipControls::builder().rules(rule.build().map_err(invalid)?).build().map_err(invalid)?;
        let put = self.client.put_bucket_ownership_controls().bucket(&self.name).ownership_controls(controls);
        put.send().await.map_err(DeployError::aws(&action(), endpoint))?;

        let rule = LifecycleRule::builder()
            .id("AbortIncompleteUploads")
            .status(ExpirationStatus::Enabled)
            .filter(LifecycleRuleFilter::builder().prefix("").build())
            .abort_incomplete_multipart_upload(
                AbortIncompleteMultipartUpload::builder().days_after_initiation(1).build(),
            );
        let rules = BucketLifecycleConfiguration::builder().rules(rule.build().map_err(invalid)?);
        let put = self.client.put_bucket_lifecycle_configuration().bucket(&self.name);
        let put = put.lifecycle_configuration(rules.build().map_err(invalid)?);
        put.send().await.map_err(DeployError::aws(&action(), endpoint))?;

        let arn = format!("arn:{}:s3:::{}", partition(&self.connection.identity().region), self.name);
        let policy = json!({
            "Version": "2012-10-17",
            "Statement": [{
                "Sid": "TlsOnly",
                "Effect": "Deny",
                "Principal": "*",
                "Action": "s3:*",
                "Resource": [arn, format!("{arn}/*")],
                "Condition": { "Bool": { "aws:SecureTransport": "false" } },
            }],
        });
        let put = self.client.put_bucket_policy().bucket(&self.name).policy(policy.to_string());
        put.send().await.map_err(DeployError::aws(&action(), endpoint))?;
        Ok(())
    }
}

/// The partition that a region is in.
///
/// <https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html>
fn partition(region: &str) -> &'static str {
    if region.starts_with("cn-") {
        "aws-cn"
    } else if region.starts_with("us-gov-") {
        "aws-us-gov"
    } else {
        "aws"
    }
}
