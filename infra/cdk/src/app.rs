//! Stacks that are synthesized together and may refer to each other.
//!
//! A value of another stack travels through a parameter of the SSM parameter store: the stack that has it writes the
//! parameter, the stack that uses it reads it whenever it is deployed. Exports of CloudFormation would lock the first stack for
//! as long as the second one uses the value; here each can be changed and removed on its own, in the order that
//! [`CloudAssembly::deployment_order`] and [`CloudAssembly::removal_order`] give.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::Location;

use crate::expression::{Expression, Target};
use crate::names::{SHARED, capitalized};
use crate::rules::{self, CIRCULAR_REFERENCES, REFERENCES};
use crate::{
    CloudAssembly, ConstructPath, LogicalId, Node, Object, Parameter, ResourceEntry, Stack, SynthError, SynthErrors,
    SynthesizedStack,
};

/// Stacks, and stages of stacks, that are synthesized together.
///
/// ```
/// use cdk::{App, Stack, StackProps};
/// use serde_json::json;
///
/// let mut base = Stack::new(StackProps::new("base"));
/// let alerts = base.add_untyped(&"Alerts".into(), "Custom::Topic", json!({}));
/// let mut service = Stack::new(StackProps::new("service"));
/// service.add_untyped(&"Job".into(), "Custom::Job", json!({}));
/// service.output("Alerts", "Where alerts go.", alerts.get_att("Arn"));
/// # if cfg!(feature = "ssm") {
///
/// let mut app = App::new();
/// app.stack(base);
/// app.stack(service);
/// let assembly = app.synthesize().unwrap();
/// assert!(assembly.stacks[1].dependencies.contains("base"));
/// # }
/// ```
#[derive(Debug, Default)]
pub struct App {
    stacks: Vec<Stack>,
    stages: BTreeMap<String, App>,
}

/// A value of one stack that another one uses.
type Shared = (Target, Option<String>);

impl App {
    /// Without stacks.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a stack.
    pub fn stack(&mut self, stack: Stack) {
        self.stacks.push(stack);
    }

    /// Adds a stage: stacks that are deployed together and know nothing of other stages, such as those of one environment.
    /// In the assembly it is a nested one.
    pub fn stage(&mut self, name: impl Into<String>, stage: Self) {
        self.stages.insert(name.into(), stage);
    }

    /// The assembly of every stack and stage.
    ///
    /// # Errors
    /// Every mistake in every stack.
    #[track_caller]
    pub fn synthesize(mut self) -> Result<CloudAssembly, SynthErrors> {
        let mut errors = Vec::new();
        let needed = self.share(&mut errors);
        let names: Vec<String> = self.stacks.iter().map(|stack| stack.props.name.clone()).collect();
        for (index, name) in
            names.iter().enumerate().filter(|(index, name)| names.iter().take(*index).any(|n| n == *name))
        {
            let message = format!("another stack of the app is called {name} ({} in all)", index + 1);
            errors.push(error(name, &rules::LOGICAL_IDS, message, "give each stack a name of its own"));
        }
        if let Some(cycle) = rules::cycle(&needed) {
            let message = format!("stacks need each other: {}", cycle.join(" -> "));
            let help = format!("cut the reference from {} to {}, or put the two into one stack", cycle[0], cycle[1]);
            errors.push(error(&cycle[0], &CIRCULAR_REFERENCES, message, &help));
        }
        let mut stacks: Vec<SynthesizedStack> = Vec::new();
        for stack in self.stacks {
            let dependencies = needed.get(&stack.props.name).cloned().unwrap_or_default();
            match stack.finish(dependencies) {
                Ok(stack) => stacks.push(stack),
                Err(mistakes) => errors.extend(mistakes),
            }
        }
        let mut stages = BTreeMap::new();
        for (name, stage) in self.stages {
            match stage.synthesize() {
                Ok(assembly) => {
                    stages.insert(name, assembly);
                }
                Err(mistakes) => errors.extend(mistakes.errors),
            }
        }
        if errors.is_empty() { Ok(CloudAssembly { stacks, stages }) } else { Err(SynthErrors { errors }) }
    }

