//! What the expressions of a template stand for, and the ARNs of its resources.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html>

use serde_json::{Map, Value};

use super::glob::{Glob, Unknown};

/// What `Ref` gives for a type of resource.
#[derive(Clone, Copy, PartialEq)]
enum Reference {
    Name,
    Arn,
    Other,
}

/// The ARN of a type of resource, and how a template asks for it.
struct Shape {
    kind: &'static str,
    /// The ARN up to the name, without `arn:` and the partition.
    arn: &'static str,
    /// What follows the name.
    suffix: &'static str,
    /// The property with the name. Without it, CloudFormation makes a name up.
    name: &'static str,
    reference: Reference,
    arn_attribute: &'static str,
    name_attribute: &'static str,
}

/// A shape of the most frequent kind: `Ref` is the name, `Fn::GetAtt` of `Arn` the ARN.
const fn shape(kind: &'static str, arn: &'static str, name: &'static str) -> Shape {
    Shape { kind, arn, suffix: "", name, reference: Reference::Name, arn_attribute: "Arn", name_attribute: "" }
}

/// The types whose ARNs are known down to the name. The ARN of any other resource is known to be its own, no more.
///
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
const SHAPES: [Shape; 12] = [
    shape("AWS::DynamoDB::Table", "dynamodb:${AWS::Region}:${AWS::AccountId}:table/", "TableName"),
    shape("AWS::Events::EventBus", "events:${AWS::Region}:${AWS::AccountId}:event-bus/", "Name"),
    shape("AWS::IAM::Role", "iam::${AWS::AccountId}:role", "RoleName"),
    shape("AWS::KMS::Key", "kms:${AWS::Region}:${AWS::AccountId}:key/", ""),
    shape("AWS::Kinesis::Stream", "kinesis:${AWS::Region}:${AWS::AccountId}:stream/", "Name"),
    shape("AWS::Lambda::Function", "lambda:${AWS::Region}:${AWS::AccountId}:function:", "FunctionName"),
    Shape {
        suffix: ":*",
        ..shape("AWS::Logs::LogGroup", "logs:${AWS::Region}:${AWS::AccountId}:log-group:", "LogGroupName")
    },
    shape("AWS::S3::Bucket", "s3:::", "BucketName"),
    Shape {
        // Secrets Manager appends a hyphen and six characters to the name.
        suffix: "-??????",
        reference: Reference::Arn,
        arn_attribute: "Id",
        ..shape("AWS::SecretsManager::Secret", "secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:", "Name")
    },
    Shape {
        reference: Reference::Arn,
        arn_attribute: "TopicArn",
        name_attribute: "TopicName",
        ..shape("AWS::SNS::Topic", "sns:${AWS::Region}:${AWS::AccountId}:", "TopicName")
    },
    Shape {
        reference: Reference::Other,
        name_attribute: "QueueName",
        ..shape("AWS::SQS::Queue", "sqs:${AWS::Region}:${AWS::AccountId}:", "QueueName")
    },
    Shape {
        reference: Reference::Arn,
        name_attribute: "Name",
        ..shape(
            "AWS::StepFunctions::StateMachine",
            "states:${AWS::Region}:${AWS::AccountId}:stateMachine:",
            "StateMachineName",
        )
    },
];

/// How deep expressions are followed; deeper ones, such as names that refer to each other, count as unknown.
const DEEPEST: usize = 16;

/// The resources of a template, by which expressions are understood.
#[derive(Clone, Copy)]
pub(super) struct Resolver<'a> {
    resources: &'a Map<String, Value>,
}

impl<'a> Resolver<'a> {
    /// Understands the expressions of a template with these resources.
    pub fn new(resources: &'a Map<String, Value>) -> Self {
        Self { resources }
    }

    /// The text that an expression stands for.
    pub fn glob(&self, expression: &Value) -> Glob {
        let mut glob = Glob::default();
        self.push(&mut glob, expression, 0);
        glob
    }

    /// The ARN of a resource.
    pub fn arn(&self, resource: &str) -> Glob {
        let mut glob = Glob::default();
        self.push_arn(&mut glob, resource, 0);
        glob
    }

