//! The metrics, by what kind of number they are.

/// Declares the metrics of a kind, which are named after their variants.
macro_rules! metrics {
    ($(#[$of_kind:meta])* $kind:ident { $($(#[$of_metric:meta])* $metric:ident,)+ }) => {
        $(#[$of_kind])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $kind {
            $($(#[$of_metric])* $metric,)+
        }

        impl $kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$metric),+];

            /// What CloudWatch calls it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$metric => stringify!($metric),)+
                }
            }
        }
    };
}

metrics! {
    /// How often something happened in an invocation; added up over invocations.
    Count {
        /// Invocations that were refused because of what the client asked, by the code of the refusal.
        InvocationsRefused,
        /// Invocations that failed for any other reason. Those that Lambda ended are not among them: AWS counts those.
        InvocationsFailed,
        /// Commands that were carried out.
        CommandsAccepted,
        /// Commands with the id of one that was carried out before, which had its outcome and no other effect.
        CommandsRepeated,
        /// Commands that the aggregate refused, by the code of the refusal.
        CommandsRefused,
        /// Commands that had no outcome, by the code of the error.
        CommandsFailed,
        /// Attempts at a command that lost against another one on the same aggregate.
        CommandConflicts,
        /// Attempts at a command whose commit may or may not have been stored.
        CommandsUnconfirmed,
        /// Snapshots that could not be read or kept; commands go on without, at the price of loading more.
        SnapshotsUnavailable,
        /// Snapshots that do not belong to the stored history.
        SnapshotsLeftAside,
        /// HTTP requests that were answered as asked.
        RequestsAnswered,
        /// HTTP requests that were answered with a problem of the client's making, by its code.
        RequestsRefused,
        /// HTTP requests that were answered with a problem of our making, by its code.
        RequestsFailed,
        /// Deliveries that are no commit or no event, wherever they arrive.
        UnreadableDeliveries,
        /// Messages that a stream or a queue did not take at once, by each attempt.
        SendsRepeated,
        /// Events that were published.
        EventsPublished,
        /// Commits that were not published with their batch, and will be handed over again.
        CommitsLeft,
        /// Events that were archived.
        EventsArchived,
        /// Batches that were archived before, under the same name.
        BatchesArchivedAgain,
        /// What an audit found that should not be so.
        AuditFindings,
        /// Events that a repair has restored in the archive.
        EventsRestored,
        /// Hours of the archive that could not be compacted.
        HoursNotCompacted,
        /// Events that took effect.
        EventsApplied,
        /// Events that had taken effect before.
        DuplicateEvents,
        /// Events that are none of the handler's business.
        EventsIgnored,
        /// Deliveries that came before events which the stream had left out; those came from the table.
        GapsHealed,
        /// Events, and deliveries that are none, that were parked.
        EventsParked,
        /// Events that were not handled with their batch, and will be handed over again.
        EventsLeft,
        /// Parked events that took effect after all.
        EventsRedriven,
        /// Replayed events that came when their generation was not being built any more.
        ReplayedEventsDropped,
        /// Events that a replay handed to a handler.
        EventsReplayed,
        /// Events that a replay found in the archive once more.
        ReplayDuplicates,
        /// Stretches of versions that a replay found missing in the archive.
        ArchiveHoles,
        /// Places of the archive that a replay could not read.
        ArchiveDamages,
        /// Reminders that were sent.
        RemindersSent,
        /// Reminders that there was no need for: sent before, or the cart closed, or nobody to write to.
        RemindersSpared,
        /// Reminders that the mail service did not take.
        RemindersRefused,
        /// Reminders of which nobody knows whether they were sent.
        RemindersUnconfirmed,
    }
}

impl Count {
    /// What becomes of commands.
    pub const OF_COMMANDS: &'static [Self] = &[
        Self::InvocationsRefused,
        Self::CommandsAccepted,
        Self::CommandsRepeated,
        Self::CommandsRefused,
        Self::CommandsFailed,
        Self::CommandConflicts,
        Self::CommandsUnconfirmed,
        Self::SnapshotsUnavailable,
        Self::SnapshotsLeftAside,
    ];

    /// What becomes of reminders.
    pub const OF_REMINDERS: &'static [Self] = &[
        Self::InvocationsRefused,
        Self::RemindersSent,
        Self::RemindersSpared,
        Self::RemindersRefused,
        Self::RemindersUnconfirmed,
    ];

    /// What becomes of the deliveries to an event handler.
    pub const OF_EVENT_HANDLERS: &'static [Self] = &[
        Self::InvocationsRefused,
        Self::UnreadableDeliveries,
        Self::EventsApplied,
        Self::DuplicateEvents,
        Self::EventsIgnored,
        Self::GapsHealed,
        Self::EventsParked,
        Self::EventsLeft,
        Self::EventsRedriven,
        Self::ReplayedEventsDropped,
    ];
}

metrics! {
    /// How long something took, in milliseconds.
    Lag {
        /// From the decision on a command to the effect of its event in a handler.
        CommandToHandler,
        /// From the decision on a command to its event in the archive, for the oldest event of a batch.
        CommandToArchive,
    }
}

metrics! {
    /// How many there are of something whenever somebody looks.
    Level {
        /// Aggregates of which events are parked, in every generation.
        ParkedAggregates,
        /// Events, and deliveries that are none, that are parked.
        ParkedDeliveries,
    }
}
