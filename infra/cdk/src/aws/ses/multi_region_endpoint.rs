// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::MultiRegionEndpoint` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a multi-region endpoint (global-endpoint).
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-multiregionendpoint.html>
    MultiRegionEndpoint = "AWS::SES::MultiRegionEndpoint";
    required {
        /// Contains details of a multi-region endpoint (global-endpoint) being created.
        ///
        /// Changing it replaces the resource.
        details: Details = "Details", Kind::Object(Details::object_schema);
        /// The name of the multi-region endpoint (global-endpoint).
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        endpoint_name: String = "EndpointName", Kind::Text(1, 64, Some(r"^[\w\-_]+$"));
    }
    optional {
        /// An array of objects that define the tags (keys and values) to associate with the multi-region endpoint (global-endpoint).
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, true);
    }
    attributes {
    }
    replaces ["Details", "EndpointName"]
    may_replace []
}

object! {
    /// An object that contains configuration details of multi-region endpoint (global-endpoint).
    Details;
    required {
        /// A list of route configuration details.
        ///
        /// 1 to 1 items.
        route_details: Vec<RouteDetailsItem> = "RouteDetails", Kind::List(&Kind::Object(RouteDetailsItem::object_schema), 1, 1, true);
    }
    optional {
    }
}

object! {
    /// `RouteDetailsItem`, which AWS's schema does not describe.
    RouteDetailsItem;
    required {
        /// The name of an AWS-Region to be a secondary region for the multi-region endpoint (global-endpoint).
        region: String = "Region", TEXT;
    }
    optional {
    }
}

object! {
    /// An object that defines the tags that are associated with a resource.
    Tag;
    required {
        /// One part of a key-value pair that defines a tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The optional part of a key-value pair that defines a tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
