//! The live tree on a terminal: a line for each stack in operation, below it its resources in progress, and uploads.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use console::Term;
use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use super::operations::Operations;
use crate::text::visible;

/// How often spinners turn.
const TICK: Duration = Duration::from_millis(100);

/// What is drawn at the bottom of a terminal.
#[derive(Debug)]
pub(super) struct Screen {
    bars: MultiProgress,
    /// What is being done apart from operations on stacks.
    step: Option<ProgressBar>,
    stacks: BTreeMap<String, Node>,
    uploads: BTreeMap<String, ProgressBar>,
}

/// A stack and its resources in progress, by logical id.
#[derive(Debug)]
struct Node {
    head: ProgressBar,
    resources: BTreeMap<String, ProgressBar>,
}

impl Screen {
    pub fn new() -> Self {
        Self { bars: MultiProgress::new(), step: None, stacks: BTreeMap::new(), uploads: BTreeMap::new() }
    }

    /// A line that stays, above everything that changes.
    pub fn line(&self, line: &str) {
        // A terminal that is gone is no reason to stop.
        let _ = self.bars.println(line);
    }

    pub fn step(&mut self, text: String) {
        let bars = &self.bars;
        let step = self.step.get_or_insert_with(|| bars.add(spinner("{spinner} {wide_msg} {elapsed}")));
        step.set_message(text);
        step.reset_elapsed();
    }

    fn end_step(&mut self) {
        if let Some(step) = self.step.take() {
            step.finish_and_clear();
        }
    }

    pub fn begin(&mut self, stack: &str) {
        self.end_step();
        let head = self.bars.add(spinner("{spinner} {wide_msg} {elapsed}"));
        head.set_message(format!("stack {stack}"));
        self.stacks.insert(stack.to_owned(), Node { head, resources: BTreeMap::new() });
    }

    pub fn update(&mut self, stack: &str, operations: &Operations, now: Instant) {
        let most =
            usize::from(Term::stderr().size().0).saturating_sub(4 + self.stacks.len()) / self.stacks.len().max(1);
        let Some(node) = self.stacks.get_mut(stack) else { return };
        let running = operations.running(stack);
        node.resources.retain(|id, bar| {
            let stays = running.iter().any(|(running, _)| running == id);
            if !stays {
                bar.finish_and_clear();
            }
            stays
        });
        for (id, kind) in running.iter().take(most.max(1)) {
            if !node.resources.contains_key(*id) {
                let bar = self.bars.insert_after(&node.head, spinner("  {spinner} {wide_msg} {elapsed}"));
                bar.set_message(format!("{:<32} {}", visible(id), visible(kind)));
                node.resources.insert((*id).to_owned(), bar);
            }
        }
        let hidden = running.len().saturating_sub(node.resources.len());
        let hidden = if hidden > 0 { format!(", {hidden} more in progress") } else { String::new() };
        node.head.set_message(format!("{}{hidden}", operations.headline(stack, now)));
    }

    pub fn end(&mut self, stack: &str) {
        if let Some(node) = self.stacks.remove(stack) {
            node.resources.values().chain([&node.head]).for_each(ProgressBar::finish_and_clear);
        }
    }

    pub fn upload(&mut self, asset: &str, sent: usize, size: usize) {
        let bars = &self.bars;
        let bar = self.uploads.entry(asset.to_owned()).or_insert_with(|| {
            let style = ProgressStyle::with_template("  {msg:32!} {wide_bar} {bytes}/{total_bytes}");
            let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
            bars.add(ProgressBar::new(size as u64).with_style(style).with_message(visible(asset)))
        });
        bar.set_position(sent as u64);
        if sent == size {
            bar.finish_and_clear();
            self.uploads.remove(asset);
        }
    }

    /// Nothing goes on any more.
    pub fn clear(&mut self) {
        let nodes = self.stacks.values().flat_map(|node| node.resources.values().chain([&node.head]));
        nodes.chain(self.uploads.values()).for_each(ProgressBar::finish_and_clear);
        self.end_step();
        self.stacks.clear();
        self.uploads.clear();
    }
}

fn spinner(template: &str) -> ProgressBar {
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner());
    let spinner = ProgressBar::new_spinner().with_style(style);
    spinner.enable_steady_tick(TICK);
    spinner
}
