//! The archive over an S3 bucket.

use aws_sdk_s3::Client;
use aws_sdk_s3::config::Builder;
use aws_sdk_s3::error::ProvideErrorMetadata;
use aws_sdk_s3::primitives::ByteStream;
use contract::{Access, Address, Allows, Bucket, GetObject, ListBucket, PutObject};

use super::{Connection, unavailable};
use crate::envelope::Envelope;
use crate::ports::{ArchiveReader, ArchiveWriter, ObjectBody, Put, Unavailable};

/// Writes objects to an S3 bucket.
#[derive(Debug, Clone)]
pub struct BucketWriter(Objects);

/// Reads objects from an S3 bucket.
#[derive(Debug, Clone)]
pub struct BucketReader(Objects);

#[derive(Debug, Clone)]
pub(super) struct Objects {
    pub client: Client,
    pub bucket: String,
}

impl Objects {
    pub fn new(connection: &Connection, bucket: &str) -> Self {
        let config = connection.config();
        // Buckets have host names of their own on AWS only; elsewhere the path names them.
        let config = Builder::from(config).force_path_style(config.endpoint_url().is_some()).build();
        Self { client: Client::from_conf(config), bucket: bucket.to_owned() }
    }
}

impl BucketWriter {
    /// The bucket at an address that allows to write.
    pub fn new<A, P>(connection: &Connection, bucket: &Address<Bucket<Envelope>, A>) -> Self
    where
        A: Access<Bucket<Envelope>> + Allows<PutObject, P>,
    {
        Self(Objects::new(connection, bucket.as_str()))
    }
}

impl BucketReader {
    /// The bucket at an address that allows to list and read.
    pub fn new<A, L, G>(connection: &Connection, bucket: &Address<Bucket<Envelope>, A>) -> Self
    where
        A: Access<Bucket<Envelope>> + Allows<ListBucket, L> + Allows<GetObject, G>,
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
    type Object = BucketObject;

    async fn keys(&self, prefix: &str, after: Option<&str>) -> Result<Vec<String>, Unavailable> {
        let Objects { client, bucket } = &self.0;
        let list = client.list_objects_v2().bucket(bucket).prefix(prefix).set_start_after(after.map(str::to_owned));
        let page = list.send().await.map_err(unavailable)?;
        Ok(page.contents().iter().filter_map(|object| object.key().map(str::to_owned)).collect())
    }

    async fn open(&self, key: &str) -> Result<Option<BucketObject>, Unavailable> {
        let Objects { client, bucket } = &self.0;
        match client.get_object().bucket(bucket).key(key).send().await {
            Ok(object) => Ok(Some(BucketObject(object.body))),
            Err(error) if error.code() == Some("NoSuchKey") => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
    }
}

/// What is left of an object in an S3 bucket.
#[derive(Debug)]
pub struct BucketObject(ByteStream);

impl ObjectBody for BucketObject {
    async fn next_chunk(&mut self) -> Result<Option<Vec<u8>>, Unavailable> {
        let chunk = self.0.next().await.transpose().map_err(unavailable)?;
        Ok(chunk.map(|bytes| bytes.to_vec()))
    }
}
