//! A type of resource, as far as a typed form of it needs to know.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToSnakeCase, ToUpperCamelCase};
use regex::Regex;
use serde_json::{Map, Value as Json};

use crate::descriptions::{condensed, sentence};
use crate::sources::Descriptions;

/// A type of resource.
pub struct ResourceModel {
    /// The CloudFormation type.
    pub r#type: String,
    /// The resource itself first, then its parts by name.
    pub objects: Vec<ObjectModel>,
    /// Sets of texts by name.
    pub values: BTreeMap<String, Vec<String>>,
    pub attributes: Vec<AttributeModel>,
    pub replaces: Vec<String>,
    pub may_replace: Vec<String>,
}

/// Named properties.
pub struct ObjectModel {
    pub name: String,
    pub description: String,
    pub properties: Vec<PropertyModel>,
}

/// A property.
#[derive(PartialEq)]
pub struct PropertyModel {
    pub name: String,
    pub description: String,
    pub required: bool,
    pub kind: Kind,
}

/// What `Fn::GetAtt` can ask for.
pub struct AttributeModel {
    pub name: String,
    pub description: String,
    pub kind: Kind,
}

/// What values a property takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Json,
    Bool,
    Integer(i64, i64),
    Integers(Vec<i64>),
    Number(Option<f64>, Option<f64>),
    Text(u64, Option<u64>, Option<String>),
    Values(String, Vec<String>),
    List(Box<Kind>, u64, Option<u64>, bool),
    Map(Box<Kind>),
    Object(String),
}

impl ResourceModel {
    /// Reads a schema.
    pub fn read(r#type: &str, schema: &Json, descriptions: &Descriptions) -> Self {
        let mut reader = Reader {
            schema,
            descriptions,
            resource: name_of(r#type),
            names: BTreeMap::new(),
            objects: BTreeMap::new(),
            values: BTreeMap::new(),
        };
        let read_only = paths(&schema["readOnlyProperties"]);
        let properties = object(&schema["properties"]);
        let settable: Map<String, Json> = properties
            .iter()
            .filter(|(name, _)| !read_only.contains(*name))
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect();
        let properties = reader.properties(None, &settable, &schema["required"]);
        let attributes = read_only.iter().filter_map(|path| reader.attribute(path)).collect();
        let description =
            if descriptions.resource.is_empty() { text(&schema["description"]) } else { descriptions.resource.clone() };
        let resource = ObjectModel { name: reader.resource.clone(), description: condensed(&description), properties };
        let replaces: BTreeSet<String> =
            paths(&schema["createOnlyProperties"]).union(&descriptions.replaces).cloned().collect();
        let Reader { objects, values, .. } = reader;
        Self {
            r#type: r#type.to_owned(),
            objects: std::iter::once(resource).chain(objects.into_values().flatten()).collect(),
            values,
            attributes,
            may_replace: paths(&schema["conditionalCreateOnlyProperties"]).difference(&replaces).cloned().collect(),
            replaces: replaces.into_iter().collect(),
        }
    }
}

/// `AWS::SQS::Queue` as the name of a Rust type: `Queue`.
fn name_of(r#type: &str) -> String {
    r#type.rsplit("::").next().unwrap_or_default().to_upper_camel_case()
}

/// JSON pointers such as `/properties/KeySchema/*/Name` as paths: `KeySchema/Name`.
fn paths(pointers: &Json) -> BTreeSet<String> {
    let pointers = pointers.as_array().into_iter().flatten().filter_map(Json::as_str);
    let path = |pointer: &str| {
        let ids = pointer.split('/').filter(|id| !matches!(*id, "" | "properties" | "*" | "items"));
        ids.collect::<Vec<_>>().join("/")
    };
    pointers.map(path).collect()
}

fn object(json: &Json) -> Map<String, Json> {
    json.as_object().cloned().unwrap_or_default()
}

fn text(json: &Json) -> String {
    json.as_str().unwrap_or_default().to_owned()
}

struct Reader<'a> {
    schema: &'a Json,
    descriptions: &'a Descriptions,
    resource: String,
    /// The Rust name of each definition that was met.
    names: BTreeMap<String, String>,
    /// Nothing while the object is being read.
    objects: BTreeMap<String, Option<ObjectModel>>,
    values: BTreeMap<String, Vec<String>>,
}