    /// What `Fn::GetAtt` gives for an attribute of a resource.
    pub fn attribute(&self, resource: &str, attribute: &str) -> Glob {
        let mut glob = Glob::default();
        self.push_attribute(&mut glob, resource, attribute, 0);
        glob
    }

    /// The name of a resource.
    pub fn name(&self, resource: &str) -> Glob {
        let mut glob = Glob::default();
        self.push_name(&mut glob, resource, 0);
        glob
    }

    /// The ARN of a session of a role, by the name of the role.
    pub fn session_arn(&self, role: &str) -> Glob {
        let mut glob = Glob::default();
        self.push_sub(&mut glob, "arn:${AWS::Partition}:sts::${AWS::AccountId}:assumed-role/", None, 0);
        self.push_name(&mut glob, role, 0);
        glob.push_text("/*");
        glob
    }

    /// Whether the ARN of a resource is known down to its name.
    pub fn knows(&self, resource: &str) -> bool {
        self.shape(resource).is_some()
    }

    fn push(&self, glob: &mut Glob, expression: &Value, depth: usize) {
        if depth > DEEPEST {
            return push_unknown(glob, expression);
        }
        match (expression, call(expression)) {
            (Value::String(text), _) => push_written(glob, text),
            (Value::Number(_) | Value::Bool(_), _) => glob.push_text(&expression.to_string()),
            (_, Some(("Ref", Value::String(id)))) => self.push_reference(glob, id, depth),
            (_, Some(("Fn::GetAtt", argument))) => match attribute(argument) {
                Some((id, attribute)) => self.push_attribute(glob, id, attribute, depth),
                None => push_unknown(glob, expression),
            },
            (_, Some(("Fn::Sub", Value::String(text)))) => self.push_sub(glob, text, None, depth),
            (_, Some(("Fn::Sub", Value::Array(arguments)))) => match arguments.as_slice() {
                [Value::String(text), Value::Object(values)] => self.push_sub(glob, text, Some(values), depth),
                _ => push_unknown(glob, expression),
            },
            (_, Some(("Fn::Join", Value::Array(arguments)))) => match arguments.as_slice() {
                [Value::String(separator), Value::Array(parts)] => {
                    for (position, part) in parts.iter().enumerate() {
                        if position > 0 {
                            glob.push_text(separator);
                        }
                        self.push(glob, part, depth + 1);
                    }
                }
                _ => push_unknown(glob, expression),
            },
            _ => push_unknown(glob, expression),
        }
    }

    fn push_sub(&self, glob: &mut Glob, text: &str, values: Option<&Map<String, Value>>, depth: usize) {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("${") {
            push_written(glob, before);
            let Some((name, after)) = after.split_once('}') else {
                return push_written(glob, &format!("${{{after}"));
            };
            rest = after;
            match (name.strip_prefix('!'), values.and_then(|values| values.get(name)), name.split_once('.')) {
                (Some(literal), ..) => glob.push_text(&format!("${{{literal}}}")),
                (_, Some(value), _) => self.push(glob, value, depth + 1),
                (_, _, Some((id, attribute))) => self.push_attribute(glob, id, attribute, depth),
                (_, _, None) => self.push_reference(glob, name, depth),
            }
        }
        push_written(glob, rest);
    }

    fn push_reference(&self, glob: &mut Glob, id: &str, depth: usize) {
        match (self.shape(id).map(|shape| shape.reference), id) {
            (Some(Reference::Name), _) => self.push_name(glob, id, depth),
            (Some(Reference::Arn), _) => self.push_arn(glob, id, depth),
            (_, "AWS::AccountId" | "AWS::Partition" | "AWS::Region" | "AWS::StackName") => {
                glob.push_unknown(Unknown { expression: id.to_owned(), identifies: None, is_word: true });
            }
            _ => glob.push_unknown(Unknown { expression: id.to_owned(), identifies: None, is_word: false }),
        }
    }

