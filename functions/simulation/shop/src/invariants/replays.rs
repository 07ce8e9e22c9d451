//! Replays: while clients are at work, of the archive as it was written, and of the compacted one; whatever goes wrong meanwhile.

use std::future::Future;
use std::time::Duration;

use functions::event_handler::{Generation, HandOverProgress, HandOverReport, ProjectionAnswer, RetireReport};
use functions::replay::{ReplayAnswer, RunState};
use functions::wakes::RUN_ATTRIBUTE;
use serde_json::{Value, json};
use simulation::{InvokeError, Message, Restless};

use super::Rest;
use super::handler::{parked, projection};
use crate::case::DAY;
use crate::shop::{REMIND_AFTER, Shop};

/// How often something is asked for again that was broken off.
const TRIES: usize = 1_000;

/// After how many tries nothing goes wrong any more: who compares hundreds of carts in one go gets through on AWS, because its SDK
/// sends what is throttled again, and may never do here.
const PATIENCE: usize = 50;

/// Errors of a replay after which somebody goes on with it.
const PASSING: [&str; 5] = ["RunsUnavailable", "ArchiveUnavailable", "QueueUnavailable", "RunBusy", "RunOvertaken"];

/// Replays while clients are at work, every other time.
pub(crate) async fn among_clients(shop: Shop) -> Result<Option<Generation>, String> {
    if shop.world.random(0..2) == 0 {
        return Ok(None);
    }
    // Clients may be gone within seconds, or stay for an hour.
    shop.world.pause(0..1 << shop.world.random(8..22)).await;
    run(&shop, "among-clients").await.map(Some)
}

/// Replays, whatever goes wrong meanwhile, until everything is handled.
pub(super) async fn replay(shop: &Shop, name: &str) -> Result<Generation, String> {
    despite_faults(shop, run(shop, name)).await
}

/// Lets go wrong what goes wrong later, until the work is done and everything is handled.
async fn despite_faults<T>(shop: &Shop, work: impl Future<Output = Result<T, String>>) -> Result<T, String> {
    shop.begin_faults_again();
    let done = work.await?;
    shop.world.settle(DAY).await.map_err(restless)?;
    shop.world.end_faults();
    shop.world.settle(DAY).await.map_err(restless)?;
    Ok(done)
}

/// Runs a replay to its end, and goes on with it whatever it was broken off by.
async fn run(shop: &Shop, name: &str) -> Result<Generation, String> {
    let run = Generation::try_from(name.to_owned()).map_err(|error| error.to_string())?;
    // As the command does: a replay that finds nothing sends no message that would say so.
    let begin = json!({ "begin": { "run": run } });
    ask(shop, begin, |answer| if matches!(answer, ProjectionAnswer::Begin(_)) { Next::Done } else { Next::Wrong })
        .await?;
    let mut is_begun = false;
    for _ in 0..TRIES {
        let seconds = shop.world.random(1..120);
        let request = if is_begun {
            json!({ "resume": { "run": run, "seconds": seconds } })
        } else {
            json!({ "start": { "handler": "related-items", "run": run, "seconds": seconds } })
        };
        match shop.world.invoke("Replay", &request.to_string()).await {
            Ok(answer) => match serde_json::from_str(&answer).map_err(|error| error.to_string())? {
                ReplayAnswer::Run(record) if record.state == RunState::Complete => return Ok(run),
                ReplayAnswer::Run(_) => is_begun = true,
                ReplayAnswer::Runs(_) => return Err(format!("the answer to {request} is {answer}")),
            },
            // It was begun by a request that nobody answered.
            Err(InvokeError::Failed { code, .. }) if code == "RunExists" && !is_begun => is_begun = true,
            Err(InvokeError::Failed { code, message }) if !PASSING.contains(&code.as_str()) => {
                return Err(format!("{run}: {code}: {message}"));
            }
            Err(_) => shop.world.pause(1_000..60_000).await,
        }
    }
    Err(format!("{run} does not come to an end"))
}

/// Hands readers over to a generation, whatever goes wrong meanwhile.
pub(super) async fn hand_over(shop: &Shop, to: &Generation) -> Result<(), String> {
    let request = |progress: Option<HandOverProgress>| json!({ "hand_over": { "run": to, "progress": progress } });
    despite_faults(
        shop,
        ask(shop, request(None), |answer| {
            let ProjectionAnswer::HandOver(HandOverReport { handed_over, in_the_way, progress, .. }) = answer else {
                return Next::Wrong;
            };
            match (handed_over, progress) {
                (true, _) => Next::Done,
                (false, Some(progress)) => Next::Ask(request(Some(progress)), Duration::ZERO),
                (false, None) => Next::Refused(format!("{in_the_way:?} is in the way")),
            }
        }),
    )
    .await
}