    /// Carries values from stack to stack; gives the stacks that each stack needs.
    fn share(&mut self, errors: &mut Vec<SynthError>) -> BTreeMap<String, BTreeSet<String>> {
        let mut needed = BTreeMap::new();
        let mut shared: BTreeSet<Shared> = BTreeSet::new();
        let places: BTreeMap<String, (Option<String>, Option<String>)> = self
            .stacks
            .iter()
            .map(|stack| (stack.props.name.clone(), (stack.props.account.clone(), stack.props.region.clone())))
            .collect();
        for stack in &mut self.stacks {
            let mut used: BTreeSet<Shared> = BTreeSet::new();
            stack.template.visit(&mut |_, expression| {
                used.extend(expression.targets().into_iter().filter(|(target, _)| known(&places, target)));
            });
            let own = (stack.props.account.clone(), stack.props.region.clone());
            let mut needs = std::mem::take(&mut stack.dependencies);
            for (target, _) in &used {
                let Some(other) = target.stack.as_deref() else { continue };
                needs.insert(other.to_owned());
                if places.get(other) != Some(&own) {
                    let message =
                        format!("refers to {} of stack {other}, which is in another account or region", target.id);
                    let help =
                        "give the resource a name of its own and build its ARN from that, or keep both in one place";
                    errors.push(error(&stack.props.name, &REFERENCES, message, help));
                }
            }
            use_shared(stack, &used);
            needed.insert(stack.props.name.clone(), needs);
            shared.extend(used);
        }
        for stack in &mut self.stacks {
            let name = stack.props.name.clone();
            for value in shared.iter().filter(|(target, _)| target.stack.as_deref() == Some(&name)) {
                give_shared(stack, value);
            }
        }
        needed
    }
}

fn known<T>(stacks: &BTreeMap<String, T>, target: &Target) -> bool {
    target.stack.as_deref().is_some_and(|stack| stacks.contains_key(stack))
}

/// `Orders` and `Arn` as an id: `OrdersArn`.
fn id((target, attribute): &Shared) -> String {
    let attribute = attribute.as_deref().unwrap_or("Ref").replace('.', "");
    format!("{}{attribute}", target.id)
}

fn parameter_name(stack: &str, value: &Shared) -> String {
    format!("{SHARED}{stack}/{}", id(value))
}

/// Has the stack that owns a value write it.
fn give_shared(stack: &mut Stack, value: &Shared) {
    let target = Target { stack: None, id: value.0.id.clone() };
    let expression = match &value.1 {
        Some(attribute) => Expression::Attribute(target, attribute.clone().into()),
        None => Expression::Reference(target),
    };
    let properties: Object = [
        ("Type", Node::from("String")),
        ("Name", Node::from(parameter_name(&stack.props.name, value))),
        ("Description", Node::from("Used by other stacks.")),
        ("Value", Node::Expression(expression)),
    ]
    .into_iter()
    .collect();
    let path = ConstructPath::new("Shared").child(&id(value));
    stack.insert(&path, ResourceEntry::new("AWS::SSM::Parameter", properties));
}

/// Has a stack read the values of other stacks that it uses.
fn use_shared(stack: &mut Stack, values: &BTreeSet<Shared>) {
    let mut parameters: BTreeMap<Shared, LogicalId> = BTreeMap::new();
    for value in values {
        let Some(other) = value.0.stack.as_deref() else { continue };
        let words: String = other.split(|c: char| !c.is_ascii_alphanumeric()).map(capitalized).collect();
        let parameter = LogicalId::new(&format!("From{words}{}", id(value)));
        let entry = Parameter {
            r#type: "AWS::SSM::Parameter::Value<String>".into(),
            description: format!("{} of stack {other}.", value.0.id),
            default: Some(Node::from(parameter_name(other, value))),
            constraints: Object::new(),
        };
        stack.template.parameters.insert(parameter.clone(), entry);
        parameters.insert(value.clone(), parameter);
    }
    stack.template.rewrite(&mut |expression| {
        let parameter = expression.targets().first().and_then(|value| parameters.get(value)).cloned();
        if let (Expression::Reference(_) | Expression::Attribute(..), Some(id)) = (&expression, parameter) {
            *expression = Expression::Reference(Target { stack: None, id });
        }
    });
}

#[track_caller]
fn error(stack: &str, rule: &'static rules::Rule, message: String, help: &str) -> SynthError {
    SynthError {
        rule,
        stack: stack.to_owned(),
        path: ConstructPath::new(stack),
        location: Location::caller(),
        source: None,
        message,
        help: help.to_owned(),
    }
}
