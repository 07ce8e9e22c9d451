// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::ReceiptRuleSet` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates an empty receipt rule set.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-receiptruleset.html>
    ReceiptRuleSet = "AWS::SES::ReceiptRuleSet";
    required {
    }
    optional {
        /// The name of the receipt rule set to make active.
        ///
        /// Changing it replaces the resource.
        rule_set_name: String = "RuleSetName", TEXT;
    }
    attributes {
    }
    replaces ["RuleSetName"]
    may_replace []
}
