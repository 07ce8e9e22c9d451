//! Whether one part of a statement covers another: everything that the other matches, it matches too.
//!
//! What cannot be decided is said not to be covered, so that a change is rather shown as one that widens.

use serde_json::{Map, Value as Json};

use super::shown::bare;

/// Actions or resources: one pattern, or all but some (`NotAction`, `NotResource`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Element {
    Only(String),
    AllBut(Vec<String>),
}

impl Element {
    pub fn covers(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Only(one), Self::Only(other)) => pattern(one, other),
            (Self::Only(one), Self::AllBut(_)) => one == "*",
            (Self::AllBut(none), Self::Only(other)) => none.iter().all(|none| disjoint(none, other)),
            (Self::AllBut(none), Self::AllBut(others)) => {
                none.iter().all(|none| others.iter().any(|other| pattern(other, none)))
            }
        }
    }

    pub fn shown(&self) -> String {
        match self {
            Self::Only(pattern) => pattern.clone(),
            Self::AllBut(none) => format!("everything but {}", none.join(" and ")),
        }
    }
}

/// Whether a pattern with `*` and `?` matches everything that another one matches.
pub(super) fn pattern(one: &str, other: &str) -> bool {
    if !one.contains(['*', '?']) {
        return one == other;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (mut at, mut seen) = (0, 0);
    // Where to go on after a `*` that has to take one more.
    let mut star = None;
    while let Some(letter) = other.get(seen) {
        match one.get(at) {
            Some('*') => {
                star = Some((at, seen));
                at += 1;
            }
            Some('?') if *letter != '*' => (at, seen) = (at + 1, seen + 1),
            Some(same) if same == letter => (at, seen) = (at + 1, seen + 1),
            _ => match star {
                Some((after, taken)) => {
                    star = Some((after, taken + 1));
                    (at, seen) = (after + 1, taken + 1);
                }
                None => return false,
            },
        }
    }
    one.iter().skip(at).all(|letter| *letter == '*')
}

/// Whether two patterns match nothing together, as far as the text before their first wildcard tells.
fn disjoint(one: &str, other: &str) -> bool {
    let known = |text: &str| text.split(['*', '?', '$']).next().unwrap_or_default().to_owned();
    let (begin, start) = (known(one), known(other));
    let whole = |text: &str, known: &str| text.len() == known.len();
    if whole(one, &begin) && whole(other, &start) {
        return one != other;
    }
    !begin.starts_with(&start) && !start.starts_with(&begin)
}

/// Whether a condition holds wherever another one does. No condition always holds.
pub(super) fn condition(one: &Map<String, Json>, other: &Map<String, Json>) -> bool {
    one.iter().all(|(operator, keys)| {
        let Some(others) = other.get(operator) else { return false };
        let (Some(keys), Some(others)) = (keys.as_object(), others.as_object()) else { return keys == others };
        keys.iter().all(|(key, values)| others.get(key).is_some_and(|other| holds(operator, values, other)))
    })
}

/// Whether values of an operator let through all that other values do.
fn holds(operator: &str, values: &Json, others: &Json) -> bool {
    let (Some(values), Some(others)) = (values.as_array(), others.as_array()) else { return values == others };
    let like = operator.contains("Like");
    let within = |values: &[Json], others: &[Json]| {
        others
            .iter()
            .all(|other| values.iter().any(|value| value == other || (like && pattern(&bare(value), &bare(other)))))
    };
    if operator.starts_with("ForA") {
        return values == others;
    }
    // A negated operator lets through all but its values.
    if operator.contains("Not") { within(others, values) } else { within(values, others) }
}
