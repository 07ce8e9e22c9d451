// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::IntegrationResponse` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::IntegrationResponse` resource updates an integration response for an WebSocket API.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integrationresponse.html>
    IntegrationResponse = "AWS::ApiGatewayV2::IntegrationResponse";
    required {
        /// The API identifier.
        ///
        /// Changing it replaces the resource.
        api_id: String = "ApiId", TEXT;
        /// The integration ID.
        ///
        /// Changing it replaces the resource.
        integration_id: String = "IntegrationId", TEXT;
        /// The integration response key.
        integration_response_key: String = "IntegrationResponseKey", TEXT;
    }
    optional {
        /// Supported only for WebSocket APIs.
        content_handling_strategy: String = "ContentHandlingStrategy", TEXT;
        /// A key-value map specifying response parameters that are passed to the method response from the backend.
        response_parameters: Json = "ResponseParameters", Kind::Json;
        /// The collection of response templates for the integration response as a string-to-string map of key-value pairs.
        response_templates: Json = "ResponseTemplates", Kind::Json;
        /// The template selection expression for the integration response.
        template_selection_expression: String = "TemplateSelectionExpression", TEXT;
    }
    attributes {
        /// The integration response ID.
        integration_response_id: String = "IntegrationResponseId";
    }
    replaces ["ApiId", "IntegrationId"]
    may_replace []
}
