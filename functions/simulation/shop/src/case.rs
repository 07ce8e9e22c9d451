//! A case: what decides on a run, as text that replays it.

use std::cell::OnceCell;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::str::FromStr;
use std::time::Duration;

use simulation::{Fault, Faults, Restless, Setup};

use crate::invariants::{self, Broken, replays};
use crate::mutant::Mutant;
use crate::shop::{REMIND_AFTER, Shop};
use crate::workload;

/// Everything that decides on a run. As text: `SEED:COMMANDS:FAULTS`, with the names of the faults between commas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    seed: u64,
    commands: u32,
    faults: Vec<Fault>,
}

/// A text that is no case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no case: it has to be SEED or SEED:COMMANDS:FAULTS, such as 17:40:crash,throttle")]
pub struct InvalidCase(String);

/// A run in which something did not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{case}: {broken}")]
pub struct Failed {
    /// What was run.
    pub case: Case,
    /// What did not hold.
    pub broken: Broken,
    /// What happened before, if it was kept.
    pub lines: Vec<String>,
}

impl Case {
    /// The case of a seed, with so many commands.
    #[must_use]
    pub fn by_seed(seed: u64, commands: u32) -> Self {
        Self { seed, commands, faults: Faults::by_seed(seed).kinds() }
    }

    /// Runs the case, with a mistake if there is to be one. Gives a digest of everything that happened.
    ///
    /// # Errors
    /// What did not hold.
    pub fn run(&self, mutant: Option<Mutant>) -> Result<u64, Failed> {
        self.run_with(mutant, false)
    }

    fn run_with(&self, mutant: Option<Mutant>, keep_trace: bool) -> Result<u64, Failed> {
        // Here, so that what happened can be told when something panics.
        let deployed = OnceCell::new();
        let setup = Setup {
            seed: self.seed,
            faults: Faults::by_seed(self.seed).only(&self.faults),
            keep_trace,
            capacity: None,
        };
        let simulated = catch_unwind(AssertUnwindSafe(|| {
            simulation::run(self.seed, async {
                let shop = Shop::deploy(setup, mutant).map_err(|error| Broken {
                    invariant: "the template can be simulated",
                    detail: error.to_string(),
                })?;
                let shop = deployed.get_or_init(|| shop);
                let held = self.hold(shop).await;
                // What a panic led to says less than it does.
                match shop.world.panics().into_iter().next() {
                    None => held.map(|()| shop.world.digest()),
                    Some(detail) => Err(Broken { invariant: NOTHING_PANICS, detail }),
                }
            })
        }));
        let held = simulated.unwrap_or_else(|panic| {
            Err(Broken { invariant: NOTHING_PANICS, detail: simulation::panic_message(&*panic) })
        });
        let lines = || deployed.get().map(|shop| shop.world.lines()).unwrap_or_default();
        held.map_err(|broken| Failed { case: self.clone(), broken, lines: lines() })
    }

    /// Lets clients come and go, and everything come to rest, and checks what has to hold then.
    async fn hold(&self, shop: &Shop) -> Result<(), Broken> {
        let replay = tokio::spawn(replays::among_clients(shop.clone()));
        let commands = workload::run(shop, self.seed, self.commands).await;
        let among_clients = workload::joined(replay).await;
        shop.world.end_faults();
        Self::come_to_rest(shop).await.map_err(|restless| Broken {
            invariant: "everything comes to rest within two weeks",
            detail: restless.to_string(),
        })?;
        invariants::check(shop, &commands, among_clients).await
    }

    /// Lets everything come to rest, and then the reminders be due: with faults once more, unless those are over.
    async fn come_to_rest(shop: &Shop) -> Result<(), Restless> {
        shop.world.settle(TWO_WEEKS).await?;
        shop.begin_faults_again();
        tokio::time::sleep(REMIND_AFTER + 2 * DAY).await;
        shop.world.end_faults();
        shop.world.settle(TWO_WEEKS).await
    }

    /// The smallest case that was found in which the same does not hold: with fewer commands and fewer faults. With what
    /// happened in it.
    #[must_use]
    pub fn shrunk(failed: &Failed, mutant: Option<Mutant>) -> Failed {
        let mut smallest = failed.clone();
        let still_fails = |case: &Self| {
            let again = case.run_with(mutant, true).err();
            again.filter(|again| again.broken.invariant == failed.broken.invariant)
        };
        loop {
            let Self { seed, commands, faults } = smallest.case.clone();
            let fewer_commands = [commands / 2, commands * 3 / 4, commands.saturating_sub(1)];
            let fewer_commands = fewer_commands.into_iter().filter(|&fewer| fewer < commands);
            let fewer_commands = fewer_commands.map(|commands| Self { seed, commands, faults: faults.clone() });
            let without = |&fault: &Fault| {
                let faults = faults.iter().copied().filter(|&other| other != fault).collect();
                Self { seed, commands, faults }
            };
            let smaller: Vec<_> = fewer_commands.chain(faults.iter().map(without)).collect();
            match smaller.iter().find_map(still_fails) {
                Some(again) => smallest = again,
                None => break,
            }
        }
        smallest.case.run_with(mutant, true).err().unwrap_or(smallest)
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let faults: Vec<_> = self.faults.iter().map(|fault| fault.name()).collect();
        write!(f, "{}:{}:{}", self.seed, self.commands, faults.join(","))
    }
}

impl FromStr for Case {
    type Err = InvalidCase;

    fn from_str(text: &str) -> Result<Self, InvalidCase> {
        let invalid = || InvalidCase(text.to_owned());
        let mut parts = text.split(':');
        let seed = parts.next().and_then(|seed| seed.parse().ok()).ok_or_else(invalid)?;
        let mut case = Self::by_seed(seed, COMMANDS);
        if let Some(commands) = parts.next() {
            case.commands = commands.parse().map_err(|_| invalid())?;
        }
        if let Some(faults) = parts.next() {
            let faults = faults.split(',').filter(|name| !name.is_empty()).map(str::parse);
            case.faults = faults.collect::<Result<_, _>>().map_err(|_| invalid())?;
        }
        parts.next().map_or(Ok(case), |_| Err(invalid()))
    }
}

const NOTHING_PANICS: &str = "nothing panics";

pub(crate) const DAY: Duration = Duration::from_secs(24 * 3600);

const TWO_WEEKS: Duration = Duration::from_secs(14 * 24 * 3600);

/// How many commands a seed has by default.
const COMMANDS: u32 = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_read_back() {
        let case = Case::by_seed(3, 17);
        assert_eq!(case.to_string().parse(), Ok(case));
        assert_eq!("9".parse(), Ok(Case::by_seed(9, COMMANDS)));
        assert_eq!("9:5:".parse(), Ok(Case { seed: 9, commands: 5, faults: Vec::new() }));
        for text in ["", "x", "1:x", "1:2:flood", "1:2:crash:3"] {
            assert!(text.parse::<Case>().is_err(), "{text}");
        }
    }
}
