// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::VpcLink` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::VpcLink` resource creates a VPC link.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-vpclink.html>
    VpcLink = "AWS::ApiGatewayV2::VpcLink";
    required {
        /// The name of the VPC link.
        name: String = "Name", TEXT;
        /// A list of subnet IDs to include in the VPC link.
        ///
        /// Changing it replaces the resource.
        subnet_ids: Vec<String> = "SubnetIds", list(&TEXT);
    }
    optional {
        /// A list of security group IDs for the VPC link.
        ///
        /// Changing it replaces the resource.
        security_group_ids: Vec<String> = "SecurityGroupIds", list(&TEXT);
        /// The collection of tags.
        tags: BTreeMap<String, String> = "Tags", Kind::Map(&TEXT);
    }
    attributes {
        /// The VPC link ID.
        vpc_link_id: String = "VpcLinkId";
    }
    replaces ["SecurityGroupIds", "SubnetIds"]
    may_replace []
}
