//! The archive in a bucket.

use std::future::Future;
use std::time::Duration;

use functions::ports::memory::MemoryObject;
use functions::ports::{ArchiveReader, ArchiveRemover, ArchiveWriter, Put, Unavailable};
use simulation::{BucketClient, Failure};

use super::unavailable;
use crate::mutant::Mutant;

pub(crate) struct Archive {
    pub(crate) bucket: BucketClient,
    pub(crate) mutant: Option<Mutant>,
}

impl ArchiveWriter for Archive {
    async fn put_new(&self, key: &str, content: Vec<u8>) -> Result<Put, Unavailable> {
        if self.mutant == Some(Mutant::ArchiveOverwrites) {
            let shard = key.rsplit('-').nth(2).unwrap_or_default();
            let put = self.bucket.put(&format!("events/{shard}.jsonl.gz"), content).await;
            return put.map(|()| Put::Written).map_err(unavailable);
        }
        let key = match (self.mutant, key.rsplit_once('-')) {
            (Some(Mutant::ArchiveNamesWithoutRange), Some((name, _))) => &name[..name.len() - 56],
            _ => key,
        };
        match self.bucket.put_new(key, content).await.map_err(unavailable)? {
            simulation::Put::Written => Ok(Put::Written),
            simulation::Put::Present => Ok(Put::Present),
        }
    }
}

impl ArchiveReader for Archive {
    type Object = MemoryObject;

    async fn keys(&self, prefix: &str, after: Option<&str>) -> Result<Vec<String>, Unavailable> {
        patiently(|| self.bucket.list(prefix, after, 1_000)).await.map_err(unavailable)
    }

    async fn open(&self, key: &str) -> Result<Option<MemoryObject>, Unavailable> {
        let object = patiently(|| self.bucket.get(key)).await.map_err(unavailable)?;
        Ok(object.map(|object| object.to_vec().into()))
    }
}

impl ArchiveRemover for Archive {
    async fn delete(&self, key: &str) -> Result<(), Unavailable> {
        self.bucket.delete(key).await.map_err(unavailable)
    }
}

/// Sends a request up to three times while it is throttled, as the SDK does by itself.
async fn patiently<T, R: Future<Output = Result<T, Failure>>>(request: impl Fn() -> R) -> Result<T, Failure> {
    for pause in [50, 100] {
        match request().await {
            Err(Failure::Throttled) => tokio::time::sleep(Duration::from_millis(pause)).await,
            answer => return answer,
        }
    }
    request().await
}
