//! The short tags of YAML templates and the long forms that they stand for.

use super::{Content, Key, Located, Position, Problem};

/// The functions with a short tag, without `Fn::`. `Ref` and `Condition`, which have no such prefix, come on top.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html> and, for rules,
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-rules.html>
pub(super) const SHORT_TAGS: [&str; 24] = [
    "And",
    "Base64",
    "Cidr",
    "Contains",
    "EachMemberEquals",
    "EachMemberIn",
    "Equals",
    "FindInMap",
    "GetAZs",
    "GetAtt",
    "If",
    "ImportValue",
    "Join",
    "Length",
    "Not",
    "Or",
    "RefAll",
    "Select",
    "Split",
    "Sub",
    "ToJsonString",
    "Transform",
    "ValueOf",
    "ValueOfAll",
];

/// The key that a short tag (without `!`) stands for; nothing when there is no such tag.
pub(super) fn long_form(tag: &str) -> Option<String> {
    match tag {
        "Ref" | "Condition" => Some(tag.to_owned()),
        _ => SHORT_TAGS.contains(&tag).then(|| format!("Fn::{tag}")),
    }
}

/// The map with one entry that a tagged value stands for.
pub(super) fn expand(long_form: String, position: Position, argument: Content) -> Result<Content, Problem> {
    let argument = match argument {
        Content::Text(text) if long_form == "Fn::GetAtt" => attribute(&text, position)?,
        other => other,
    };
    Ok(Content::Map(vec![(Key { position, text: long_form }, Located { position, content: argument })]))
}

/// `LogicalId.Attribute` as a list. Only the first dot separates: attributes of nested stacks have dots themselves.
fn attribute(text: &str, position: Position) -> Result<Content, Problem> {
    let (id, attribute) = text.split_once('.').ok_or(Problem::AttributeMissing)?;
    if id.is_empty() || attribute.is_empty() {
        return Err(Problem::AttributeMissing);
    }
    let part = |text: &str| Located { position, content: Content::Text(text.to_owned()) };
    Ok(Content::List(vec![part(id), part(attribute)]))
}
