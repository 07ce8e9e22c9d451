// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::ConnectionType` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Registers a custom connection type in Glue based on the configuration provided.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-connectiontype.html>
    ConnectionType = "AWS::Glue::ConnectionType";
    required {
        /// The name of the connection type.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        connection_type: String = "ConnectionType", Kind::Text(1, 255, None);
        /// Configuration for HTTP request and response handling.
        ///
        /// Changing it replaces the resource.
        rest_configuration: RestConfiguration = "RestConfiguration", Kind::Object(RestConfiguration::object_schema);
    }
    optional {
        /// Configuration that defines the base URL and additional request parameters needed during connection creation.
        ///
        /// Changing it replaces the resource.
        connection_properties: ConnectionPropertiesConfiguration = "ConnectionProperties", Kind::Object(ConnectionPropertiesConfiguration::object_schema);
        /// Configuration that defines supported authentication types and required properties.
        ///
        /// Changing it replaces the resource.
        connector_authentication_configuration: ConnectorAuthenticationConfiguration = "ConnectorAuthenticationConfiguration", Kind::Object(ConnectorAuthenticationConfiguration::object_schema);
        /// A description of the connection type.
        ///
        /// 0 to 1024 characters. Changing it replaces the resource.
        description: String = "Description", Kind::Text(0, 1024, None);
        /// The integration type for the connection.
        ///
        /// Changing it replaces the resource.
        integration_type: IntegrationType = "IntegrationType", Kind::Values(IntegrationType::ALL);
        /// Tags to assign to the connection type.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the registered connection type.
        connection_type_arn: String = "ConnectionTypeArn";
    }
    replaces ["ConnectionProperties", "ConnectionType", "ConnectorAuthenticationConfiguration", "Description", "IntegrationType", "RestConfiguration"]
    may_replace []
}

object! {
    /// Basic authentication configuration.
    BasicAuthenticationProperties;
    required {
    }
    optional {
        /// Defines a secret property configuration.
        password: SecretConnectorProperty = "Password", Kind::Object(SecretConnectorProperty::object_schema);
        /// Defines a secret property configuration.
        username: SecretConnectorProperty = "Username", Kind::Object(SecretConnectorProperty::object_schema);
    }
}

object! {
    /// Configuration that defines how BETWEEN range filter operations are translated into REST API request parameters.
    BetweenConfiguration;
    required {
    }
    optional {
        /// The parameter name used for the upper bound value in a BETWEEN filter operation.
        high_bound_key: String = "HighBoundKey", TEXT;
        /// The parameter name used for the lower bound value in a BETWEEN filter operation.
        low_bound_key: String = "LowBoundKey", TEXT;
        /// A template string for constructing the BETWEEN filter expression.
        template: String = "Template", TEXT;
    }
}

object! {
    /// OAuth2 client credentials configuration.
    ClientCredentialsProperties;
    required {
    }
    optional {
        /// Defines a secret property configuration.
        client_id: SecretConnectorProperty = "ClientId", Kind::Object(SecretConnectorProperty::object_schema);
        /// Defines a secret property configuration.
        client_secret: SecretConnectorProperty = "ClientSecret", Kind::Object(SecretConnectorProperty::object_schema);
        /// `ContentType`, which AWS's schema does not describe.
        content_type: ContentType = "ContentType", Kind::Values(ContentType::ALL);
        /// `RequestMethod`, which AWS's schema does not describe.
        request_method: RequestMethod = "RequestMethod", Kind::Values(RequestMethod::ALL);
        /// Defines a property configuration for connection types.
        scope: ConnectorProperty = "Scope", Kind::Object(ConnectorProperty::object_schema);
        /// Defines a property configuration for connection types.
        token_url: ConnectorProperty = "TokenUrl", Kind::Object(ConnectorProperty::object_schema);
        /// `TokenUrlParameters`, which AWS's schema does not describe.
        token_url_parameters: Vec<ConnectorProperty> = "TokenUrlParameters", list(&Kind::Object(ConnectorProperty::object_schema));
    }
}

