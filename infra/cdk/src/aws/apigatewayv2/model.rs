// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::Model` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::Model` resource updates data model for a WebSocket API.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-model.html>
    Model = "AWS::ApiGatewayV2::Model";
    required {
        /// The API identifier.
        ///
        /// Changing it replaces the resource.
        api_id: String = "ApiId", TEXT;
        /// The name of the model.
        name: String = "Name", TEXT;
        /// The schema for the model.
        schema: Json = "Schema", Kind::Json;
    }
    optional {
        /// The content-type for the model, for example, "application/json".
        content_type: String = "ContentType", TEXT;
        /// The description of the model.
        description: String = "Description", TEXT;
    }
    attributes {
        /// The model ID.
        model_id: String = "ModelId";
    }
    replaces ["ApiId"]
    may_replace []
}
