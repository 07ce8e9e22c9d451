// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CloudWatch::InsightRule` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates or updates a Contributor Insights rule.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-insightrule.html>
    InsightRule = "AWS::CloudWatch::InsightRule";
    required {
        /// The definition of the rule, as a JSON object.
        rule_body: String = "RuleBody", TEXT;
        /// The name of the rule.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        rule_name: String = "RuleName", Kind::Text(1, 128, Some(r"^[\x20-\x7E]+$"));
        /// The current state of the rule.
        rule_state: RuleState = "RuleState", Kind::Values(RuleState::ALL);
    }
    optional {
        /// Determines whether the rules is evaluated on transformed versions of logs.
        apply_on_transformed_logs: bool = "ApplyOnTransformedLogs", Kind::Bool;
        /// A list of key-value pairs to associate with the Contributor Insights rule.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The ARN of the Contributor Insights rule, such as `arn:aws:cloudwatch:us-west-2:123456789012:insight-rule/MyInsightRuleName`.
        arn: Arn<InsightRule> = "Arn";
    }
    replaces ["RuleName"]
    may_replace []
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

values! {
    /// The values of `RuleState`.
    RuleState {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}