    fn push_attribute(&self, glob: &mut Glob, id: &str, attribute: &str, depth: usize) {
        match self.shape(id) {
            Some(shape) if shape.arn_attribute == attribute => self.push_arn(glob, id, depth),
            Some(shape) if shape.name_attribute == attribute => self.push_name(glob, id, depth),
            Some(shape) if shape.kind == "AWS::DynamoDB::Table" && attribute == "StreamArn" => {
                self.push_arn(glob, id, depth);
                glob.push_text("/stream/");
                push_attribute_of(glob, id, attribute);
            }
            None if attribute == "Arn" && self.is_resource_of_aws(id) => self.push_arn(glob, id, depth),
            _ => push_attribute_of(glob, id, attribute),
        }
    }

    fn push_arn(&self, glob: &mut Glob, id: &str, depth: usize) {
        let is_start = glob.is_empty();
        let shape = self.shape(id);
        match shape {
            Some(shape) => self.push_arn_of_shape(glob, id, shape, depth),
            None => {
                let (expression, identifies) = (format!("{id}.Arn"), Some(id.to_owned()));
                glob.push_unknown(Unknown { expression, identifies, is_word: false });
            }
        }
        if is_start {
            glob.is_arn_of(id);
        }
        glob.push_text(shape.map_or("", |shape| shape.suffix));
    }

    fn push_arn_of_shape(&self, glob: &mut Glob, id: &str, shape: &Shape, depth: usize) {
        self.push_sub(glob, "arn:${AWS::Partition}:", None, depth);
        self.push_sub(glob, shape.arn, None, depth);
        if shape.kind == "AWS::IAM::Role" {
            match self.property(id, "Path") {
                Some(path) => self.push(glob, path, depth + 1),
                None => glob.push_text("/"),
            }
        }
        self.push_name(glob, id, depth);
    }

    fn push_name(&self, glob: &mut Glob, id: &str, depth: usize) {
        match self.shape(id).and_then(|shape| self.property(id, shape.name)) {
            Some(name) => self.push(glob, name, depth + 1),
            // CloudFormation ends it in characters of its own, so that no other resource has that name or one that starts
            // with it. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
            None => {
                let identifies = Some(id.to_owned());
                glob.push_unknown(Unknown { expression: format!("name of {id}"), identifies, is_word: true });
            }
        }
    }

    fn shape(&self, id: &str) -> Option<&'static Shape> {
        let kind = self.kind(id)?;
        SHAPES.iter().find(|shape| shape.kind == kind)
    }

    /// Whether the resource is one whose `Arn` is its own: what stands for other resources gives any ARN it likes.
    fn is_resource_of_aws(&self, id: &str) -> bool {
        self.kind(id).is_some_and(|kind| kind.starts_with("AWS::") && !kind.starts_with("AWS::CloudFormation::"))
    }

    fn kind(&self, id: &str) -> Option<&'a str> {
        self.resources.get(id)?.get("Type")?.as_str()
    }

    fn property(&self, id: &str, name: &str) -> Option<&'a Value> {
        self.resources.get(id)?.get("Properties")?.get(name)
    }
}

/// The name and the argument of an intrinsic function.
pub(super) fn call(value: &Value) -> Option<(&str, &Value)> {
    let members = value.as_object().filter(|members| members.len() == 1)?;
    let (name, argument) = members.iter().next()?;
    (name == "Ref" || name.starts_with("Fn::")).then_some((name.as_str(), argument))
}

/// The logical id that a `Ref` or `Fn::GetAtt` is about.
pub(super) fn referenced(value: &Value) -> Option<&str> {
    match call(value)? {
        ("Ref", Value::String(id)) => Some(id),
        ("Fn::GetAtt", argument) => attribute(argument).map(|(id, _)| id),
        _ => None,
    }
}

