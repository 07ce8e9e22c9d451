//! The environment of a function fits into 4 KB.

use std::collections::BTreeMap;

use super::{Findings, Rule, Subject};
use crate::LogicalId;

pub(crate) static ENVIRONMENT_SIZE: Rule = Rule {
    id: "environment-size",
    summary: "The names and values of a function's environment variables have at most 4,096 bytes in all.",
    explanation: "Lambda refuses more.",
    fix: "Keep large values in a parameter or a bucket, and hand over their names.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
    waivable: false,
    check,
};

const MOST: usize = 4096;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut sizes: BTreeMap<&LogicalId, usize> = BTreeMap::new();
    for (id, name, value) in subject.variables() {
        // What CloudFormation fills in counts as nothing, so the sum is the least that it can be.
        *sizes.entry(id).or_default() += name.len() + value.as_text().map_or(0, str::len);
    }
    for (id, size) in sizes.into_iter().filter(|(_, size)| *size > MOST) {
        findings.add(
            id,
            format!("its environment variables have {size} bytes or more; Lambda takes {MOST}"),
            ENVIRONMENT_SIZE.fix,
        );
    }
}
