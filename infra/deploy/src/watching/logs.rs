//! What the functions of a deployed stack log, from CloudWatch Logs, as one sequence in the order of time.
//!
//! A round reads everything from a moment on, page by page, so that any amount of it needs little memory. The next round
//! begins a little before the newest line that was seen, because lines do not arrive in the order of their times, and
//! leaves out what was seen already.

mod group;
mod seen;

use std::time::Duration;

use futures_util::{StreamExt, TryStreamExt};
use jiff::Timestamp;

use crate::connection::Connection;
use crate::error::DeployError;
use crate::stack::resources::{Resource, resources};
use group::Group;
use seen::Seen;

/// How late a line may arrive after one that is younger, and still not be missed.
const OVERLAP_MS: i64 = 60_000;

/// How many requests are under way at a time.
const CONCURRENT: usize = 8;

/// How long to wait at least between two rounds, for each log group: FilterLogEvents may be called 5 times a second in
/// the smallest regions, and others want to read logs too.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html>
const PACE: Duration = Duration::from_millis(300);

/// How long to wait at most while nothing is logged, unless there are too many log groups for that.
const IDLE: Duration = Duration::from_secs(5);

/// A line that a function logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// What the template calls the function.
    pub function: String,
    /// The log group.
    pub group: String,
    /// The log stream: one running copy of the function.
    pub stream: String,
    /// What tells the line from every other one, where CloudWatch says it.
    pub event_id: Option<String>,
    /// The line as it was logged.
    pub message: String,
}

impl LogLine {
    /// When it was logged.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        Timestamp::from_millisecond(self.at_ms).unwrap_or_default()
    }
}

/// What is read.
#[derive(Debug, Clone)]
pub struct LogQuery {
    /// From when on.
    pub since: Timestamp,
    /// Only lines that CloudWatch matches with this, such as `"two words"` or `{ $.level = "ERROR" }`.
    ///
    /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html>
    pub pattern: Option<String>,
}

/// The logs of functions.
#[derive(Debug)]
pub struct Logs<'a> {
    connection: &'a Connection,
    query: LogQuery,
    groups: Vec<Group>,
    seen: Seen,
    in_round: bool,
    found: bool,
    idle: Duration,
}

impl<'a> Logs<'a> {
    /// Finds the log groups of functions of a stack: of those with these logical ids, or of all.
    ///
    /// # Errors
    /// [`DeployError::NotDeployed`], [`DeployError::NoFunction`], no permission, or AWS out of reach.
    pub async fn open(
        connection: &'a Connection,
        stack: &str,
        functions: Option<&[&str]>,
        query: LogQuery,
    ) -> Result<Self, DeployError> {
        let mut deployed = resources(connection, stack).await?;
        deployed.retain(|resource| resource.resource_type == "AWS::Lambda::Function");
        if let Some(wanted) = functions {
            let is_missing = |id: &&&str| !deployed.iter().any(|function| function.logical_id == **id);
            if let Some(function) = wanted.iter().find(is_missing) {
                return Err(DeployError::NoFunction { stack: stack.to_owned(), function: (*function).to_owned() });
            }
            deployed.retain(|function| wanted.contains(&function.logical_id.as_str()));
        }
        let groups = futures_util::stream::iter(&deployed)
            .map(|function| async { Group::new(function.logical_id.clone(), log_group(connection, function).await) });
        let groups = shared(groups.buffered(CONCURRENT).collect().await);
        let seen = Seen::default();
        Ok(Self { connection, query, groups, seen, in_round: false, found: false, idle: Duration::ZERO })
    }

    /// The next line; none at the end of a round. The call after that begins another round.
    ///
    /// # Errors
    /// No permission, a pattern that CloudWatch refuses, or AWS out of reach.
    pub async fn next(&mut self) -> Result<Option<LogLine>, DeployError> {
        if !self.in_round {
            self.begin_round();
        }
        loop {
            let (connection, pattern) = (self.connection, self.query.pattern.as_deref());
            let empty = self.groups.iter_mut().filter(|group| group.needs_page());
            let fetches = futures_util::stream::iter(empty.map(|group| group.fetch(connection, pattern)));
            fetches.buffer_unordered(CONCURRENT).try_collect::<Vec<()>>().await?;
            let first = self.groups.iter_mut().filter(|group| group.first_ms().is_some());
            let Some((identity, line)) = first.min_by_key(|group| group.first_ms()).and_then(Group::take) else {
                self.in_round = false;
                return Ok(None);
            };
            if self.seen.is_new(line.at_ms, identity, OVERLAP_MS) {
                self.found = true;
                return Ok(Some(line));
            }
        }
    }

    /// Waits before the next round: longer while nothing is logged.
    pub async fn pause(&mut self) {
        let least = PACE * u32::try_from(self.groups.len()).unwrap_or(u32::MAX).max(2);
        self.idle = if self.found { least } else { (self.idle * 3 / 2).clamp(least, IDLE.max(least)) };
        tokio::time::sleep(self.idle).await;
    }

    /// The functions whose log group is not there, which is so until they have logged something, unless the template
    /// makes it: what the template calls them, and the log group.
    pub fn missing(&self) -> impl Iterator<Item = (&str, &str)> {
        self.groups.iter().filter(|group| group.missing).map(|group| (group.function.as_str(), group.name.as_str()))
    }

    fn begin_round(&mut self) {
        let since = self.query.since.as_millisecond();
        let from = self.seen.newest_ms().map_or(since, |newest| since.max(newest.saturating_sub(OVERLAP_MS)));
        for group in &mut self.groups {
            group.begin(from);
        }
        (self.in_round, self.found) = (true, false);
    }
}

/// Reads a log group that several functions share once, in the name of all of them.
fn shared(groups: Vec<Group>) -> Vec<Group> {
    let mut shared: Vec<Group> = Vec::with_capacity(groups.len());
    for group in groups {
        match shared.iter_mut().find(|other| other.name == group.name) {
            Some(other) => other.function = format!("{}+{}", other.function, group.function),
            None => shared.push(group),
        }
    }
    shared
}

/// The log group of a function, or the usual one if the function's configuration cannot be read.
async fn log_group(connection: &Connection, function: &Resource) -> String {
    let name = &function.physical_id;
    let configuration = connection.lambda().get_function_configuration().function_name(name).send().await;
    let group = configuration.ok().and_then(|answer| answer.logging_config()?.log_group().map(str::to_owned));
    group.unwrap_or_else(|| format!("/aws/lambda/{name}"))
}
