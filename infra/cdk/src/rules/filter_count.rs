//! A mapping has at most five filters.

use super::{Findings, Rule, Subject};

pub(crate) static FILTER_COUNT: Rule = Rule {
    id: "filter-count",
    summary: "An event source mapping has at most 5 filters.",
    explanation: "Lambda refuses more, unless the account's quota was raised, which can be up to 10.",
    fix: "Join filters with `or`, list several values in one of them, or have the quota raised and waive the rule.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html",
    waivable: true,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, mapping) in subject.of_type("AWS::Lambda::EventSourceMapping") {
        let filters = mapping.property("FilterCriteria").and_then(|criteria| criteria.get("Filters"));
        let count = filters.map_or(0, |filters| filters.as_list().len());
        if count > 5 {
            findings.add(id, format!("{count} filters are more than the 5 that a mapping may have"), FILTER_COUNT.fix);
        }
    }
}
