// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Connection` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::Connection` resource specifies an AWS Glue connection to a data source.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-connection.html>
    Connection = "AWS::Glue::Connection";
    required {
        /// The ID of the data catalog to create the catalog object in.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        catalog_id: String = "CatalogId", Kind::Text(1, 255, None);
        /// The connection that you want to create.
        connection_input: ConnectionInput = "ConnectionInput", Kind::Object(ConnectionInput::object_schema);
    }
    optional {
        /// The collection of tags.
        tags: Json = "Tags", Kind::Json;
    }
    attributes {
        /// The name of the connection.
        name: String = "Name";
    }
    replaces ["CatalogId", "ConnectionInput/Name"]
    may_replace []
}

object! {
    /// `AuthenticationConfiguration`, which AWS's schema does not describe.
    AuthenticationConfiguration;
    required {
        /// A structure containing the authentication configuration in the CreateConnection request.
        authentication_type: AuthenticationType = "AuthenticationType", Kind::Values(AuthenticationType::ALL);
    }
    optional {
        /// A structure containing the authentication credentials in the CreateConnection request.
        basic_authentication_credentials: BasicAuthenticationCredentials = "BasicAuthenticationCredentials", Kind::Object(BasicAuthenticationCredentials::object_schema);
        /// A structure containing the authentication credentials in the CreateConnection request.
        custom_authentication_credentials: Json = "CustomAuthenticationCredentials", Kind::Json;
        /// The Amazon Resource Name (ARN) of the KMS key used in the authentication configuration.
        kms_key_arn: String = "KmsKeyArn", Kind::Text(0, usize::MAX, Some("^$|arn:aws[a-z0-9-]*:kms:"));
        /// A structure containing the authentication credentials in the CreateConnection request.
        o_auth2_properties: OAuth2Properties = "OAuth2Properties", Kind::Object(OAuth2Properties::object_schema);
        /// The secret manager ARN to store credentials in the CreateConnection request.
        secret_arn: String = "SecretArn", Kind::Text(0, usize::MAX, Some("^arn:aws(-(cn|us-gov|iso(-[bef])?))?:secretsmanager:.*$"));
    }
}

object! {
    /// The set of properties required for the the OAuth2 `AUTHORIZATION_CODE` grant type workflow.
    AuthorizationCodeProperties;
    required {
    }
    optional {
        /// An authorization code to be used in the third leg of the `AUTHORIZATION_CODE` grant workflow.
        ///
        /// 1 to 4096 characters.
        authorization_code: String = "AuthorizationCode", Kind::Text(1, 4096, Some(r"^\S+$"));
        /// The redirect URI where the user gets redirected to by authorization server when issuing an authorization code.
        ///
        /// 0 to 512 characters.
        redirect_uri: String = "RedirectUri", Kind::Text(0, 512, Some(r"^(https?):\/\/[^\s/$.?#].[^\s]*$"));
    }
}

object! {
    /// For supplying basic auth credentials when not providing a `SecretArn` value.
    BasicAuthenticationCredentials;
    required {
    }
    optional {
        /// The password to connect to the data source.
        ///
        /// 0 to 512 characters.
        password: String = "Password", Kind::Text(0, 512, None);
        /// The username to connect to the data source.
        ///
        /// 0 to 512 characters.
        username: String = "Username", Kind::Text(0, 512, Some(r"^\S+$"));
    }
}

object! {
    /// A structure that is used to specify a connection to create or update.
    ConnectionInput;
    required {
        /// The type of the connection.
        connection_type: ConnectionType = "ConnectionType", Kind::Values(ConnectionType::ALL);
    }
    optional {
        /// Connection properties specific to the Athena compute environment.
        athena_properties: Json = "AthenaProperties", Kind::Json;
        /// The authentication properties of the connection.
        authentication_configuration: AuthenticationConfiguration = "AuthenticationConfiguration", Kind::Object(AuthenticationConfiguration::object_schema);
        /// These key-value pairs define parameters for the connection.
        connection_properties: Json = "ConnectionProperties", Kind::Json;
        /// The description of the connection.
        ///
        /// 0 to 2048 characters.
        description: String = "Description", Kind::Text(0, 2048, None);
        /// A list of criteria that can be used in selecting this connection.
        ///
        /// 0 to 10 items.
        match_criteria: Vec<String> = "MatchCriteria", Kind::List(&Kind::Text(1, 255, None), 0, 10, false);
        /// The name of the connection.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
        /// The physical connection requirements, such as virtual private cloud (VPC) and `SecurityGroup`, that are needed to successfully make this connection.
        physical_connection_requirements: PhysicalConnectionRequirements = "PhysicalConnectionRequirements", Kind::Object(PhysicalConnectionRequirements::object_schema);
        /// Connection properties specific to the Python compute environment.
        python_properties: Json = "PythonProperties", Kind::Json;
        /// Connection properties specific to the Spark compute environment.
        spark_properties: Json = "SparkProperties", Kind::Json;
        /// A flag to validate the credentials during create connection.
        validate_credentials: bool = "ValidateCredentials", Kind::Bool;
        /// The compute environments that the specified connection properties are validated against.
        validate_for_compute_environments: Vec<ValidateForComputeEnvironments> = "ValidateForComputeEnvironments", list(&Kind::Values(ValidateForComputeEnvironments::ALL));
    }
}