/// An expression as a person would write it.
pub(super) fn written(expression: &Value) -> String {
    match (expression, call(expression)) {
        (Value::String(text), _) | (_, Some(("Fn::Sub", Value::String(text)))) => text.clone(),
        (_, Some(("Ref", Value::String(id)))) => format!("${{{id}}}"),
        (_, Some(("Fn::GetAtt", argument))) => match attribute(argument) {
            Some((id, attribute)) => format!("${{{id}.{attribute}}}"),
            None => expression.to_string(),
        },
        (_, Some(("Fn::Join", Value::Array(arguments)))) => match arguments.as_slice() {
            [Value::String(separator), Value::Array(parts)] => {
                parts.iter().map(written).collect::<Vec<_>>().join(separator)
            }
            _ => expression.to_string(),
        },
        _ => expression.to_string(),
    }
}

/// The two ways to write the argument of `Fn::GetAtt`: `["Id", "Attribute"]` and `"Id.Attribute"`.
fn attribute(argument: &Value) -> Option<(&str, &str)> {
    match argument {
        Value::String(text) => text.split_once('.'),
        Value::Array(parts) => match parts.as_slice() {
            [Value::String(id), Value::String(attribute)] => Some((id, attribute)),
            _ => None,
        },
        _ => None,
    }
}

/// Appends a written text. The partition of a written ARN can only be that of the stack: IAM takes no other.
fn push_written(glob: &mut Glob, text: &str) {
    let partition = text.strip_prefix("arn:").and_then(|rest| rest.split_once(':'));
    match partition {
        Some((partition, rest)) if glob.is_empty() && is_partition(partition) => {
            glob.push_text("arn:");
            let expression = "AWS::Partition".to_owned();
            glob.push_unknown(Unknown { expression, identifies: None, is_word: true });
            glob.push_text(&format!(":{rest}"));
        }
        _ => glob.push_text(text),
    }
}

fn is_partition(text: &str) -> bool {
    text.starts_with("aws") && text.chars().all(|character| character.is_ascii_lowercase() || character == '-')
}

fn push_attribute_of(glob: &mut Glob, id: &str, attribute: &str) {
    glob.push_unknown(Unknown { expression: format!("{id}.{attribute}"), identifies: None, is_word: false });
}

