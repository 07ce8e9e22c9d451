//! The synth phase of a contract: its links are grants on resources of the topology.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use contract::{Access, Grant, Phase, Resource, Target};

use crate::{Node, Statement, Value, pseudo};

/// The phase in which the topology is described.
#[derive(Debug)]
pub enum Synth {}

impl Phase for Synth {
    type Handle<R: Resource, A: Access<R>> = Granted<R, A>;
}

/// A resource of the topology, handed to a function together with the operations `A` that it may perform.
pub struct Granted<R, A> {
    pub(crate) address: Value<String>,
    arn: Value<String>,
    part: Part,
    key: Option<Value<String>>,
    also: Vec<Value<String>>,
    role: Option<(Value<String>, &'static str)>,
    kind: PhantomData<fn() -> (R, A)>,
}

/// How much of a resource is granted.
#[derive(Debug)]
enum Part {
    Whole,
    /// The items of a table whose partition key begins with this.
    KeysBeginning(String),
    /// The objects of a bucket whose key begins with this.
    ObjectsUnder(String),
}

impl<R: Resource, A: Access<R>> Granted<R, A> {
    /// A grant on the resource with this ARN, which the function reaches at `address`.
    #[must_use]
    pub fn new(address: Value<String>, arn: Value<String>) -> Self {
        Self { address, arn, part: Part::Whole, key: None, also: Vec::new(), role: None, kind: PhantomData }
    }

    /// The same, if the resource is encrypted with a KMS key of the account: the operations need that key.
    #[must_use]
    pub fn encrypted_with(self, key: Option<Value<String>>) -> Self {
        Self { key, ..self }
    }

    /// The same, if the operations are performed on the resource with the ARN `other` too.
    #[must_use]
    pub fn together_with(mut self, other: Value<String>) -> Self {
        self.also.push(other);
        self
    }

    /// The same, if `service`, such as `scheduler.amazonaws.com`, does what it is asked with the role that has this ARN.
    #[must_use]
    pub fn done_with_role(self, role: Value<String>, service: &'static str) -> Self {
        Self { role: Some((role, service)), ..self }
    }

    /// The same for items whose partition key begins with `prefix`.
    #[must_use]
    pub fn keys_beginning(self, prefix: &str) -> Self {
        Self { part: Part::KeysBeginning(literally(prefix) + "*"), ..self }
    }

    /// The same for objects whose key begins with `prefix`.
    #[must_use]
    pub fn objects_under(self, prefix: &str) -> Self {
        Self { part: Part::ObjectsUnder(literally(prefix) + "*"), ..self }
    }

    /// What a role has to be allowed, for whoever is no function with a contract. `sid` names the statements for people
    /// and begins with a capital letter: `ReadCarts`.
    ///
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/>
    #[must_use]
    pub fn statements(&self, sid: &str) -> Vec<Statement> {
        let mut actions: BTreeMap<Target, BTreeSet<&'static str>> = BTreeMap::new();
        for Grant { target, action } in A::grants() {
            actions.entry(target).or_default().insert(action);
        }
        let for_key = self.key.iter().filter_map(|key| key_statement(sid, key, actions.values().flatten().copied()));
        let for_key: Vec<_> = for_key.collect();
        let mut statements: Vec<_> =
            actions.into_iter().filter_map(|(target, actions)| self.statement(sid, target, actions)).collect();
        statements.extend(for_key);
        statements
    }

    /// Nothing, if the resource has no such part.
    fn statement(&self, sid: &str, target: Target, actions: BTreeSet<&'static str>) -> Option<Statement> {
        let arn = self.arn.clone();
        let statement = match (target, &self.part) {
            (Target::Objects, Part::ObjectsUnder(pattern)) => {
                let objects = Value::join([arn, "/".into(), pattern.as_str().into()]);
                Statement::allow(format!("{sid}Objects"), actions, [objects])
            }
            (Target::Objects, _) => {
                Statement::allow(format!("{sid}Objects"), actions, [Value::join([arn, "/*".into()])])
            }
            (Target::Schedules, _) => Statement::allow(sid, actions, [Value::join([arn, "/*".into()])]),
            (Target::Role, _) => {
                let (role, service) = self.role.clone()?;
                Statement::allow(format!("{sid}Role"), actions, [role]).only_if(
                    "StringEquals",
                    "iam:PassedToService",
                    service,
                )
            }
            (Target::Itself, Part::Whole) => {
                Statement::allow(sid, actions, std::iter::once(arn).chain(self.also.iter().cloned()))
            }
            (Target::Itself, Part::ObjectsUnder(pattern)) => {
                Statement::allow(sid, actions, [arn]).only_if("StringLike", "s3:prefix", pattern.clone())
            }
            (Target::Itself, Part::KeysBeginning(pattern)) => Statement::allow(sid, actions, [arn])
                .only_if("ForAllValues:StringLike", "dynamodb:LeadingKeys", vec![Node::from(pattern.clone())])
                // `ForAllValues` also holds for a request without keys, such as one that scans the table.
                .only_if("Null", "dynamodb:LeadingKeys", "false"),
        };
        Some(statement)
    }
}

/// Text that a policy takes literally where it expects a pattern.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars>
fn literally(text: &str) -> String {
    let escaped = |character| match character {
        '*' | '?' | '$' => format!("${{{character}}}"),
        _ => String::from(character),
    };
    text.chars().map(escaped).collect()
}

/// What a caller needs of the KMS key that a resource is encrypted with, through the service only.
///
/// <https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service>
pub(crate) fn key_statement(
    sid: &str,
    key: &Value<String>,
    actions: impl Iterator<Item = &'static str> + Clone,
) -> Option<Statement> {
    let service = actions.clone().find_map(|action| action.split_once(':'))?.0;
    let needed: BTreeSet<&'static str> = actions.flat_map(key_actions).copied().collect();
    let via = Value::join([format!("{service}.").into(), pseudo::region(), ".amazonaws.com".into()]);
    let statement = Statement::allow(format!("{sid}Key"), needed, [key.clone()]);
    (!statement.action.is_empty()).then(|| statement.only_if("StringEquals", "kms:ViaService", via))
}

/// What an operation does with the key of its resource, as the page on encryption of each service says.
fn key_actions(action: &'static str) -> &'static [&'static str] {
    match action {
        "s3:GetObject"
        | "s3:GetObjectVersion"
        | "sqs:ReceiveMessage"
        | "kinesis:GetRecords"
        | "kinesis:SubscribeToShard"
        | "dynamodb:GetRecords" => &["kms:Decrypt"],
        "kinesis:PutRecord" | "kinesis:PutRecords" => &["kms:GenerateDataKey"],
        // The parts of an upload, and a data key that is still in use, are decrypted again.
        "s3:PutObject" | "sqs:SendMessage" => &["kms:Decrypt", "kms:GenerateDataKey"],
        "dynamodb:GetItem"
        | "dynamodb:BatchGetItem"
        | "dynamodb:Query"
        | "dynamodb:Scan"
        | "dynamodb:ConditionCheckItem" => &["kms:Decrypt", "kms:DescribeKey"],
        "dynamodb:PutItem" | "dynamodb:UpdateItem" | "dynamodb:DeleteItem" | "dynamodb:BatchWriteItem" => {
            &["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
        }
        _ => &[],
    }
}

impl<R, A> fmt::Debug for Granted<R, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Granted").field("address", &self.address).field("arn", &self.arn).finish_non_exhaustive()
    }
}