object! {
    /// Configuration that defines the base URL and additional request parameters needed during connection creation.
    ConnectionPropertiesConfiguration;
    required {
    }
    optional {
        /// Key-value pairs of additional request parameters.
        additional_request_parameters: Vec<ConnectorProperty> = "AdditionalRequestParameters", list(&Kind::Object(ConnectorProperty::object_schema));
        /// Defines a property configuration for connection types.
        url: ConnectorProperty = "Url", Kind::Object(ConnectorProperty::object_schema);
    }
}

object! {
    /// Configuration that defines supported authentication types and required properties.
    ConnectorAuthenticationConfiguration;
    required {
        /// A list of authentication types supported.
        authentication_types: Vec<AuthenticationTypes> = "AuthenticationTypes", list(&Kind::Values(AuthenticationTypes::ALL));
    }
    optional {
        /// Basic authentication configuration.
        basic_authentication_properties: BasicAuthenticationProperties = "BasicAuthenticationProperties", Kind::Object(BasicAuthenticationProperties::object_schema);
        /// Custom authentication configuration.
        custom_authentication_properties: CustomAuthenticationProperties = "CustomAuthenticationProperties", Kind::Object(CustomAuthenticationProperties::object_schema);
        /// OAuth2 configuration container.
        o_auth2_properties: ConnectorOAuth2Properties = "OAuth2Properties", Kind::Object(ConnectorOAuth2Properties::object_schema);
    }
}

object! {
    /// OAuth2 authorization code configuration.
    ConnectorAuthorizationCodeProperties;
    required {
    }
    optional {
        /// Defines a property configuration for connection types.
        authorization_code: ConnectorProperty = "AuthorizationCode", Kind::Object(ConnectorProperty::object_schema);
        /// Defines a property configuration for connection types.
        authorization_code_url: ConnectorProperty = "AuthorizationCodeUrl", Kind::Object(ConnectorProperty::object_schema);
        /// Defines a secret property configuration.
        client_id: SecretConnectorProperty = "ClientId", Kind::Object(SecretConnectorProperty::object_schema);
        /// Defines a secret property configuration.
        client_secret: SecretConnectorProperty = "ClientSecret", Kind::Object(SecretConnectorProperty::object_schema);
        /// `ContentType`, which AWS's schema does not describe.
        content_type: ContentType = "ContentType", Kind::Values(ContentType::ALL);
        /// Defines a property configuration for connection types.
        prompt: ConnectorProperty = "Prompt", Kind::Object(ConnectorProperty::object_schema);
        /// Defines a property configuration for connection types.
        redirect_uri: ConnectorProperty = "RedirectUri", Kind::Object(ConnectorProperty::object_schema);
        /// `RequestMethod`, which AWS's schema does not describe.
        request_method: RequestMethod = "RequestMethod", Kind::Values(RequestMethod::ALL);
        /// Defines a property configuration for connection types.
        scope: ConnectorProperty = "Scope", Kind::Object(ConnectorProperty::object_schema);
        /// Defines a property configuration for connection types.
        token_url: ConnectorProperty = "TokenUrl", Kind::Object(ConnectorProperty::object_schema);
        /// `TokenUrlParameters`, which AWS's schema does not describe.
        token_url_parameters: Vec<ConnectorProperty> = "TokenUrlParameters", list(&Kind::Object(ConnectorProperty::object_schema));
    }
}

object! {
    /// OAuth2 configuration container.
    ConnectorOAuth2Properties;
    required {
        /// The OAuth2 grant type to use.
        o_auth2_grant_type: OAuth2GrantType = "OAuth2GrantType", Kind::Values(OAuth2GrantType::ALL);
    }
    optional {
        /// OAuth2 authorization code configuration.
        authorization_code_properties: ConnectorAuthorizationCodeProperties = "AuthorizationCodeProperties", Kind::Object(ConnectorAuthorizationCodeProperties::object_schema);
        /// OAuth2 client credentials configuration.
        client_credentials_properties: ClientCredentialsProperties = "ClientCredentialsProperties", Kind::Object(ClientCredentialsProperties::object_schema);
        /// JWT bearer token configuration.
        jwt_bearer_properties: JwtBearerProperties = "JWTBearerProperties", Kind::Object(JwtBearerProperties::object_schema);
    }
}

