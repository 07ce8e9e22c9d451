//! References between the resources of a template.

use serde_json::Value;

/// The logical id of the resource that a value names with `Ref`, `Fn::GetAtt` or `Fn::Sub`.
pub(super) fn logical_id_in(value: &Value) -> Option<String> {
    if let Some(id) = value["Ref"].as_str() {
        return Some(id.to_owned());
    }
    if let Some(id) = value["Fn::GetAtt"][0].as_str() {
        return Some(id.to_owned());
    }
    if let Some(parts) = value["Fn::Join"][1].as_array() {
        return parts.iter().find_map(logical_id_in);
    }
    let names = value["Fn::Sub"].as_str()?.split("${").skip(1).filter_map(|part| part.split_once('}'));
    let name = names.map(|(name, _)| name).find(|name| !name.starts_with("AWS::"))?;
    Some(name.split_once('.').map_or(name, |(id, _)| id).to_owned())
}

/// The text that a function reads: a reference to a resource is its logical id, and an attribute of it `ID.ATTRIBUTE`.
pub(super) fn text(value: &Value) -> String {
    if let Some(text) = value.as_str() {
        return text.to_owned();
    }
    if let Some(id) = value["Ref"].as_str() {
        return pseudo(id);
    }
    if let (Some(id), Some(attribute)) = (value["Fn::GetAtt"][0].as_str(), value["Fn::GetAtt"][1].as_str()) {
        return format!("{id}.{attribute}");
    }
    if let Some(pattern) = value["Fn::Sub"].as_str() {
        return substituted(pattern);
    }
    if let Some(parts) = value["Fn::Join"][1].as_array() {
        let between = value["Fn::Join"][0].as_str().unwrap_or_default();
        return parts.iter().map(text).collect::<Vec<_>>().join(between);
    }
    value.to_string()
}

fn substituted(pattern: &str) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once("${") {
        let Some((name, behind)) = after.split_once('}') else { break };
        text.push_str(before);
        text.push_str(&pseudo(name));
        rest = behind;
    }
    text + rest
}

fn pseudo(name: &str) -> String {
    match name {
        "AWS::AccountId" => "123456789012",
        "AWS::Partition" => "aws",
        "AWS::Region" => "us-east-1",
        "AWS::StackName" => "simulated",
        name => name,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn references_name_resources() {
        assert_eq!(logical_id_in(&json!({ "Ref": "A" })).as_deref(), Some("A"));
        assert_eq!(logical_id_in(&json!({ "Fn::GetAtt": ["A", "Arn"] })).as_deref(), Some("A"));
        assert_eq!(logical_id_in(&json!({ "Fn::Sub": "${A.Arn}/*" })).as_deref(), Some("A"));
        assert_eq!(logical_id_in(&json!({ "Fn::Sub": "arn:${AWS::Partition}:x:${A}" })).as_deref(), Some("A"));
        assert_eq!(logical_id_in(&json!("*")), None);
    }

    #[test]
    fn texts_are_put_together() {
        assert_eq!(text(&json!({ "Fn::Sub": "arn:${AWS::Partition}:${A.Arn}/x" })), "arn:aws:A.Arn/x");
        assert_eq!(text(&json!({ "Fn::Join": ["/", [{ "Ref": "A" }, "index"]] })), "A/index");
        assert_eq!(text(&json!(7)), "7");
    }
}