fn push_unknown(glob: &mut Glob, expression: &Value) {
    glob.push_unknown(Unknown { expression: expression.to_string(), identifies: None, is_word: false });
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::assertions::glob::Coverage::{self, Nothing, Part, Perhaps, Whole};

    fn resources() -> Map<String, Value> {
        let resources = json!({
            "Carts": {"Type": "AWS::DynamoDB::Table"},
            "Orders": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "orders"}},
            "Stock": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": {"Fn::Sub": "${Stage}-stock"}}},
            "Archive": {"Type": "AWS::S3::Bucket"},
            "Queue": {"Type": "AWS::SQS::Queue"},
            "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "topic"}},
            "Role": {"Type": "AWS::IAM::Role", "Properties": {"Path": "/shop/", "RoleName": "publish"}},
            "Logs": {"Type": "AWS::Logs::LogGroup"},
            "Pool": {"Type": "AWS::Cognito::UserPool"},
            "Custom": {"Type": "Custom::Lookup"},
            "Circle": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Ref": "Circle"}}},
        });
        resources.as_object().unwrap().clone()
    }

    fn coverage(pattern: Value, resource: &str) -> Coverage {
        let resources = resources();
        let resolver = Resolver::new(&resources);
        resolver.glob(&pattern).coverage(&resolver.arn(resource))
    }

    #[test]
    fn expressions_stand_for_the_arns_of_resources() {
        let cases = [
            (json!({"Fn::GetAtt": ["Carts", "Arn"]}), "Carts", Whole),
            (json!({"Fn::GetAtt": "Carts.Arn"}), "Carts", Whole),
            (json!({"Fn::Sub": "${Carts.Arn}"}), "Carts", Whole),
            (json!({"Fn::Sub": ["${Table}*", {"Table": {"Fn::GetAtt": ["Carts", "Arn"]}}]}), "Carts", Whole),
            (
                json!({"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":dynamodb:*:*:table/", {"Ref": "Carts"}]]}),
                "Carts",
                Whole,
            ),
            (json!({"Fn::Sub": "arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Carts}"}), "Carts", Whole),
            (json!("arn:aws:dynamodb:*:*:table/*"), "Carts", Whole),
            (json!("*"), "Carts", Whole),
            (json!("arn:aws:s3:::*"), "Carts", Nothing),
            (json!("arn:aws:dynamodb:*:*:table/orders"), "Orders", Whole),
            (json!("arn:aws:dynamodb:*:*:table/ord*"), "Orders", Whole),
            (json!("arn:aws:dynamodb:*:*:table/carts"), "Orders", Nothing),
            (json!("arn:aws:dynamodb:eu-west-1:111122223333:table/orders"), "Orders", Perhaps),
            (json!("arn:aws:dynamodb:*:*:table/carts"), "Carts", Perhaps),
            (json!({"Fn::GetAtt": ["Orders", "Arn"]}), "Carts", Nothing),
            (json!({"Fn::Sub": "${Orders.Arn}/*"}), "Carts", Nothing),
            (json!({"Fn::Sub": "${Orders.Arn}*"}), "Carts", Perhaps),
            (json!({"Fn::Sub": "${Carts.Arn}/*"}), "Carts", Nothing),
            (json!({"Fn::GetAtt": ["Carts", "StreamArn"]}), "Carts", Nothing),
            (json!("arn:aws:dynamodb:*:*:table/dev-stock"), "Stock", Perhaps),
            (json!("arn:aws:dynamodb:*:*:table/dev-orders"), "Stock", Nothing),
            (json!({"Ref": "TableArn"}), "Carts", Perhaps),
            (json!({"Fn::ImportValue": "table"}), "Carts", Perhaps),
            (json!({"Fn::GetAtt": ["Pool", "Arn"]}), "Orders", Nothing),
            (json!({"Fn::GetAtt": ["Pool", "Arn"]}), "Pool", Whole),
            (json!({"Fn::GetAtt": ["Custom", "Arn"]}), "Orders", Perhaps),
            (json!({"Fn::Sub": "arn:aws:s3:::${Archive}"}), "Archive", Whole),
            (json!({"Fn::GetAtt": ["Queue", "Arn"]}), "Queue", Whole),
            (json!({"Fn::Sub": "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}"}), "Queue", Whole),
            (json!({"Ref": "Topic"}), "Topic", Whole),
            (json!({"Fn::GetAtt": ["Topic", "TopicArn"]}), "Topic", Whole),
            (json!({"Fn::Sub": "arn:aws:sns:${AWS::Region}:${AWS::AccountId}:topic"}), "Topic", Whole),
            (json!({"Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/shop/publish"}), "Role", Whole),
            (json!({"Fn::Sub": "${Logs.Arn}"}), "Logs", Whole),
            (json!({"Fn::Sub": "arn:aws:logs:*:*:log-group:${Logs}:log-stream:*"}), "Logs", Part),
            (json!({"Fn::Sub": "arn:aws:s3:::${!aws:username}"}), "Archive", Perhaps),
            (json!({"Fn::Sub": "arn:aws:s3:::${Archive"}), "Archive", Nothing),
            (json!({"Fn::GetAtt": ["Circle", "Arn"]}), "Archive", Nothing),
            (json!({"Fn::Sub": "arn:aws:s3:::${Circle}"}), "Archive", Perhaps),
        ];
        for (pattern, resource, expected) in cases {
            assert_eq!(coverage(pattern.clone(), resource), expected, "{pattern} of {resource}");
        }
    }

    #[test]
    fn expressions_are_shown_as_a_person_writes_them() {
        let cases = [
            (json!("*"), "*"),
            (json!({"Ref": "Carts"}), "${Carts}"),
            (json!({"Fn::GetAtt": ["Carts", "Arn"]}), "${Carts.Arn}"),
            (json!({"Fn::Sub": "${Carts.Arn}/*"}), "${Carts.Arn}/*"),
            (json!({"Fn::Join": [":", ["arn", {"Ref": "AWS::Partition"}]]}), "arn:${AWS::Partition}"),
            (json!({"Fn::ImportValue": "x"}), r#"{"Fn::ImportValue":"x"}"#),
        ];
        for (expression, text) in cases {
            assert_eq!(written(&expression), text);
        }
    }
}
