// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::ApiMapping` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::ApiMapping` resource contains an API mapping.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-apimapping.html>
    ApiMapping = "AWS::ApiGatewayV2::ApiMapping";
    required {
        /// The API identifier.
        api_id: String = "ApiId", TEXT;
        /// The domain name.
        ///
        /// Changing it replaces the resource.
        domain_name: String = "DomainName", TEXT;
        /// The API stage.
        stage: String = "Stage", TEXT;
    }
    optional {
        /// The API mapping key.
        api_mapping_key: String = "ApiMappingKey", TEXT;
    }
    attributes {
        /// The API mapping resource ID.
        api_mapping_id: String = "ApiMappingId";
    }
    replaces ["DomainName"]
    may_replace []
}
