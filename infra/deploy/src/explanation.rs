//! What an error of AWS means for whoever sees it, and what to do.

use std::fmt;

use serde_json::json;

/// Codes by which services say that they are asked too often.
const THROTTLING: [&str; 8] = [
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "TooManyRequestsException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "ProvisionedThroughputExceededException",
    "SlowDown",
];

/// What an error means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Explanation {
    /// Somebody may not do something.
    Permission {
        /// Whose permission is missing, by ARN.
        who: String,
        /// The action, such as `s3:PutObject`.
        action: String,
        /// On what, if that was said.
        resource: Option<String>,
        /// What stands in the way if it is not just a missing statement.
        barrier: Option<&'static str>,
    },
    /// This machine's clock is wrong.
    Clock,
    /// AWS was asked too often, and so were all retries.
    Throttled,
    /// A quota is used up.
    Limit,
    /// Something else has the name already.
    NameTaken,
}

impl Explanation {
    /// What an error means, by its code, if there is one, and its message. The reason of a resource that failed has no code.
    pub fn of(code: Option<&str>, message: &str) -> Option<Self> {
        let code = code.unwrap_or_default();
        let says = |phrase: &str| message.to_lowercase().contains(phrase);
        if let Some(permission) = permission(message) {
            Some(permission)
        } else if code == "RequestTimeTooSkewed" || says("signature expired") || says("signature not yet current") {
            Some(Self::Clock)
        } else if THROTTLING.contains(&code) || says("rate exceeded") {
            Some(Self::Throttled)
        } else if code.contains("LimitExceeded") || code == "TooManyBuckets" || says("limitexceeded") || says("quota") {
            Some(Self::Limit)
        } else if code.contains("AlreadyExists") || says("already exists") {
            Some(Self::NameTaken)
        } else {
            None
        }
    }
}

