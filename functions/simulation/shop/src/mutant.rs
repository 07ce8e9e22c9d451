//! Mistakes that are made on purpose, to see that the simulation finds them.

use serde_json::{Value, json};

/// Declares every mutant with what it does.
macro_rules! mutants {
    ($($(#[doc = $doc:literal])* $name:ident;)*) => {
        /// A mistake in the topology, in an adapter or in a handler.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Mutant {
            $($(#[doc = $doc])* $name,)*
        }

        impl Mutant {
            /// Every mutant.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
        }
    };
}

mutants! {
    /// Streams are read from their ends.
    LatestInsteadOfTrimHorizon;
    /// Batches are given up after one retry.
    TooFewRetries;
    /// Records are given up once they are a minute old.
    RecordAgeOfAMinute;
    /// The mapping of `archive` bisects batches.
    ArchiveBisects;
    /// The role of `related-items` does not allow to write its table.
    PermissionForgotten;
    /// Events that took effect before take effect again.
    NoGate;
    /// The gate is read before, and not checked in the transaction of the effect.
    GateOutsideTheTransaction;
    /// An event that came too early takes effect.
    GapTreatedAsNext;
    /// Only the first event of an aggregate that cannot go on is parked.
    ParkingWithoutLaterEvents;
    /// A commit is stored in place of what somebody else stored.
    AppendWithoutCondition;
    /// A command that is sent again is carried out again.
    CommandIdIgnored;
    /// Of the records that were not handled, the last is reported instead of the first.
    RetrySkipsRecords;
    /// Whatever happened, the batch is reported as handled.
    FailuresNotReported;
    /// Records that a stream did not take count as sent.
    PartialFailuresIgnored;
    /// Objects of the archive are named after where their batch begins, not after where it ends.
    ArchiveNamesWithoutRange;
    /// Objects of the archive are overwritten.
    ArchiveOverwrites;
    /// All messages of replays have the same deduplication id.
    ConstantDeduplicationId;
    /// The deduplication id of a message is that of the event, in every run.
    DeduplicationIdOfTheEventOnly;
    /// Nobody notes who sends a reminder.
    RemindersNotClaimed;
    /// A replay goes to the generation that is in use.
    ReplayIntoTheLiveGeneration;
    /// The events of a replay reach `reminders` as well, behind a gate of its own.
    ReplayReachesReminders;
    /// Snapshots do not tell which commands were accepted long before them.
    SnapshotsForgetCommands;
    /// A command to a cart that is closed is refused, even one that was accepted when it was open.
    ClosedCartsForgetCommands;
    /// A write that meets another one is a panic.
    ConflictPanics;
}

impl Mutant {
    /// Makes the mistake in a template, if that is where it belongs.
    pub(crate) fn change(self, template: &mut Value) {
        let resources = template["Resources"].as_object_mut().into_iter().flatten();
        for (id, resource) in resources {
            let kind = resource["Type"].as_str().unwrap_or_default().to_owned();
            let properties = &mut resource["Properties"];
            let is_stream = kind == "AWS::Lambda::EventSourceMapping" && !properties["StartingPosition"].is_null();
            match self {
                Self::LatestInsteadOfTrimHorizon if is_stream => properties["StartingPosition"] = json!("LATEST"),
                Self::TooFewRetries if is_stream => properties["MaximumRetryAttempts"] = json!(1),
                Self::RecordAgeOfAMinute if is_stream => properties["MaximumRecordAgeInSeconds"] = json!(60),
                Self::ArchiveBisects if id == "ArchiverFromEvents" => {
                    properties["BisectBatchOnFunctionError"] = json!(true)
                }
                Self::PermissionForgotten if id == "RelatedItemsRole" => {
                    let statements = properties["Policies"][0]["PolicyDocument"]["Statement"].as_array_mut();
                    for statement in
                        statements.into_iter().flatten().filter(|statement| statement["Sid"] == "RelatedTable")
                    {
                        statement["Action"] = json!(["dynamodb:GetItem"]);
                    }
                }
                Self::ReplayReachesReminders if id == "RelatedItemsRole" => {
                    let statements = properties["Policies"][0]["PolicyDocument"]["Statement"].as_array_mut();
                    if let Some(statements) = statements {
                        let actions = ["scheduler:CreateSchedule", "scheduler:DeleteSchedule"];
                        let resource = json!([{ "Ref": "RemindersSchedules" }]);
                        statements.push(json!({ "Effect": "Allow", "Action": actions, "Resource": resource }));
                    }
                }
                _ => {}
            }
        }
    }
}