object! {
    /// Defines a property configuration for connection types.
    ConnectorProperty;
    required {
        /// The name of the property.
        ///
        /// 1 to 128 characters.
        name: String = "Name", Kind::Text(1, 128, None);
        /// The data type of this property.
        property_type: PropertyType = "PropertyType", Kind::Values(PropertyType::ALL);
        /// Indicates whether the property is required.
        required: bool = "Required", Kind::Bool;
    }
    optional {
        /// A list of allowed values for the property.
        allowed_values: Vec<String> = "AllowedValues", list(&TEXT);
        /// The default value for the property.
        default_value: String = "DefaultValue", TEXT;
        /// A key name to use when sending this property in API requests.
        ///
        /// 1 to 128 characters.
        key_override: String = "KeyOverride", Kind::Text(1, 128, Some("^[a-zA-Z0-9_-]+$"));
        /// Specifies where this property should be included in REST requests.
        property_location: PropertyLocation = "PropertyLocation", Kind::Values(PropertyLocation::ALL);
    }
}

object! {
    /// Cursor-based pagination configuration.
    CursorConfiguration;
    required {
        /// Parameter extraction configuration.
        next_page: ExtractedParameter = "NextPage", Kind::Object(ExtractedParameter::object_schema);
    }
    optional {
        /// Parameter extraction configuration.
        limit_parameter: ExtractedParameter = "LimitParameter", Kind::Object(ExtractedParameter::object_schema);
    }
}

object! {
    /// Custom authentication configuration.
    CustomAuthenticationProperties;
    required {
        /// `AuthenticationParameters`, which AWS's schema does not describe.
        authentication_parameters: Vec<SecretConnectorProperty> = "AuthenticationParameters", list(&Kind::Object(SecretConnectorProperty::object_schema));
    }
    optional {
    }
}

object! {
    /// Configuration for interacting with a specific data entity.
    EntityConfiguration;
    required {
    }
    optional {
        /// The schema definition for this entity.
        schema: BTreeMap<String, FieldDefinition> = "Schema", Kind::Map(&Kind::Object(FieldDefinition::object_schema));
        /// Configuration that defines how to make requests to endpoints.
        source_configuration: SourceConfiguration = "SourceConfiguration", Kind::Object(SourceConfiguration::object_schema);
    }
}