impl Reader<'_> {
    fn properties(&mut self, of: Option<&str>, properties: &Map<String, Json>, required: &Json) -> Vec<PropertyModel> {
        let required: BTreeSet<_> = required.as_array().into_iter().flatten().filter_map(Json::as_str).collect();
        let mut read: Vec<_> = properties
            .iter()
            .map(|(name, property)| PropertyModel {
                name: name.clone(),
                description: self.description(of, name, property),
                required: required.contains(name.as_str()),
                kind: self.kind(of, name, property),
            })
            .collect();
        read.sort_by(|a, b| a.name.cmp(&b.name));
        read
    }

    fn description(&self, of: Option<&str>, name: &str, property: &Json) -> String {
        let published = self.descriptions.properties.get(&(of.map(str::to_owned), name.to_owned()));
        let described = [published.map(String::as_str), property["description"].as_str()];
        let resolved = self.definition(property).map(|(_, definition)| text(&definition["description"]));
        let described = described.into_iter().flatten().chain(resolved.as_deref());
        described.map(condensed).find(|text| !text.is_empty()).unwrap_or_else(|| sentence(name))
    }

    fn definition(&self, property: &Json) -> Option<(String, Json)> {
        let name = property["$ref"].as_str()?.strip_prefix("#/definitions/")?;
        Some((name.to_owned(), self.schema["definitions"][name].clone()))
    }

    fn attribute(&self, path: &str) -> Option<AttributeModel> {
        let mut property = self.schema.clone();
        for name in path.split('/') {
            if let Some((_, definition)) = self.definition(&property) {
                property = definition;
            }
            property = property["properties"].get(name)?.clone();
        }
        let name = path.replace('/', ".");
        let published = self.descriptions.attributes.get(&name).cloned().unwrap_or_default();
        let description =
            [published, text(&property["description"])].iter().map(|text| condensed(text)).find(|d| !d.is_empty());
        let kind = match property["type"].as_str() {
            Some("boolean") => Kind::Bool,
            Some("integer") => Kind::Integer(i64::MIN, i64::MAX),
            Some("array") => Kind::List(Box::new(Kind::Text(0, None, None)), 0, None, false),
            _ => Kind::Text(0, None, None),
        };
        Some(AttributeModel { description: description.unwrap_or_else(|| sentence(&name)), name, kind })
    }

    /// What values `property` takes; `name` is what an unnamed part of it is called.
    fn kind(&mut self, of: Option<&str>, name: &str, property: &Json) -> Kind {
        if let Some((definition, schema)) = self.definition(property) {
            return self.kind_named(Some(&definition), &definition, &schema, of);
        }
        self.kind_named(None, name, property, of)
    }

    fn kind_named(&mut self, definition: Option<&str>, name: &str, schema: &Json, of: Option<&str>) -> Kind {
        // A list that can also be given as a document.
        let alternatives = schema["oneOf"].as_array().into_iter().flatten();
        if let Some(list) = alternatives.clone().find(|alternative| alternative["type"] == "array") {
            return self.kind_named(definition, name, list, of);
        }
        if let Some(item) = alternatives.clone().find(|alternative| alternative["maxItems"].is_u64()) {
            let kind = match self.kind(of, name, item) {
                Kind::List(item, ..) => *item,
                item => item,
            };
            let minimum = item["minItems"].as_u64().unwrap_or(0);
            return Kind::List(Box::new(kind), minimum, item["maxItems"].as_u64(), false);
        }
        let minimum = |key: &str| schema[key].as_u64().unwrap_or(0);
        match &schema["type"] {
            Json::String(kind) => match kind.as_str() {
                "boolean" => Kind::Bool,
                "integer" => integer(schema),
                "number" => Kind::Number(schema["minimum"].as_f64(), schema["maximum"].as_f64()),
                "string" if schema["format"] == "json" => Kind::Json,
                "string" => match strings(&schema["enum"]) {
                    Some(values) => self.values(name, of, values),
                    None => Kind::Text(minimum("minLength"), schema["maxLength"].as_u64(), pattern(schema)),
                },
                "array" => {
                    let item = self.kind(of, &format!("{name}Item"), &schema["items"]);
                    let unique = schema["uniqueItems"] == true;
                    Kind::List(Box::new(item), minimum("minItems"), schema["maxItems"].as_u64(), unique)
                }
                "object" => self.object(definition, name, schema),
                _ => Kind::Json,
            },
            // A plain value of any kind, which is a text in the end.
            Json::Array(kinds) if kinds.iter().any(|kind| kind == "boolean" || kind == "integer") => {
                Kind::Text(0, None, None)
            }
            // A document that can also be given as text.
            Json::Array(_) => Kind::Json,
            _ if schema["properties"].is_object() => self.object(definition, name, schema),
            _ => Kind::Json,
        }
    }

    fn object(&mut self, definition: Option<&str>, name: &str, schema: &Json) -> Kind {
        let mut properties = object(&schema["properties"]);
        for alternative in ["oneOf", "anyOf"].iter().filter_map(|key| schema[*key].as_array()).flatten() {
            let alternative = self.definition(alternative).map_or_else(|| alternative.clone(), |(_, schema)| schema);
            for (name, property) in object(&alternative["properties"]) {
                if property.is_object() {
                    properties.entry(name).or_insert(property);
                }
            }
        }
        if properties.is_empty() {
            let items: Vec<Json> = object(&schema["patternProperties"]).into_iter().map(|(_, items)| items).collect();
            return match items.as_slice() {
                [items] => Kind::Map(Box::new(self.kind(definition, &format!("{name}Value"), items))),
                _ if schema["additionalProperties"].is_object() => {
                    Kind::Map(Box::new(self.kind(definition, &format!("{name}Value"), &schema["additionalProperties"])))
                }
                _ => Kind::Json,
            };
        }
        let key = definition.map_or_else(|| format!("{}/{name}", self.names.len()), str::to_owned);
        if let Some(rust) = self.names.get(&key) {
            return Kind::Object(rust.clone());
        }
        let rust = self.free_name(name);
        self.names.insert(key, rust.clone());
        self.objects.insert(rust.clone(), None);
        let properties = self.properties(Some(name), &properties, &schema["required"]);
        // The schemas write some parts out wherever they are used.
        let plain = self.objects.get(&name.to_upper_camel_case()).and_then(Option::as_ref);
        if let Some(same) = plain.filter(|other| definition.is_none() && other.properties == properties) {
            let same = same.name.clone();
            self.objects.remove(&rust);
            return Kind::Object(same);
        }
        let published = self.descriptions.parts.get(name).cloned().unwrap_or_default();
        let described =
            [published, text(&schema["description"])].iter().map(|text| condensed(text)).find(|d| !d.is_empty());
        let description = described.unwrap_or_else(|| sentence(name));
        self.objects.insert(rust.clone(), Some(ObjectModel { name: rust.clone(), description, properties }));
        Kind::Object(rust)
    }

    fn values(&mut self, name: &str, of: Option<&str>, values: Vec<String>) -> Kind {
        let name = name.trim_end_matches("Item");
        let plain = name.to_upper_camel_case();
        let owned = format!("{}{plain}", of.unwrap_or_default().to_upper_camel_case());
        let candidates = [plain, owned.clone(), format!("{owned}Value")];
        let fits = |candidate: &String| match self.values.get(candidate) {
            Some(present) => *present == values,
            None => self.is_free(candidate),
        };
        let rust = candidates.iter().find(|candidate| fits(candidate)).cloned().unwrap_or(format!("{owned}Choice"));
        self.values.insert(rust.clone(), values.clone());
        Kind::Values(rust, values)
    }

    fn free_name(&self, name: &str) -> String {
        let plain = name.to_upper_camel_case();
        let candidates = [plain.clone(), format!("{plain}Property")];
        candidates.into_iter().find(|name| self.is_free(name)).unwrap_or(format!("{plain}Part"))
    }

    fn is_free(&self, name: &str) -> bool {
        // The names that every generated file uses itself.
        let used = ["Value", "Vec", "String", "Int", "Json", "Arn", "Kind", "BTreeMap", "Object", "Self", "Resource"];
        *name != self.resource
            && !used.contains(&name)
            && !self.objects.contains_key(name)
            && !self.values.contains_key(name)
    }
}

