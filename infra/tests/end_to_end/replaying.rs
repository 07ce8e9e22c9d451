//! Replays with the command line: counted, selected, slowed down, broken off and resumed, refused.

use std::process::{Command, Stdio};
use std::time::Duration;

use domain::kernel::Version;
use functions::commit_item::CommitItem;
use functions::envelope::Envelope;
use functions::replay::{Run, RunState};

use crate::commands::Commands;
use crate::observed::{Counts, Observed, related_items};

const REPLAY: [&str; 5] = ["replay", "--env", "local", "--handler", "related-items"];

/// Slow enough to be broken off, in events a second.
const SLOW: &str = "40";

/// Replays what is in the archive in every way that the command line has. Of the generations, one of the whole archive is
/// left, and named.
pub async fn replay(shop: &Commands, observed: &Observed, archived: &[Envelope], commits: &[CommitItem]) -> String {
    let fold = related_items(commits);
    let all = archived.len() as u64;

    let dry = run(shop, &["--dry-run"]);
    let carts = archived.iter().filter(|event| event.aggregate_version == Version::FIRST).count() as u64;
    assert_eq!((dry.counts.selected, dry.counts.aggregates, dry.counts.sent), (all, carts, 0), "{dry:?}");

    // Two replays within five minutes, in which the queue remembers the ids of what it took.
    let whole = run(shop, &[]);
    assert_eq!((whole.counts.sent, whole.state), (all, RunState::Complete), "{whole:?}");
    assert!(whole.found_the_archive_whole(), "{whole:?}");
    let generation = whole.run.to_string();
    observed.until("a replay equals the fold", async || observed.projection(&generation).await == fold).await;
    let again = break_off_and_resume(shop, observed, all, &fold).await;
    let one_cart = select(shop, observed, archived, commits).await;
    assert_eq!(observed.projection("live").await, fold, "the replays left the live projection alone");

    // As many generations as can be fed beside the one that serves readers.
    let before = list(shop).len();
    let refused = shop.run(&REPLAY);
    assert!(!refused.success && refused.errors.contains("3 generations are fed"), "{refused:?}");
    assert_eq!(list(shop).len(), before, "a run too many is refused before it begins");
    cancel(shop);
    refuse(shop);
    assert_eq!(observed.dead_letters().await, 0);
    retire(shop, &[again, one_cart]);
    generation
}

