//! The bucket for function code and large templates: made and secured when it is first needed.

mod securing;

use std::time::SystemTime;

use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::{Delete, ObjectIdentifier};
use cdk::StackProps;

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
}
