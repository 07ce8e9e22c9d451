//! What a contract puts into the environment is not put there again.

use super::{Rule, found_before};

pub(crate) static LINKED_VARIABLES: Rule = Rule {
    id: "linked-variables",
    summary: "An environment variable that belongs to a link of the function's contract is not set again.",
    explanation: "The function would reach another resource than the one that it was handed, and that its role allows.",
    fix: "Give the variable another name, or hand the other resource over in the contract.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
    waivable: false,
    check: found_before,
};
