//! What a stack is to become: a template and the values of its parameters.

use std::collections::BTreeMap;

use cdk::{FunctionAsset, SynthesizedStack};
use serde_json::Value as Json;

use crate::assets::code::{Code, hash};
use crate::error::DeployError;

/// The largest template that fits into a request, in bytes.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>
const MAX_TEMPLATE_BODY: usize = 51_200;

/// A template with the values of its parameters. The same release deployed again leads to the same stack.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    /// The template.
    pub template: Json,
    /// The values that its parameters are given; the others keep their defaults.
    pub parameters: BTreeMap<String, String>,
}

impl Release {
    /// The release of a synthesized stack with the code of its functions.
    ///
    /// # Errors
    /// [`DeployError::NotBuilt`] for a function whose code is not there.
    pub(crate) fn of(stack: &SynthesizedStack, code: &[Code]) -> Result<Self, DeployError> {
        let template = serde_json::to_value(&stack.template).map_err(|error| DeployError::Aws {
            action: format!("writing the template of stack {}", stack.props.name),
            message: error.to_string(),
        })?;
        let value = |function: &FunctionAsset| {
            let code = code.iter().find(|code| code.function == function.name);
            let code = code.ok_or_else(|| DeployError::NotBuilt(function.name.to_owned()))?;
            Ok((function.parameter.to_string(), code.key.clone()))
        };
        let parameters = stack.functions.iter().map(value).collect::<Result<_, DeployError>>()?;
        Ok(Self { template, parameters })
    }

    /// The template as it is sent.
    pub(crate) fn body(&self) -> String {
        self.template.to_string()
    }

    /// The key of the template in the asset bucket.
    pub(crate) fn template_key(&self) -> String {
        format!("templates/{}.json", hash(self.body().as_bytes()))
    }

    /// Whether the template is too large for a request, so that CloudFormation has to read it from a bucket.
    pub(crate) fn is_large(&self) -> bool {
        self.body().len() > MAX_TEMPLATE_BODY
    }
}
