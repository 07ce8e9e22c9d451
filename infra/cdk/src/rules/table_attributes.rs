//! A table defines the attributes of its keys, and no others.

use std::collections::BTreeSet;

use super::{Findings, Rule, Subject};
use crate::{Node, ResourceEntry};

pub(crate) static TABLE_ATTRIBUTES: Rule = Rule {
    id: "table-attributes",
    summary: "A table defines every attribute that is a key of it or of an index, and no other.",
    explanation: "DynamoDB refuses the table otherwise. Attributes that are no keys are not declared at all.",
    fix: "Make AttributeDefinitions name exactly the attributes of the key schemas.",
    page: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, table) in ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"].iter().flat_map(|t| subject.of_type(t)) {
        let (Some(keys), Some(defined)) = (keys(table), names(table.property("AttributeDefinitions"))) else {
            continue;
        };
        for name in keys.difference(&defined) {
            findings.add(id, format!("the key {name} is not defined"), format!("add {name} to AttributeDefinitions"));
        }
        for name in defined.difference(&keys) {
            let help = format!("remove {name} from AttributeDefinitions");
            findings.add(id, format!("the attribute {name} is defined and is no key"), help);
        }
    }
}

/// The keys of a table and of its indexes, if all are known.
fn keys(table: &ResourceEntry) -> Option<BTreeSet<&str>> {
    let mut keys = names(table.property("KeySchema"))?;
    for property in ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"] {
        let Some(indexes) = table.property(property) else { continue };
        let Node::List(indexes) = indexes else { return None };
        for index in indexes {
            keys.extend(names(index.get("KeySchema"))?);
        }
    }
    Some(keys)
}

fn names(list: Option<&Node>) -> Option<BTreeSet<&str>> {
    let Some(Node::List(list)) = list else { return None };
    list.iter().map(|item| item.get("AttributeName")?.as_text()).collect()
}
