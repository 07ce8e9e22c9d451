//! An S3 bucket: strongly consistent, with conditional writes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::{logical_id, not_found};
use crate::sandbox::{Failure, Sandbox};
use crate::world::{World, lock};

/// Objects by key.
#[derive(Debug, Default)]
pub struct Bucket(Mutex<BTreeMap<String, Arc<Vec<u8>>>>);

/// What became of an object that was to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It was written.
    Written,
    /// There is one of that key already, which was to be left alone.
    Present,
}

impl Bucket {
    /// Every object.
    #[must_use]
    pub fn objects(&self) -> BTreeMap<String, Arc<Vec<u8>>> {
        lock(&self.0).clone()
    }

    /// Writes an object.
    pub fn put(&self, key: &str, content: Vec<u8>) {
        lock(&self.0).insert(key.to_owned(), Arc::new(content));
    }

    fn put_new(&self, key: &str, content: Vec<u8>) -> Put {
        let mut objects = lock(&self.0);
        if objects.contains_key(key) {
            return Put::Present;
        }
        objects.insert(key.to_owned(), Arc::new(content));
        Put::Written
    }

    fn put_over(&self, key: &str, before: &[u8], content: Vec<u8>) -> bool {
        let mut objects = lock(&self.0);
        let Some(object) = objects.get_mut(key).filter(|object| object.as_slice() == before) else { return false };
        *object = Arc::new(content);
        true
    }

    fn list(&self, prefix: &str, after: Option<&str>, most: usize) -> Vec<String> {
        let objects = lock(&self.0);
        let from = after.map_or(prefix, |after| after.max(prefix));
        let keys = objects.range(from.to_owned()..).map(|(key, _)| key);
        let wanted =
            keys.take_while(|key| key.starts_with(prefix)).filter(|key| after.is_none_or(|after| key.as_str() > after));
        wanted.take(most).cloned().collect()
    }
}

/// Sends requests to a bucket.
#[derive(Debug, Clone)]
pub struct BucketClient {
    sandbox: Sandbox,
    address: String,
}

impl BucketClient {
    pub(crate) fn new(sandbox: Sandbox, address: &str) -> Self {
        Self { sandbox, address: address.to_owned() }
    }

    async fn request<T: Send + 'static>(
        &self,
        action: &'static str,
        effect: impl FnOnce(&Bucket) -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let address = self.address.clone();
        let effect =
            move |world: &World| world.services().bucket(&address).map(effect).ok_or_else(|| not_found(&address));
        self.sandbox.request(action, logical_id(&self.address), effect).await?
    }

    /// `PutObject` with `If-None-Match: *`.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn put_new(&self, key: &str, content: Vec<u8>) -> Result<Put, Failure> {
        let key = key.to_owned();
        self.request("s3:PutObject", move |bucket| bucket.put_new(&key, content)).await
    }

    /// `PutObject` with `If-Match`: only if the object is `before`, of which the entity tag is a digest. Whether it was.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn put_over(&self, key: &str, before: Vec<u8>, content: Vec<u8>) -> Result<bool, Failure> {
        let key = key.to_owned();
        self.request("s3:PutObject", move |bucket| bucket.put_over(&key, &before, content)).await
    }

    /// `PutObject`, in place of what may be there.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn put(&self, key: &str, content: Vec<u8>) -> Result<(), Failure> {
        let key = key.to_owned();
        self.request("s3:PutObject", move |bucket| bucket.put(&key, content)).await
    }

    /// `ListObjectsV2`: up to `most` keys that begin with `prefix` and come after `after`.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn list(&self, prefix: &str, after: Option<&str>, most: usize) -> Result<Vec<String>, Failure> {
        let (prefix, after) = (prefix.to_owned(), after.map(str::to_owned));
        self.request("s3:ListBucket", move |bucket| bucket.list(&prefix, after.as_deref(), most)).await
    }

    /// `GetObject`; nothing when there is none of that key.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn get(&self, key: &str) -> Result<Option<Arc<Vec<u8>>>, Failure> {
        let key = key.to_owned();
        self.request("s3:GetObject", move |bucket| lock(&bucket.0).get(&key).cloned()).await
    }

    /// `DeleteObject`; one that is not there is no error.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn delete(&self, key: &str) -> Result<(), Failure> {
        let key = key.to_owned();
        self.request("s3:DeleteObject", move |bucket| drop(lock(&bucket.0).remove(&key))).await
    }
}
