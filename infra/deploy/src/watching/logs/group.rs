//! One log group, read page by page.

use std::collections::{HashMap, VecDeque};

use aws_sdk_cloudwatchlogs::types::FilteredLogEvent;

use super::LogLine;
use crate::connection::Connection;
use crate::error::DeployError;

/// How many lines a page has at most.
/// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html>
const PAGE: usize = 10_000;

/// A log group, and how far it has been read in this round.
#[derive(Debug)]
pub(super) struct Group {
    pub function: String,
    pub name: String,
    /// Whether it is not there.
    pub missing: bool,
    from_ms: i64,
    token: Option<String>,
    is_read: bool,
    lines: VecDeque<LogLine>,
    /// How often each line without an id came at `repeats_at_ms`.
    repeats: HashMap<String, usize>,
    repeats_at_ms: i64,
}

impl Group {
    pub fn new(function: String, name: String) -> Self {
        Self {
            function,
            name,
            missing: false,
            from_ms: 0,
            token: None,
            is_read: true,
            lines: VecDeque::new(),
            repeats: HashMap::new(),
            repeats_at_ms: 0,
        }
    }

    /// Begins to read from a time on, in milliseconds since 1970.
    pub fn begin(&mut self, from_ms: i64) {
        (self.from_ms, self.token, self.is_read) = (from_ms.max(0), None, false);
        self.repeats.clear();
    }

    pub fn needs_page(&self) -> bool {
        self.lines.is_empty() && !self.is_read
    }

    /// Reads until there is a line, or nothing more.
    pub async fn fetch(&mut self, connection: &Connection, pattern: Option<&str>) -> Result<(), DeployError> {
        while self.needs_page() {
            let filter = connection.cloudwatch_logs().filter_log_events().log_group_name(&self.name);
            let filter = filter.start_time(self.from_ms).set_next_token(self.token.take());
            let answer = filter.set_filter_pattern(pattern.map(str::to_owned)).send().await;
            self.missing = false;
            let page = match answer {
                Ok(page) => page,
                Err(error) if error.as_service_error().is_some_and(|error| error.is_resource_not_found_exception()) => {
                    (self.missing, self.is_read) = (true, true);
                    return Ok(());
                }
                Err(error) => {
                    let action = format!("reading the log group {}", self.name);
                    return Err(DeployError::aws(&action, connection.endpoint())(error));
                }
            };
            self.token = page.next_token().map(str::to_owned);
            self.is_read = self.token.is_none();
            self.lines = page.events().iter().map(|event| self.line(event)).collect();
            self.go_on_after_a_cut();
        }
        Ok(())
    }

    /// An emulator may cut off after a full page and not say that there is more. Then the next page begins with the last
    /// time of this one.
    fn go_on_after_a_cut(&mut self) {
        let (Some(first), Some(last)) = (self.lines.front(), self.lines.back()) else { return };
        if self.is_read && self.lines.len() >= PAGE && first.at_ms < last.at_ms {
            (self.from_ms, self.is_read) = (last.at_ms, false);
            let end = last.at_ms;
            // Lines of that time come again, all of them.
            while self.lines.back().is_some_and(|line| line.at_ms == end) {
                self.lines.pop_back();
            }
        }
    }

    fn line(&self, event: &FilteredLogEvent) -> LogLine {
        LogLine {
            at_ms: event.timestamp().unwrap_or_default(),
            function: self.function.clone(),
            group: self.name.clone(),
            stream: event.log_stream_name().unwrap_or_default().to_owned(),
            event_id: event.event_id().filter(|id| !id.is_empty()).map(str::to_owned),
            message: event.message().unwrap_or_default().trim_end_matches(['\n', '\r']).to_owned(),
        }
    }

    /// The time of the first line.
    pub fn first_ms(&self) -> Option<i64> {
        self.lines.front().map(|line| line.at_ms)
    }

    /// Takes the first line, with what tells it from every other line of its time.
    pub fn take(&mut self) -> Option<(String, LogLine)> {
        let line = self.lines.pop_front()?;
        if let Some(id) = &line.event_id {
            return Some((id.clone(), line));
        }
        // A function may well log the same twice in a millisecond.
        if self.repeats_at_ms != line.at_ms {
            self.repeats.clear();
            self.repeats_at_ms = line.at_ms;
        }
        let content = format!("{}\0{}\0{}", line.group, line.stream, line.message);
        let repeat = self.repeats.entry(content.clone()).or_default();
        *repeat += 1;
        Some((format!("{content}\0{repeat}"), line))
    }
}
