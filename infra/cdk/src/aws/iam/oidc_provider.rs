// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::OIDCProvider` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates or updates an IAM entity to describe an identity provider (IdP) that supports OpenID Connect (OIDC).
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-oidcprovider.html>
    OidcProvider = "AWS::IAM::OIDCProvider";
    required {
    }
    optional {
        /// A list of client IDs (also known as audiences) that are associated with the specified IAM OIDC provider resource object.
        client_id_list: Vec<String> = "ClientIdList", list(&Kind::Text(1, 255, None));
        /// A list of tags that are attached to the specified IAM OIDC provider.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
        /// A list of certificate thumbprints that are associated with the specified IAM OIDC provider resource object.
        ///
        /// 0 to 5 items.
        thumbprint_list: Vec<String> = "ThumbprintList", Kind::List(&Kind::Text(40, 40, Some("[0-9A-Fa-f]{40}")), 0, 5, false);
        /// The URL that the IAM OIDC provider resource object is associated with.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        url: String = "Url", Kind::Text(1, 255, None);
    }
    attributes {
        /// Returns the Amazon Resource Name (ARN) for the specified `AWS::IAM::OIDCProvider` resource.
        arn: Arn<OidcProvider> = "Arn";
    }
    replaces ["Url"]
    may_replace []
}

object! {
    /// A key-value pair to associate with a resource.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$"));
        /// The value for the tag.
        ///
        /// 1 to 256 characters.
        value: String = "Value", Kind::Text(1, 256, Some(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$"));
    }
    optional {
    }
}
