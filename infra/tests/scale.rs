//! The limits of the cost model, where the simulation finds them: just below one nothing falls behind, just above it things do,
//! nothing is lost or out of order, and everything catches up. `cargo bench --bench scale` looks for them more closely.

#[path = "scale/checks.rs"]
mod checks;

use std::sync::Mutex;
use std::time::Duration;

use checks::{Check, TOLERANCE, checks};
use shop_simulation::Entrance;

#[test]
fn limits_are_where_they_are_on_paper() {
    let checks = Mutex::new(checks(Duration::from_secs(12)));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let next = checks.lock().unwrap().pop();
                    let Some(check) = next else { break };
                    holds(&check);
                }
            });
        }
    });
}

fn holds(check: &Check) {
    let about = format!("{} (moved by {})", check.limit.limit, check.change);
    let below = check.offer_enough().unwrap();
    assert!(below.is_sustained(), "{about}: below {:.0} events a second: {below:?}", check.on_paper());
    let above = check.offer_too_much().unwrap();
    if check.load.entrance == Entrance::Replay {
        let ratio = above.handled_per_second / check.on_paper();
        assert!((ratio - 1.0).abs() < TOLERANCE, "{about}: {ratio} of what it is on paper: {above:?}");
    } else {
        assert!(!above.is_sustained(), "{about}: above {:.0} events a second: {above:?}", check.on_paper());
    }
}