/// Deletes a generation, whatever goes wrong meanwhile.
pub(super) async fn retire(shop: &Shop, generation: &Generation) -> Result<(), String> {
    let request = |after: Option<String>| json!({ "retire": { "generation": generation, "after": after } });
    despite_faults(
        shop,
        ask(shop, request(None), |answer| {
            let ProjectionAnswer::Retire(RetireReport { complete, after, wait_seconds, .. }) = answer else {
                return Next::Wrong;
            };
            if complete { Next::Done } else { Next::Ask(request(after), Duration::from_secs(wait_seconds)) }
        }),
    )
    .await
}

/// What becomes of an answer.
enum Next {
    Done,
    /// Ask this after a while.
    Ask(Value, Duration),
    Refused(String),
    /// It is none to what was asked.
    Wrong,
}

/// Asks the handler, again and again, until it is done.
async fn ask(shop: &Shop, mut request: Value, judge: impl Fn(ProjectionAnswer) -> Next) -> Result<(), String> {
    for tries in 0..TRIES {
        if tries == PATIENCE {
            shop.world.end_faults();
        }
        let answer = match shop.world.invoke("RelatedItems", &request.to_string()).await {
            Ok(answer) => answer,
            Err(InvokeError::Failed { code, .. }) if !code.ends_with("Unavailable") => {
                return Err(format!("{request} is answered with {code}"));
            }
            Err(_) => {
                shop.world.pause(1_000..60_000).await;
                continue;
            }
        };
        match judge(serde_json::from_str(&answer).map_err(|error| format!("{error}: {answer}"))?) {
            Next::Done => return Ok(()),
            Next::Ask(next, wait) => {
                request = next;
                tokio::time::sleep(wait).await;
            }
            Next::Refused(reason) => return Err(reason),
            Next::Wrong => return Err(format!("{answer} to {request}")),
        }
    }
    Err(format!("{request} is never done"))
}

/// Lets every reminder be due that a replay might have set off.
pub(super) async fn wait_for_reminders(shop: &Shop) -> Result<(), String> {
    tokio::time::sleep(REMIND_AFTER + 2 * DAY).await;
    shop.world.settle(DAY).await.map_err(restless)
}

fn restless(restless: Restless) -> String {
    restless.to_string()
}

/// The messages of replays that were received too often.
pub(super) fn dead_letters(rest: &Rest<'_>) -> Vec<Message> {
    let queue = rest.shop.world.services().queue("RelatedItemsDeadLetters");
    queue.map(simulation::Queue::messages).unwrap_or_default()
}

pub(super) fn has_dead_letters(rest: &Rest<'_>, run: &Generation) -> bool {
    let of_run =
        |message: &Message| message.entry.attributes.get(RUN_ATTRIBUTE).map(String::as_str) == Some(run.as_str());
    dead_letters(rest).iter().any(of_run)
}

pub(super) fn equals_the_live_projection(rest: &Rest<'_>, run: &Generation) -> Result<(), String> {
    let live = projection(rest, &Generation::live());
    let parked = parked(rest, "RelatedItemsParked")?;
    let lots = |generation: &str| -> Vec<_> {
        let of_generation = parked.iter().filter(|((of, _), _)| of == generation);
        of_generation.map(|((_, cart), versions)| (cart.clone(), versions.clone())).collect()
    };
    let built = projection(rest, run);
    if built != live {
        let differs = live.iter().find(|(key, item)| built.get(key) != Some(item));
        let first = differs.map(|(key, item)| format!("{key:?} is {:?} instead of {item}", built.get(key)));
        return Err(format!(
            "the {run} run built {} items of {}; {}",
            built.len(),
            live.len(),
            first.unwrap_or_default()
        ));
    }
    if lots(run.as_str()) != lots("live") {
        return Err(format!("the {run} run parked {:?} instead of {:?}", lots(run.as_str()), lots("live")));
    }
    Ok(())
}

/// Nothing is left of a generation that was retired.
pub(super) fn is_gone(rest: &Rest<'_>, run: &Generation) -> Result<(), String> {
    let left = projection(rest, run).len();
    let parked = parked(rest, "RelatedItemsParked")?.into_keys().filter(|(of, _)| of == run.as_str()).count();
    if (left, parked) == (0, 0) { Ok(()) } else { Err(format!("of {run} {left} items and {parked} lots are left")) }
}

pub(super) fn changed_nothing_else(before: &Rest<'_>, after: &Rest<'_>, runs: &[Generation]) -> Result<(), String> {
    let of_runs = after.effects[before.effects.len()..].iter();
    if let Some(effect) = of_runs.clone().find(|effect| !runs.contains(&effect.generation)) {
        return Err(format!("{effect:?}"));
    }
    if let Some(asked) = after.schedules.get(before.schedules.len()) {
        return Err(format!("a replay asked for {asked}"));
    }
    if before.emails != after.emails {
        return Err(format!("there are {} emails instead of {}", after.emails.len(), before.emails.len()));
    }
    super::handler::effects_are_in_order(after)?;
    super::handler::projection_is_a_fold(after)?;
    if before.commits != after.commits {
        return Err("the table of commits is another".to_owned());
    }
    super::handler::nothing_is_given_up(after)
}