/// Deletes generations at the same time, because each takes its time to settle.
fn retire(shop: &Commands, generations: &[String]) {
    let begin = |generation: &String| {
        let arguments = ["retire", "--handler", "related-items", "--env", "local", "--generation", generation];
        shop.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let begun: Vec<_> = generations.iter().map(begin).collect();
    for retiring in begun {
        let retired = retiring.wait_with_output().unwrap();
        assert!(retired.status.success(), "{retired:?}");
    }
}

/// Runs a replay to related-items to its end.
pub fn run(shop: &Commands, arguments: &[&str]) -> Run {
    serde_json::from_str(&shop.ok(&[&REPLAY[..], arguments, &["--json"]].concat())).unwrap()
}

async fn select(shop: &Commands, observed: &Observed, archived: &[Envelope], commits: &[CommitItem]) -> String {
    let mut times: Vec<_> = archived.iter().map(|event| event.time).collect();
    times.sort_unstable();
    let (from, to) = (times[times.len() / 3], times[2 * times.len() / 3]);
    let cart = archived[0].subject.as_str();
    let count = |is_selected: &dyn Fn(&Envelope) -> bool| archived.iter().filter(|event| is_selected(event)).count();
    let (from_text, to_text) = (from.to_string(), to.to_string());
    let cases: [(&[&str], usize); 5] = [
        (&["--from", &from_text, "--to", &to_text], count(&|event| event.time >= from && event.time < to)),
        (&["--event-type", "cart.closed"], count(&|event| event.event_type == "cart.closed")),
        (
            &["--aggregate", cart, "--event-type", "cart.closed"],
            count(&|e| e.subject == cart && e.event_type == "cart.closed"),
        ),
        (&["--type", "order"], 0),
        (&["--from", "2999-01-01"], 0),
    ];
    for (arguments, expected) in cases {
        let counted = run(shop, &[arguments, &["--dry-run"]].concat());
        assert_eq!(counted.counts.selected, expected as u64, "{arguments:?}");
        assert!(counted.found_the_archive_whole(), "what is not selected is no hole: {arguments:?}");
    }
    // The last event of a cart alone brings the whole cart with it.
    let one = run(shop, &["--aggregate", cart, "--event-type", "cart.closed"]);
    let of_cart: Vec<_> = commits.iter().filter(|commit| commit.aggregate_id == cart).cloned().collect();
    let fold = related_items(&of_cart);
    let generation = one.run.to_string();
    observed.until("one cart is replayed", async || observed.projection(&generation).await == fold).await;
    generation
}

async fn break_off_and_resume(shop: &Commands, observed: &Observed, all: u64, fold: &Counts) -> String {
    let mut slow = shop.command(&[&REPLAY[..], &["--rate", SLOW]].concat());
    let slow = slow.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let begun = loop {
        let newest = list(shop).remove(0);
        if newest.rate.map(|rate| rate.to_string()).as_deref() == Some(SLOW) && newest.counts.sent > 0 {
            break newest;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    };
    assert!(Command::new("kill").args(["-INT", &slow.id().to_string()]).status().unwrap().success());
    let broken_off = slow.wait_with_output().unwrap();
    let errors = String::from_utf8(broken_off.stderr).unwrap();
    assert_eq!(broken_off.status.code(), Some(130), "{errors}");
    assert!(errors.contains(&format!("replay --resume {} --env local", begun.run)), "{errors}");

    let resume = ["replay", "--env", "local", "--resume", begun.run.as_str(), "--rate", "70000", "--json"];
    let resumed: Run = serde_json::from_str(&shop.ok(&resume)).unwrap();
    assert_eq!((resumed.counts.sent, resumed.counts.duplicates), (all, 0), "each event once: {resumed:?}");
    let generation = resumed.run.to_string();
    observed.until("a resumed replay equals the fold", async || observed.projection(&generation).await == *fold).await;
    generation
}

fn list(shop: &Commands) -> Vec<Run> {
    serde_json::from_str(&shop.ok(&["replay", "--env", "local", "--list", "--json"])).unwrap()
}

fn cancel(shop: &Commands) {
    let start = r#"{"start": {"handler": "related-items", "run": "cancelled", "dry_run": true, "seconds": 0}}"#;
    shop.ok(&["invoke", "replay", start, "--env", "local"]);
    let cancelled = shop.ok(&["replay", "--env", "local", "--cancel", "cancelled"]);
    assert!(cancelled.contains("run cancelled to related-items: cancelled"), "{cancelled}");
    let resumed = shop.run(&["replay", "--env", "local", "--resume", "cancelled"]);
    assert!(!resumed.success && resumed.errors.contains("The run `cancelled` was cancelled"), "{resumed:?}");
}

fn refuse(shop: &Commands) {
    let before = list(shop).len();
    for (arguments, error) in [
        (&["replay", "--env", "local", "--handler", "reminder"][..], "no event handler `reminder` takes replays"),
        (&["replay", "--env", "local", "--resume", "../../events"], "cannot name a replay run"),
        (&[&REPLAY[..], &["--rate", "0"]].concat(), "out of range"),
        (&[&REPLAY[..], &["--from", "2026-11-02", "--to", "2026-11-01"]].concat(), "is not before"),
        (&[&REPLAY[..], &["--aggregate", "../carts"]].concat(), "is no aggregate id"),
        (&["invoke", "replay", r#"{"start": {"handler": "reminder"}}"#, "--env", "local"], "There is no event handler"),
        (&["invoke", "replay", r#"{"start": {"handler": "related-items", "run": "live"}}"#, "--env", "local"], "live"),
        (
            &["invoke", "replay", r#"{"start": {"handler": "related-items", "after": "x"}}"#, "--env", "local"],
            "unknown field",
        ),
    ] {
        let refused = shop.run(arguments);
        assert!(!refused.success && refused.errors.contains(error), "{refused:?}");
    }
    assert_eq!(list(shop).len(), before, "what is refused leaves no record");
}
