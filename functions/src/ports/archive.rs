//! Where events are kept for ever.

use std::future::Future;

use bytes::Bytes;

use super::Unavailable;

/// What became of an object that was to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It was written.
    Written,
    /// An object of that name was there already and was left alone.
    Present,
}

/// Takes objects, each key once.
pub trait ArchiveWriter: Send + Sync {
    /// Writes an object unless there is one of that key.
    fn put_new(&self, key: &str, content: Vec<u8>) -> impl Future<Output = Result<Put, Unavailable>> + Send;
}

/// Gives objects back.
pub trait ArchiveReader: Send + Sync {
    /// An object that is being read.
    type Object: ObjectBody;

    /// A page of keys that begin with `prefix` and come after `after`, in order; empty at the end.
    fn keys(&self, prefix: &str, after: Option<&str>) -> impl Future<Output = Result<Vec<String>, Unavailable>> + Send;

    /// Begins to read an object; nothing if it is gone. What it held is in an object by then whose key comes later in the
    /// folder of the same hour, so whoever meets this lists again behind the last object that was read.
    fn open(&self, key: &str) -> impl Future<Output = Result<Option<Self::Object>, Unavailable>> + Send;

    /// The whole content of an object; nothing if it is gone, as with [`open`](Self::open).
    fn get(&self, key: &str) -> impl Future<Output = Result<Option<Vec<u8>>, Unavailable>> + Send {
        async move {
            let Some(mut object) = self.open(key).await? else { return Ok(None) };
            let mut content = Vec::new();
            while let Some(chunk) = object.next_chunk().await? {
                content.extend_from_slice(&chunk);
            }
            Ok(Some(content))
        }
    }
}

/// The content of an object, piece by piece, so that it need not fit into memory.
pub trait ObjectBody: Send {
    /// The next piece; none at the end.
    fn next_chunk(&mut self) -> impl Future<Output = Result<Option<Bytes>, Unavailable>> + Send;
}

/// Lets objects go.
pub trait ArchiveRemover: Send + Sync {
    /// Removes an object. One that is gone changes nothing.
    fn delete(&self, key: &str) -> impl Future<Output = Result<(), Unavailable>> + Send;
}