object! {
    /// The OAuth2 client app used for the connection.
    OAuth2ClientApplication;
    required {
    }
    optional {
        /// The reference to the SaaS-side client app that is AWS managed.
        ///
        /// 0 to 2048 characters.
        aws_managed_client_application_reference: String = "AWSManagedClientApplicationReference", Kind::Text(0, 2048, Some(r"^\S+$"));
        /// The client application clientID if the ClientAppType is `USER_MANAGED`.
        ///
        /// 0 to 2048 characters.
        user_managed_client_application_client_id: String = "UserManagedClientApplicationClientId", Kind::Text(0, 2048, Some(r"^\S+$"));
    }
}

object! {
    /// The credentials used when the authentication type is OAuth2 authentication.
    OAuth2Credentials;
    required {
    }
    optional {
        /// The access token used when the authentication type is OAuth2.
        ///
        /// 0 to 4096 characters.
        access_token: String = "AccessToken", Kind::Text(0, 4096, Some(r"^[\x20-\x7E]*$"));
        /// The JSON Web Token (JWT) used when the authentication type is OAuth2.
        ///
        /// 0 to 8000 characters.
        jwt_token: String = "JwtToken", Kind::Text(0, 8000, Some(r"^([a-zA-Z0-9_=]+)\.([a-zA-Z0-9_=]+)\.([a-zA-Z0-9_\-\+\/=]*)$"));
        /// The refresh token used when the authentication type is OAuth2.
        ///
        /// 0 to 4096 characters.
        refresh_token: String = "RefreshToken", Kind::Text(0, 4096, Some(r"^[\x20-\x7E]*$"));
        /// The client application client secret if the client application is user managed.
        ///
        /// 0 to 512 characters.
        user_managed_client_application_client_secret: String = "UserManagedClientApplicationClientSecret", Kind::Text(0, 512, Some(r"^[\x20-\x7E]*$"));
    }
}

object! {
    /// A structure containing the authentication credentials in the CreateConnection request.
    OAuth2Properties;
    required {
    }
    optional {
        /// A structure containing the authorization code used in the authentication configuration.
        authorization_code_properties: AuthorizationCodeProperties = "AuthorizationCodeProperties", Kind::Object(AuthorizationCodeProperties::object_schema);
        /// The OAuth2 client app used for the connection.
        o_auth2_client_application: OAuth2ClientApplication = "OAuth2ClientApplication", Kind::Object(OAuth2ClientApplication::object_schema);
        /// A structure containing the OAuth2 credentials used in the authentication configuration.
        o_auth2_credentials: OAuth2Credentials = "OAuth2Credentials", Kind::Object(OAuth2Credentials::object_schema);
        /// The grant type used in the authentication configuration.
        o_auth2_grant_type: OAuth2GrantType = "OAuth2GrantType", Kind::Values(OAuth2GrantType::ALL);
        /// The URL used in the authentication configuration.
        ///
        /// 0 to 256 characters.
        token_url: String = "TokenUrl", Kind::Text(0, 256, Some("^(https?)://[-a-zA-Z0-9+&@#/%?=~_|!:,.;]*[-a-zA-Z0-9+&@#/%=~_|]$"));
        /// A map of key-value pairs used in the authentication configuration.
        token_url_parameters_map: Json = "TokenUrlParametersMap", Kind::Json;
    }
}

object! {
    /// The OAuth client app in GetConnection response.
    PhysicalConnectionRequirements;
    required {
    }
    optional {
        /// The connection's Availability Zone.
        ///
        /// 1 to 255 characters.
        availability_zone: String = "AvailabilityZone", Kind::Text(1, 255, None);
        /// The security group ID list used by the connection.
        ///
        /// 0 to 50 items.
        security_group_id_list: Vec<String> = "SecurityGroupIdList", Kind::List(&Kind::Text(1, 255, None), 0, 50, false);
        /// The subnet ID used by the connection.
        ///
        /// 1 to 255 characters.
        subnet_id: String = "SubnetId", Kind::Text(1, 255, None);
    }
}

values! {
    /// The values of `AuthenticationType`.
    AuthenticationType {
        Basic = "BASIC",
        Custom = "CUSTOM",
        Iam = "IAM",
        Oauth2 = "OAUTH2",
    }
}

