//! A filter is about a field that the event has.

use super::{Rule, found_before};

pub(crate) static FILTER_FIELD: Rule = Rule {
    id: "filter-field",
    summary: "A filter of an event source mapping is about fields that its event has, in a way that Lambda can evaluate.",
    explanation: "Lambda accepts a filter on any field. One on a field that no event has matches nothing, and Lambda \
                  drops what does not match: the function would never wake, and queues would lose their messages.",
    fix: "Filter on a field as serde writes it, with its renames.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html",
    waivable: false,
    check: found_before,
};
