// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::DomainName` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::DomainName` resource specifies a custom domain name for your API in Amazon API Gateway (API Gateway).
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-domainname.html>
    DomainName = "AWS::ApiGatewayV2::DomainName";
    required {
        /// The custom domain name for your API in Amazon API Gateway.
        ///
        /// Changing it replaces the resource.
        domain_name: String = "DomainName", TEXT;
    }
    optional {
        /// The domain name configurations.
        domain_name_configurations: Vec<DomainNameConfiguration> = "DomainNameConfigurations", list(&Kind::Object(DomainNameConfiguration::object_schema));
        /// The mutual TLS authentication configuration for a custom domain name.
        mutual_tls_authentication: MutualTlsAuthentication = "MutualTlsAuthentication", Kind::Object(MutualTlsAuthentication::object_schema);
        /// The routing mode API Gateway uses to route traffic to your APIs.
        routing_mode: RoutingMode = "RoutingMode", Kind::Values(RoutingMode::ALL);
        /// The collection of tags associated with a domain name.
        tags: BTreeMap<String, String> = "Tags", Kind::Map(&TEXT);
    }
    attributes {
        /// Represents an Amazon Resource Name (ARN).
        domain_name_arn: String = "DomainNameArn";
        /// The domain name associated with the regional endpoint for this custom domain name.
        regional_domain_name: String = "RegionalDomainName";
        /// The region-specific Amazon Route 53 Hosted Zone ID of the regional endpoint.
        regional_hosted_zone_id: String = "RegionalHostedZoneId";
    }
    replaces ["DomainName"]
    may_replace []
}

object! {
    /// The `DomainNameConfiguration` property type specifies the configuration for an API's domain name.
    DomainNameConfiguration;
    required {
    }
    optional {
        /// An AWS -managed certificate that will be used by the edge-optimized endpoint for this domain name.
        certificate_arn: String = "CertificateArn", TEXT;
        /// The user-friendly name of the certificate that will be used by the edge-optimized endpoint for this domain name.
        certificate_name: String = "CertificateName", TEXT;
        /// The endpoint type.
        endpoint_type: String = "EndpointType", TEXT;
        /// The IP address types that can invoke the domain name.
        ip_address_type: String = "IpAddressType", TEXT;
        /// The Amazon resource name (ARN) for the public certificate issued by Certificate Manager.
        ownership_verification_certificate_arn: String = "OwnershipVerificationCertificateArn", TEXT;
        /// The Transport Layer Security (TLS) version of the security policy for this domain name.
        security_policy: String = "SecurityPolicy", TEXT;
    }
}

object! {
    /// If specified, API Gateway performs two-way authentication between the client and the server.
    MutualTlsAuthentication;
    required {
    }
    optional {
        /// An Amazon S3 URL that specifies the truststore for mutual TLS authentication, for example, `s3:// bucket-name / key-name`.
        truststore_uri: String = "TruststoreUri", TEXT;
        /// The version of the S3 object that contains your truststore.
        truststore_version: String = "TruststoreVersion", TEXT;
    }
}

values! {
    /// The values of `RoutingMode`.
    RoutingMode {
        ApiMappingOnly = "API_MAPPING_ONLY",
        RoutingRuleOnly = "ROUTING_RULE_ONLY",
        RoutingRuleThenApiMapping = "ROUTING_RULE_THEN_API_MAPPING",
    }
}
