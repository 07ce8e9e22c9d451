//! The records of replay runs in an S3 bucket: `runs/RUN.json`, and `checkpoints/RUN/…` that they go on from.

use aws_sdk_s3::error::ProvideErrorMetadata;
use aws_sdk_s3::primitives::ByteStream;
use contract::{Access, Address, Allows, Bucket, DeleteObject, GetObject, ListBucket, PutObject};

use super::archive_bucket::Objects;
use super::{Connection, unavailable};
use crate::event_handler::Generation;
use crate::ports::{ReplayRuns, Saved, Tag, Unavailable};
use crate::replay::Run;

const RUNS: &str = "runs/";

/// Runs in an S3 bucket. A record is changed only if its entity tag is what it was:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html>
#[derive(Debug, Clone)]
pub struct RunsBucket(Objects);

impl RunsBucket {
    /// The bucket at an address that allows to list, read, write and remove.
    pub fn new<A, L, G, P, D>(connection: &Connection, bucket: &Address<Bucket<Run>, A>) -> Self
    where
        A: Access<Bucket<Run>>
            + Allows<ListBucket, L>
            + Allows<GetObject, G>
            + Allows<PutObject, P>
            + Allows<DeleteObject, D>,
    {
        Self(Objects::new(connection, bucket.as_str()))
    }

    /// An object and its entity tag.
    async fn get(&self, key: &str) -> Result<Option<(Vec<u8>, Tag)>, Unavailable> {
        let Some(object) = self.0.object(key).await? else { return Ok(None) };
        let tag = Tag(object.e_tag().unwrap_or_default().to_owned());
        let content = object.body.collect().await.map_err(unavailable)?;
        Ok(Some((content.to_vec(), tag)))
    }
}

impl ReplayRuns for RunsBucket {
    async fn load(&self, run: &Generation) -> Result<Option<(Run, Tag)>, Unavailable> {
        let Some((content, tag)) = self.get(&key(run)).await? else { return Ok(None) };
        let run = serde_json::from_slice(&content);
        Ok(Some((run.map_err(|error| Unavailable(format!("a record is malformed: {error}")))?, tag)))
    }

    async fn save(&self, run: &Run, before: Option<&Tag>) -> Result<Saved, Unavailable> {
        let Objects { client, bucket } = &self.0;
        let content = serde_json::to_vec(run).map_err(|error| Unavailable(error.to_string()))?;
        let put = client.put_object().bucket(bucket).key(key(&run.run)).body(ByteStream::from(content));
        let put = match before {
            Some(Tag(tag)) => put.if_match(tag),
            None => put.if_none_match("*"),
        };
        match put.send().await {
            Ok(put) => Ok(Saved::As(Tag(put.e_tag().unwrap_or_default().to_owned()))),
            Err(error) => match error.code() {
                Some("PreconditionFailed" | "ConditionalRequestConflict" | "NoSuchKey") => Ok(Saved::Overtaken),
                _ => Err(unavailable(error)),
            },
        }
    }

    async fn names(&self) -> Result<Vec<Generation>, Unavailable> {
        let Objects { client, bucket } = &self.0;
        let mut pages = client.list_objects_v2().bucket(bucket).prefix(RUNS).into_paginator().send();
        let mut names = Vec::new();
        while let Some(page) = pages.next().await {
            let page = page.map_err(unavailable)?;
            let keys = page.contents().iter().filter_map(|object| object.key());
            let runs = keys.filter_map(|key| key.strip_prefix(RUNS)?.strip_suffix(".json"));
            names.extend(runs.filter_map(|run| Generation::try_from(run.to_owned()).ok()));
        }
        Ok(names)
    }

    async fn checkpoint(&self, name: &str) -> Result<Option<Vec<u8>>, Unavailable> {
        Ok(self.get(&checkpoint_key(name)).await?.map(|(content, _)| content))
    }

    async fn keep_checkpoint(&self, name: &str, checkpoint: Vec<u8>) -> Result<(), Unavailable> {
        let Objects { client, bucket } = &self.0;
        let put = client.put_object().bucket(bucket).key(checkpoint_key(name)).body(ByteStream::from(checkpoint));
        put.send().await.map(|_| ()).map_err(unavailable)
    }

    async fn drop_checkpoint(&self, name: &str) -> Result<(), Unavailable> {
        let Objects { client, bucket } = &self.0;
        let delete = client.delete_object().bucket(bucket).key(checkpoint_key(name));
        delete.send().await.map(|_| ()).map_err(unavailable)
    }
}

fn key(run: &Generation) -> String {
    format!("{RUNS}{run}.json")
}

fn checkpoint_key(name: &str) -> String {
    format!("checkpoints/{name}")
}
