//! In which order stacks are deployed and removed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::names::SHARED;
use crate::{SynthesizedStack, rules};

/// Stacks that each have to be deployed before the other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "no order of deployment keeps every stack working: {}; deploy twice, first without the new references, then with them",
    .0.join(" -> ")
)]
pub struct CircularStacks(pub Vec<String>);

/// Which stacks have to be deployed before which, by name: a stack waits for what it uses.
///
/// `deployed` holds the templates as they are now. Where a stack stops using a value that its owner no longer gives, the order
/// is the other way round: the user goes first, so that nothing is taken away from it while it is used.
///
/// # Errors
/// [`CircularStacks`], if one stack starts and another stops using something of the other.
pub fn deployment_dependencies(
    stacks: &[&SynthesizedStack],
    deployed: &BTreeMap<String, Json>,
) -> Result<BTreeMap<String, BTreeSet<String>>, CircularStacks> {
    let mut before: BTreeMap<String, BTreeSet<String>> =
        stacks.iter().map(|stack| (stack.props.name.clone(), stack.dependencies.clone())).collect();
    for (user, template) in deployed {
        for name in used(template) {
            let owner = stacks.iter().find(|stack| name.starts_with(&format!("{SHARED}{}/", stack.props.name)));
            let Some(owner) = owner else { continue };
            if !given(owner).any(|given| given == name) {
                before.entry(owner.props.name.clone()).or_default().insert(user.clone());
            }
        }
    }
    match rules::cycle(&before) {
        Some(circle) => Err(CircularStacks(circle)),
        None => Ok(before),
    }
}

/// The names of the stacks in the order in which they are deployed, as [`deployment_dependencies`] has it.
///
/// # Errors
/// [`CircularStacks`].
pub fn deployment_order(
    stacks: &[SynthesizedStack],
    deployed: &BTreeMap<String, Json>,
) -> Result<Vec<String>, CircularStacks> {
    let stacks: Vec<_> = stacks.iter().collect();
    Ok(sorted(&deployment_dependencies(&stacks, deployed)?))
}

/// The names of the stacks in the order in which they are removed: users before owners.
///
/// # Errors
/// [`CircularStacks`].
pub fn removal_order(stacks: &[SynthesizedStack]) -> Result<Vec<String>, CircularStacks> {
    let mut order = deployment_order(stacks, &BTreeMap::new())?;
    order.reverse();
    Ok(order)
}

/// The names of the values that a deployed stack takes from others.
fn used(template: &Json) -> impl Iterator<Item = &str> {
    let parameters = template["Parameters"].as_object().into_iter().flat_map(|parameters| parameters.values());
    parameters.filter_map(|parameter| parameter["Default"].as_str()).filter(|name| name.starts_with(SHARED))
}

/// The names of the values that a stack gives to others.
fn given(stack: &SynthesizedStack) -> impl Iterator<Item = &str> {
    let parameters = stack.template.resources.values().filter(|resource| resource.r#type == "AWS::SSM::Parameter");
    parameters.filter_map(|parameter| parameter.property("Name")?.as_text())
}

fn sorted(before: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let mut order: Vec<String> = Vec::new();
    while order.len() < before.len() {
        let ready = before
            .iter()
            .filter(|(name, _)| !order.contains(name))
            .find(|(_, needed)| needed.iter().all(|needed| order.contains(needed) || !before.contains_key(needed)));
        match ready {
            Some((name, _)) => order.push(name.clone()),
            None => break,
        }
    }
    order
}
