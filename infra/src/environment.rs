//! The environments: everything that may differ between one stack of the shop and another.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use cdk::constructs::{Architecture, EmailSenderProps, LogLevel, LogRetention};
use cdk::{AssetBucket, BatchingWindow, MemorySize, RecordAge, RemovalPolicy, StackProps, StreamRetention, literal};

const TWO_WEEKS: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// One environment, which is one stack. Adding an environment is adding a value to [`Environment::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Environment {
    /// Its name on the command line and in the stack's name.
    pub name: &'static str,
    /// The account that it belongs to; whichever the credentials are for, if none.
    pub account: Option<&'static str>,
    /// The region that it belongs to; whichever is configured, if none.
    pub region: Option<&'static str>,
    /// What becomes of data when they leave the stack.
    pub removal: RemovalPolicy,
    /// Whether tables, and the stack itself, refuse to be deleted.
    pub protection: bool,
    /// Whether tables can be restored to any second of the last 35 days.
    pub point_in_time_recovery: bool,
    /// How long the event stream keeps records.
    pub stream_retention: StreamRetention,
    /// How old an event on the stream may become before a function that keeps failing gives up on it: a few hours less
    /// than `stream_retention`, so that it goes to the failures bucket before it is lost.
    pub record_age: RecordAge,
    /// How long the archive waits for a batch to fill: longer makes fewer and larger objects.
    pub archive_window: BatchingWindow,
    /// The least important events that are logged.
    pub log_level: LogLevel,
    /// How long logs are kept.
    pub log_retention: LogRetention,
    /// The processor that functions run on.
    pub architecture: Architecture,
    /// The memory of each function.
    pub memory: MemorySize,
    /// The email address that is told of alarms; it has to confirm that. Put one of yours here. Others can subscribe to the topic.
    pub pager: Option<&'static str>,
    /// From when on alarms go off.
    pub thresholds: Thresholds,
    /// How many requests a second the API takes, over all of its routes. API Gateway answers the rest with `429`.
    pub request_rate: u32,
    /// How many requests the API takes at once beyond that.
    pub request_burst: u32,
    /// Whose tokens the API takes; without an issuer, it takes requests that are signed by whom IAM allows them.
    pub tokens: Option<TokenIssuer>,
    /// How long a cart may be open before its customer is reminded of it, to the second.
    pub remind_after: Duration,
    /// Whom emails to customers come from. Put a domain of yours here: SES sends once the records of the output
    /// `RemindersSenderRecords` are in its DNS. Stacks in one account and region need a domain each.
    pub sender: EmailSenderProps,
}

/// From when on alarms go off. Where none may be, as with events that are parked, there is nothing to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// How old a record of a stream may be when it is handled, in milliseconds. Table streams keep records for 24 hours.
    pub iterator_age_ms: u32,
    /// How long after the command 99 of 100 events have taken effect, in milliseconds.
    pub command_to_handler_ms: u32,
    /// How long after the command 99 of 100 batches are in the archive, in milliseconds: more than `archive_window`.
    pub command_to_archive_ms: u32,
    /// How old a message of a queue may become, in seconds.
    pub queue_age_s: u32,
    /// How many commands and requests may fail in 5 minutes.
    pub failures: u32,
    /// How many commands and requests of clients may be refused in 5 minutes, for a quarter of an hour. Customers ask for
    /// what cannot be had now and then; a broken release of a client, or somebody who tries the doors, does all the time.
    pub refusals: u32,
    /// How many attempts at commands may conflict in 5 minutes, and how many may stay unconfirmed.
    pub conflicts: u32,
    /// How many gaps may be filled from the table in 5 minutes.
    pub gaps: u32,
}

/// Who issues tokens to callers of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenIssuer {
    /// Its URL as tokens have it in `iss`, beginning with `https://`; its OpenID configuration is found there.
    pub url: &'static str,
    /// Whom tokens have to be meant for, one of these in `aud`: such as the id of a client of the issuer. At least one.
    pub audiences: &'static [&'static str],
}

