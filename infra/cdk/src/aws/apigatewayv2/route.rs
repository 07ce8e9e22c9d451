// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::Route` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::Route` resource creates a route for an API.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html>
    Route = "AWS::ApiGatewayV2::Route";
    required {
        /// The API identifier.
        ///
        /// Changing it replaces the resource.
        api_id: String = "ApiId", TEXT;
        /// The route key for the route.
        route_key: String = "RouteKey", TEXT;
    }
    optional {
        /// Specifies whether an API key is required for the route.
        api_key_required: bool = "ApiKeyRequired", Kind::Bool;
        /// The authorization scopes supported by this route.
        authorization_scopes: Vec<String> = "AuthorizationScopes", list(&TEXT);
        /// The authorization type for the route.
        authorization_type: String = "AuthorizationType", TEXT;
        /// The identifier of the `Authorizer` resource to be associated with this route.
        authorizer_id: String = "AuthorizerId", TEXT;
        /// The model selection expression for the route.
        model_selection_expression: String = "ModelSelectionExpression", TEXT;
        /// The operation name for the route.
        operation_name: String = "OperationName", TEXT;
        /// The request models for the route.
        request_models: Json = "RequestModels", Kind::Json;
        /// The request parameters for the route.
        request_parameters: Json = "RequestParameters", Kind::Json;
        /// The route response selection expression for the route.
        route_response_selection_expression: String = "RouteResponseSelectionExpression", TEXT;
        /// The target for the route.
        target: String = "Target", TEXT;
    }
    attributes {
        /// The route ID.
        route_id: String = "RouteId";
    }
    replaces ["ApiId"]
    may_replace []
}
