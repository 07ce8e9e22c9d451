// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::Integration` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::Integration` resource creates an integration for an API.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html>
    Integration = "AWS::ApiGatewayV2::Integration";
    required {
        /// The API identifier.
        ///
        /// Changing it replaces the resource.
        api_id: String = "ApiId", TEXT;
        /// The integration type of an integration.
        integration_type: String = "IntegrationType", TEXT;
    }
    optional {
        /// The ID of the VPC link for a private integration.
        connection_id: String = "ConnectionId", TEXT;
        /// The type of the network connection to the integration endpoint.
        connection_type: String = "ConnectionType", TEXT;
        /// Supported only for WebSocket APIs.
        content_handling_strategy: String = "ContentHandlingStrategy", TEXT;
        /// Specifies the credentials required for the integration, if any.
        credentials_arn: String = "CredentialsArn", Kind::Text(0, usize::MAX, Some(r"arn:(aws|aws-cn|aws-us-gov):iam::[0-9]*:(role|user|group)\/.*"));
        /// The description of the integration.
        description: String = "Description", TEXT;
        /// Specifies the integration's HTTP method type.
        integration_method: String = "IntegrationMethod", TEXT;
        /// Supported only for HTTP API `AWS_PROXY` integrations.
        integration_subtype: String = "IntegrationSubtype", TEXT;
        /// For a Lambda integration, specify the URI of a Lambda function.
        integration_uri: String = "IntegrationUri", TEXT;
        /// Specifies the pass-through behavior for incoming requests based on the `Content-Type` header in the request, and the available mapping templates specified as …
        passthrough_behavior: String = "PassthroughBehavior", TEXT;
        /// Specifies the format of the payload sent to an integration.
        payload_format_version: String = "PayloadFormatVersion", TEXT;
        /// For WebSocket APIs, a key-value map specifying request parameters that are passed from the method request to the backend.
        request_parameters: BTreeMap<String, String> = "RequestParameters", Kind::Map(&TEXT);
        /// Represents a map of Velocity templates that are applied on the request payload based on the value of the Content-Type header sent by the client.
        request_templates: BTreeMap<String, String> = "RequestTemplates", Kind::Map(&TEXT);
        /// Supported only for HTTP APIs.
        response_parameters: BTreeMap<String, ResponseParameterMap> = "ResponseParameters", Kind::Map(&Kind::Object(ResponseParameterMap::object_schema));
        /// The template selection expression for the integration.
        template_selection_expression: String = "TemplateSelectionExpression", TEXT;
        /// Custom timeout between 50 and 29,000 milliseconds for WebSocket APIs and between 50 and 30,000 milliseconds for HTTP APIs.
        timeout_in_millis: Int = "TimeoutInMillis", INTEGER;
        /// The TLS configuration for a private integration.
        tls_config: TlsConfig = "TlsConfig", Kind::Object(TlsConfig::object_schema);
    }
    attributes {
        /// The integration ID.
        integration_id: String = "IntegrationId";
    }
    replaces ["ApiId"]
    may_replace []
}

object! {
    /// Supported only for HTTP APIs.
    ResponseParameter;
    required {
    }
    optional {
        /// Specifies the location of the response to modify, and how to modify it.
        destination: String = "Destination", TEXT;
        /// Specifies the data to update the parameter with.
        source: String = "Source", TEXT;
    }
}

object! {
    /// map of response parameter lists.
    ResponseParameterMap;
    required {
    }
    optional {
        /// list of response parameters.
        response_parameters: Vec<ResponseParameter> = "ResponseParameters", list(&Kind::Object(ResponseParameter::object_schema));
    }
}

object! {
    /// The `TlsConfig` property specifies the TLS configuration for a private integration.
    TlsConfig;
    required {
    }
    optional {
        /// If you specify a server name, API Gateway uses it to verify the hostname on the integration's certificate.
        server_name_to_verify: String = "ServerNameToVerify", TEXT;
    }
}
