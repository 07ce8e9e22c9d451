//! The bucket for function code and large templates: made and secured when it is first needed.

use std::time::SystemTime;

use aws_sdk_s3::error::ProvideErrorMetadata;
use aws_sdk_s3::operation::create_bucket::CreateBucketError;
use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::{
    AbortIncompleteMultipartUpload, BucketLifecycleConfiguration, BucketLocationConstraint, CreateBucketConfiguration,
    Delete, ExpirationStatus, LifecycleRule, LifecycleRuleFilter, ObjectIdentifier, ObjectOwnership, OwnershipControls,
    OwnershipControlsRule, PublicAccessBlockConfiguration, ServerSideEncryption, ServerSideEncryptionByDefault,
    ServerSideEncryptionConfiguration, ServerSideEncryptionRule,
};
use cdk::StackProps;
use serde_json::json;

use crate::connection::Connection;
use crate::error::DeployError;

/// How the bucket was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BucketState {
    /// There is none.
    Missing,
    /// It is there, but was not secured to the end.
    Unsecured,
    /// It is there, and secured.
    Secured,
}

/// An object of the bucket.
#[derive(Debug, Clone)]
pub(crate) struct StoredObject {
    /// Its key.
    pub key: String,
    /// Its size, in bytes.
    pub size: u64,
    /// When it was written.
    pub modified: SystemTime,
}

/// A bucket of the deploying account.
#[derive(Debug)]
pub(crate) struct AssetBucket<'a> {
    connection: &'a Connection,
    client: aws_sdk_s3::Client,
    name: String,
}

impl<'a> AssetBucket<'a> {
    /// The bucket of a stack, whether it is there or not.
    pub fn look(connection: &'a Connection, props: &StackProps) -> Self {
        let identity = connection.identity();
        let name = props.assets.name(&identity.account, &identity.region);
        Self { connection, client: connection.s3(), name }
    }

    /// Opens the bucket of a stack. Makes it, and secures it, if it does not exist.
    pub async fn of(connection: &'a Connection, props: &StackProps) -> Result<Self, DeployError> {
        let bucket = Self::look(connection, props);
        match bucket.state().await? {
            BucketState::Secured => {}
            BucketState::Unsecured => bucket.secure().await?,
            BucketState::Missing => {
                bucket.create().await?;
                bucket.secure().await?;
            }
        }
        Ok(bucket)
    }

    /// How it is.
    pub async fn state(&self) -> Result<BucketState, DeployError> {
        Ok(match self.exists().await? {
            false => BucketState::Missing,
            true if self.is_secured().await? => BucketState::Secured,
            true => BucketState::Unsecured,
        })
    }

    /// Whether it is there, and belongs to this account.
    pub async fn exists(&self) -> Result<bool, DeployError> {
        let head = self.client.head_bucket().bucket(&self.name).expected_bucket_owner(self.owner()).send().await;
        match head {
            Ok(_) => Ok(true),
            Err(error) if error.as_service_error().is_some_and(|error| error.is_not_found()) => Ok(false),
            Err(error) if error.raw_response().is_some_and(|response| response.status().as_u16() == 403) => {
                Err(DeployError::ForeignBucket(self.name.clone()))
            }
            Err(error) => Err(DeployError::aws(&self.action("opening"), self.connection.endpoint())(error)),
        }
    }

    /// Where CloudFormation finds an object.
    pub fn url(&self, key: &str) -> String {
        self.connection.object_url(&self.name, key)
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn connection(&self) -> &'a Connection {
        self.connection
    }

    pub(crate) fn client(&self) -> &aws_sdk_s3::Client {
        &self.client
    }

    /// Writes an object, whether it is there or not.
    pub async fn put(&self, key: &str, content: &[u8]) -> Result<(), DeployError> {
        let action = format!("writing {key} to the bucket {}", self.name);
        let put = self.client.put_object().bucket(&self.name).key(key).expected_bucket_owner(self.owner());
        let put = put.body(ByteStream::from(content.to_vec())).send().await;
        put.map_err(DeployError::aws(&action, self.connection.endpoint()))?;
        Ok(())
    }

    /// Deletes an object, if it is there.
    pub async fn delete(&self, key: &str) -> Result<(), DeployError> {
        let action = format!("deleting {key} from the bucket {}", self.name);
        let delete = self.client.delete_object().bucket(&self.name).key(key).expected_bucket_owner(self.owner());
        delete.send().await.map_err(DeployError::aws(&action, self.connection.endpoint()))?;
        Ok(())
    }

