//! What the role of a function allows.

use std::collections::BTreeSet;

use serde_json::Value;

use super::reference::logical_id_in;

/// Actions, each with the logical id of the resource that it is allowed on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Permissions(BTreeSet<(String, String)>);

impl Permissions {
    /// The permissions of the policies that stand in a role.
    pub(crate) fn of(policies: &Value) -> Self {
        let list = |value: &Value| match value {
            Value::Array(values) => values.clone(),
            value => vec![value.clone()],
        };
        let statements = policies.as_array().into_iter().flatten();
        let statements = statements.flat_map(|policy| list(&policy["PolicyDocument"]["Statement"]));
        let mut permissions = BTreeSet::new();
        for statement in statements.filter(|statement| statement["Effect"] == "Allow") {
            for action in list(&statement["Action"]) {
                let resources = list(&statement["Resource"]);
                let resources = resources.iter().filter_map(logical_id_in);
                permissions.extend(resources.map(|id| (action.as_str().unwrap_or_default().to_owned(), id)));
            }
        }
        Self(permissions)
    }

    pub(crate) fn allow(&self, action: &str, resource: &str) -> bool {
        self.0.iter().any(|(allowed, id)| allowed == action && id == resource)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_is_named_is_allowed() {
        let statement = json!({
            "Effect": "Allow",
            "Action": ["s3:PutObject"],
            "Resource": [{ "Fn::Sub": "${Archive.Arn}/*" }],
        });
        let permissions = Permissions::of(&json!([{ "PolicyDocument": { "Statement": [statement] } }]));
        assert!(permissions.allow("s3:PutObject", "Archive"));
        assert!(!permissions.allow("s3:GetObject", "Archive"));
        assert!(!permissions.allow("s3:PutObject", "Failures"));
    }
}
