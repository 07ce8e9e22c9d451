//! What a deploy needs of AWS, or of the emulator.

use std::time::Duration;

use deploy::{BucketState, Connection, bootstrap, caller, denied};

use super::{Check, State};
use crate::environment::Environment;
use crate::session::connect;

/// From here on a clock is worth a word.
const NOTICEABLE: Duration = Duration::from_secs(60);

/// From here on AWS refuses requests.
const REFUSED: Duration = Duration::from_secs(5 * 60);

/// Looks at credentials, account, clock, permissions and the asset bucket.
pub(crate) async fn account(environment: Environment) -> Vec<Check> {
    let connection = match connect(environment).await {
        Ok(Some(connection)) => connection,
        // The emulator does not run, and needs none of this.
        Ok(None) => return Vec::new(),
        Err(error) => {
            let mend = error.help().map(|help| help.to_string()).unwrap_or_default();
            let mut checks = vec![Check::bad("credentials", State::Failed, error.to_string(), mend)];
            let unknown = |name| Check::bad(name, State::Unknown, "not looked at without credentials", "");
            checks.extend(["clock", "permissions", "bucket"].map(unknown));
            return checks;
        }
    };
    let identity = connection.identity();
    let caller = match caller(&connection).await {
        Ok(caller) => caller,
        Err(error) => return vec![Check::bad("credentials", State::Failed, error.to_string(), "")],
    };
    let place = format!("{} in account {}, {}", caller.arn, identity.account, identity.region);
    let permissions = match denied(&connection, &caller).await {
        Ok(denied) if denied.is_empty() => Check::good("permissions", "everything that a deploy itself does"),
        // Policies that name resources look so as well, because the simulation names none.
        Ok(denied) => {
            let found = format!("not allowed on every resource: {}", denied.join(", "));
            let mend = "nothing, if deploys work; else an error of a deploy prints the statement to add";
            Check::bad("permissions", State::Warning, found, mend)
        }
        Err(error) => {
            let found = format!("cannot be simulated ({error})");
            Check::bad(
                "permissions",
                State::Warning,
                found,
                "nothing, if deploys work: simulating needs iam:SimulatePrincipalPolicy",
            )
        }
    };
    vec![Check::good("credentials", place), clock(caller.skew), permissions, bucket(&connection, environment).await]
}

fn clock(skew: Option<Duration>) -> Check {
    let mend = "set the clock of this machine, best by NTP";
    match skew {
        None => Check::bad("clock", State::Warning, "AWS did not say what time it is", ""),
        Some(skew) => {
            let found = format!("{} s off", skew.as_secs());
            match skew {
                _ if skew >= REFUSED => Check::bad("clock", State::Failed, found, mend),
                _ if skew >= NOTICEABLE => Check::bad("clock", State::Warning, found, mend),
                _ => Check::good("clock", found),
            }
        }
    }
}

async fn bucket(connection: &Connection, environment: Environment) -> Check {
    match bootstrap(connection, &environment.stack_props(), true).await {
        Ok(found) => {
            let state = match found.before {
                BucketState::Secured => "there, and secured",
                BucketState::Missing => "not there; `bootstrap` or the first deploy makes it",
                BucketState::Unsecured => "not secured yet; `bootstrap` or the next deploy does it",
            };
            Check::good("bucket", format!("{}: {state}", found.bucket))
        }
        Err(error) => Check::bad("bucket", State::Failed, error.to_string(), ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_judged_by_what_aws_accepts() {
        let state = |seconds| clock(Some(Duration::from_secs(seconds))).state;
        assert_eq!(
            [0, 59, 60, 299, 300].map(state),
            [State::Good, State::Good, State::Warning, State::Warning, State::Failed]
        );
        assert_eq!(clock(None).state, State::Warning);
    }
}
