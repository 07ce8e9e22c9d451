//! The notes of an audit, in slices: in memory as far as they fit, and in a bucket.

use uuid::Uuid;

use super::note::{Note, slice_of};
use crate::archive::{ObjectWriter, lines};
use crate::ports::{ArchiveReader, ArchiveWriter, Unavailable};

/// How many slices there are. Memory has to hold the notes of one: 5 million in 1 GB, so an audit can compare some 600 million
/// events.
pub(super) const SLICES: u16 = 256;

/// The notes of an audit.
pub(super) struct Notes<'a, N> {
    bucket: &'a N,
    run: Uuid,
    /// Names what is put away by this invocation.
    invocation: Uuid,
    in_memory: Vec<Vec<Note>>,
    count: usize,
    most: usize,
    /// How often notes were put away by this invocation.
    put_away: u64,
    /// Whether there may be notes in the bucket.
    in_bucket: bool,
}

impl<'a, N: ArchiveReader + ArchiveWriter> Notes<'a, N> {
    pub fn new(bucket: &'a N, run: Uuid, invocation: Uuid, in_bucket: bool, most: usize) -> Self {
        let in_memory = vec![Vec::new(); usize::from(SLICES)];
        Self { bucket, run, invocation, in_memory, count: 0, most, put_away: 0, in_bucket }
    }

    /// Keeps a note.
    pub async fn add(&mut self, note: Note) -> Result<(), Unavailable> {
        self.in_memory[usize::from(slice_of(&note.aggregate_id))].push(note);
        self.count += 1;
        if self.count >= self.most { self.put_away().await } else { Ok(()) }
    }

    /// Puts every note in the bucket.
    pub async fn put_away(&mut self) -> Result<(), Unavailable> {
        let Self { invocation, put_away, .. } = *self;
        for slice in 0..SLICES {
            let notes = std::mem::take(&mut self.in_memory[usize::from(slice)]);
            if notes.is_empty() {
                continue;
            }
            let mut writer = ObjectWriter::default();
            for note in &notes {
                let line = serde_json::to_vec(note).map_err(|error| Unavailable(error.to_string()))?;
                writer.line(&line).map_err(|error| Unavailable(error.to_string()))?;
            }
            let object = writer.finish().map_err(|error| Unavailable(error.to_string()))?;
            let key = format!("{}{invocation}-{put_away}", self.folder(slice));
            self.bucket.put_new(&key, object).await?;
        }
        self.count = 0;
        self.put_away += 1;
        self.in_bucket = true;
        Ok(())
    }

    /// Takes the notes of a slice, in order and each once.
    pub async fn take(&mut self, slice: u16) -> Result<Vec<Note>, Unavailable> {
        let mut notes = std::mem::take(&mut self.in_memory[usize::from(slice)]);
        self.count -= notes.len();
        if self.in_bucket {
            self.read(slice, &mut notes).await?;
        }
        notes.sort_unstable();
        notes.dedup();
        Ok(notes)
    }

    async fn read(&self, slice: u16, notes: &mut Vec<Note>) -> Result<(), Unavailable> {
        let folder = self.folder(slice);
        let mut after: Option<String> = None;
        loop {
            let keys = self.bucket.keys(&folder, after.as_deref()).await?;
            let Some(last) = keys.last() else { return Ok(()) };
            after = Some(last.clone());
            for key in keys {
                let lost = |reason: String| Unavailable(format!("the notes {key} cannot be read: {reason}"));
                let object = self.bucket.get(&key).await?.ok_or_else(|| lost("they are gone".to_owned()))?;
                for line in lines(&object) {
                    let line = line.map_err(|damage| lost(damage.to_string()))?;
                    notes.push(serde_json::from_slice(&line).map_err(|error| lost(error.to_string()))?);
                }
            }
        }
    }

    fn folder(&self, slice: u16) -> String {
        format!("{}/{slice:03}/", self.run)
    }
}
