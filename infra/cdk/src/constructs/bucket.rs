//! A bucket.

use std::marker::PhantomData;

use contract::Access;

use super::append::append;
use crate::aws::s3::bucket::{
    AbortIncompleteMultipartUpload, AllowedMethods, BucketEncryption, CorsRule, LifecycleConfiguration,
    LoggingConfiguration, ObjectOwnership, OwnershipControls, OwnershipControlsRule, PublicAccessBlockConfiguration,
    Rule, ServerSideEncryptionByDefault, ServerSideEncryptionRule, SseAlgorithm, Status, VersioningConfiguration,
    VersioningConfigurationStatus,
};
use crate::aws::s3::{self, BucketPolicy};
use crate::{
    Arn, ConstructPath, Definition, Granted, Name, PolicyDocument, Principal, RemovalPolicy, Resource, Stack,
    Statement, Value, pseudo,
};

/// An S3 bucket with objects that hold `T`: encrypted, versioned, closed to the public, reached over TLS only.
///
/// ```
/// use cdk::constructs::{Bucket, BucketProps};
/// use cdk::{ObjectAge, RemovalPolicy, Stack, StackProps, literal};
///
/// struct Invoice;
///
/// # let mut stack = Stack::new(StackProps::new("test"));
/// let invoices = Bucket::<Invoice>::new(&mut stack, "Invoices", BucketProps::new(RemovalPolicy::Retain));
/// invoices.expire_under(&mut stack, "drafts/", literal!(ObjectAge::days(30)));
/// invoices.expire_old_versions(&mut stack, literal!(ObjectAge::days(90)));
/// # stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Bucket<T> {
    pub(super) path: ConstructPath,
    pub(super) resource: Resource<s3::Bucket>,
    policy: Resource<BucketPolicy>,
    key: Option<Value<String>>,
    object: PhantomData<fn() -> T>,
}

/// What may differ from bucket to bucket.
#[derive(Debug, Clone)]
pub struct BucketProps {
    /// What becomes of the bucket when it leaves the stack. CloudFormation deletes empty buckets only.
    pub removal: RemovalPolicy,
    /// Whether what is overwritten or deleted is kept as an old version.
    pub versioned: bool,
    /// Who owns what others write. Whatever it is, ACLs open nothing to the public.
    pub ownership: ObjectOwnership,
    /// The ARN of the KMS key that encrypts objects; S3 manages the key if none. Grants on the bucket include the key.
    pub key: Option<Value<String>>,
}

impl BucketProps {
    /// A versioned bucket that owns its objects, with keys that S3 manages.
    #[must_use]
    pub fn new(removal: RemovalPolicy) -> Self {
        Self { removal, versioned: true, ownership: ObjectOwnership::BucketOwnerEnforced, key: None }
    }
}

