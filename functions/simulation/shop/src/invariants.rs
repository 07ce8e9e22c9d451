//! What has to hold once everything has come to rest.

mod archive;
mod commands;
mod handler;
mod reminders;
pub(crate) mod replays;
mod upkeep;

use std::collections::BTreeMap;

use functions::commit_item::CommitItem;
use functions::envelope::{Envelope, envelopes};
use functions::event_handler::Generation;
use jiff::Timestamp;
use serde::Deserialize;

use crate::effects::Effect;
use crate::shop::Shop;
use crate::workload::{Commands, Sent};

/// An invariant that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{invariant}: {detail}")]
pub struct Broken {
    /// Which one, as a sentence.
    pub invariant: &'static str,
    /// What there is instead.
    pub detail: String,
}

/// A check: what is wrong, if anything is.
type Check = fn(&Rest) -> Result<(), String>;

/// What is checked before a replay, in an order in which the first that fails says most.
const CHECKS: &[(&str, Check)] = &[
    ("every accepted command is stored once, at the version that was answered", commands::accepted_are_stored_once),
    ("no refused command is stored", commands::refused_are_not_stored),
    ("a command that is sent again is answered as before", commands::repeated_are_answered_alike),
    ("versions of an aggregate have no gaps, and no command is stored twice", commands::versions_have_no_gaps),
    ("nothing is given up", handler::nothing_is_given_up),
    ("the archive is what the table says", archive::equals_the_table),
    ("no record of the stream is archived twice", archive::has_no_record_twice),
    ("each aggregate's events take effect once and in order", handler::effects_are_in_order),
    ("the projection is a fold of the table", handler::projection_is_a_fold),
    ("exactly the events from the first unreadable one on are parked, in order", handler::parked_are_the_unreadable),
    (
        "a cart that is open for two weeks gets one email, or is left to a person; no other cart gets one",
        reminders::once_or_left,
    ),
];

/// The shop at rest.
struct Rest<'a> {
    shop: &'a Shop,
    commands: BTreeMap<uuid::Uuid, Sent>,
    /// Every commit, by cart and then by version.
    commits: Vec<CommitItem>,
    /// Their events, by cart.
    events: BTreeMap<String, Vec<Envelope>>,
    effects: Vec<Effect>,
    /// When emails were sent, and to whom.
    emails: Vec<(Timestamp, String)>,
    /// Every request for a schedule.
    schedules: Vec<String>,
}

impl<'a> Rest<'a> {
    fn of(shop: &'a Shop, commands: &Commands) -> Result<Self, String> {
        let table = shop.world.services().table("Carts").ok_or("there is no table Carts")?;
        let items = table.items();
        let commits = items.iter().map(|item| CommitItem::deserialize(&**item).map_err(|error| error.to_string()));
        let commits = commits.collect::<Result<Vec<_>, _>>()?;
        let mut events: BTreeMap<String, Vec<Envelope>> = BTreeMap::new();
        for commit in &commits {
            let of_commit = envelopes(commit).map_err(|error| error.to_string())?;
            events.entry(commit.aggregate_id.clone()).or_default().extend(of_commit);
        }
        let (effects, emails, schedules) = (shop.effects.all(), shop.mailbox.all(), shop.schedules.all());
        Ok(Self { shop, commands: commands.all(), commits, events, effects, emails, schedules })
    }
}

/// Checks everything, with replays in between. One of them may have met the clients.
///
/// # Errors
/// The first invariant that does not hold.
pub(crate) async fn check(
    shop: &Shop,
    commands: &Commands,
    among_clients: Result<Option<Generation>, String>,
) -> Result<(), Broken> {
    let rest = |invariant| Rest::of(shop, commands).map_err(|detail| Broken { invariant, detail });
    let at_rest = rest("the table can be read")?;
    for (invariant, check) in CHECKS {
        check(&at_rest).map_err(|detail| Broken { invariant, detail })?;
    }
    let invariant =
        "readers can be handed over to what was replayed while clients were at work, and lack nothing there";
    let broken = |detail| Broken { invariant, detail };
    if let Some(run) = among_clients.map_err(broken)? {
        replays::hand_over(shop, &run).await.map_err(broken)?;
        replays::equals_the_live_projection(&rest(invariant)?, &run).map_err(broken)?;
        replays::hand_over(shop, &Generation::live()).await.map_err(broken)?;
        replays::retire(shop, &run).await.map_err(broken)?;
        replays::is_gone(&rest(invariant)?, &run).map_err(broken)?;
    }
    let before = rest("the table can be read")?;
    let invariant = "a replay into a new generation equals the live projection";
    let broken = |detail| Broken { invariant, detail };
    let as_archived = replays::replay(shop, "as-archived").await.map_err(broken)?;
    let invariant = "the archive holds the same when it is compacted";
    shop.begin_faults_again();
    let compacted = upkeep::compact(shop).await;
    shop.world.end_faults();
    compacted.map_err(|detail| Broken { invariant, detail })?;
    archive::equals_the_table(&at_rest).map_err(|detail| Broken { invariant, detail })?;
    let invariant = "the audit finds nothing in a whole archive";
    upkeep::audit(shop).await.map_err(|detail| Broken { invariant, detail })?;
    // The second within five minutes of the first, when nothing goes wrong.
    let runs = [
        as_archived,
        replays::replay(shop, "first").await.map_err(broken)?,
        replays::replay(shop, "second").await.map_err(broken)?,
    ];
    replays::wait_for_reminders(shop).await.map_err(broken)?;
    let after = rest(invariant)?;
    let invariant = "a replay changes nothing but its own generation";
    replays::changed_nothing_else(&before, &after, &runs).map_err(|detail| Broken { invariant, detail })?;
    for run in runs {
        // What became a dead letter comes from the table, at the latest when readers are handed over.
        if replays::has_dead_letters(&after, &run) {
            replays::hand_over(shop, &run).await.map_err(broken)?;
        }
        replays::equals_the_live_projection(&rest(invariant)?, &run).map_err(broken)?;
    }
    Ok(())
}
