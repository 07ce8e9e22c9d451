//! Showing what goes on: a line that changes on a terminal, plain lines anywhere else.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use console::style;
use deploy::{Progress, Reporter, ResourceEvent};
use indicatif::{ProgressBar, ProgressStyle};
use miette::IntoDiagnostic;

/// Shows progress on standard error, so that standard output holds answers only.
#[derive(Debug)]
pub(crate) struct Terminal {
    spinner: Option<ProgressBar>,
    started: Instant,
}

impl Terminal {
    pub fn new() -> Self {
        let spinner = std::io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{spinner} {wide_msg} {elapsed}");
            let spinner =
                ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
            spinner.enable_steady_tick(Duration::from_millis(100));
            spinner
        });
        Self { spinner, started: Instant::now() }
    }

    /// A line that stays.
    pub fn line(&self, text: &str) {
        match &self.spinner {
            Some(spinner) => spinner.println(text),
            None => eprintln!("{text}"),
        }
    }

    /// Nothing goes on any more.
    pub fn finish(&self) {
        if let Some(spinner) = &self.spinner {
            spinner.finish_and_clear();
        }
    }

    fn resource(&self, event: &ResourceEvent) {
        let status = format!("{:<28}", event.status);
        let status = match event.status.as_str() {
            _ if event.is_failure() => style(status).red(),
            done if done.ends_with("_COMPLETE") => style(status).green(),
            _ => style(status).dim(),
        };
        let reason = event.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
        let seconds = self.started.elapsed().as_secs_f32();
        let status = status.for_stderr();
        self.line(&format!("{seconds:>6.1} s  {status} {:<32} {}{reason}", event.logical_id, event.resource_type));
    }
}

impl Reporter for Terminal {
    fn report(&self, progress: Progress<'_>) {
        match progress {
            Progress::Step(text) => match &self.spinner {
                Some(spinner) => spinner.set_message(text.to_owned()),
                None => eprintln!("{text} ..."),
            },
            Progress::Done(text) => self.line(text),
            Progress::Resource { event, .. } => self.resource(event),
            Progress::Begun { .. } | Progress::Ended { .. } | Progress::Upload { .. } => {}
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.finish();
    }
}

/// Writes an answer to standard output. Whoever reads it may have seen enough and gone: that is no error.
pub(crate) fn answer(text: &str) -> miette::Result<()> {
    match writeln!(std::io::stdout().lock(), "{}", text.trim_end()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error).into_diagnostic(),
        _ => Ok(()),
    }
}

/// Shows an error on standard error: framed and coloured on a terminal, otherwise on lines of its own that nothing breaks.
pub(crate) fn show_error(report: &miette::Report) {
    if std::io::stderr().is_terminal() {
        eprintln!("{report:?}");
        return;
    }
    let mut sentence = report.to_string();
    for cause in report.chain().skip(1).map(ToString::to_string) {
        // Some errors quote their cause.
        if !sentence.contains(&cause) {
            sentence = format!("{sentence}: {cause}");
        }
    }
    eprintln!("error: {sentence}");
    if let Some(help) = report.help() {
        eprintln!("help: {help}");
    }
}
