//! Every construct has an id of its own that CloudFormation takes.

use super::{Rule, found_before};

pub(crate) static LOGICAL_IDS: Rule = Rule {
    id: "logical-ids",
    summary: "Each resource, parameter and output has a name of its own, of ASCII letters and digits, at most 255 in all.",
    explanation: "The name in the template follows from the ids that the author wrote, without a hash, so that it survives \
                  refactoring and can be read in reviews. CloudFormation knows a resource by this name only.",
    fix: "Give the construct another id. A construct that exists already keeps its logical id with `renamed_from`.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html",
    waivable: false,
    check: found_before,
};
