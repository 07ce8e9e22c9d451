// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::Api` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::Api` resource creates an API.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html>
    Api = "AWS::ApiGatewayV2::Api";
    required {
    }
    optional {
        /// An API key selection expression.
        api_key_selection_expression: String = "ApiKeySelectionExpression", TEXT;
        /// Specifies how to interpret the base path of the API during import.
        base_path: String = "BasePath", TEXT;
        /// The OpenAPI definition.
        body: Json = "Body", Kind::Json;
        /// The S3 location of an OpenAPI definition.
        body_s3_location: BodyS3Location = "BodyS3Location", Kind::Object(BodyS3Location::object_schema);
        /// A CORS configuration.
        cors_configuration: Cors = "CorsConfiguration", Kind::Object(Cors::object_schema);
        /// This property is part of quick create.
        credentials_arn: String = "CredentialsArn", TEXT;
        /// The description of the API.
        description: String = "Description", TEXT;
        /// Specifies whether clients can invoke your API by using the default `execute-api` endpoint.
        disable_execute_api_endpoint: bool = "DisableExecuteApiEndpoint", Kind::Bool;
        /// Avoid validating models when creating a deployment.
        disable_schema_validation: bool = "DisableSchemaValidation", Kind::Bool;
        /// Specifies whether to rollback the API creation when a warning is encountered.
        fail_on_warnings: bool = "FailOnWarnings", Kind::Bool;
        /// The IP address types that can invoke the API.
        ip_address_type: String = "IpAddressType", TEXT;
        /// The name of the API.
        name: String = "Name", TEXT;
        /// The API protocol.
        ///
        /// Changing it replaces the resource.
        protocol_type: String = "ProtocolType", TEXT;
        /// This property is part of quick create.
        route_key: String = "RouteKey", TEXT;
        /// The route selection expression for the API.
        route_selection_expression: String = "RouteSelectionExpression", TEXT;
        /// The collection of tags.
        tags: BTreeMap<String, String> = "Tags", Kind::Map(&TEXT);
        /// This property is part of quick create.
        target: String = "Target", TEXT;
        /// A version identifier for the API.
        version: String = "Version", TEXT;
    }
    attributes {
        /// The default endpoint for an API.
        api_endpoint: String = "ApiEndpoint";
        /// The API identifier.
        api_id: String = "ApiId";
        /// `ExecuteApiArn`, which AWS's schema does not describe.
        execute_api_arn: String = "ExecuteApiArn";
    }
    replaces ["ProtocolType"]
    may_replace []
}

object! {
    /// The `BodyS3Location` property specifies an S3 location from which to import an OpenAPI definition.
    BodyS3Location;
    required {
    }
    optional {
        /// The S3 bucket that contains the OpenAPI definition to import.
        bucket: String = "Bucket", TEXT;
        /// The Etag of the S3 object.
        etag: String = "Etag", TEXT;
        /// The key of the S3 object.
        key: String = "Key", TEXT;
        /// The version of the S3 object.
        version: String = "Version", TEXT;
    }
}

object! {
    /// The `Cors` property specifies a CORS configuration for an API.
    Cors;
    required {
    }
    optional {
        /// Specifies whether credentials are included in the CORS request.
        allow_credentials: bool = "AllowCredentials", Kind::Bool;
        /// Represents a collection of allowed headers.
        allow_headers: Vec<String> = "AllowHeaders", list(&TEXT);
        /// Represents a collection of allowed HTTP methods.
        allow_methods: Vec<String> = "AllowMethods", list(&TEXT);
        /// Represents a collection of allowed origins.
        allow_origins: Vec<String> = "AllowOrigins", list(&TEXT);
        /// Represents a collection of exposed headers.
        expose_headers: Vec<String> = "ExposeHeaders", list(&TEXT);
        /// The number of seconds that the browser should cache preflight request results.
        max_age: Int = "MaxAge", INTEGER;
    }
}
