//! Secrets are never shown, even if somebody wrote one into a template.

use serde_json::{Map, Value as Json};

use crate::rules::secret_literals::is_secret;

/// What stands for a secret.
pub(super) const HIDDEN: &str = "(hidden)";

/// A value without its secrets. `path` leads to it and ends with its name.
pub(super) fn without_secrets(path: &str, value: &Json) -> Json {
    let name = path.rsplit('.').next().unwrap_or_default();
    // An item of a list is called as the list is; the value of a variable or tag, as what names it.
    let name = match name.split_once('[') {
        Some((list, _)) => list,
        None if name == "Value" => path
            .rsplit('[')
            .next()
            .and_then(|rest| rest.split(']').next())
            .filter(|_| path.contains('['))
            .unwrap_or(name),
        None => name,
    };
    inside(name, value)
}

fn inside(name: &str, value: &Json) -> Json {
    match value {
        Json::String(text) if is_secret(name, text) => Json::from(HIDDEN),
        Json::Array(items) => Json::Array(items.iter().map(|item| inside(name, item)).collect()),
        Json::Object(map) if super::canonical::call(value).is_some() => {
            // References are no secrets; texts inside of functions may have the form of one.
            map.iter()
                .map(|(function, argument)| (function.clone(), inside("", argument)))
                .collect::<Map<_, _>>()
                .into()
        }
        Json::Object(map) => {
            let stated = map.get("Name").or_else(|| map.get("Key")).and_then(Json::as_str);
            let entry = |(key, value): (&String, &Json)| {
                let name = stated.filter(|_| key == "Value").unwrap_or(key);
                (key.clone(), inside(name, value))
            };
            map.iter().map(entry).collect::<Map<_, _>>().into()
        }
        value => value.clone(),
    }
}
