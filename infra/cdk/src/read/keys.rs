//! Finds keys that stand twice in one map.

use std::collections::HashMap;

use super::{Content, Located, Mistake, Problem};

/// Adds a mistake for every key that stands in its map already.
pub(super) fn check(value: &Located, mistakes: &mut Vec<Mistake>) {
    match &value.content {
        Content::List(items) => items.iter().for_each(|item| check(item, mistakes)),
        Content::Map(entries) => {
            let mut firsts = HashMap::new();
            for (key, value) in entries {
                let first = *firsts.entry(key.text.as_str()).or_insert(key.position);
                if first != key.position {
                    let problem = Problem::DuplicateKey { key: key.text.as_str().into(), first };
                    mistakes.push(Mistake { position: key.position, problem });
                }
                check(value, mistakes);
            }
        }
        Content::Null | Content::Bool(_) | Content::Number(_) | Content::Text(_) => {}
    }
}