    /// The size of an object, in bytes, if there is such an object.
    pub async fn size(&self, key: &str) -> Result<Option<u64>, DeployError> {
        let head = self.client.head_object().bucket(&self.name).key(key).expected_bucket_owner(self.owner());
        match head.send().await {
            Ok(object) => Ok(object.content_length().and_then(|size| u64::try_from(size).ok())),
            Err(error) if error.as_service_error().is_some_and(|error| error.is_not_found()) => Ok(None),
            Err(error) => Err(DeployError::aws(&self.action("looking into"), self.connection.endpoint())(error)),
        }
    }

    /// The content of an object, if there is such an object.
    pub async fn read(&self, key: &str) -> Result<Option<Vec<u8>>, DeployError> {
        let action = format!("reading {key} from the bucket {}", self.name);
        let get = self.client.get_object().bucket(&self.name).key(key).expected_bucket_owner(self.owner());
        let object = match get.send().await {
            Ok(object) => object,
            Err(error) if error.as_service_error().is_some_and(|error| error.is_no_such_key()) => return Ok(None),
            Err(error) => return Err(DeployError::aws(&action, self.connection.endpoint())(error)),
        };
        let body = object.body.collect().await;
        let body = body.map_err(|error| DeployError::Aws { action, message: error.to_string() })?;
        Ok(Some(body.into_bytes().to_vec()))
    }

    /// The keys that begin with a prefix.
    pub async fn list(&self, prefix: &str) -> Result<Vec<String>, DeployError> {
        Ok(self.objects(prefix).await?.into_iter().map(|object| object.key).collect())
    }

    /// The objects whose keys begin with a prefix.
    pub async fn objects(&self, prefix: &str) -> Result<Vec<StoredObject>, DeployError> {
        let list = self.client.list_objects_v2().bucket(&self.name).prefix(prefix).expected_bucket_owner(self.owner());
        let mut pages = list.into_paginator().send();
        let mut objects = Vec::new();
        while let Some(page) = pages.next().await {
            let page = page.map_err(DeployError::aws(&self.action("listing"), self.connection.endpoint()))?;
            objects.extend(page.contents().iter().filter_map(|object| {
                Some(StoredObject {
                    key: object.key()?.to_owned(),
                    size: object.size().and_then(|size| u64::try_from(size).ok()).unwrap_or_default(),
                    modified: SystemTime::try_from(*object.last_modified()?).ok()?,
                })
            }));
        }
        Ok(objects)
    }

    /// Deletes objects, if they are there.
    pub async fn delete_all(&self, keys: &[String]) -> Result<(), DeployError> {
        let action = || self.action("deleting objects of");
        let invalid =
            |error: aws_sdk_s3::error::BuildError| DeployError::Aws { action: action(), message: error.to_string() };
        // As many as a request takes.
        for keys in keys.chunks(1000) {
            let objects = keys.iter().map(|key| ObjectIdentifier::builder().key(key).build());
            let objects = objects.collect::<Result<Vec<_>, _>>().map_err(invalid)?;
            let delete = Delete::builder().set_objects(Some(objects)).quiet(true).build().map_err(invalid)?;
            let deleted = self.client.delete_objects().bucket(&self.name).delete(delete);
            let deleted = deleted.expected_bucket_owner(self.owner()).send().await;
            let deleted = deleted.map_err(DeployError::aws(&action(), self.connection.endpoint()))?;
            if let Some(error) = deleted.errors().first() {
                let message = format!("{}: {}", error.key().unwrap_or_default(), error.message().unwrap_or_default());
                return Err(DeployError::Aws { action: action(), message });
            }
        }
        Ok(())
    }

    /// The account that it belongs to; requests fail if it is another.
    pub(crate) fn owner(&self) -> &str {
        &self.connection.identity().account
    }

    fn action(&self, doing: &str) -> String {
        format!("{doing} the bucket {} for function code", self.name)
    }

    async fn create(&self) -> Result<(), DeployError> {
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
    async fn is_secured(&self) -> Result<bool, DeployError> {
        match self.client.get_bucket_policy().bucket(&self.name).send().await {
            Ok(_) => Ok(true),
            Err(error) if error.code() == Some("NoSuchBucketPolicy") => Ok(false),
            Err(error) => {
                Err(DeployError::aws(&self.action("reading the policy of"), self.connection.endpoint())(error))
            }
        }
    }

    /// Encryption, no public access, no access lists, no remains of broken uploads, TLS only.
    async fn secure(&self) -> Result<(), DeployError> {
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