/// `User: ARN is not authorized to perform: ACTION on resource: RESOURCE because …`
fn permission(message: &str) -> Option<Explanation> {
    let (before, after) = message.split_once(" is not authorized to perform: ")?;
    let who = before.rsplit("User: ").next().unwrap_or(before).trim().to_owned();
    let word = |text: &str| {
        let word = text.split_whitespace().next().unwrap_or_default();
        word.trim_end_matches(['.', ',', ';', ')', '"']).to_owned()
    };
    let barriers = [
        (
            "explicit deny",
            "a policy denies it explicitly, so a statement that allows it does not help: the denial has to go",
        ),
        ("permissions boundary", "the permissions boundary of the identity does not allow it, and has to as well"),
        (
            "service control policy",
            "a service control policy of the organization does not allow it, and has to as well",
        ),
        ("session policy", "the policy of the session does not allow it, and has to as well"),
    ];
    Some(Explanation::Permission {
        who,
        action: word(after),
        resource: after.split_once("on resource: ").map(|(_, resource)| word(resource)),
        barrier: barriers.iter().find(|(phrase, _)| after.contains(phrase)).map(|(_, barrier)| *barrier),
    })
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Permission { who, action, barrier: Some(barrier), .. } => {
                write!(f, "{who} may not do {action}: {barrier}.")
            }
            Self::Permission { who, action, resource, barrier: None } => {
                let resource = resource.as_deref().unwrap_or("*");
                let statement = json!({ "Effect": "Allow", "Action": action, "Resource": resource });
                write!(f, "{who} may not do {action}. The statement that would allow it:\n{statement:#}")
            }
            Self::Clock => f.write_str(
                "AWS refuses requests of another time: set the clock of this machine (`doctor` shows by how much it is off).",
            ),
            Self::Throttled => f.write_str(
                "AWS was asked too often, and every retry was refused as well: something else in the account asks a lot. Wait a \
                 minute and run the command again; it goes on where it was.",
            ),
            Self::Limit => f.write_str(
                "A quota of the account is used up: delete what is no longer needed, or have it raised in Service Quotas \
                 (https://console.aws.amazon.com/servicequotas).",
            ),
            Self::NameTaken => f.write_str(
                "Something else has that name already, outside of this stack: remove it, give the resource another name, or, \
                 best, none, so that CloudFormation makes one up.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(code: &str, message: &str) -> String {
        let code = (!code.is_empty()).then_some(code);
        Explanation::of(code, message).map(|explanation| explanation.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_missing_permission_comes_with_the_statement_to_add() {
        let text = of(
            "AccessDenied",
            "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: cloudformation:CreateChangeSet on \
             resource: arn:aws:cloudformation:eu-west-1:123456789012:stack/shop-dev/* because no identity-based policy \
             allows the cloudformation:CreateChangeSet action",
        );
        assert!(
            text.starts_with("arn:aws:iam::123456789012:user/ann may not do cloudformation:CreateChangeSet."),
            "{text}"
        );
        let statement: serde_json::Value = serde_json::from_str(text.split_once(":\n").unwrap().1).unwrap();
        let expected = json!({
            "Effect": "Allow",
            "Action": "cloudformation:CreateChangeSet",
            "Resource": "arn:aws:cloudformation:eu-west-1:123456789012:stack/shop-dev/*",
        });
        assert_eq!(statement, expected);
    }

    #[test]
    fn the_reason_of_a_failed_resource_is_understood_too() {
        let reason = "Resource handler returned message: \"User: arn:aws:sts::123456789012:assumed-role/ci/run is not \
                      authorized to perform: lambda:CreateFunction (Service: Lambda, Status Code: 403, Request ID: 1)\"";
        let Some(Explanation::Permission { who, action, resource, barrier }) = Explanation::of(None, reason) else {
            panic!("it was not understood")
        };
        assert_eq!(who, "arn:aws:sts::123456789012:assumed-role/ci/run");
        assert_eq!((action.as_str(), resource, barrier), ("lambda:CreateFunction", None, None));
        assert!(of("", reason).contains(r#""Resource": "*""#));
    }

    #[test]
    fn where_a_statement_does_not_help_none_is_offered() {
        for (phrase, word) in [
            ("with an explicit deny in an identity-based policy", "denies"),
            ("with an explicit deny in a service control policy", "denies"),
            ("because no permissions boundary allows the s3:PutObject action", "boundary"),
            ("because no service control policy allows the s3:PutObject action", "organization"),
            ("because no session policy allows the s3:PutObject action", "session"),
        ] {
            let message = format!(
                "User: arn:aws:iam::1:user/a is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::b/k\" {phrase}"
            );
            let text = of("AccessDenied", &message);
            assert!(text.contains(word) && !text.contains("Effect"), "{text}");
        }
    }

    #[test]
    fn everything_else_says_what_to_do() {
        for (code, message, advice) in [
            (
                "RequestTimeTooSkewed",
                "The difference between the request time and the current time is too large.",
                "clock",
            ),
            (
                "SignatureDoesNotMatch",
                "Signature expired: 20260101T000000Z is now earlier than 20260101T001000Z",
                "clock",
            ),
            ("Throttling", "Rate exceeded", "Wait a minute"),
            ("", "Rate exceeded (Service: Lambda, Status Code: 429, Request ID: 1)", "Wait a minute"),
            ("LimitExceededException", "Cannot exceed quota for RolesPerAccount: 1000", "Service Quotas"),
            ("", "Cannot exceed quota for PoliciesPerRole: 10 (Service: Iam, Status Code: 409)", "Service Quotas"),
            ("", "events already exists in stack arn:aws:cloudformation:eu-west-1:1:stack/other/1", "another name"),
        ] {
            let text = of(code, message);
            assert!(text.contains(advice), "{code} {message}: {text}");
        }
        assert_eq!(of("ValidationError", "Template error: unresolved resource dependencies [Jobs]"), "");
    }
}