object! {
    /// Parameter extraction configuration.
    ExtractedParameter;
    required {
    }
    optional {
        /// The default value.
        ///
        /// 1 to 1024 characters.
        default_value: String = "DefaultValue", Kind::Text(1, 1024, Some(r#"[^<>&'"]"#));
        /// The parameter key name.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some("^[a-zA-Z0-9_-]+$"));
        /// Specifies where to place the parameter in requests.
        property_location: PropertyLocation = "PropertyLocation", Kind::Values(PropertyLocation::ALL);
        /// Defines how to extract values from HTTP responses.
        value: ResponseExtractionMapping = "Value", Kind::Object(ResponseExtractionMapping::object_schema);
    }
}

object! {
    /// Defines a field in an entity schema.
    FieldDefinition;
    required {
        /// The data type of the field.
        field_data_type: FieldDataType = "FieldDataType", Kind::Values(FieldDataType::ALL);
        /// The name of the field.
        name: String = "Name", TEXT;
    }
    optional {
        /// Configuration that defines per-field overrides for filter behavior, allowing individual fields to customize how filter operations are applied.
        filter_overrides: FilterOverrides = "FilterOverrides", Kind::Object(FilterOverrides::object_schema);
        /// Indicates whether this field can contain null values.
        is_nullable: bool = "IsNullable", Kind::Bool;
        /// Indicates whether this field can be used for ordering results.
        is_orderable: bool = "IsOrderable", Kind::Bool;
        /// Indicates whether this field can be used for partitioning queries to the data source.
        is_partitionable: bool = "IsPartitionable", Kind::Bool;
        /// Indicates whether this field can be used in filter predicates when querying data.
        is_queryable: bool = "IsQueryable", Kind::Bool;
        /// The format pattern for parsing date values from API responses.
        response_date_format: String = "ResponseDateFormat", TEXT;
    }
}

object! {
    /// Configuration that defines how filter predicates are applied to REST API requests, supporting both query parameter and filter string strategies.
    FilterConfiguration;
    required {
        /// The strategy for applying filters to requests.
        filter_mode: FilterMode = "FilterMode", Kind::Values(FilterMode::ALL);
    }
    optional {
        /// Configuration that defines how BETWEEN range filter operations are translated into REST API request parameters.
        between_configuration: BetweenConfiguration = "BetweenConfiguration", Kind::Object(BetweenConfiguration::object_schema);
        /// The global date and time format for filter expressions.
        date_time_format: String = "DateTimeFormat", TEXT;
        /// Configuration for constructing filter expression strings when using the FILTER_STRING filter mode.
        filter_string_configuration: FilterStringConfiguration = "FilterStringConfiguration", Kind::Object(FilterStringConfiguration::object_schema);
        /// A map of logical filter operators to their API-specific string representations.
        operator_mappings: BTreeMap<String, String> = "OperatorMappings", Kind::Map(&TEXT);
        /// Indicates whether surrounding double quotes should be stripped from filter values before processing.
        strip_quotes: bool = "StripQuotes", Kind::Bool;
    }
}

object! {
    /// Configuration that defines per-field overrides for filter behavior, allowing individual fields to customize how filter operations are applied.
    FilterOverrides;
    required {
    }
    optional {
        /// Configuration that defines how BETWEEN range filter operations are translated into REST API request parameters.
        between_configuration: BetweenConfiguration = "BetweenConfiguration", Kind::Object(BetweenConfiguration::object_schema);
        /// The date and time format for filter expressions on this field, overriding the global DateTimeFormat.
        date_time_format: String = "DateTimeFormat", TEXT;
        /// An override for the field name to use in filter expressions, if different from the schema field name.
        field_name: String = "FieldName", TEXT;
        /// A map of logical filter operators to their field-specific API representations, overriding the global operator mappings.
        operator_mappings: BTreeMap<String, String> = "OperatorMappings", Kind::Map(&TEXT);
    }
}

object! {
    /// Configuration for constructing filter expression strings when using the FILTER_STRING filter mode.
    FilterStringConfiguration;
    required {
        /// The query parameter name used to send the constructed filter expression string in API requests.
        query_parameter_name: String = "QueryParameterName", TEXT;
    }
    optional {
        /// The character used to quote values when QuoteStringValues is true.
        quote_character: String = "QuoteCharacter", TEXT;
        /// Indicates whether string and date values should be wrapped with a quote character in the filter expression.
        quote_string_values: bool = "QuoteStringValues", Kind::Bool;
    }
}

object! {
    /// JWT bearer token configuration.
    JwtBearerProperties;
    required {
    }
    optional {
        /// `ContentType`, which AWS's schema does not describe.
        content_type: ContentType = "ContentType", Kind::Values(ContentType::ALL);
        /// Defines a secret property configuration.
        jwt_token: SecretConnectorProperty = "JwtToken", Kind::Object(SecretConnectorProperty::object_schema);
        /// `RequestMethod`, which AWS's schema does not describe.
        request_method: RequestMethod = "RequestMethod", Kind::Values(RequestMethod::ALL);
        /// Defines a property configuration for connection types.
        token_url: ConnectorProperty = "TokenUrl", Kind::Object(ConnectorProperty::object_schema);
        /// `TokenUrlParameters`, which AWS's schema does not describe.
        token_url_parameters: Vec<ConnectorProperty> = "TokenUrlParameters", list(&Kind::Object(ConnectorProperty::object_schema));
    }
}

object! {
    /// Offset-based pagination configuration.
    OffsetConfiguration;
    required {
        /// Parameter extraction configuration.
        limit_parameter: ExtractedParameter = "LimitParameter", Kind::Object(ExtractedParameter::object_schema);
        /// Parameter extraction configuration.
        offset_parameter: ExtractedParameter = "OffsetParameter", Kind::Object(ExtractedParameter::object_schema);
    }
    optional {
    }
}

object! {
    /// Configuration for handling paginated responses.
    PaginationConfiguration;
    required {
    }
    optional {
        /// Cursor-based pagination configuration.
        cursor_configuration: CursorConfiguration = "CursorConfiguration", Kind::Object(CursorConfiguration::object_schema);
        /// Offset-based pagination configuration.
        offset_configuration: OffsetConfiguration = "OffsetConfiguration", Kind::Object(OffsetConfiguration::object_schema);
    }
}

object! {
    /// Configuration for parsing JSON responses from REST API calls.
    ResponseConfiguration;
    required {
        /// JSON path expression for result data location.
        ///
        /// 1 to 512 characters.
        result_path: String = "ResultPath", Kind::Text(1, 512, Some(r"^\$(\.[a-zA-Z0-9_.@\[\]\(\)-]+)*$"));
    }
    optional {
        /// JSON path expression for error information location.
        ///
        /// 1 to 512 characters.
        error_path: String = "ErrorPath", Kind::Text(1, 512, Some(r"^\$(\.[a-zA-Z0-9_.@\[\]\(\)-]+)*$"));
    }
}

object! {
    /// Defines how to extract values from HTTP responses.
    ResponseExtractionMapping;
    required {
    }
    optional {
        /// A JSON path expression to extract a value from response body.
        ///
        /// 1 to 512 characters.
        content_path: String = "ContentPath", Kind::Text(1, 512, Some(r"^\$(\.[a-zA-Z0-9_.@\[\]\(\)-]+)*$"));
        /// The name of an HTTP response header from which to extract the value.
        ///
        /// 1 to 128 characters.
        header_key: String = "HeaderKey", Kind::Text(1, 128, Some("^[a-zA-Z0-9_-]+$"));
    }
}

object! {
    /// Configuration for HTTP request and response handling.
    RestConfiguration;
    required {
    }
    optional {
        /// A map of entity configurations.
        entity_configurations: BTreeMap<String, EntityConfiguration> = "EntityConfigurations", Kind::Map(&Kind::Object(EntityConfiguration::object_schema));
        /// Configuration that defines how to make requests to endpoints.
        global_source_configuration: SourceConfiguration = "GlobalSourceConfiguration", Kind::Object(SourceConfiguration::object_schema);
        /// Configuration for the validation endpoint.
        validation_endpoint_configuration: ValidationEndpointConfiguration = "ValidationEndpointConfiguration", Kind::Object(ValidationEndpointConfiguration::object_schema);
    }
}

object! {
    /// Defines a secret property configuration.
    SecretConnectorProperty;
    required {
        /// The name of the property.
        ///
        /// 1 to 128 characters.
        name: String = "Name", Kind::Text(1, 128, None);
        /// The data type of this property.
        property_type: SecretConnectorPropertyPropertyType = "PropertyType", Kind::Values(SecretConnectorPropertyPropertyType::ALL);
        /// Indicates whether the property is required.
        required: bool = "Required", Kind::Bool;
    }
    optional {
        /// A key name to use when sending this property in API requests.
        ///
        /// 1 to 128 characters.
        key_override: String = "KeyOverride", Kind::Text(1, 128, Some("^[a-zA-Z0-9_-]+$"));
        /// Specifies where this property should be included in REST requests.
        property_location: PropertyLocation = "PropertyLocation", Kind::Values(PropertyLocation::ALL);
    }
}

object! {
    /// Configuration that defines how to make requests to endpoints.
    SourceConfiguration;
    required {
    }
    optional {
        /// Configuration that defines how filter predicates are applied to REST API requests, supporting both query parameter and filter string strategies.
        filter_configuration: FilterConfiguration = "FilterConfiguration", Kind::Object(FilterConfiguration::object_schema);
        /// Configuration for handling paginated responses.
        pagination_configuration: PaginationConfiguration = "PaginationConfiguration", Kind::Object(PaginationConfiguration::object_schema);
        /// The HTTP method to use.
        request_method: RequestMethod = "RequestMethod", Kind::Values(RequestMethod::ALL);
        /// Request parameters configuration.
        request_parameters: Vec<ConnectorProperty> = "RequestParameters", list(&Kind::Object(ConnectorProperty::object_schema));
        /// The URL path for the REST endpoint.
        ///
        /// 1 to 512 characters.
        request_path: String = "RequestPath", Kind::Text(1, 512, Some(r"^/[a-zA-Z0-9._~:/?#\[\]@!$&'()*+,;={}-]*$"));
        /// Configuration for parsing JSON responses from REST API calls.
        response_configuration: ResponseConfiguration = "ResponseConfiguration", Kind::Object(ResponseConfiguration::object_schema);
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

object! {
    /// Configuration for the validation endpoint.
    ValidationEndpointConfiguration;
    required {
    }
    optional {
        /// The HTTP method to use.
        request_method: RequestMethod = "RequestMethod", Kind::Values(RequestMethod::ALL);
        /// The URL path for the REST endpoint.
        ///
        /// 1 to 512 characters.
        request_path: String = "RequestPath", Kind::Text(1, 512, Some(r"^/[a-zA-Z0-9._~:/?#\[\]@!$&'()*+,;={}-]*$"));
    }
}

values! {
    /// The values of `AuthenticationTypes`.
    AuthenticationTypes {
        Basic = "BASIC",
        Custom = "CUSTOM",
        Iam = "IAM",
        Oauth2 = "OAUTH2",
    }
}

values! {
    /// The values of `ContentType`.
    ContentType {
        ApplicationJson = "APPLICATION_JSON",
        UrlEncoded = "URL_ENCODED",
    }
}

values! {
    /// The values of `FieldDataType`.
    FieldDataType {
        Array = "ARRAY",
        Bigint = "BIGINT",
        Binary = "BINARY",
        Boolean = "BOOLEAN",
        Byte = "BYTE",
        Date = "DATE",
        Decimal = "DECIMAL",
        Double = "DOUBLE",
        Float = "FLOAT",
        Int = "INT",
        Long = "LONG",
        Map = "MAP",
        Short = "SHORT",
        Smallint = "SMALLINT",
        String = "STRING",
        Struct = "STRUCT",
        Timestamp = "TIMESTAMP",
        Union = "UNION",
    }
}

values! {
    /// The values of `FilterMode`.
    FilterMode {
        FilterString = "FILTER_STRING",
        QueryParams = "QUERY_PARAMS",
    }
}

values! {
    /// The values of `IntegrationType`.
    IntegrationType {
        Rest = "REST",
    }
}

values! {
    /// The values of `OAuth2GrantType`.
    OAuth2GrantType {
        AuthorizationCode = "AUTHORIZATION_CODE",
        ClientCredentials = "CLIENT_CREDENTIALS",
        JwtBearer = "JWT_BEARER",
    }
}

values! {
    /// The values of `PropertyLocation`.
    PropertyLocation {
        Body = "BODY",
        Header = "HEADER",
        Path = "PATH",
        QueryParam = "QUERY_PARAM",
    }
}

values! {
    /// The values of `PropertyType`.
    PropertyType {
        ReadOnly = "READ_ONLY",
        Secret = "SECRET",
        SecretOrUserInput = "SECRET_OR_USER_INPUT",
        Unused = "UNUSED",
        UserInput = "USER_INPUT",
    }
}

values! {
    /// The values of `RequestMethod`.
    RequestMethod {
        Get = "GET",
        Post = "POST",
    }
}

values! {
    /// The values of `SecretConnectorPropertyPropertyType`.
    SecretConnectorPropertyPropertyType {
        Secret = "SECRET",
    }
}
