//! The pattern of a filter, as Lambda reads it.

use serde_json::{Map, Value as Json, json};

use super::FilterMistake;

/// Where the fields of an event are in what Lambda compares patterns with.
#[derive(Debug, Clone, Copy)]
#[doc(hidden)]
pub enum Shape {
    /// Under this name, as JSON.
    Json(&'static str),
    /// In the new image of a table's item, each value under the letter of its type.
    NewImage,
}

/// What an event has to be like.
#[derive(Debug)]
pub(super) enum Condition {
    Field { path: Vec<String>, matchers: Vec<Matcher> },
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

/// What a field is compared with.
#[derive(Debug)]
pub(super) enum Matcher {
    Value(Json),
    /// A comparison of texts.
    Text(Json),
    /// A comparison of numbers.
    Number(Json),
    Presence(bool),
}

impl Condition {
    pub fn pattern(self, shape: Shape) -> Result<Json, FilterMistake> {
        match self {
            Self::Field { path, matchers } => field(&path, matchers, shape),
            Self::All(conditions) => {
                let mut all = Json::Object(Map::new());
                for condition in conditions {
                    merge(&mut all, condition.pattern(shape)?)?;
                }
                Ok(all)
            }
            Self::Any(conditions) => {
                let any: Result<Vec<Json>, FilterMistake> =
                    conditions.into_iter().map(|condition| condition.pattern(shape)).collect();
                Ok(json!({ "$or": flattened(any?) }))
            }
        }
    }
}

/// `(a or b) or c` is `a or b or c`.
fn flattened(alternatives: Vec<Json>) -> Vec<Json> {
    let open = |alternative: Json| match alternative {
        Json::Object(mut map) if map.len() == 1 => match map.remove("$or") {
            Some(Json::Array(inner)) => inner,
            Some(other) => vec![other],
            None => vec![Json::Object(map)],
        },
        other => vec![other],
    };
    alternatives.into_iter().flat_map(open).collect()
}

fn field(path: &[String], matchers: Vec<Matcher>, shape: Shape) -> Result<Json, FilterMistake> {
    match shape {
        Shape::Json(root) => {
            let matchers = matchers.into_iter().map(Matcher::json).collect();
            let names = [root].into_iter().chain(path.iter().map(String::as_str));
            Ok(nested(names, Json::Array(matchers)))
        }
        Shape::NewImage => {
            let mut typed: Map<String, Json> = Map::new();
            for matcher in matchers {
                let (letter, matcher) = matcher.typed(path)?;
                let list = typed.entry(letter).or_insert_with(|| Json::Array(Vec::new()));
                if let Json::Array(list) = list {
                    list.push(matcher);
                }
            }
            if typed.len() > 1 {
                return Err(FilterMistake {
                    message: format!("the filter compares {} with values of several types", path.join(".")),
                    help: "join one filter a type with `or`".to_owned(),
                });
            }
            // The fields of an item inside of another are in a map of the type M.
            let names = path.iter().map(String::as_str).enumerate();
            let names = names.flat_map(|(depth, name)| [("M", depth > 0), (name, true)]);
            let names = names.filter_map(|(name, stays)| stays.then_some(name));
            Ok(nested(["dynamodb", "NewImage"].into_iter().chain(names), Json::Object(typed)))
        }
    }
}

fn nested<'a>(names: impl DoubleEndedIterator<Item = &'a str>, innermost: Json) -> Json {
    names.rev().fold(innermost, |inner, name| json!({ name: inner }))
}

impl Matcher {
    fn json(self) -> Json {
        match self {
            Self::Value(matcher) | Self::Text(matcher) | Self::Number(matcher) => matcher,
            Self::Presence(is_there) => json!({ "exists": is_there }),
        }
    }

    /// The letter of its type in a table, and the matcher.
    fn typed(self, path: &[String]) -> Result<(String, Json), FilterMistake> {
        let typed = match self {
            Self::Value(Json::String(text)) => Some(("S", Json::String(text))),
            // A table's numbers are texts.
            Self::Value(Json::Number(number)) => Some(("N", Json::String(number.to_string()))),
            Self::Value(Json::Bool(value)) => Some(("BOOL", Json::Bool(value))),
            Self::Text(matcher) => Some(("S", matcher)),
            Self::Value(_) | Self::Number(_) | Self::Presence(_) => None,
        };
        typed.map(|(letter, matcher)| (letter.to_owned(), matcher)).ok_or_else(|| FilterMistake {
            message: format!("what {} is compared with cannot be expressed for the changes of a table", path.join(".")),
            help: "compare with texts, numbers or truth values, or with the beginning or end of a text".to_owned(),
        })
    }
}

/// Adds what `other` demands to `pattern`.
pub(super) fn merge(pattern: &mut Json, other: Json) -> Result<(), FilterMistake> {
    match (pattern, other) {
        (Json::Object(pattern), Json::Object(other)) => {
            for (name, demand) in other {
                match pattern.get_mut(&name) {
                    Some(present) if name != "$or" => merge(present, demand)?,
                    Some(_) => {
                        return Err(FilterMistake {
                            message: "the filter joins two alternatives with `and`".to_owned(),
                            help: "write out the combinations, joined with `or`".to_owned(),
                        });
                    }
                    None => {
                        pattern.insert(name, demand);
                    }
                }
            }
            Ok(())
        }
        _ => Err(FilterMistake {
            message: "the filter is about one field twice".to_owned(),
            help: "state all that is demanded of a field in one comparison, such as `between`".to_owned(),
        }),
    }
}
