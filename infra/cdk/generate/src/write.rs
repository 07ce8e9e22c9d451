//! Typed resources as Rust text.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::model::{Kind, ObjectModel, PropertyModel, ResourceModel, method_name};

/// The first line of every file.
pub const MARK: &str = "// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.\n";

/// Every file below `src`, with its text.
pub fn files(resources: &[ResourceModel]) -> BTreeMap<PathBuf, String> {
    let mut services: BTreeMap<String, Vec<&ResourceModel>> = BTreeMap::new();
    for resource in resources {
        services.entry(module(&resource.r#type)).or_default().push(resource);
    }
    let mut files = BTreeMap::new();
    for (service, resources) in &services {
        for resource in resources {
            files.insert(format!("aws/{service}/{}.rs", file(resource)).into(), resource_file(resource));
        }
        files.insert(format!("aws/{service}.rs").into(), service_file(resources));
    }
    files.insert("aws.rs".into(), root_file(&services));
    files
}

/// `AWS::SQS::Queue` as the module and feature of its service: `sqs`.
pub fn module(r#type: &str) -> String {
    let service = r#type.split("::").nth(1).unwrap_or_default();
    match service {
        "KinesisFirehose" => "firehose".to_owned(),
        "StepFunctions" | "SecretsManager" | "CloudWatch" | "CodeDeploy" => service.to_lowercase(),
        "DynamoDB" => "dynamodb".to_owned(),
        "ApiGatewayV2" => "apigatewayv2".to_owned(),
        _ => service.to_snake_case(),
    }
}

fn file(resource: &ResourceModel) -> String {
    resource.r#type.rsplit("::").next().unwrap_or_default().to_snake_case()
}

fn root_file(services: &BTreeMap<String, Vec<&ResourceModel>>) -> String {
    let mut text = format!(
        "{MARK}//! Typed resources, as AWS's schemas define them: one module a service, each behind a feature of its name.\n\
         //!\n\
         //! A resource or a part of one is made by `new` with what is required, and each other property is a method. Every\n\
         //! property takes a plain value or an expression. What types do not hold (ranges, patterns) is checked by synthesis.\n\
         //!\n\
         //! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/>\n\
         #![allow(clippy::new_without_default, clippy::too_many_arguments, reason = \"AWS decides what is required\")]\n\n\
         use crate::schema::ResourceSchema;\n\n"
    );
    for service in services.keys() {
        let _ = writeln!(text, "#[cfg(feature = \"{service}\")]\npub mod {service};");
    }
    text.push_str(
        "\n/// The schemas of every type whose feature is on.\npub(crate) fn schemas() -> impl Iterator<Item = &'static ResourceSchema> {\n    \
         let services: &[&[&'static ResourceSchema]] = &[\n",
    );
    for service in services.keys() {
        let _ = writeln!(text, "        #[cfg(feature = \"{service}\")]\n        {service}::SCHEMAS,");
    }
    text.push_str("    ];\n    services.iter().flat_map(|schemas| schemas.iter().copied())\n}\n");
    text
}

fn service_file(resources: &[&ResourceModel]) -> String {
    let namespace: Vec<&str> =
        resources.iter().flat_map(|resource| resource.r#type.split("::").nth(1)).take(1).collect();
    let mut text = format!("{MARK}//! The types of `AWS::{}`.\n\n", namespace.concat());
    for resource in resources {
        let _ = writeln!(text, "pub mod {};", file(resource));
    }
    text.push('\n');
    for resource in resources {
        let _ = writeln!(text, "pub use {}::{};", file(resource), name(resource));
    }
    text.push_str("\npub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[\n");
    for resource in resources {
        let _ = writeln!(text, "    <{} as crate::ResourceType>::SCHEMA,", name(resource));
    }
    text.push_str("];\n");
    text
}

fn name(resource: &ResourceModel) -> String {
    resource.r#type.rsplit("::").next().unwrap_or_default().to_upper_camel_case()
}

/// AWS's page of a type.
fn page(r#type: &str) -> String {
    let path = r#type.trim_start_matches("AWS::").to_lowercase().replace("::", "-");
    format!("https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-{path}.html")
}

fn resource_file(resource: &ResourceModel) -> String {
    let mut text = format!("{MARK}//! `{}` and its parts.\n\nuse crate::schema::prelude::*;\n\n", resource.r#type);
    let own: BTreeSet<&str> = resource.replaces.iter().map(String::as_str).collect();
    for (index, object) in resource.objects.iter().enumerate() {
        if index == 0 {
            text.push_str("resource! {\n");
            doc(&mut text, 1, &[&object.description, "", &format!("<{}>", page(&resource.r#type))]);
            let _ = writeln!(text, "    {} = {:?};", object.name, resource.r#type);
        } else {
            text.push_str("\nobject! {\n");
            doc(&mut text, 1, &[&object.description]);
            let _ = writeln!(text, "    {};", object.name);
        }
        let replaces = |name: &str| index == 0 && own.contains(name);
        for (title, required) in [("required", true), ("optional", false)] {
            let _ = writeln!(text, "    {title} {{");
            for property in object.properties.iter().filter(|property| property.required == required) {
                write_property(&mut text, object, property, replaces(&property.name));
            }
            text.push_str("    }\n");
        }
        if index == 0 {
            text.push_str("    attributes {\n");
            for attribute in &resource.attributes {
                doc(&mut text, 2, &[&attribute.description]);
                let kind =
                    if attribute.name == "Arn" { format!("Arn<{}>", object.name) } else { rust(&attribute.kind) };
                let _ = writeln!(text, "        {}: {kind} = {:?};", method_name(&attribute.name), attribute.name);
            }
            text.push_str("    }\n");
            let _ = writeln!(text, "    replaces {:?}", resource.replaces);
            let _ = writeln!(text, "    may_replace {:?}", resource.may_replace);
        }
        text.push_str("}\n");
    }
    for (name, values) in &resource.values {
        text.push_str("\nvalues! {\n");
        doc(&mut text, 1, &[&format!("The values of `{name}`.")]);
        let _ = writeln!(text, "    {name} {{");
        for (variant, value) in variants(values) {
            let _ = writeln!(text, "        {variant} = {value:?},");
        }
        text.push_str("    }\n}\n");
    }
    text
}

fn write_property(text: &mut String, object: &ObjectModel, property: &PropertyModel, replaces: bool) {
    let mut lines = vec![property.description.clone()];
    let notes: Vec<String> =
        [limits(&property.kind), replaces.then(|| "Changing it replaces the resource.".to_owned())]
            .into_iter()
            .flatten()
            .collect();
    if !notes.is_empty() {
        lines.extend([String::new(), notes.join(" ")]);
    }
    doc(text, 2, &lines.iter().map(String::as_str).collect::<Vec<_>>());
    let kind = rust(&property.kind);
    let _ = writeln!(
        text,
        "        {}: {kind} = {:?}, {};",
        property_method(object, property),
        property.name,
        schema(&property.kind)
    );
}

/// The method of a property; two properties may differ in spelling only.
fn property_method(object: &ObjectModel, property: &PropertyModel) -> String {
    let method = method_name(&property.name);
    let same = object.properties.iter().filter(|other| method_name(&other.name) == method);
    match same.take_while(|other| other.name != property.name).count() {
        0 => method,
        before => format!("{method}_{}", before + 1),
    }
}

fn doc(text: &mut String, depth: usize, lines: &[&str]) {
    for line in lines {
        let line = format!("{}/// {line}", "    ".repeat(depth));
        let _ = writeln!(text, "{}", line.trim_end());
    }
}

/// What a person has to know of the values, beside their type.
fn limits(kind: &Kind) -> Option<String> {
    match kind {
        Kind::Integer(i64::MIN, i64::MAX) | Kind::Number(None, None) | Kind::Text(0, None, _) => None,
        Kind::Integer(min, i64::MAX) => Some(format!("At least {min}.")),
        Kind::Integer(i64::MIN, max) => Some(format!("At most {max}.")),
        Kind::Integer(min, max) => Some(format!("{min} to {max}.")),
        Kind::Integers(values) => {
            Some(format!("One of {}.", values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")))
        }
        Kind::Number(min, max) => Some(match (min, max) {
            (Some(min), Some(max)) => format!("{min} to {max}."),
            (Some(min), None) => format!("At least {min}."),
            (_, max) => format!("At most {}.", max.unwrap_or(f64::MAX)),
        }),
        Kind::Text(min, None, _) => Some(format!("At least {min} characters.")),
        Kind::Text(min, Some(max), _) => Some(format!("{min} to {max} characters.")),
        Kind::List(_, 0, None, _) => None,
        Kind::List(_, min, None, _) => Some(format!("At least {min} items.")),
        Kind::List(_, min, Some(max), _) => Some(format!("{min} to {max} items.")),
        Kind::Json | Kind::Bool | Kind::Values(..) | Kind::Map(_) | Kind::Object(_) => None,
    }
}

/// The Rust type of the values.
fn rust(kind: &Kind) -> String {
    match kind {
        Kind::Json => "Json".to_owned(),
        Kind::Bool => "bool".to_owned(),
        Kind::Integer(i64::MIN, i64::MAX) | Kind::Integers(_) => "Int".to_owned(),
        Kind::Integer(min, i64::MAX) => format!("Int<{min}>"),
        Kind::Integer(min, max) => format!("Int<{}, {max}>", bound(*min)),
        Kind::Number(..) => "f64".to_owned(),
        Kind::Text(..) => "String".to_owned(),
        Kind::Values(name, _) | Kind::Object(name) => name.clone(),
        Kind::List(item, ..) => format!("Vec<{}>", rust(item)),
        Kind::Map(item) => format!("BTreeMap<String, {}>", rust(item)),
    }
}

fn bound(number: i64) -> String {
    if number == i64::MIN { "{ i64::MIN }".to_owned() } else { number.to_string() }
}

/// The schema of the values.
fn schema(kind: &Kind) -> String {
    let most = |max: &Option<u64>| max.map_or("usize::MAX".to_owned(), |max| max.to_string());
    match kind {
        Kind::Json => "Kind::Json".to_owned(),
        Kind::Bool => "Kind::Bool".to_owned(),
        Kind::Integer(i64::MIN, i64::MAX) => "INTEGER".to_owned(),
        Kind::Integer(min, max) => {
            let max = if *max == i64::MAX { "i64::MAX".to_owned() } else { max.to_string() };
            let min = if *min == i64::MIN { "i64::MIN".to_owned() } else { min.to_string() };
            format!("Kind::Integer({min}, {max})")
        }
        Kind::Integers(values) => format!("Kind::Integers(&{values:?})"),
        Kind::Number(None, None) => "NUMBER".to_owned(),
        Kind::Number(min, max) => {
            let number = |number: &Option<f64>, or: &str| number.map_or(or.to_owned(), |number| format!("{number:?}"));
            format!("Kind::Number({}, {})", number(min, "f64::MIN"), number(max, "f64::MAX"))
        }
        Kind::Text(0, None, None) => "TEXT".to_owned(),
        Kind::Text(min, max, pattern) => {
            let pattern = pattern.as_ref().map_or("None".to_owned(), |pattern| format!("Some({})", raw(pattern)));
            format!("Kind::Text({min}, {}, {pattern})", most(max))
        }
        Kind::Values(name, _) => format!("Kind::Values({name}::ALL)"),
        Kind::List(item, 0, None, false) => format!("list(&{})", schema(item)),
        Kind::List(item, min, max, unique) => format!("Kind::List(&{}, {min}, {}, {unique})", schema(item), most(max)),
        Kind::Map(item) => format!("Kind::Map(&{})", schema(item)),
        Kind::Object(name) => format!("Kind::Object({name}::object_schema)"),
    }
}

fn raw(pattern: &str) -> String {
    if pattern.contains('"') {
        format!("r#\"{pattern}\"#")
    } else if pattern.contains('\\') {
        format!("r\"{pattern}\"")
    } else {
        format!("{pattern:?}")
    }
}

/// Each value with the name of its variant.
fn variants(values: &[String]) -> Vec<(String, &String)> {
    let mut taken = BTreeSet::new();
    values
        .iter()
        .map(|value| {
            let words: String = value.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
            let mut name = words.to_upper_camel_case();
            if name.is_empty() || name == "Self" || name.starts_with(|c: char| c.is_ascii_digit()) {
                name = format!("V{name}");
            }
            if value.starts_with('-') {
                name = format!("Minus{name}");
            }
            while !taken.insert(name.clone()) {
                name.push('X');
            }
            (name, value)
        })
        .collect()
}
