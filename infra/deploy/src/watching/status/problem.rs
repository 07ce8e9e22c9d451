//! What somebody should look after.

use super::{Reading, SystemStatus};

impl SystemStatus {
    /// What somebody should look after, each in a sentence: a stack whose last operation failed, functions that cannot be
    /// invoked or whose update failed, mappings that do not run or met a problem, and dead letters.
    ///
    /// Errors of functions are not among them, as callers are told of those, and neither is what is unknown.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let stack = &self.stack;
        if stack.status.contains("ROLLBACK") || stack.status.ends_with("_FAILED") {
            problems.push(format!("stack {} is {}", stack.name, stack.status));
        }
        for function in &self.functions {
            let Reading::Known(state) = &function.state else { continue };
            let reason = state.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
            if state.state == "Failed" {
                problems.push(format!("function {} cannot be invoked{reason}", function.logical_id));
            } else if state.last_update == "Failed" {
                problems.push(format!("the last update of function {} failed{reason}", function.logical_id));
            }
        }
        for mapping in &self.mappings {
            let Reading::Known(state) = &mapping.state else { continue };
            let what = format!("the mapping from {} to {}", state.source, state.function);
            if state.state.starts_with("Disabl") {
                problems.push(format!("{what} is {}", state.state));
            }
            if let Some(result) = state.last_result.as_deref().filter(|result| result.starts_with("PROBLEM")) {
                problems.push(format!("{what} met a {result}"));
            }
        }
        for queue in self.queues.iter().filter(|queue| queue.dead_letters) {
            let Reading::Known(depth) = &queue.depth else { continue };
            let messages = depth.total();
            if messages > 0 {
                problems.push(format!("{} holds {messages} dead letters", queue.logical_id));
            }
        }
        problems
    }
}
