//! Showing what goes on, on standard error, so that standard output holds answers only: a live tree on a terminal, plain
//! lines anywhere else.

mod operations;
mod screen;
mod show;

use std::io::IsTerminal;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use deploy::{Progress, Reporter};
use indicatif::HumanBytes;

use crate::text::visible;
use operations::Operations;
use screen::Screen;
pub(crate) use show::{answer, show_error};

/// Shows progress.
#[derive(Debug)]
pub(crate) struct Terminal {
    shown: Arc<Mutex<Shown>>,
}

#[derive(Debug)]
struct Shown {
    operations: Operations,
    /// None where lines cannot change.
    screen: Option<Screen>,
}

impl Terminal {
    pub fn new() -> Self {
        let screen = std::io::stderr().is_terminal().then(Screen::new);
        Self { shown: Arc::new(Mutex::new(Shown { operations: Operations::default(), screen })) }
    }

    /// Nothing goes on at the moment.
    pub fn finish(&self) {
        if let Some(screen) = &mut lock(&self.shown).screen {
            screen.clear();
        }
    }

    /// Says how far something is.
    pub fn step(&self, text: &str) {
        self.report(Progress::Step(text));
    }

    /// Shows lines for whoever has no hold of this.
    pub fn lines(&self) -> impl Fn(&str) + Send + Sync + 'static {
        let shown = Arc::clone(&self.shown);
        move |text| lock(&shown).lines([visible(text)])
    }
}

fn lock(shown: &Mutex<Shown>) -> MutexGuard<'_, Shown> {
    shown.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shown {
    fn lines(&self, lines: impl IntoIterator<Item = String>) {
        for line in lines {
            match &self.screen {
                Some(screen) => screen.line(&line),
                None => eprintln!("{line}"),
            }
        }
    }

    fn take(&mut self, progress: Progress<'_>, now: Instant) {
        match progress {
            Progress::Step(text) => match &mut self.screen {
                Some(screen) => screen.step(visible(text)),
                None => eprintln!("{} ...", visible(text)),
            },
            Progress::Done(text) => self.lines(text.lines().map(visible)),
            Progress::Begun { stack, changes } => {
                self.operations.begin(stack, changes, now);
                if let Some(screen) = &mut self.screen {
                    screen.begin(stack);
                }
            }
            Progress::Resource { stack, event } => {
                let lines = self.operations.event(stack, event, now, self.screen.is_none());
                self.lines(lines);
                if let Some(screen) = &mut self.screen {
                    screen.update(stack, &self.operations, now);
                }
            }
            Progress::Ended { stack, status } => {
                if let Some(screen) = &mut self.screen {
                    screen.end(stack);
                }
                let lines = self.operations.end(stack, status, now);
                self.lines(lines);
            }
            Progress::Upload { asset, sent, size } => {
                if let Some(screen) = &mut self.screen {
                    screen.upload(asset, sent, size);
                }
                if sent == size {
                    self.lines([format!("{asset}: {} uploaded", HumanBytes(size as u64))]);
                }
            }
        }
    }
}

impl Reporter for Terminal {
    fn report(&self, progress: Progress<'_>) {
        lock(&self.shown).take(progress, Instant::now());
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.finish();
    }
}
