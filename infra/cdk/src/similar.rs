//! What somebody may have meant who wrote a name that is not known.

/// Which of the `known` names is closest to `name`, if one is close.
pub(crate) fn similar<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let similarities = known.into_iter().map(|known| (strsim::jaro_winkler(name, known), known));
    let nearest = similarities.max_by(|one, other| one.0.total_cmp(&other.0));
    nearest.filter(|(similarity, _)| *similarity > 0.8).map(|(_, known)| known)
}
