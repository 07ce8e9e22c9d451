//! What a failed assertion says.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::comparison::Comparison;

/// The candidate that is spelled most like `name`, if one is so near that it may be meant.
pub(super) fn suggestion<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    let distance = |candidate: &str| strsim::damerau_levenshtein(&name.to_lowercase(), &candidate.to_lowercase());
    let closest = candidates.into_iter().map(|candidate| (distance(candidate), candidate)).min();
    match closest {
        Some((distance, candidate)) if distance <= 1 + name.len() / 6 => format!("; did you mean {candidate}?"),
        _ => String::new(),
    }
}

/// Says that there is no `name` of a section such as `resource`, and what there is.
pub(super) fn missing(what: &str, name: &str, section: &Map<String, Value>) -> String {
    let names: Vec<&str> = section.keys().map(String::as_str).collect();
    let listed = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    let suggestion = suggestion(name, names);
    format!("the template has no {what} {name}{suggestion}\nit has: {listed}")
}

/// Says that there is no resource of a type, and which types there are.
pub(super) fn no_such_type(kind: &str, resources: &Map<String, Value>) -> String {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for resource in resources.values() {
        *kinds.entry(resource.get("Type").and_then(Value::as_str).unwrap_or("no type")).or_default() += 1;
    }
    let listed: Vec<String> = kinds.iter().map(|(kind, count)| format!("{kind} ({count})")).collect();
    let listed = if listed.is_empty() { "no resources".to_owned() } else { listed.join(", ") };
    format!("the template has no {kind}{}\nit has: {listed}", suggestion(kind, kinds.keys().copied()))
}

/// Says how the closest of several resources differs.
pub(super) fn no_match(kind: &str, compared: &BTreeMap<String, Comparison>) -> String {
    let count = match compared.len() {
        1 => format!("the only {kind} does not match"),
        count => format!("none of {count} {kind} matches"),
    };
    let closest = compared.iter().min_by_key(|(_, comparison)| comparison.missed);
    let closest = closest.map(|(id, comparison)| {
        let (had, expected) = (comparison.expected.saturating_sub(comparison.missed), comparison.expected);
        let closest = if compared.len() == 1 { "it is" } else { "the closest is" };
        format!("; {closest} {id}, with {had} of {expected} expected values:{}", differences(comparison))
    });
    format!("{count}{}", closest.unwrap_or_default())
}

/// Says how each of the resources that do not match differs.
pub(super) fn not_all_match(kind: &str, compared: &BTreeMap<String, Comparison>) -> String {
    let different: Vec<_> = compared.iter().filter(|(_, comparison)| !comparison.matches()).collect();
    let verb = if different.len() == 1 { "does" } else { "do" };
    let mut text = format!("{} of {} {kind} {verb} not match:", different.len(), compared.len());
    for (id, comparison) in different {
        text.push_str(&format!("\n{id}:{}", differences(comparison)));
    }
    text
}

/// The differences, a line each.
pub(super) fn differences(comparison: &Comparison) -> String {
    lines(&comparison.differences)
}

/// Each on a line of its own, indented.
pub(super) fn lines<T: std::fmt::Display>(lines: &[T]) -> String {
    lines.iter().map(|line| format!("\n  {line}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_near_names_are_suggested() {
        let kinds = ["AWS::SQS::Queue", "AWS::SQS::QueuePolicy", "AWS::S3::Bucket"];
        assert_eq!(suggestion("AWS::SQS::Qeue", kinds), "; did you mean AWS::SQS::Queue?");
        assert_eq!(suggestion("aws::sqs::queuepolicy", kinds), "; did you mean AWS::SQS::QueuePolicy?");
        assert_eq!(suggestion("AWS::SNS::Topic", kinds), "");
        assert_eq!(suggestion("Crat", ["Cart"]), "; did you mean Cart?");
        assert_eq!(suggestion("Orders", ["Carts"]), "");
    }
}
