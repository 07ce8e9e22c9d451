//! The first two steps of an audit: the archive is read, then the table.

use domain::kernel::Version;
use tokio::time::Instant;

use super::note::{Note, Place, Seen};
use super::{Finding, Invocated, Step};
use crate::archive::{Hour, PREFIX, lines};
use crate::commit_item::CommitItem;
use crate::envelope::{Envelope, envelopes};
use crate::ports::{
    ArchiveReader, ArchiveRemover, ArchiveWriter, EventHistory, EventScan, MalformedCommit, ScanPosition, Unavailable,
};

impl<S, U, N, T> Invocated<'_, S, U, N, T>
where
    S: ArchiveReader + ArchiveWriter + ArchiveRemover,
    U: ArchiveWriter,
    N: ArchiveReader + ArchiveWriter,
    T: EventScan + EventHistory,
{
    /// Reads the archive behind an object, until there is no time left.
    pub(super) async fn read_archive(&mut self, mut after: Option<String>) -> Result<Step, Unavailable> {
        'pages: loop {
            let keys = self.handler.archive.keys(PREFIX, after.as_deref()).await?;
            if keys.is_empty() {
                return Ok(Step::Table(None));
            }
            for key in keys {
                // What a compaction has removed is in an object behind it.
                let Some(object) = self.handler.archive.get(&key).await? else { continue 'pages };
                self.read_object(&key, &object).await?;
                after = Some(key);
                if Instant::now() >= self.until {
                    return Ok(Step::Archive(after));
                }
            }
        }
    }

    async fn read_object(&mut self, key: &str, object: &[u8]) -> Result<(), Unavailable> {
        self.report.objects += 1;
        let ordinal = self.objects_before.saturating_add(self.report.objects);
        let Some(hour) = Hour::of_key(key) else {
            self.unreadable(key, 1, "it is in no folder of an hour".to_owned(), false);
            return Ok(());
        };
        let mut wrong = Vec::new();
        let mut readable = Vec::new();
        for (line, number) in lines(object).zip(1..) {
            let note = line.map_err(|damage| damage.reason).and_then(|line| {
                let event: Envelope = serde_json::from_slice(&line).map_err(|error| error.to_string())?;
                let place = Place { hour: hour.number(), object: ordinal, line: number };
                let note = Note::of(&event, Seen::Archive(place)).map_err(|error| error.to_string())?;
                if self.request.repair {
                    readable.push(line);
                }
                Ok(note)
            });
            match note {
                Ok(note) if self.is_wanted(&note.aggregate_id) => self.notes.add(note).await?,
                Ok(_) => {}
                Err(reason) => wrong.push((number, reason)),
            }
        }
        let replaced = self.request.repair && !wrong.is_empty();
        if replaced {
            self.replace(key, object, &readable).await?;
        }
        for (line, reason) in wrong {
            self.unreadable(key, line, reason, replaced);
        }
        Ok(())
    }

    fn unreadable(&mut self, key: &str, line: u64, reason: String, repaired: bool) {
        tracing::error!(key, line, reason, repaired, "a part of the archive cannot be read");
        self.report.unreadable += 1;
        self.report.replaced += u64::from(repaired);
        self.report.find(Finding::Unreadable { object: key.to_owned(), line, reason, repaired });
    }

    /// Reads the table behind a commit, until there is no time left.
    pub(super) async fn read_table(&mut self, mut after: Option<ScanPosition>) -> Result<Step, Unavailable> {
        if let Some(aggregate_id) = &self.request.aggregate {
            for event in self.handler.table.events(aggregate_id, Version::FIRST).await? {
                self.see_in_table(&event).await?;
            }
            return Ok(Step::Compare(0));
        }
        loop {
            let page = self.handler.table.commits(after.as_ref()).await?;
            for commit in page.commits {
                self.read_commit(commit).await?;
            }
            match page.next {
                None => return Ok(Step::Compare(0)),
                Some(next) if Instant::now() >= self.until => return Ok(Step::Table(Some(next))),
                next => after = next,
            }
        }
    }

    async fn read_commit(&mut self, commit: Result<CommitItem, MalformedCommit>) -> Result<(), Unavailable> {
        self.report.commits += 1;
        let events = commit.and_then(|commit| {
            let position = ScanPosition { aggregate_id: commit.aggregate_id.clone(), version: commit.version };
            envelopes(&commit).map_err(|error| MalformedCommit { position, reason: error.to_string() })
        });
        match events {
            Ok(events) => {
                for event in &events {
                    self.see_in_table(event).await?;
                }
            }
            Err(MalformedCommit { position: ScanPosition { aggregate_id, version }, reason }) => {
                tracing::error!(aggregate_id, version, reason, "a commit of the table cannot be read");
                self.report.unreadable += 1;
                self.report.find(Finding::UnreadableCommit { aggregate_id, version, reason });
            }
        }
        Ok(())
    }

    async fn see_in_table(&mut self, event: &Envelope) -> Result<(), Unavailable> {
        let seen = Seen::Table { hour: Hour::of(event.time).number(), due: event.time <= self.due };
        let note = Note::of(event, seen).map_err(|error| Unavailable(error.to_string()))?;
        self.notes.add(note).await
    }
}
