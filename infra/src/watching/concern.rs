//! What alarms are about: for each of these there is a section of `docs/runbook.md`.

use crate::environment::Environment;

/// Where the runbook is, for whoever is paged.
pub const RUNBOOK: &str = "docs/runbook.md";

/// Declares the concerns: the anchor of each in the runbook, what is wrong with `{subject}`, and the
/// first command to run.
macro_rules! concerns {
    ($($(#[$doc:meta])* $concern:ident $anchor:literal $problem:literal $command:literal;)+) => {
        /// Something that a person has to look after.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Concern {
            $($(#[$doc])* $concern,)+
        }

        impl Concern {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$concern),+];

            /// The anchor of its section in the runbook.
            #[must_use]
            pub const fn anchor(self) -> &'static str {
                match self { $(Self::$concern => $anchor,)+ }
            }

            const fn problem(self) -> &'static str {
                match self { $(Self::$concern => $problem,)+ }
            }

            const fn command(self) -> &'static str {
                match self { $(Self::$concern => $command,)+ }
            }
        }
    };
}

concerns! {
    /// A function does not keep up with its stream.
    StreamBehind "stream-behind" "does not keep up with its stream; what is not read in time is lost to it" "status";
    /// A mapping gave up on records, which are in the failures bucket.
    RecordsGivenUp "records-given-up" "gave up on records, which are in the failures bucket now" "status";
    /// A mapping dropped records without keeping them.
    RecordsDropped "records-dropped" "lost records that no bucket has" "status";
    /// A mapping could not write to the failures bucket.
    FailuresNotKept "failures-not-kept" "could not write to the failures bucket what it gave up on" "logs {subject} --since 1h";
    /// Messages are in a dead-letter queue.
    DeadLetters "dead-letters" "holds messages that nobody could handle" "status";
    /// Messages wait in a queue for too long.
    QueueBehind "queue-behind" "has messages that have waited for too long" "status";
    /// Invocations fail.
    InvocationsFailing "invocations-failing" "fails again and again, or is ended by Lambda" "logs {subject} --filter ERROR";
    /// Invocations are refused because too many run.
    Throttled "throttled" "is refused by Lambda because too many functions run at once" "status";
    /// The stream takes or gives no more.
    StreamThrottled "stream-throttled" "takes or gives no more: it has too few shards for what is written or read" "status";
    /// A table refuses reads or writes.
    TableThrottled "table-throttled" "refuses reads or writes because there are too many" "logs --filter ERROR";
    /// A table fails by itself.
    TableFailing "table-failing" "fails inside of DynamoDB" "logs --filter ERROR";
    /// Commands have no outcome.
    CommandsFailing "commands-failing" "could not carry out commands or answer requests" "logs api cart --filter WARN";
    /// Much of what is asked is refused.
    Refusals "refusals" "has refused what it was asked for a quarter of an hour" "logs {subject} --since 1h";
    /// Many commands want the same aggregates.
    Conflicts "conflicts" "has many commands on the same aggregates at once, or commits that are not confirmed" "logs {subject} --filter again";
    /// Snapshots do not help.
    Snapshots "snapshots" "goes on without snapshots, which cannot be used" "logs {subject} --filter snapshot";
    /// Commits are not published.
    Unpublished "unpublished" "cannot publish commits: the events of their aggregates wait" "logs {subject} --filter taken";
    /// Something arrives that is no event.
    Unreadable "unreadable" "was handed something that is no commit or no event" "logs {subject} --filter ERROR";
    /// The stream left events out.
    Gaps "gaps" "met gaps in what the stream hands over, and filled them from the table" "logs {subject} --filter Healed";
    /// Events are parked.
    Parked "parked" "has parked events: their aggregates stand still" "redrive --handler {subject} --dry-run";
    /// Events cannot be handled for now.
    EventsLeft "events-left" "cannot handle events, which are handed over again and again" "logs {subject} --filter taken";
    /// Effects are late.
    Late "late" "lets events take effect too long after their commands" "status";
    /// The archive is late.
    ArchiveLate "archive-late" "has events in the archive too long after their commands" "status";
    /// An audit found that archive and table differ.
    ArchiveDiffers "archive-differs" "found that the archive and the event table differ" "audit";
    /// Hours of the archive stay in many small objects.
    NotCompacted "not-compacted" "left hours of the archive in many small objects" "compact";
    /// A replay found that the archive is not whole.
    ArchiveDamaged "archive-damaged" "found versions missing in the archive, or places in it that cannot be read" "audit";
    /// A reminder was not sent, or nobody knows whether it was.
    RemindersNotSent "reminders-not-sent" "could not send a reminder, or does not know whether it was sent" "logs {subject} --filter reminder";
}

impl Concern {
    /// What is wrong with `subject`, the first command to run, and where to read on.
    #[must_use]
    pub fn describe(self, subject: &str, environment: Environment) -> String {
        let (problem, anchor) = (self.problem(), self.anchor());
        let command = self.command().replace("{subject}", subject);
        format!(
            "{subject} {problem}. First: `cargo run -p infra -- {command} --env {environment}`. Then: {RUNBOOK}#{anchor}"
        )
    }
}
