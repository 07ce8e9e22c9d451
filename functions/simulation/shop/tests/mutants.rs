//! Mistakes that are made on purpose: each is found by the invariant that it breaks, under seeds that the shop itself passes.

use shop_simulation::{Case, Mutant};

/// Under how many seeds a mistake has to show.
const SEEDS: u64 = 200;

const COMMANDS: u32 = 40;

/// How the invariant begins that finds a mistake.
fn found_by(mutant: Mutant) -> &'static str {
    match mutant {
        Mutant::AppendWithoutCondition | Mutant::CommandIdIgnored | Mutant::SnapshotsForgetCommands => {
            "every accepted command is stored once"
        }
        Mutant::TooFewRetries | Mutant::RecordAgeOfAMinute | Mutant::PermissionForgotten => "nothing is given up",
        Mutant::LatestInsteadOfTrimHorizon
        | Mutant::RetrySkipsRecords
        | Mutant::FailuresNotReported
        | Mutant::PartialFailuresIgnored
        | Mutant::ArchiveNamesWithoutRange
        | Mutant::ArchiveOverwrites => "the archive is what the table says",
        Mutant::ArchiveBisects => "no record of the stream is archived twice",
        Mutant::NoGate | Mutant::GateOutsideTheTransaction | Mutant::GapTreatedAsNext => {
            "each aggregate's events take effect once and in order"
        }
        Mutant::RemindersNotClaimed => "a cart that is open for two weeks gets one email",
        Mutant::ParkingWithoutLaterEvents => "exactly the events from the first unreadable one on are parked",
        Mutant::ConstantDeduplicationId
        | Mutant::DeduplicationIdOfTheEventOnly
        | Mutant::ReplayIntoTheLiveGeneration => "a replay into a new generation equals the live projection",
        Mutant::ReplayReachesReminders => "a replay changes nothing but its own generation",
        Mutant::ClosedCartsForgetCommands => "a command that is sent again is answered as before",
        Mutant::ConflictPanics => "nothing panics",
    }
}

#[test]
fn every_mistake_is_found() {
    let mut missed = Vec::new();
    for &mutant in Mutant::ALL {
        let mut others = std::collections::BTreeMap::<_, u32>::new();
        let found = (0..SEEDS).find(|&seed| {
            let case = Case::by_seed(seed, COMMANDS);
            let Err(failed) = case.run(Some(mutant)) else { return false };
            let expected = failed.broken.invariant.starts_with(found_by(mutant));
            if !expected {
                *others.entry(failed.broken.invariant).or_default() += 1;
            }
            expected
        });
        match found {
            Some(seed) => {
                println!("{mutant:?}: seed {seed}, {}", found_by(mutant));
                Case::by_seed(seed, COMMANDS).run(None).unwrap();
            }
            None => missed.push(format!("{mutant:?} is not found by: {}; by others: {others:?}", found_by(mutant))),
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_failing_case_shrinks_to_one_that_fails_alike_each_time() {
    let mutant = Some(Mutant::PartialFailuresIgnored);
    let failed = (0..SEEDS).find_map(|seed| Case::by_seed(seed, COMMANDS).run(mutant).err()).unwrap();
    let small = Case::shrunk(&failed, mutant);
    let again = small.case.to_string().parse::<Case>().unwrap().run(mutant).unwrap_err();
    assert_eq!(again.broken, small.broken);
    assert_eq!(again.broken.invariant, failed.broken.invariant);
    assert!(small.case.to_string().contains("partial-failure"), "{}", small.case);
    assert_eq!(Case::shrunk(&failed, mutant).lines, small.lines);
}
