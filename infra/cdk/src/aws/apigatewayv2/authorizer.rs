// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::Authorizer` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::Authorizer` resource creates an authorizer for a WebSocket API or an HTTP API.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html>
    Authorizer = "AWS::ApiGatewayV2::Authorizer";
    required {
        /// The API identifier.
        ///
        /// Changing it replaces the resource.
        api_id: String = "ApiId", TEXT;
        /// The authorizer type.
        authorizer_type: String = "AuthorizerType", TEXT;
        /// The name of the authorizer.
        name: String = "Name", TEXT;
    }
    optional {
        /// Specifies the required credentials as an IAM role for API Gateway to invoke the authorizer.
        authorizer_credentials_arn: String = "AuthorizerCredentialsArn", TEXT;
        /// Specifies the format of the payload sent to an HTTP API Lambda authorizer.
        authorizer_payload_format_version: String = "AuthorizerPayloadFormatVersion", TEXT;
        /// The time to live (TTL) for cached authorizer results, in seconds.
        authorizer_result_ttl_in_seconds: Int = "AuthorizerResultTtlInSeconds", INTEGER;
        /// The authorizer's Uniform Resource Identifier (URI).
        authorizer_uri: String = "AuthorizerUri", TEXT;
        /// Specifies whether a Lambda authorizer returns a response in a simple format.
        enable_simple_responses: bool = "EnableSimpleResponses", Kind::Bool;
        /// The identity source for which authorization is requested.
        identity_source: Vec<String> = "IdentitySource", list(&TEXT);
        /// This parameter is not used.
        identity_validation_expression: String = "IdentityValidationExpression", TEXT;
        /// The `JWTConfiguration` property specifies the configuration of a JWT authorizer.
        jwt_configuration: JwtConfiguration = "JwtConfiguration", Kind::Object(JwtConfiguration::object_schema);
    }
    attributes {
        /// The authorizer ID.
        authorizer_id: String = "AuthorizerId";
    }
    replaces ["ApiId"]
    may_replace []
}

object! {
    /// The `JWTConfiguration` property specifies the configuration of a JWT authorizer.
    JwtConfiguration;
    required {
    }
    optional {
        /// A list of the intended recipients of the JWT.
        audience: Vec<String> = "Audience", list(&TEXT);
        /// The base domain of the identity provider that issues JSON Web Tokens.
        issuer: String = "Issuer", TEXT;
    }
}
