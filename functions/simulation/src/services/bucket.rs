//! An S3 bucket: strongly consistent, with conditional writes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use super::{logical_id, not_found};
use crate::sandbox::{Failure, Sandbox};
use crate::world::{World, lock};

/// Objects by key.
#[derive(Debug, Default)]
pub struct Bucket {
    objects: Mutex<BTreeMap<String, Arc<Vec<u8>>>>,
    written: Mutex<BTreeSet<String>>,
}

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
        lock(&self.objects).clone()
    }

    /// Every key that was ever written, even if its object was deleted.
    #[must_use]
    pub fn written(&self) -> BTreeSet<String> {
        lock(&self.written).clone()
    }

    /// Writes an object.
    pub fn put(&self, key: &str, content: Vec<u8>) {
        lock(&self.objects).insert(key.to_owned(), Arc::new(content));
        lock(&self.written).insert(key.to_owned());
    }

    fn put_new(&self, key: &str, content: Vec<u8>) -> Put {
        if lock(&self.objects).contains_key(key) {
            return Put::Present;
        }
        self.put(key, content);
        Put::Written
    }

    fn put_over(&self, key: &str, before: &[u8], content: Vec<u8>) -> bool {
        let mut objects = lock(&self.objects);
        let Some(object) = objects.get_mut(key).filter(|object| object.as_slice() == before) else { return false };
        *object = Arc::new(content);
        true
    }

    fn list(&self, prefix: &str, after: Option<&str>, most: usize) -> Vec<String> {
        let objects = lock(&self.objects);
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
        self.request("s3:GetObject", move |bucket| lock(&bucket.objects).get(&key).cloned()).await
    }

    /// `DeleteObject`; one that is not there is no error.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn delete(&self, key: &str) -> Result<(), Failure> {
        let key = key.to_owned();
        self.request("s3:DeleteObject", move |bucket| drop(lock(&bucket.objects).remove(&key))).await
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::fault::Faults;
    use crate::function::Functions;
    use crate::testing::{given, sandbox};

    /// Runs a test in a world with a bucket `B`.
    fn given_bucket(test: impl AsyncFnOnce(BucketClient, &Bucket)) {
        let resources = json!({ "B": { "Type": "AWS::S3::Bucket", "Properties": {} } });
        given(resources, Functions::default(), Faults::none(), async |world| {
            let allowed =
                ["s3:PutObject", "s3:ListBucket", "s3:GetObject", "s3:DeleteObject"].map(|action| (action, "B"));
            test(sandbox(&world, &allowed).bucket("B"), world.services().bucket("B").unwrap()).await;
        });
    }

    async fn content(bucket: &BucketClient, key: &str) -> Option<Vec<u8>> {
        bucket.get(key).await.unwrap().map(|object| object.to_vec())
    }

    #[test]
    fn a_new_object_is_written_once() {
        given_bucket(async |bucket, _| {
            assert_eq!(bucket.put_new("key", b"first".to_vec()).await, Ok(Put::Written));
            assert_eq!(bucket.put_new("key", b"second".to_vec()).await, Ok(Put::Present));
            assert_eq!(content(&bucket, "key").await.unwrap(), b"first");
            bucket.delete("key").await.unwrap();
            bucket.delete("key").await.unwrap();
            assert_eq!(bucket.put_new("key", b"second".to_vec()).await, Ok(Put::Written));
        });
    }

    #[test]
    fn an_object_is_replaced_only_while_it_is_what_somebody_has_read() {
        given_bucket(async |bucket, _| {
            let over = |before: &str, after: &str| bucket.put_over("key", before.into(), after.into());
            assert_eq!(over("", "a").await, Ok(false));
            bucket.put("key", b"a".to_vec()).await.unwrap();
            assert_eq!((over("a", "b").await, over("a", "c").await), (Ok(true), Ok(false)));
            assert_eq!(content(&bucket, "key").await.unwrap(), b"b");
        });
    }

    #[test]
    fn keys_are_listed_in_order_page_by_page() {
        given_bucket(async |bucket, _| {
            for key in ["b/3", "a/1", "b/1", "c", "b/2"] {
                bucket.put(key, Vec::new()).await.unwrap();
            }
            assert_eq!(bucket.list("b/", None, 2).await.unwrap(), ["b/1", "b/2"]);
            assert_eq!(bucket.list("b/", Some("b/2"), 2).await.unwrap(), ["b/3"]);
            assert_eq!(bucket.list("b/", Some("a"), 1).await.unwrap(), ["b/1"]);
            assert_eq!(bucket.list("", Some("b/3"), 9).await.unwrap(), ["c"]);
        });
    }

    #[test]
    fn what_was_written_is_known_when_it_is_gone() {
        given_bucket(async |client, bucket| {
            client.put("key", Vec::new()).await.unwrap();
            client.delete("key").await.unwrap();
            assert_eq!((bucket.objects().len(), bucket.written()), (0, ["key".to_owned()].into()));
        });
    }
}
