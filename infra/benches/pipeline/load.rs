//! Open-loop load: commands come at a constant rate, whether those before were answered or not, and each one's time counts
//! from the moment at which it was due.

use std::sync::Arc;
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::handlers::{Handlers, Kind};

/// The commands a second of the first step; each further step has twice as many.
const FIRST_RATE: u32 = 5;

/// How long commands come in a step.
const STEP: Duration = Duration::from_secs(10);

/// How long the last commands of a step may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// From when on latency has run away, at the 99th percentile.
const RUN_AWAY: Duration = Duration::from_secs(5);

/// How many commands are sent one at a time.
const LONE: usize = 21;

/// What was measured of one way that commands take.
#[derive(Default)]
pub struct Measured {
    /// The first command ever.
    pub first: Step,
    /// Commands one at a time.
    pub lone: Step,
    /// Steps of growing load; the last is the one that was too much.
    pub steps: Vec<Step>,
}

/// What was measured at one rate.
#[derive(Default)]
pub struct Step {
    /// Commands a second that were sent; none if they were sent one at a time.
    pub offered: Option<u32>,
    /// From sending to the answer.
    pub answers: Times,
    /// From sending to the end of the pipeline.
    pub arrivals: Times,
}

/// When something was reached: how many seconds after the first command was due, and after how many milliseconds.
#[derive(Default)]
pub struct Times {
    seconds: Vec<f64>,
    milliseconds: Vec<f64>,
}

/// A command.
struct Command {
    due: Duration,
    answered: Option<Duration>,
    arrived: Option<Duration>,
}

/// Measures until the load is too much.
pub async fn measure(handlers: &Arc<Handlers>) -> Measured {
    let mut measured = Measured { first: lone(handlers, 1).await, ..Measured::default() };
    measured.lone = lone(handlers, LONE).await;
    let mut rate = FIRST_RATE;
    loop {
        let step = step(handlers, rate).await;
        let kept_up = step.kept_up(handlers.kind);
        eprintln!("{rate} commands a second: {}", if kept_up { "kept up" } else { "too many" });
        measured.steps.push(step);
        if !kept_up {
            return measured;
        }
        rate *= 2;
    }
}

/// Sends commands, each once the one before has arrived.
async fn lone(handlers: &Arc<Handlers>, count: usize) -> Step {
    let mut commands = Vec::new();
    for _ in 0..count {
        commands.extend(all_the_way(handlers, vec![Duration::ZERO]).await);
    }
    Step::of(None, &commands)
}

async fn step(handlers: &Arc<Handlers>, rate: u32) -> Step {
    let every = Duration::from_secs(1) / rate;
    let count = STEP.as_secs() as u32 * rate;
    Step::of(Some(rate), &all_the_way(handlers, (0..count).map(|number| every * number).collect()).await)
}

/// Sends commands when they are due, and waits until they have arrived, or should have.
async fn all_the_way(handlers: &Arc<Handlers>, due: Vec<Duration>) -> Vec<Command> {
    let began = Instant::now();
    let mut sent = Vec::new();
    for due in due {
        tokio::time::sleep_until((began + due).into()).await;
        let (cart, handlers) = (Uuid::new_v4(), Arc::clone(handlers));
        sent.push((due, cart, tokio::spawn(async move { handlers.command(cart).await })));
    }
    let mut commands = Vec::new();
    let mut deadline = None;
    for (due, cart, answer) in sent {
        let answered = answer.await.unwrap();
        let deadline = *deadline.get_or_insert_with(|| Instant::now() + PATIENCE);
        let mut arrived = handlers.arrived(cart);
        while handlers.kind != Kind::Invocations && answered.is_some() && arrived.is_none() && Instant::now() < deadline
        {
            tokio::time::sleep(Duration::from_millis(5)).await;
            arrived = handlers.arrived(cart);
        }
        let since = |at: Instant| at.saturating_duration_since(began);
        commands.push(Command { due, answered: answered.map(since), arrived: arrived.map(since) });
    }
    commands
}

impl Step {
    fn of(offered: Option<u32>, commands: &[Command]) -> Self {
        let times = |at: fn(&Command) -> Option<Duration>| {
            let reached = commands.iter().filter_map(|command| Some((at(command)?, command.due)));
            let mut times = Times::default();
            for (at, due) in reached {
                times.seconds.push(at.as_secs_f64());
                times.milliseconds.push(at.saturating_sub(due).as_secs_f64() * 1e3);
            }
            times.seconds.sort_by(f64::total_cmp);
            times.milliseconds.sort_by(f64::total_cmp);
            times
        };
        Self { offered, answers: times(|command| command.answered), arrivals: times(|command| command.arrived) }
    }

    /// Whether at least nine tenths of what was offered came through, in time.
    fn kept_up(&self, kind: Kind) -> bool {
        let enough = |times: &Times| {
            let offered = f64::from(self.offered.unwrap_or_default());
            times.per_second() >= 0.9 * offered
                && times.percentile(99).is_some_and(|time| time < RUN_AWAY.as_secs_f64() * 1e3)
        };
        enough(&self.answers) && (kind == Kind::Invocations || enough(&self.arrivals))
    }
}

impl Times {
    /// How many a second, from the first to the last.
    pub fn per_second(&self) -> f64 {
        match (self.seconds.first(), self.seconds.last()) {
            (Some(first), Some(last)) if last > first => (self.seconds.len() - 1) as f64 / (last - first),
            _ => 0.0,
        }
    }

    /// How many milliseconds it took `percent` of them at most.
    pub fn percentile(&self, percent: usize) -> Option<f64> {
        let rank = (self.milliseconds.len() * percent).div_ceil(100);
        self.milliseconds.get(rank.saturating_sub(1)).copied()
    }
}
