//! Only a table with a stream is asked for its stream.

use super::{Findings, Rule, Subject};
use crate::Expression;

pub(crate) static TABLE_STREAMS: Rule = Rule {
    id: "table-streams",
    summary: "A table whose stream is referred to has a stream.",
    explanation: "Without StreamSpecification there is no attribute StreamArn, and the deployment fails.",
    fix: "Set the table's StreamSpecification.",
    page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut asked = Vec::new();
    subject.template.visit(&mut |place, expression| {
        if let Expression::Attribute(target, attribute) = expression
            && attribute == "StreamArn"
        {
            asked.push((place, target));
        }
    });
    for (place, target) in asked {
        let Some((table, entry)) = subject.template.resources.get_key_value(&target.id) else { continue };
        let of_table = matches!(&*entry.r#type, "AWS::DynamoDB::Table" | "AWS::DynamoDB::GlobalTable");
        if of_table && target.stack.is_none() && entry.property("StreamSpecification").is_none() {
            let message = format!("it refers to the stream of {table}, which has none");
            findings.add(place.unwrap_or(table), message, format!("set the StreamSpecification of {table}"));
        }
    }
}
