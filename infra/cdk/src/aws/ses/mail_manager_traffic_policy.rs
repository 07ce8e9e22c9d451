// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::MailManagerTrafficPolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource to create a traffic policy for a Mail Manager ingress endpoint which contains policy statements used to evaluate whether incoming emails should be …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-mailmanagertrafficpolicy.html>
    MailManagerTrafficPolicy = "AWS::SES::MailManagerTrafficPolicy";
    required {
        /// Default action instructs the traﬃc policy to either Allow or Deny (block) messages that fall outside of (or not addressed by) the conditions of your policy …
        default_action: AcceptAction = "DefaultAction", Kind::Values(AcceptAction::ALL);
        /// Conditional statements for filtering email traffic.
        policy_statements: Vec<PolicyStatement> = "PolicyStatements", list(&Kind::Object(PolicyStatement::object_schema));
    }
    optional {
        /// The maximum message size in bytes of email which is allowed in by this traffic policy—anything larger will be blocked.
        ///
        /// At least 1.
        max_message_size_bytes: f64 = "MaxMessageSizeBytes", Kind::Number(1.0, f64::MAX);
        /// The tags used to organize, track, or control access for the resource.
        ///
        /// 0 to 200 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 200, false);
        /// The name of the policy.
        ///
        /// 3 to 63 characters.
        traffic_policy_name: String = "TrafficPolicyName", Kind::Text(3, 63, Some(r"^[A-Za-z0-9_\-]+$"));
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the traffic policy resource.
        traffic_policy_arn: String = "TrafficPolicyArn";
        /// The identifier of the traffic policy resource.
        traffic_policy_id: String = "TrafficPolicyId";
    }
    replaces []
    may_replace []
}

object! {
    /// The structure containing traffic policy conditions and actions.
    PolicyStatement;
    required {
        /// The action that informs a traffic policy resource to either allow or block the email if it matches a condition in the policy statement.
        action: AcceptAction = "Action", Kind::Values(AcceptAction::ALL);
        /// The list of conditions to apply to incoming messages for filtering email traffic.
        ///
        /// At least 1 items.
        conditions: Vec<Json> = "Conditions", Kind::List(&Kind::Json, 1, usize::MAX, false);
    }
    optional {
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

values! {
    /// The values of `AcceptAction`.
    AcceptAction {
        Allow = "ALLOW",
        Deny = "DENY",
    }
}
