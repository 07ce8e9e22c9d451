//! The archive over an S3 bucket.

use aws_sdk_s3::Client;
use aws_sdk_s3::config::Builder;
use aws_sdk_s3::error::ProvideErrorMetadata;
use aws_sdk_s3::operation::get_object::{GetObjectError, GetObjectOutput};
use aws_sdk_s3::primitives::ByteStream;
use bytes::Bytes;
use contract::{Access, Address, Allows, Bucket, DeleteObject, GetObject, ListBucket, PutObject};

use super::{Connection, unavailable};
use crate::ports::{ArchiveReader, ArchiveRemover, ArchiveWriter, ObjectBody, Put, Unavailable};

/// Writes objects to an S3 bucket.
#[derive(Debug, Clone)]
pub struct BucketWriter(Objects);

/// Reads and writes objects of an S3 bucket.
#[derive(Debug, Clone)]
pub struct BucketScratch(Objects);

/// Reads, writes and removes objects of an S3 bucket.
#[derive(Debug, Clone)]
pub struct BucketKeeper(Objects);

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

    /// An object, if it is there.
    pub async fn object(&self, key: &str) -> Result<Option<GetObjectOutput>, Unavailable> {
        let Self { client, bucket } = self;
        match client.get_object().bucket(bucket).key(key).send().await {
            Ok(object) => Ok(Some(object)),
            Err(error) if error.as_service_error().is_some_and(GetObjectError::is_no_such_key) => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
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

impl BucketScratch {
    /// The bucket at an address that allows to list, read and write.
    pub fn new<T: 'static, A, L, G, P>(connection: &Connection, bucket: &Address<Bucket<T>, A>) -> Self
    where
        A: Access<Bucket<T>> + Allows<ListBucket, L> + Allows<GetObject, G> + Allows<PutObject, P>,
    {
        Self(Objects::new(connection, bucket.as_str()))
    }
}

impl BucketKeeper {
    /// The bucket at an address that allows to list, read, write and remove.
    pub fn new<T: 'static, A, L, G, P, D>(connection: &Connection, bucket: &Address<Bucket<T>, A>) -> Self
    where
        A: Access<Bucket<T>>
            + Allows<ListBucket, L>
            + Allows<GetObject, G>
            + Allows<PutObject, P>
            + Allows<DeleteObject, D>,
    {
        Self(Objects::new(connection, bucket.as_str()))
    }
}

impl ArchiveWriter for Objects {
    async fn put_new(&self, key: &str, content: Vec<u8>) -> Result<Put, Unavailable> {
        let Self { client, bucket } = self;
        let put = client.put_object().bucket(bucket).key(key).if_none_match("*").body(ByteStream::from(content));
        match put.send().await {
            Ok(_) => Ok(Put::Written),
            Err(error) if error.code() == Some("PreconditionFailed") => Ok(Put::Present),
            Err(error) => Err(unavailable(error)),
        }
    }
}

impl ArchiveReader for Objects {
    type Object = BucketObject;

    async fn keys(&self, prefix: &str, after: Option<&str>) -> Result<Vec<String>, Unavailable> {
        let Self { client, bucket } = self;
        let list = client.list_objects_v2().bucket(bucket).prefix(prefix).set_start_after(after.map(str::to_owned));
        let page = list.send().await.map_err(unavailable)?;
        Ok(page.contents().iter().filter_map(|object| object.key().map(str::to_owned)).collect())
    }

    async fn open(&self, key: &str) -> Result<Option<BucketObject>, Unavailable> {
        Ok(self.object(key).await?.map(|object| BucketObject(object.body)))
    }
}

/// What is left of an object in an S3 bucket.
#[derive(Debug)]
pub struct BucketObject(ByteStream);

impl ObjectBody for BucketObject {
    async fn next_chunk(&mut self) -> Result<Option<Bytes>, Unavailable> {
        self.0.next().await.transpose().map_err(unavailable)
    }
}

impl ArchiveRemover for Objects {
    async fn delete(&self, key: &str) -> Result<(), Unavailable> {
        let Self { client, bucket } = self;
        client.delete_object().bucket(bucket).key(key).send().await.map_err(unavailable)?;
        Ok(())
    }
}

/// Does what the bucket does, as far as it was allowed when it was made.
macro_rules! delegate {
    ($kind:ident writes) => {
        impl ArchiveWriter for $kind {
            async fn put_new(&self, key: &str, content: Vec<u8>) -> Result<Put, Unavailable> {
                self.0.put_new(key, content).await
            }
        }
    };
    ($kind:ident reads) => {
        impl ArchiveReader for $kind {
            type Object = BucketObject;

            async fn keys(&self, prefix: &str, after: Option<&str>) -> Result<Vec<String>, Unavailable> {
                self.0.keys(prefix, after).await
            }

            async fn open(&self, key: &str) -> Result<Option<BucketObject>, Unavailable> {
                self.0.open(key).await
            }
        }
    };
}

delegate!(BucketWriter writes);
delegate!(BucketReader reads);
delegate!(BucketScratch writes);
delegate!(BucketScratch reads);
delegate!(BucketKeeper writes);
delegate!(BucketKeeper reads);

impl ArchiveRemover for BucketKeeper {
    async fn delete(&self, key: &str) -> Result<(), Unavailable> {
        self.0.delete(key).await
    }
}
