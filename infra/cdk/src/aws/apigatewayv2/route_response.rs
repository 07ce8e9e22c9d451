// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::RouteResponse` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::RouteResponse` resource creates a route response for a WebSocket API.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-routeresponse.html>
    RouteResponse = "AWS::ApiGatewayV2::RouteResponse";
    required {
        /// The API identifier.
        ///
        /// Changing it replaces the resource.
        api_id: String = "ApiId", TEXT;
        /// The route ID.
        ///
        /// Changing it replaces the resource.
        route_id: String = "RouteId", TEXT;
        /// The route response key.
        route_response_key: String = "RouteResponseKey", TEXT;
    }
    optional {
        /// The model selection expression for the route response.
        model_selection_expression: String = "ModelSelectionExpression", TEXT;
        /// The response models for the route response.
        response_models: Json = "ResponseModels", Kind::Json;
        /// The route response parameters.
        response_parameters: Json = "ResponseParameters", Kind::Json;
    }
    attributes {
        /// The route response ID.
        route_response_id: String = "RouteResponseId";
    }
    replaces ["ApiId", "RouteId"]
    may_replace []
}
