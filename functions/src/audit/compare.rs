//! The last step of an audit: of each slice of the aggregates, what was seen in the archive is compared with the table.

use super::note::{Note, Seen};
use super::repair::{Known, Planned, Recorded, Restoration};
use super::{Finding, Invocated};
use crate::archive::Hour;
use crate::ports::{ArchiveReader, ArchiveRemover, ArchiveWriter, EventHistory, EventScan, Unavailable};

impl<S, U, N, T> Invocated<'_, S, U, N, T>
where
    S: ArchiveReader + ArchiveWriter + ArchiveRemover,
    U: ArchiveWriter,
    N: ArchiveReader + ArchiveWriter,
    T: EventScan + EventHistory,
{
    pub(super) async fn compare(&mut self, slice: u16) -> Result<(), Unavailable> {
        let notes = self.notes.take(slice).await?;
        let mut restoration = Restoration::default();
        for of_aggregate in notes.chunk_by(|a, b| a.aggregate_id == b.aggregate_id) {
            let [Note { aggregate_id, .. }, ..] = of_aggregate else { continue };
            let versions = of_aggregate.chunk_by(|a, b| a.version == b.version);
            let known: Vec<_> = versions.map(|notes| self.compare_version(notes)).collect();
            let Planned { missing, out_of_turn } = restoration.plan(aggregate_id, &known, Hour::of(self.now));
            self.report.missing += missing.len() as u64;
            self.report.out_of_turn += out_of_turn.len() as u64;
            for (from, to) in runs(&missing) {
                let (aggregate_id, repaired) = (aggregate_id.clone(), self.request.repair);
                self.report.find(Finding::Missing { aggregate_id, from, to, repaired });
            }
            for (from, to) in runs(&out_of_turn) {
                self.report.find(Finding::OutOfTurn { aggregate_id: aggregate_id.clone(), from, to });
            }
        }
        if self.request.repair {
            self.report.restored += self.restore(restoration).await?;
        }
        Ok(())
    }

    /// Compares the notes of one version of an aggregate.
    fn compare_version(&mut self, notes: &[Note]) -> Known {
        let mut known = Known::default();
        let mut digests = Vec::new();
        for Note { version, seen, digest, .. } in notes {
            known.version = *version;
            digests.push(*digest);
            match *seen {
                Seen::Archive(place) => known.archived.push(place),
                Seen::Table { hour, due } => known.recorded = Some(Recorded { hour, due }),
            }
        }
        digests.sort_unstable();
        digests.dedup();
        let report = &mut self.report;
        report.archived += u64::from(!known.archived.is_empty());
        report.recorded += u64::from(known.recorded.is_some());
        report.duplicates += (known.archived.len() as u64).saturating_sub(1);
        match (notes, &known.archived[..], known.recorded) {
            ([Note { aggregate_id, version, .. }, ..], [place, ..], recorded) => {
                let (aggregate_id, version) = (aggregate_id.clone(), *version);
                let hour = Hour::numbered(place.hour).partition();
                if recorded.is_none() {
                    report.extra += 1;
                    report.find(Finding::Extra { aggregate_id, version, hour });
                } else if digests.len() > 1 {
                    report.different += 1;
                    report.find(Finding::Different { aggregate_id, version, hour });
                }
            }
            (_, [], Some(Recorded { due: false, .. })) => report.on_their_way += 1,
            _ => {}
        }
        known
    }
}

/// The first and the last of versions that follow each other.
fn runs(versions: &[u64]) -> impl Iterator<Item = (u64, u64)> {
    let runs = versions.chunk_by(|version, next| version + 1 == *next);
    runs.filter_map(|run| Some((*run.first()?, *run.last()?)))
}
