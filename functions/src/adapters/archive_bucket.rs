//! The archive over an S3 bucket.

use aws_sdk_s3::Client;
use aws_sdk_s3::config::Builder;
use aws_sdk_s3::error::ProvideErrorMetadata;
use aws_sdk_s3::operation::get_object::GetObjectError;
use aws_sdk_s3::primitives::ByteStream;
use contract::{Access, Address, Allows, Bucket, DeleteObject, GetObject, ListBucket, PutObject};

use super::{Connection, unavailable};
use crate::ports::{ArchiveReader, ArchiveRemover, ArchiveWriter, Put, Unavailable};

/// Writes objects to an S3 bucket.
#[derive(Debug, Clone)]
pub struct BucketWriter(Objects);

/// Removes objects from an S3 bucket.
#[derive(Debug, Clone)]
pub struct BucketRemover(Objects);

/// Reads objects from an S3 bucket.
#[derive(Debug, Clone)]
pub struct BucketReader(Objects);

#[derive(Debug, Clone)]
struct Objects {
    client: Client,
    bucket: String,
}

impl Objects {
    fn new(connection: &Connection, bucket: &str) -> Self {
        let config = connection.config();
        // Buckets have host names of their own on AWS only; elsewhere the path names them.
        let config = Builder::from(config).force_path_style(config.endpoint_url().is_some()).build();
        Self { client: Client::from_conf(config), bucket: bucket.to_owned() }
    }
}

impl BucketWriter {
    /// The bucket at an address that allows to write.
    pub fn new<T: 'static, A, P>(connection: &Connection, bucket: &Address<Bucket<T>, A>) -> Self
    where
        A: Access<Bucket<T>> + Allows<PutObject, P>,
    {
        Self(Objects::new(connection, bucket.as_str()))
    }
}

impl BucketReader {
    /// The bucket at an address that allows to list and read.
    pub fn new<T: 'static, A, L, G>(connection: &Connection, bucket: &Address<Bucket<T>, A>) -> Self
    where
        A: Access<Bucket<T>> + Allows<ListBucket, L> + Allows<GetObject, G>,
    {
        Self(Objects::new(connection, bucket.as_str()))
    }
}

impl BucketRemover {
    /// The bucket at an address that allows to remove.
    pub fn new<T: 'static, A, D>(connection: &Connection, bucket: &Address<Bucket<T>, A>) -> Self
    where
        A: Access<Bucket<T>> + Allows<DeleteObject, D>,
    {
        Self(Objects::new(connection, bucket.as_str()))
    }
}

impl ArchiveWriter for BucketWriter {
    async fn put_new(&self, key: &str, content: Vec<u8>) -> Result<Put, Unavailable> {
        let Objects { client, bucket } = &self.0;
        let put = client.put_object().bucket(bucket).key(key).if_none_match("*").body(ByteStream::from(content));
        match put.send().await {
            Ok(_) => Ok(Put::Written),
            Err(error) if error.code() == Some("PreconditionFailed") => Ok(Put::Present),
            Err(error) => Err(unavailable(error)),
        }
    }
}

impl ArchiveReader for BucketReader {
    async fn keys(&self, prefix: &str, after: Option<&str>) -> Result<Vec<String>, Unavailable> {
        let Objects { client, bucket } = &self.0;
        let list = client.list_objects_v2().bucket(bucket).prefix(prefix).set_start_after(after.map(str::to_owned));
        let page = list.send().await.map_err(unavailable)?;
        Ok(page.contents().iter().filter_map(|object| object.key().map(str::to_owned)).collect())
    }

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Unavailable> {
        let Objects { client, bucket } = &self.0;
        let object = match client.get_object().bucket(bucket).key(key).send().await {
            Ok(object) => object,
            Err(error) if error.as_service_error().is_some_and(GetObjectError::is_no_such_key) => return Ok(None),
            Err(error) => return Err(unavailable(error)),
        };
        let content = object.body.collect().await.map_err(unavailable)?;
        Ok(Some(content.to_vec()))
    }
}

impl ArchiveRemover for BucketRemover {
    async fn delete(&self, key: &str) -> Result<(), Unavailable> {
        let Objects { client, bucket } = &self.0;
        client.delete_object().bucket(bucket).key(key).send().await.map_err(unavailable)?;
        Ok(())
    }
}
