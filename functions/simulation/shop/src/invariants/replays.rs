//! Replays once everything has come to rest.

use std::time::Duration;

use functions::event_handler::Generation;
use functions::replay::{ReplayAnswer, RunState};
use serde_json::json;

use super::Rest;
use super::handler::{parked, projection};
use crate::shop::Shop;

/// Runs two replays, the second within five minutes of the first, and waits until they are handled.
pub(super) async fn run(shop: &Shop) -> Result<Vec<Generation>, String> {
    let mut runs = Vec::new();
    for name in ["first", "second"] {
        let run = Generation::try_from(name.to_owned()).map_err(|error| error.to_string())?;
        let mut request = json!({ "start": { "handler": "related-items", "run": run } });
        loop {
            let answer = shop.world.invoke("Replay", &request.to_string()).await.map_err(|error| error.to_string())?;
            let answer: ReplayAnswer = serde_json::from_str(&answer).map_err(|error| error.to_string())?;
            match answer {
                ReplayAnswer::Run(run) if run.state == RunState::Complete => break,
                _ => request = json!({ "resume": { "run": run } }),
            }
        }
        runs.push(run);
    }
    shop.world.settle(Duration::from_secs(24 * 3600)).await.map_err(|error| error.to_string())?;
    Ok(runs)
}

pub(super) fn equal_the_live_projection(rest: &Rest<'_>, runs: &[Generation]) -> Result<(), String> {
    let live = projection(rest, &Generation::live());
    let parked = parked(rest, "RelatedItemsParked")?;
    let lots = |generation: &str| -> Vec<_> {
        let of_generation = parked.iter().filter(|((of, _), _)| of == generation);
        of_generation.map(|((_, cart), versions)| (cart.clone(), versions.clone())).collect()
    };
    for run in runs {
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
    }
    Ok(())
}

pub(super) fn changed_nothing_else(before: &Rest<'_>, after: &Rest<'_>, runs: &[Generation]) -> Result<(), String> {
    let of_runs = after.effects[before.effects.len()..].iter();
    if let Some(effect) = of_runs.clone().find(|effect| !runs.contains(&effect.generation)) {
        return Err(format!("{effect:?}"));
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
