// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Events::Connection` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a connection.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-connection.html>
    Connection = "AWS::Events::Connection";
    required {
    }
    optional {
        /// The authorization parameters to use to authorize with the endpoint.
        auth_parameters: AuthParameters = "AuthParameters", Kind::Object(AuthParameters::object_schema);
        /// The type of authorization to use for the connection. ) OAUTH tokens are refreshed when a 401 or 407 response is returned.
        authorization_type: AuthorizationType = "AuthorizationType", Kind::Values(AuthorizationType::ALL);
        /// A description for the connection to create.
        ///
        /// 0 to 512 characters.
        description: String = "Description", Kind::Text(0, 512, None);
        /// For connections to private APIs, the parameters to use for invoking the API.
        invocation_connectivity_parameters: InvocationConnectivityParameters = "InvocationConnectivityParameters", Kind::Object(InvocationConnectivityParameters::object_schema);
        /// The identifier of the AWS customer managed key for EventBridge to use, if you choose to use a customer managed key to encrypt this connection.
        ///
        /// 0 to 2048 characters.
        kms_key_identifier: String = "KmsKeyIdentifier", Kind::Text(0, 2048, Some(r"^[a-zA-Z0-9_\-/:]*$"));
        /// The name for the connection to create.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 64, Some(r"[\.\-_A-Za-z0-9]+"));
    }
    attributes {
        /// The ARN of the connection that was created by the request.
        arn: Arn<Connection> = "Arn";
        /// Returns the Amazon Resource Name (ARN) of a connection in resource format, so it can be used in the `Resource` element of IAM permission policy statements.
        arn_for_policy: String = "ArnForPolicy";
        /// For connections to private APIs, the Amazon Resource Name (ARN) of the resource association EventBridge created between the connection and the private API's …
        auth_parameters_connectivity_parameters_resource_parameters_resource_association_arn: String = "AuthParameters.ConnectivityParameters.ResourceParameters.ResourceAssociationArn";
        /// For connections to private APIs, the Amazon Resource Name (ARN) of the resource association EventBridge created between the connection and the private API's …
        invocation_connectivity_parameters_resource_parameters_resource_association_arn: String = "InvocationConnectivityParameters.ResourceParameters.ResourceAssociationArn";
        /// The ARN for the secret created for the connection.
        secret_arn: String = "SecretArn";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// The API key authorization parameters for the connection.
    ApiKeyAuthParameters;
    required {
        /// The name of the API key to use for authorization.
        ///
        /// 1 to 512 characters.
        api_key_name: String = "ApiKeyName", Kind::Text(1, 512, Some(r"^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$"));
        /// The value for the API key to use for authorization.
        ///
        /// 1 to 512 characters.
        api_key_value: String = "ApiKeyValue", Kind::Text(1, 512, Some(r"^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$"));
    }
    optional {
    }
}

object! {
    /// Tthe authorization parameters to use for the connection.
    AuthParameters;
    required {
    }
    optional {
        /// The API Key parameters to use for authorization.
        api_key_auth_parameters: ApiKeyAuthParameters = "ApiKeyAuthParameters", Kind::Object(ApiKeyAuthParameters::object_schema);
        /// The authorization parameters for Basic authorization.
        basic_auth_parameters: BasicAuthParameters = "BasicAuthParameters", Kind::Object(BasicAuthParameters::object_schema);
        /// For private OAuth authentication endpoints.
        connectivity_parameters: ConnectivityParameters = "ConnectivityParameters", Kind::Object(ConnectivityParameters::object_schema);
        /// Additional parameters for the connection that are passed through with every invocation to the HTTP endpoint.
        invocation_http_parameters: ConnectionHttpParameters = "InvocationHttpParameters", Kind::Object(ConnectionHttpParameters::object_schema);
        /// The OAuth parameters to use for authorization.
        o_auth_parameters: OAuthParameters = "OAuthParameters", Kind::Object(OAuthParameters::object_schema);
    }
}

object! {
    /// The Basic authorization parameters for the connection.
    BasicAuthParameters;
    required {
        /// The password associated with the user name to use for Basic authorization.
        ///
        /// 1 to 512 characters.
        password: String = "Password", Kind::Text(1, 512, Some(r"^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$"));
        /// The user name to use for Basic authorization.
        ///
        /// 1 to 512 characters.
        username: String = "Username", Kind::Text(1, 512, Some(r"^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$"));
    }
    optional {
    }
}

object! {
    /// The OAuth authorization parameters to use for the connection.
    ClientParameters;
    required {
        /// The client ID to use for OAuth authorization.
        ///
        /// 1 to 512 characters.
        client_id: String = "ClientID", Kind::Text(1, 512, Some(r"^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$"));
        /// The client secret assciated with the client ID to use for OAuth authorization.
        ///
        /// 1 to 512 characters.
        client_secret: String = "ClientSecret", Kind::Text(1, 512, Some(r"^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$"));
    }
    optional {
    }
}

