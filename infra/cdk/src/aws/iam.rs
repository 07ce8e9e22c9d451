//! AWS Identity and Access Management.

use serde::Serialize;

use super::ResourceType;
use crate::PolicyDocument;

/// `AWS::IAM::Role`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Role {
    pub description: String,
    pub assume_role_policy_document: PolicyDocument,
    pub policies: Vec<Policy>,
}

impl ResourceType for Role {
    const TYPE: &'static str = "AWS::IAM::Role";
}

/// A policy inside a role.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Policy {
    pub policy_name: &'static str,
    pub policy_document: PolicyDocument,
}
