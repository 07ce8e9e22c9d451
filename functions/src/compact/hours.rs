//! The hours of an archive, one after the other, with the keys of their objects.

use std::collections::VecDeque;

use crate::archive::{Hour, PREFIX};
use crate::ports::{ArchiveReader, Unavailable};

/// Goes through the hours of an archive.
pub(super) struct Hours<'a, S> {
    archive: &'a S,
    /// The last key that was listed.
    after: Option<String>,
    listed: VecDeque<(Hour, String)>,
}

impl<'a, S: ArchiveReader> Hours<'a, S> {
    pub fn new(archive: &'a S, after: Option<String>) -> Self {
        Self { archive, after, listed: VecDeque::new() }
    }

    /// The next hour, with all of its keys behind the one to begin after. Keys that belong to no hour are passed over.
    pub async fn next(&mut self) -> Result<Option<(Hour, Vec<String>)>, Unavailable> {
        let Some((hour, first)) = self.key().await? else { return Ok(None) };
        let mut keys = vec![first];
        while let Some((next, key)) = self.key().await? {
            if next != hour {
                self.listed.push_front((next, key));
                break;
            }
            keys.push(key);
        }
        Ok(Some((hour, keys)))
    }

    async fn key(&mut self) -> Result<Option<(Hour, String)>, Unavailable> {
        while self.listed.is_empty() {
            let page = self.archive.keys(PREFIX, self.after.as_deref()).await?;
            let Some(last) = page.last() else { return Ok(None) };
            self.after = Some(last.clone());
            self.listed.extend(page.into_iter().filter_map(|key| Some((Hour::of_key(&key)?, key))));
        }
        Ok(self.listed.pop_front())
    }
}
