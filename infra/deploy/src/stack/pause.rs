//! Pauses between questions to AWS.

use std::time::Duration;

/// The first pause.
const SHORTEST: Duration = Duration::from_millis(100);

/// The longest pause. Two questions are asked between pauses, for at most eight stacks at a time: about ten a second in
/// all, which CloudFormation answers without throttling.
const LONGEST: Duration = Duration::from_millis(1500);

/// Pauses between questions: short at first, longer while nothing happens.
#[derive(Debug)]
pub(crate) struct Pause(Duration);

impl Pause {
    pub const fn new() -> Self {
        Self(SHORTEST)
    }

    pub async fn wait(&mut self) {
        tokio::time::sleep(self.0).await;
        self.0 = (self.0 * 3 / 2).min(LONGEST);
    }

    /// Something happened: ask soon again.
    pub fn shorten(&mut self) {
        self.0 = self.0.min(LONGEST / 3);
    }
}
