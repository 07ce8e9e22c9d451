//! One contract stands for one function.

use super::{Rule, found_before};

pub(crate) static FUNCTION_NAMES: Rule = Rule {
    id: "function-names",
    summary: "A stack has one function of each contract.",
    explanation: "The contract's name is the name of the binary; two functions of it would run the same code with the \
                  links of one of them.",
    fix: "Declare another contract for another function.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/rust-package.html",
    waivable: false,
    check: found_before,
};
