// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::MailManagerRuleSet` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource to create a rule set for a Mail Manager ingress endpoint which contains a list of rules that are evaluated sequentially for each email.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-mailmanagerruleset.html>
    MailManagerRuleSet = "AWS::SES::MailManagerRuleSet";
    required {
        /// Conditional rules that are evaluated for determining actions on email.
        ///
        /// 0 to 40 items.
        rules: Vec<Rule> = "Rules", Kind::List(&Kind::Object(Rule::object_schema), 0, 40, false);
    }
    optional {
        /// A user-friendly name for the rule set.
        ///
        /// 1 to 100 characters.
        rule_set_name: String = "RuleSetName", Kind::Text(1, 100, Some("^[a-zA-Z0-9_.-]+$"));
        /// The tags used to organize, track, or control access for the resource.
        ///
        /// 0 to 200 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 200, false);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the rule set resource.
        rule_set_arn: String = "RuleSetArn";
        /// The identifier of the rule set.
        rule_set_id: String = "RuleSetId";
    }
    replaces []
    may_replace []
}

object! {
    /// A rule contains conditions, "unless conditions" and actions.
    Rule;
    required {
        /// The list of actions to execute when the conditions match the incoming email, and none of the "unless conditions" match.
        ///
        /// 1 to 10 items.
        actions: Vec<Json> = "Actions", Kind::List(&Kind::Json, 1, 10, false);
    }
    optional {
        /// The conditions of this rule.
        ///
        /// 0 to 10 items.
        conditions: Vec<Json> = "Conditions", Kind::List(&Kind::Json, 0, 10, false);
        /// The user-friendly name of the rule.
        ///
        /// 1 to 32 characters.
        name: String = "Name", Kind::Text(1, 32, Some("^[a-zA-Z0-9_.-]+$"));
        /// The "unless conditions" of this rule.
        ///
        /// 0 to 10 items.
        unless: Vec<Json> = "Unless", Kind::List(&Kind::Json, 0, 10, false);
    }
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
