// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::Deployment` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::Deployment` resource creates a deployment for an API.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-deployment.html>
    Deployment = "AWS::ApiGatewayV2::Deployment";
    required {
        /// The API identifier.
        ///
        /// Changing it replaces the resource.
        api_id: String = "ApiId", TEXT;
    }
    optional {
        /// The description for the deployment resource.
        description: String = "Description", TEXT;
        /// The name of an existing stage to associate with the deployment.
        stage_name: String = "StageName", TEXT;
    }
    attributes {
        /// The deployment ID.
        deployment_id: String = "DeploymentId";
    }
    replaces ["ApiId"]
    may_replace []
}
