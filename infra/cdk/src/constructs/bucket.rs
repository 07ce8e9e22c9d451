//! A bucket.

use std::marker::PhantomData;

use contract::Access;

use crate::aws::s3::{
    self, AbortIncompleteMultipartUpload, BucketEncryption, LifecycleConfiguration, LifecycleRule, ObjectOwnership,
    OwnershipControls, OwnershipRule, PublicAccessBlockConfiguration, ServerSideEncryptionByDefault,
    ServerSideEncryptionRule, Status, VersioningConfiguration,
};
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
    pub fn new(stack: &mut Stack, id: &str, props: BucketProps) -> Self {
        let path = ConstructPath::new(id);
        let resource = stack.add(&path, Definition::stateful(secured(), props.removal));
        let arn = resource.arn();
        let policy = s3::BucketPolicy {
            bucket: resource.name(),
            policy_document: PolicyDocument::new([Statement::tls_only(
                "s3:*",
                [arn.clone().text(), arn.with_suffix("/*")],
            )]),
        };
        stack.add(&path.child("Policy"), Definition::new(policy));
        Self { resource, object: PhantomData }
    }

    /// The bucket, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::Bucket<T>>>(&self) -> Granted<contract::Bucket<T>, A> {
        Granted::new(self.resource.name().text(), self.resource.arn().text())
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Value<Name<s3::Bucket>> {
        self.resource.name()
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<s3::Bucket>> {
        self.resource.arn()
    }
}

fn secured() -> s3::Bucket {
    let encryption = ServerSideEncryptionByDefault { sse_algorithm: "AES256" };
    s3::Bucket {
        bucket_encryption: BucketEncryption {
            server_side_encryption_configuration: vec![ServerSideEncryptionRule {
                server_side_encryption_by_default: encryption,
            }],
        },
        ownership_controls: OwnershipControls {
            rules: vec![OwnershipRule { object_ownership: ObjectOwnership::BucketOwnerEnforced }],
        },
        public_access_block_configuration: PublicAccessBlockConfiguration {
            block_public_acls: true,
            block_public_policy: true,
            ignore_public_acls: true,
            restrict_public_buckets: true,
        },
        versioning_configuration: VersioningConfiguration { status: Status::Enabled },
        lifecycle_configuration: Some(LifecycleConfiguration {
            rules: vec![LifecycleRule {
                id: "AbortIncompleteUploads",
                status: Status::Enabled,
                abort_incomplete_multipart_upload: AbortIncompleteMultipartUpload { days_after_initiation: 7 },
            }],
        }),
    }
}