fn integer(schema: &Json) -> Kind {
    let values: Option<Vec<i64>> =
        schema["enum"].as_array().map(|values| values.iter().filter_map(Json::as_i64).collect());
    match values {
        Some(values) if !values.is_empty() => Kind::Integers(values),
        _ => Kind::Integer(
            schema["minimum"].as_i64().unwrap_or(i64::MIN),
            schema["maximum"].as_i64().unwrap_or(i64::MAX),
        ),
    }
}

fn strings(values: &Json) -> Option<Vec<String>> {
    let mut values: Vec<String> = values.as_array()?.iter().filter_map(Json::as_str).map(str::to_owned).collect();
    values.sort();
    values.dedup();
    Some(values).filter(|values| !values.is_empty())
}

/// The pattern, if the library's engine understands it. Patterns with look-around are left out, and those that need more
/// memory than is sensible.
fn pattern(schema: &Json) -> Option<String> {
    let hexadecimal = Regex::new(r"\\u([0-9A-Fa-f]{4})").ok()?;
    let pattern = schema["pattern"].as_str()?;
    let pattern = hexadecimal.replace_all(pattern, r"\x{$1}").into_owned();
    let everything = ["", ".*", "^.*$", "^.+$", "[\\s\\S]*", "^[\\s\\S]*$"];
    if everything.contains(&pattern.as_str()) || Regex::new(&pattern).is_err() { None } else { Some(pattern) }
}