object! {
    /// Any additional parameters for the connection.
    ConnectionHttpParameters;
    required {
    }
    optional {
        /// Any additional body string parameters for the connection.
        ///
        /// 0 to 100 items.
        body_parameters: Vec<Parameter> = "BodyParameters", Kind::List(&Kind::Object(Parameter::object_schema), 0, 100, false);
        /// Any additional header parameters for the connection.
        ///
        /// 0 to 100 items.
        header_parameters: Vec<Parameter> = "HeaderParameters", Kind::List(&Kind::Object(Parameter::object_schema), 0, 100, false);
        /// Any additional query string parameters for the connection.
        ///
        /// 0 to 100 items.
        query_string_parameters: Vec<Parameter> = "QueryStringParameters", Kind::List(&Kind::Object(Parameter::object_schema), 0, 100, false);
    }
}

object! {
    /// If you specify a private OAuth endpoint, the parameters for EventBridge to use when authenticating against the endpoint.
    ConnectivityParameters;
    required {
        /// The parameters for EventBridge to use when invoking the resource endpoint.
        resource_parameters: ResourceParameters = "ResourceParameters", Kind::Object(ResourceParameters::object_schema);
    }
    optional {
    }
}

object! {
    /// For connections to private APIs, the parameters to use for invoking the API.
    InvocationConnectivityParameters;
    required {
        /// The parameters for EventBridge to use when invoking the resource endpoint.
        resource_parameters: ResourceParameters = "ResourceParameters", Kind::Object(ResourceParameters::object_schema);
    }
    optional {
    }
}

object! {
    /// Contains the OAuth authorization parameters to use for the connection.
    OAuthParameters;
    required {
        /// The URL to the authorization endpoint when OAuth is specified as the authorization type.
        ///
        /// 1 to 2048 characters.
        authorization_endpoint: String = "AuthorizationEndpoint", Kind::Text(1, 2048, Some(r"^((%[0-9A-Fa-f]{2}|[-()_.!~*';/?:@\x26=+$,A-Za-z0-9])+)([).!';/?:,])?$"));
        /// The client parameters for OAuth authorization.
        client_parameters: ClientParameters = "ClientParameters", Kind::Object(ClientParameters::object_schema);
        /// The method to use for the authorization request.
        http_method: HttpMethod = "HttpMethod", Kind::Values(HttpMethod::ALL);
    }
    optional {
        /// Details about the additional parameters to use for the connection.
        o_auth_http_parameters: ConnectionHttpParameters = "OAuthHttpParameters", Kind::Object(ConnectionHttpParameters::object_schema);
    }
}

object! {
    /// Any additional query string parameter for the connection.
    Parameter;
    required {
        /// The key for a query string parameter.
        ///
        /// 0 to 512 characters.
        key: String = "Key", Kind::Text(0, 512, Some("^[!#$%&'*+-.^_`|~0-9a-zA-Z]+$"));
        /// The value associated with the key for the query string parameter.
        ///
        /// 0 to 512 characters.
        value: String = "Value", Kind::Text(0, 512, Some(r"^[ \t]*[\x20-\x7E]+([ \t]+[\x20-\x7E]+)*[ \t]*$"));
    }
    optional {
        /// Specifies whether the value is secret.
        is_value_secret: bool = "IsValueSecret", Kind::Bool;
    }
}

object! {
    /// The parameters for EventBridge to use when invoking the resource endpoint.
    ResourceParameters;
    required {
        /// The Amazon Resource Name (ARN) of the Amazon VPC Lattice resource configuration for the resource endpoint.
        ///
        /// 0 to 2048 characters.
        resource_configuration_arn: String = "ResourceConfigurationArn", Kind::Text(0, 2048, Some(r"^arn:[a-z0-9f\-]+:vpc-lattice:[a-zA-Z0-9\-]+:\d{12}:resourceconfiguration/rcfg-[0-9a-z]{17}$"));
    }
    optional {
        /// For connections to private APIs, the Amazon Resource Name (ARN) of the resource association EventBridge created between the connection and the private API's …
        ///
        /// 20 to 2048 characters.
        resource_association_arn: String = "ResourceAssociationArn", Kind::Text(20, 2048, Some(r"^arn:[a-z0-9\-]+:vpc-lattice:[a-zA-Z0-9\-]+:\d{12}:servicenetworkresourceassociation/snra-[0-9a-z]{17}$"));
    }
}

values! {
    /// The values of `AuthorizationType`.
    AuthorizationType {
        ApiKey = "API_KEY",
        Basic = "BASIC",
        OauthClientCredentials = "OAUTH_CLIENT_CREDENTIALS",
    }
}

values! {
    /// The values of `HttpMethod`.
    HttpMethod {
        Get = "GET",
        Post = "POST",
        Put = "PUT",
    }
}
