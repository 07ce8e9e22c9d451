//! What can go wrong, and how often.

use std::fmt;
use std::str::FromStr;

/// Declares every fault with the name that it has in a printed case.
macro_rules! faults {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, at most $most:literal;)*) => {
        /// One kind of thing that AWS's documentation allows to happen.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Fault {
            $($(#[$doc])* $variant,)*
        }

        impl Fault {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// How it is called where cases are printed.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// How often it strikes at most, of 10,000 times that it could.
            fn most(self) -> u32 {
                match self {
                    $(Self::$variant => $most,)*
                }
            }
        }
    };
}

faults! {
    /// A service refuses a request, which has no effect.
    Throttle = "throttle", at most 800;
    /// A resource refuses every request for up to five minutes.
    Outage = "outage", at most 150;
    /// A request takes effect, and its answer is lost.
    LostAnswer = "lost-answer", at most 500;
    /// A request is given up by its sender, and takes effect later.
    LateEffect = "late-effect", at most 300;
    /// Some entries of a batch are refused.
    PartialFailure = "partial-failure", at most 2_000;
    /// A conditional write meets another one on its way.
    Conflict = "conflict", at most 500;
    /// A read that is not consistent tells what was there before.
    StaleRead = "stale-read", at most 3_000;
    /// A function ends between two of its requests.
    Crash = "crash", at most 1_500;
    /// There is no room for an invocation.
    Busy = "busy", at most 1_000;
    /// An invocation or one of its requests takes long, longer than it may or longer than a message stays hidden.
    Slow = "slow", at most 600;
    /// What was handled is delivered once more.
    Redelivery = "redelivery", at most 1_000;
    /// A batch is delivered twice at the same time.
    Twin = "twin", at most 1_000;
    /// Records of one `PutRecords` and groups of a queue come in another order.
    Reorder = "reorder", at most 3_000;
    /// Changes of different items reach the stream of their table in another order.
    ReorderItems = "reorder-items", at most 2_000;
    /// Shards are split and merged.
    Reshard = "reshard", at most 10_000;
    /// Clocks of functions differ by up to a minute.
    ClockSkew = "clock-skew", at most 10_000;
    /// Somebody stores what the functions cannot read. The workload asks for it.
    Poison = "poison", at most 3_000;
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A text that names no fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no fault `{0}`")]
pub struct UnknownFault(String);

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(name: &str) -> Result<Self, UnknownFault> {
        Self::ALL.iter().copied().find(|fault| fault.name() == name).ok_or_else(|| UnknownFault(name.to_owned()))
    }
}

/// How often each fault strikes, and the randomness that it draws from: each fault has its own, so that one that is switched
/// off does not change when the others strike.
#[derive(Debug, Clone)]
pub struct Faults(Vec<(u32, fastrand::Rng)>);

impl Faults {
    /// Nothing goes wrong.
    #[must_use]
    pub fn none() -> Self {
        Self::with(0, |_, _| 0)
    }

    /// A selection by seed. About a third of the faults is left out each time, because some failures need the absence of others.
    #[must_use]
    pub fn by_seed(seed: u64) -> Self {
        Self::with(seed, |fault, random| match random.u32(0..3) {
            0 => 0,
            1 => random.u32(1..=fault.most().div_ceil(8)),
            _ => random.u32(1..=fault.most()),
        })
    }

    /// These faults strike whenever they can.
    #[cfg(test)]
    pub(crate) fn always(faults: &[Fault]) -> Self {
        Self::with(0, |fault, _| if faults.contains(&fault) { 10_000 } else { 0 })
    }

    /// These faults strike every other time.
    #[cfg(test)]
    pub(crate) fn often(faults: &[Fault]) -> Self {
        Self::with(0, |fault, _| if faults.contains(&fault) { 5_000 } else { 0 })
    }

    /// The same, with these faults only.
    #[must_use]
    pub fn only(mut self, faults: &[Fault]) -> Self {
        for &fault in Fault::ALL {
            if !faults.contains(&fault) {
                self.0[fault as usize].0 = 0;
            }
        }
        self
    }

    /// The faults that can strike.
    #[must_use]
    pub fn kinds(&self) -> Vec<Fault> {
        Fault::ALL.iter().copied().filter(|&fault| self.0[fault as usize].0 > 0).collect()
    }

    /// Whether the fault strikes now.
    pub(crate) fn strikes(&mut self, fault: Fault) -> bool {
        let (rate, random) = &mut self.0[fault as usize];
        *rate > 0 && random.u32(0..10_000) < *rate
    }

    fn with(seed: u64, rate: impl Fn(Fault, &mut fastrand::Rng) -> u32) -> Self {
        let of = |&fault: &Fault| {
            // Far apart, because generators with neighbouring seeds would begin alike.
            let mut random = fastrand::Rng::with_seed(seed ^ (fault as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
            (rate(fault, &mut random), random)
        };
        Self(Fault::ALL.iter().map(of).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for &fault in Fault::ALL {
            assert_eq!(fault.to_string().parse(), Ok(fault));
        }
        assert!("flood".parse::<Fault>().is_err());
    }

    #[test]
    fn a_fault_that_is_left_out_does_not_change_when_the_others_strike() {
        let (mut all, mut some) = (Faults::by_seed(7), Faults::by_seed(7).only(&[Fault::Crash]));
        for _ in 0..1_000 {
            all.strikes(Fault::Throttle);
            assert!(!some.strikes(Fault::Throttle));
            assert_eq!(all.strikes(Fault::Crash), some.strikes(Fault::Crash));
        }
        assert!(Faults::none().kinds().is_empty());
    }
}