impl<T: 'static> Bucket<T> {
    /// Adds a bucket and its policy.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: BucketProps) -> Self {
        let path = id.into();
        let resource = stack.add(&path, Definition::stateful(secured(&props), props.removal));
        let arn = resource.arn();
        let policy = PolicyDocument::new([Statement::tls_only("s3:*", [arn.clone().text(), arn.with_suffix("/*")])]);
        let policy = BucketPolicy::new(resource.reference(), policy);
        let policy = stack.add(&path.child("Policy"), Definition::new(policy));
        Self { path, resource, policy, key: props.key, object: PhantomData }
    }

    /// Adds a statement to its policy, for whoever else may use it.
    pub fn allow(&self, stack: &mut Stack, statement: Statement) {
        append(stack, &self.policy, &["PolicyDocument", "Statement"], statement);
    }

    /// Has S3 log every request to `logs`, in objects whose keys begin with `prefix`, such as `archive/`. That bucket has
    /// to be encrypted with a key that S3 manages.
    ///
    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html>
    pub fn log_access_to<L: 'static>(&self, stack: &mut Stack, logs: &Bucket<L>, prefix: &str) {
        let logging =
            LoggingConfiguration::new().destination_bucket_name(logs.resource.reference()).log_file_prefix(prefix);
        stack.edit(&self.resource, |bucket| bucket.logging_configuration(logging));
        let objects = logs.resource.arn().with_suffix(&format!("/{prefix}*"));
        let sid = format!("AccessLogsOf{}", self.path.logical_id());
        let write = Statement::allow(sid, ["s3:PutObject"], [objects])
            .of(Principal::Service("logging.s3.amazonaws.com"))
            .only_if("ArnLike", "aws:SourceArn", self.resource.arn())
            .only_if("StringEquals", "aws:SourceAccount", pseudo::account_id());
        logs.allow(stack, write);
    }

    /// Lets pages from `origins`, such as `https://shop.example`, send requests of these methods from a browser.
    ///
    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html>
    pub fn allow_origins(&self, stack: &mut Stack, origins: &[&'static str], methods: &[AllowedMethods]) {
        let rule = CorsRule::new(methods.to_vec(), origins.to_vec());
        append(stack, &self.resource, &["CorsConfiguration", "CorsRules"], Value::from(rule));
    }

    /// The bucket, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::Bucket<T>>>(&self) -> Granted<contract::Bucket<T>, A> {
        let (name, arn) = (self.resource.reference().text(), self.resource.arn().text());
        Granted::new(name, arn).encrypted_with(self.key.clone())
    }

    /// The objects whose keys begin with `prefix`, such as `invoices/`, as a link in a function's contract. No other keys
    /// can be listed.
    ///
    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html>
    #[must_use]
    pub fn link_under<A: Access<contract::Bucket<T>>>(&self, prefix: &str) -> Granted<contract::Bucket<T>, A> {
        self.link().objects_under(prefix)
    }

    /// What a role that belongs to no contract has to be allowed, to perform `A` on the bucket. `sid` names it for people.
    #[must_use]
    pub fn grant<A: Access<contract::Bucket<T>>>(&self, sid: &str) -> Vec<Statement> {
        self.link::<A>().statements(sid)
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

    /// The ARN of the KMS key that encrypts it, unless S3 manages the key.
    pub(super) fn key(&self) -> Option<&Value<String>> {
        self.key.as_ref()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<s3::Bucket> {
        &self.resource
    }
}

fn secured(props: &BucketProps) -> s3::Bucket {
    let uploads = Rule::new(Status::Enabled)
        .id("AbortIncompleteUploads")
        .abort_incomplete_multipart_upload(AbortIncompleteMultipartUpload::new(7));
    let ownership = OwnershipControlsRule::new().object_ownership(props.ownership);
    let bucket = s3::Bucket::new()
        .bucket_encryption(BucketEncryption::new([encryption(props.key.clone())]))
        .ownership_controls(OwnershipControls::new([ownership]))
        .public_access_block_configuration(
            PublicAccessBlockConfiguration::new()
                .block_public_acls(true)
                .block_public_policy(true)
                .ignore_public_acls(true)
                .restrict_public_buckets(true),
        )
        .lifecycle_configuration(LifecycleConfiguration::new([uploads]));
    if props.versioned {
        bucket.versioning_configuration(VersioningConfiguration::new(VersioningConfigurationStatus::Enabled))
    } else {
        bucket
    }
}

fn encryption(key: Option<Value<String>>) -> ServerSideEncryptionRule {
    match key {
        // With a bucket key, S3 asks KMS once in a while instead of for every object.
        Some(key) => ServerSideEncryptionRule::new()
            .server_side_encryption_by_default(
                ServerSideEncryptionByDefault::new(SseAlgorithm::AwsKms).kms_master_key_id(key),
            )
            .bucket_key_enabled(true),
        None => ServerSideEncryptionRule::new()
            .server_side_encryption_by_default(ServerSideEncryptionByDefault::new(SseAlgorithm::Aes256)),
    }
}
