// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Events::EventBusPolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Running `PutPermission` permits the specified AWS account or AWS organization to put events to the specified event bus.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html>
    EventBusPolicy = "AWS::Events::EventBusPolicy";
    required {
        /// An identifier string for the external account that you are granting permissions to.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        statement_id: String = "StatementId", Kind::Text(1, 64, Some("[a-zA-Z0-9-_]+"));
    }
    optional {
        /// The action that you are enabling the other account to perform.
        action: Action = "Action", Kind::Values(Action::ALL);
        /// This parameter enables you to limit the permission to accounts that fulfill a certain condition, such as being a member of a certain AWS organization.
        condition: Condition = "Condition", Kind::Object(Condition::object_schema);
        /// The name of the event bus associated with the rule.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        event_bus_name: String = "EventBusName", Kind::Text(1, 256, Some(r"[\.\-_A-Za-z0-9]+"));
        /// The 12-digit AWS account ID that you are permitting to put events to your default event bus.
        ///
        /// 1 to 12 characters.
        principal: String = "Principal", Kind::Text(1, 12, Some(r"(\d{12}|\*)"));
        /// A JSON string that describes the permission policy statement.
        statement: Json = "Statement", Kind::Json;
    }
    attributes {
    }
    replaces ["EventBusName", "StatementId"]
    may_replace []
}

object! {
    /// This parameter enables you to limit the permission to accounts that fulfill a certain condition, such as being a member of a certain AWS organization.
    Condition;
    required {
    }
    optional {
        /// Specifies the value for the key.
        key: String = "Key", TEXT;
        /// Specifies the type of condition.
        r#type: Type = "Type", Kind::Values(Type::ALL);
        /// Specifies the key for the condition.
        value: String = "Value", TEXT;
    }
}

values! {
    /// The values of `Action`.
    Action {
        EventsPutEvents = "events:PutEvents",
    }
}

values! {
    /// The values of `Type`.
    Type {
        StringEquals = "StringEquals",
    }
}