impl Environment {
    /// An AWS emulator on this machine, which the command line starts by itself.
    pub const LOCAL: Self = Self {
        name: "local",
        account: None,
        region: None,
        removal: RemovalPolicy::Delete,
        protection: false,
        point_in_time_recovery: false,
        stream_retention: literal!(StreamRetention::hours(24)),
        record_age: literal!(RecordAge::seconds(72_000)),
        archive_window: literal!(BatchingWindow::seconds(0)),
        log_level: LogLevel::Info,
        log_retention: LogRetention::OneDay,
        architecture: if cfg!(target_arch = "aarch64") { Architecture::Arm64 } else { Architecture::X86_64 },
        memory: literal!(MemorySize::mib(256)),
        pager: None,
        thresholds: Thresholds {
            iterator_age_ms: 600_000,
            command_to_handler_ms: 60_000,
            command_to_archive_ms: 600_000,
            queue_age_s: 3600,
            failures: 10,
            refusals: 100,
            conflicts: 1000,
            gaps: 100,
        },
        request_rate: 100,
        request_burst: 200,
        tokens: None,
        remind_after: Duration::from_secs(30),
        sender: EmailSenderProps { mailbox: "carts", domain: "local.shop.example" },
    };

    /// For trying things out; nothing in it is kept.
    pub const DEV: Self = Self {
        name: "dev",
        archive_window: literal!(BatchingWindow::seconds(5)),
        log_level: LogLevel::Debug,
        log_retention: LogRetention::OneWeek,
        architecture: Architecture::Arm64,
        remind_after: TWO_WEEKS,
        sender: EmailSenderProps { mailbox: "carts", domain: "dev.shop.example" },
        ..Self::LOCAL
    };

    /// As production, but not protected.
    pub const STAGING: Self = Self {
        name: "staging",
        archive_window: literal!(BatchingWindow::seconds(60)),
        log_level: LogLevel::Info,
        log_retention: LogRetention::OneMonth,
        point_in_time_recovery: true,
        sender: EmailSenderProps { mailbox: "carts", domain: "staging.shop.example" },
        ..Self::DEV
    };

    /// Keeps its data, whatever happens to the stack.
    pub const PROD: Self = Self {
        name: "prod",
        removal: RemovalPolicy::Retain,
        protection: true,
        stream_retention: literal!(StreamRetention::hours(168)),
        record_age: literal!(RecordAge::seconds(590_400)),
        log_retention: LogRetention::OneYear,
        thresholds: Thresholds {
            iterator_age_ms: 300_000,
            command_to_handler_ms: 10_000,
            command_to_archive_ms: 180_000,
            queue_age_s: 3600,
            failures: 0,
            refusals: 1000,
            conflicts: 500,
            gaps: 10,
        },
        pager: Some("operations@shop.example"),
        request_rate: 1000,
        request_burst: 2000,
        sender: EmailSenderProps { mailbox: "carts", domain: "shop.example" },
        ..Self::STAGING
    };

    /// Every environment.
    pub const ALL: [Self; 4] = [Self::LOCAL, Self::DEV, Self::STAGING, Self::PROD];

    /// The environments on AWS, whose templates are committed.
    pub fn on_aws() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|environment| !environment.is_local())
    }

    /// How many hours after its end nothing arrives in an hour of the archive any more: the stream has forgotten what was
    /// not archived by then.
    #[must_use]
    pub fn settled_hours(self) -> u32 {
        self.stream_retention.get() + 1
    }

    /// Whether it is on this machine.
    #[must_use]
    pub fn is_local(self) -> bool {
        self.name == Self::LOCAL.name
    }

    /// What goes with the whole stack.
    #[must_use]
    pub fn stack_props(self) -> StackProps {
        let tags = [("application", "shop"), ("environment", self.name)];
        StackProps {
            folder: self.name.to_owned(),
            account: self.account.map(str::to_owned),
            region: self.region.map(str::to_owned),
            description: format!("The shop, an event-sourced system. Environment: {}.", self.name),
            assets: assets(),
            tags: BTreeMap::from(tags.map(|(key, value)| (key.to_owned(), value.to_owned()))),
            termination_protection: self.protection,
            ..StackProps::new(format!("shop-{}", self.name))
        }
    }
}

/// Where function code is uploaded to, in each account and region.
#[must_use]
pub fn assets() -> AssetBucket {
    AssetBucket::new("shop-assets")
}

impl fmt::Display for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)
    }
}
