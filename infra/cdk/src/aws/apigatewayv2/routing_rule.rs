// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::RoutingRule` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Represents a routing rule.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-routingrule.html>
    RoutingRule = "AWS::ApiGatewayV2::RoutingRule";
    required {
        /// The resulting action based on matching a routing rules condition.
        actions: Vec<Action> = "Actions", list(&Kind::Object(Action::object_schema));
        /// The conditions of the routing rule.
        conditions: Vec<Condition> = "Conditions", list(&Kind::Object(Condition::object_schema));
        /// The ARN of the domain name.
        ///
        /// Changing it replaces the resource.
        domain_name_arn: String = "DomainNameArn", TEXT;
        /// The order in which API Gateway evaluates a rule.
        ///
        /// 1 to 1000000.
        priority: Int<1, 1000000> = "Priority", Kind::Integer(1, 1000000);
    }
    optional {
    }
    attributes {
        /// Represents an Amazon Resource Name (ARN).
        routing_rule_arn: String = "RoutingRuleArn";
        /// The identifier.
        routing_rule_id: String = "RoutingRuleId";
    }
    replaces ["DomainNameArn"]
    may_replace []
}

object! {
    /// Represents a routing rule action.
    Action;
    required {
        /// Represents an InvokeApi action.
        invoke_api: ActionInvokeApi = "InvokeApi", Kind::Object(ActionInvokeApi::object_schema);
    }
    optional {
    }
}

object! {
    /// Represents an InvokeApi action.
    ActionInvokeApi;
    required {
        /// The API identifier of the target API.
        api_id: String = "ApiId", TEXT;
        /// The name of the target stage.
        stage: String = "Stage", TEXT;
    }
    optional {
        /// The strip base path setting.
        strip_base_path: bool = "StripBasePath", Kind::Bool;
    }
}

object! {
    /// Represents a condition.
    Condition;
    required {
    }
    optional {
        /// The base path to be matched.
        match_base_paths: MatchBasePaths = "MatchBasePaths", Kind::Object(MatchBasePaths::object_schema);
        /// The headers to be matched.
        match_headers: MatchHeaders = "MatchHeaders", Kind::Object(MatchHeaders::object_schema);
    }
}

object! {
    /// Represents a `MatchBasePaths` condition.
    MatchBasePaths;
    required {
        /// The string of the case sensitive base path to be matched.
        any_of: Vec<String> = "AnyOf", list(&TEXT);
    }
    optional {
    }
}

object! {
    /// Represents a `MatchHeaderValue`.
    MatchHeaderValue;
    required {
        /// The case insensitive header name to be matched.
        header: String = "Header", TEXT;
        /// The case sensitive header glob value to be matched against entire header value.
        value_glob: String = "ValueGlob", TEXT;
    }
    optional {
    }
}

object! {
    /// Represents a `MatchHeaders` condition.
    MatchHeaders;
    required {
        /// The header name and header value glob to be matched.
        any_of: Vec<MatchHeaderValue> = "AnyOf", list(&Kind::Object(MatchHeaderValue::object_schema));
    }
    optional {
    }
}
