//! The records of replays in a bucket.

use functions::event_handler::Generation;
use functions::ports::{ReplayRuns, Saved, Tag, Unavailable};
use functions::replay::Run;
use simulation::{BucketClient, Put};

use super::unavailable;

const RUNS: &str = "runs/";

pub(crate) struct Runs {
    pub(crate) bucket: BucketClient,
}

impl ReplayRuns for Runs {
    async fn load(&self, run: &Generation) -> Result<Option<(Run, Tag)>, Unavailable> {
        let Some(content) = self.bucket.get(&key(run)).await.map_err(unavailable)? else { return Ok(None) };
        let run = serde_json::from_slice(&content).map_err(unavailable)?;
        Ok(Some((run, Tag(String::from_utf8_lossy(&content).into_owned()))))
    }

    async fn save(&self, run: &Run, before: Option<&Tag>) -> Result<Saved, Unavailable> {
        let (key, content) = (key(&run.run), serde_json::to_string(run).map_err(unavailable)?);
        let saved = match before {
            Some(Tag(before)) => self.bucket.put_over(&key, before.clone().into(), content.clone().into()).await,
            None => self.bucket.put_new(&key, content.clone().into()).await.map(|put| put == Put::Written),
        };
        Ok(if saved.map_err(unavailable)? { Saved::As(Tag(content)) } else { Saved::Overtaken })
    }

    async fn names(&self) -> Result<Vec<Generation>, Unavailable> {
        let keys = self.bucket.list(RUNS, None, 1_000).await.map_err(unavailable)?;
        let names = keys.iter().filter_map(|key| key.strip_prefix(RUNS)?.strip_suffix(".json"));
        names.map(|name| Generation::try_from(name.to_owned()).map_err(unavailable)).collect()
    }

    async fn checkpoint(&self, name: &str) -> Result<Option<Vec<u8>>, Unavailable> {
        let content = self.bucket.get(&checkpoint_key(name)).await.map_err(unavailable)?;
        Ok(content.map(|content| content.to_vec()))
    }

    async fn keep_checkpoint(&self, name: &str, checkpoint: Vec<u8>) -> Result<(), Unavailable> {
        self.bucket.put(&checkpoint_key(name), checkpoint).await.map_err(unavailable)
    }

    async fn drop_checkpoint(&self, name: &str) -> Result<(), Unavailable> {
        self.bucket.delete(&checkpoint_key(name)).await.map_err(unavailable)
    }
}

fn key(run: &Generation) -> String {
    format!("{RUNS}{run}.json")
}

fn checkpoint_key(name: &str) -> String {
    format!("checkpoints/{name}")
}
