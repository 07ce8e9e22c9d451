// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::PortalProduct` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Represents a portal product in Amazon API Gateway V2, which is a logical grouping of APIs that can be published in a developer portal.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-portalproduct.html>
    PortalProduct = "AWS::ApiGatewayV2::PortalProduct";
    required {
        /// The name of the portal product as it appears in a published portal.
        ///
        /// 1 to 255 characters.
        display_name: String = "DisplayName", Kind::Text(1, 255, None);
    }
    optional {
        /// A description of the portal product.
        ///
        /// 0 to 1024 characters.
        description: String = "Description", Kind::Text(0, 1024, None);
        /// The collection of tags associated with the portal product.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
    }
    attributes {
        /// The timestamp when the portal product was last modified.
        last_modified: String = "LastModified";
        /// The ARN of the portal product.
        portal_product_arn: String = "PortalProductArn";
        /// The portal product identifier.
        portal_product_id: String = "PortalProductId";
    }
    replaces []
    may_replace []
}

object! {
    /// A key-value pair to associate with a resource.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value for the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