values! {
    /// The values of `ConnectionType`.
    ConnectionType {
        Adobeanalytics = "ADOBEANALYTICS",
        Asana = "ASANA",
        Azurecosmos = "AZURECOSMOS",
        Azuresql = "AZURESQL",
        Bigquery = "BIGQUERY",
        Blackbaud = "BLACKBAUD",
        Blackbaudraiseredgenxt = "BLACKBAUDRAISEREDGENXT",
        Circleci = "CIRCLECI",
        Clouderahive = "CLOUDERAHIVE",
        Clouderaimpala = "CLOUDERAIMPALA",
        Cloudwatch = "CLOUDWATCH",
        Cloudwatchmetrics = "CLOUDWATCHMETRICS",
        Cmdb = "CMDB",
        Custom = "CUSTOM",
        Datadog = "DATADOG",
        Datalakegen2 = "DATALAKEGEN2",
        Db2 = "DB2",
        Db2as400 = "DB2AS400",
        Documentdb = "DOCUMENTDB",
        Docusignmonitor = "DOCUSIGNMONITOR",
        Domo = "DOMO",
        Dynamodb = "DYNAMODB",
        Dynatrace = "DYNATRACE",
        Facebookads = "FACEBOOKADS",
        Facebookpageinsights = "FACEBOOKPAGEINSIGHTS",
        Freshdesk = "FRESHDESK",
        Freshsales = "FRESHSALES",
        Gitlab = "GITLAB",
        Googleads = "GOOGLEADS",
        Googleanalytics4 = "GOOGLEANALYTICS4",
        Googlecloudstorage = "GOOGLECLOUDSTORAGE",
        Googlesearchconsole = "GOOGLESEARCHCONSOLE",
        Googlesheets = "GOOGLESHEETS",
        Hbase = "HBASE",
        Hubspot = "HUBSPOT",
        Instagramads = "INSTAGRAMADS",
        Intercom = "INTERCOM",
        Jdbc = "JDBC",
        Jiracloud = "JIRACLOUD",
        Kafka = "KAFKA",
        Kustomer = "KUSTOMER",
        Linkedin = "LINKEDIN",
        Mailchimp = "MAILCHIMP",
        Marketo = "MARKETO",
        Marketplace = "MARKETPLACE",
        Microsoftdynamic365financeandops = "MICROSOFTDYNAMIC365FINANCEANDOPS",
        Microsoftdynamics365crm = "MICROSOFTDYNAMICS365CRM",
        Microsoftteams = "MICROSOFTTEAMS",
        Mixpanel = "MIXPANEL",
        Monday = "MONDAY",
        Mongodb = "MONGODB",
        Mysql = "MYSQL",
        Netsuiteerp = "NETSUITEERP",
        Network = "NETWORK",
        Okta = "OKTA",
        Opensearch = "OPENSEARCH",
        Oracle = "ORACLE",
        Paypal = "PAYPAL",
        Pendo = "PENDO",
        Pipedive = "PIPEDIVE",
        Pipedrive = "PIPEDRIVE",
        Postgresql = "POSTGRESQL",
        Productboard = "PRODUCTBOARD",
        Quickbooks = "QUICKBOOKS",
        Salesforce = "SALESFORCE",
        Salesforcecommercecloud = "SALESFORCECOMMERCECLOUD",
        Salesforcemarketingcloud = "SALESFORCEMARKETINGCLOUD",
        Salesforcepardot = "SALESFORCEPARDOT",
        Sapconcur = "SAPCONCUR",
        Saphana = "SAPHANA",
        Sapodata = "SAPODATA",
        Sendgrid = "SENDGRID",
        Servicenow = "SERVICENOW",
        Sftp = "SFTP",
        Slack = "SLACK",
        Smartsheet = "SMARTSHEET",
        Snapchatads = "SNAPCHATADS",
        Sqlserver = "SQLSERVER",
        Stripe = "STRIPE",
        Synapse = "SYNAPSE",
        Teradata = "TERADATA",
        Teradatanos = "TERADATANOS",
        Timestream = "TIMESTREAM",
        Tpcds = "TPCDS",
        Twilio = "TWILIO",
        Vertica = "VERTICA",
        ViewValidationAthena = "VIEW_VALIDATION_ATHENA",
        ViewValidationRedshift = "VIEW_VALIDATION_REDSHIFT",
        Woocommerce = "WOOCOMMERCE",
        Zendesk = "ZENDESK",
        Zohocrm = "ZOHOCRM",
        Zoom = "ZOOM",
    }
}

values! {
    /// The values of `OAuth2GrantType`.
    OAuth2GrantType {
        AuthorizationCode = "AUTHORIZATION_CODE",
        ClientCredentials = "CLIENT_CREDENTIALS",
        JwtBearer = "JWT_BEARER",
        RefreshToken = "REFRESH_TOKEN",
    }
}

values! {
    /// The values of `ValidateForComputeEnvironments`.
    ValidateForComputeEnvironments {
        Athena = "ATHENA",
        Python = "PYTHON",
        Spark = "SPARK",
    }
}