/// `DelaySeconds` as the name of a method: `delay_seconds`.
pub fn method_name(name: &str) -> String {
    let snake = name.replace('.', "_").to_snake_case();
    match snake.as_str() {
        "type" | "match" | "ref" | "static" | "enum" | "use" | "where" | "loop" | "move" | "mod" | "in" | "for"
        | "if" | "final" | "abstract" | "virtual" | "override" | "priv" | "try" => format!("r#{snake}"),
        // Names that every typed form has already.
        "new" | "set" | "self" => format!("{snake}_"),
        _ => snake,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(schema: &Json) -> ResourceModel {
        ResourceModel::read("AWS::Test::Thing", schema, &Descriptions::default())
    }

    fn kind(property: Json) -> Kind {
        let schema = json!({ "properties": { "Part": property }, "definitions": {
            "Name": { "type": "string", "maxLength": 8 },
            "Pair": { "type": "object", "properties": { "Left": { "$ref": "#/definitions/Pair" } } },
        } });
        read(&schema).objects.remove(0).properties.remove(0).kind
    }

    #[test]
    fn kinds_follow_from_schemas() {
        assert_eq!(kind(json!({ "type": "integer", "minimum": 1, "maximum": 9 })), Kind::Integer(1, 9));
        assert_eq!(kind(json!({ "type": "integer", "enum": [1, 7] })), Kind::Integers(vec![1, 7]));
        assert_eq!(kind(json!({ "$ref": "#/definitions/Name" })), Kind::Text(0, Some(8), None));
        assert_eq!(kind(json!({ "type": "string", "format": "json" })), Kind::Json);
        assert_eq!(kind(json!({ "type": ["object", "string"] })), Kind::Json);
        assert_eq!(kind(json!({ "$ref": "#/definitions/Pair" })), Kind::Object("Pair".to_owned()), "which has itself");
        let values = vec!["A".to_owned(), "B".to_owned()];
        assert_eq!(kind(json!({ "type": "string", "enum": ["B", "A", "A"] })), Kind::Values("Part".to_owned(), values));
        let list = Kind::List(Box::new(Kind::Bool), 1, Some(3), true);
        assert_eq!(
            kind(
                json!({ "type": "array", "items": { "type": "boolean" }, "minItems": 1, "maxItems": 3, "uniqueItems": true })
            ),
            list
        );
        let map = json!({ "type": "object", "patternProperties": { ".*": { "type": "string" } } });
        assert_eq!(kind(map), Kind::Map(Box::new(Kind::Text(0, None, None))));
    }

    #[test]
    fn patterns_that_the_library_cannot_match_are_left_out() {
        let with = |pattern: &str| kind(json!({ "type": "string", "pattern": pattern }));
        assert_eq!(with("^[a-z]+$"), Kind::Text(0, None, Some("^[a-z]+$".to_owned())));
        assert_eq!(with("^[\\u0020]$"), Kind::Text(0, None, Some("^[\\x{0020}]$".to_owned())));
        assert_eq!(with("^(?!aws:).*$"), Kind::Text(0, None, None), "look-around");
    }

    #[test]
    fn what_is_read_only_is_an_attribute_and_no_property() {
        let model = read(&json!({
            "properties": { "Arn": { "type": "string" }, "Name": { "type": "string" }, "Count": { "type": "integer" } },
            "required": ["Name"],
            "readOnlyProperties": ["/properties/Arn", "/properties/Count"],
            "createOnlyProperties": ["/properties/Name", "/properties/Keys/*/Id"],
        }));
        let names: Vec<_> = model.objects[0].properties.iter().map(|p| (p.name.as_str(), p.required)).collect();
        assert_eq!(names, [("Name", true)]);
        assert_eq!(model.attributes.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(), ["Arn", "Count"]);
        assert_eq!(model.replaces, ["Keys/Id", "Name"]);
    }

    #[test]
    fn names_become_methods_that_rust_takes() {
        let names = ["DelaySeconds", "SSESpecification", "Type", "Endpoint.Address"].map(method_name);
        assert_eq!(names, ["delay_seconds", "sse_specification", "r#type", "endpoint_address"]);
    }
}
