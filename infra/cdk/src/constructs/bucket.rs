//! A bucket.

use std::marker::PhantomData;

use contract::Access;

use crate::aws::s3::bucket::{
    AbortIncompleteMultipartUpload, BucketEncryption, LifecycleConfiguration, ObjectOwnership, OwnershipControls,
    OwnershipControlsRule, PublicAccessBlockConfiguration, Rule, ServerSideEncryptionByDefault,
    ServerSideEncryptionRule, SseAlgorithm, Status, VersioningConfiguration, VersioningConfigurationStatus,
};
use crate::aws::s3::{self, BucketPolicy};
use crate::{
    Arn, ConstructPath, Definition, Granted, Name, PolicyDocument, RemovalPolicy, Resource, Stack, Statement, Value,
};

/// An S3 bucket with objects that hold `T`: encrypted, versioned, closed to the public, reached over TLS only.
#[derive(Debug, Clone)]
pub struct Bucket<T> {
    resource: Resource<s3::Bucket>,
    object: PhantomData<fn() -> T>,
}

/// What may differ from bucket to bucket.
#[derive(Debug, Clone, Copy)]
pub struct BucketProps {
    /// What becomes of the bucket when it leaves the stack. CloudFormation deletes empty buckets only.
    pub removal: RemovalPolicy,
}

impl<T: 'static> Bucket<T> {
    /// Adds a bucket and its policy.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: BucketProps) -> Self {
        let path = id.into();
        let resource = stack.add(&path, Definition::stateful(secured(), props.removal));
        let arn = resource.arn();
        let policy = PolicyDocument::new([Statement::tls_only("s3:*", [arn.clone().text(), arn.with_suffix("/*")])]);
        stack.add(&path.child("Policy"), Definition::new(BucketPolicy::new(resource.reference(), policy)));
        Self { resource, object: PhantomData }
    }

    /// The bucket, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::Bucket<T>>>(&self) -> Granted<contract::Bucket<T>, A> {
        Granted::new(self.resource.reference().text(), self.resource.arn().text())
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Value<Name<s3::Bucket>> {
        self.resource.reference()
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<s3::Bucket>> {
        self.resource.arn()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<s3::Bucket> {
        &self.resource
    }
}

fn secured() -> s3::Bucket {
    let encryption = ServerSideEncryptionByDefault::new(SseAlgorithm::Aes256);
    let encryption = ServerSideEncryptionRule::new().server_side_encryption_by_default(encryption);
    let uploads = Rule::new(Status::Enabled)
        .id("AbortIncompleteUploads")
        .abort_incomplete_multipart_upload(AbortIncompleteMultipartUpload::new(7));
    let ownership = OwnershipControlsRule::new().object_ownership(ObjectOwnership::BucketOwnerEnforced);
    s3::Bucket::new()
        .bucket_encryption(BucketEncryption::new([encryption]))
        .ownership_controls(OwnershipControls::new([ownership]))
        .public_access_block_configuration(
            PublicAccessBlockConfiguration::new()
                .block_public_acls(true)
                .block_public_policy(true)
                .ignore_public_acls(true)
                .restrict_public_buckets(true),
        )
        .versioning_configuration(VersioningConfiguration::new(VersioningConfigurationStatus::Enabled))
        .lifecycle_configuration(LifecycleConfiguration::new([uploads]))
}
