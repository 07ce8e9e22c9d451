// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::AccountPolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates or updates an account-level data protection policy or subscription filter policy that applies to all log groups or a subset of log groups in the account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-accountpolicy.html>
    AccountPolicy = "AWS::Logs::AccountPolicy";
    required {
        /// Specify the policy, in JSON.
        ///
        /// 1 to 30720 characters.
        policy_document: String = "PolicyDocument", Kind::Text(1, 30720, None);
        /// A name for the policy.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        policy_name: String = "PolicyName", Kind::Text(1, 256, Some("^[^:*]{1,256}$"));
        /// The type of policy that you're creating or updating.
        ///
        /// Changing it replaces the resource.
        policy_type: PolicyType = "PolicyType", Kind::Values(PolicyType::ALL);
    }
    optional {
        /// Currently the only valid value for this parameter is `ALL`, which specifies that the policy applies to all log groups in the account.
        scope: Scope = "Scope", Kind::Values(Scope::ALL);
        /// Use this parameter to apply the new policy to a subset of log groups in the account.
        selection_criteria: String = "SelectionCriteria", TEXT;
    }
    attributes {
        /// The account ID of the account where this policy was created.
        account_id: String = "AccountId";
    }
    replaces ["PolicyName", "PolicyType"]
    may_replace []
}

values! {
    /// The values of `PolicyType`.
    PolicyType {
        DataProtectionPolicy = "DATA_PROTECTION_POLICY",
        FieldIndexPolicy = "FIELD_INDEX_POLICY",
        MetricExtractionPolicy = "METRIC_EXTRACTION_POLICY",
        SubscriptionFilterPolicy = "SUBSCRIPTION_FILTER_POLICY",
        TransformerPolicy = "TRANSFORMER_POLICY",
    }
}

values! {
    /// The values of `Scope`.
    Scope {
        All = "ALL",
    }
}
