// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::DedicatedIpPool` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Create a new pool of dedicated IP addresses.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-dedicatedippool.html>
    DedicatedIpPool = "AWS::SES::DedicatedIpPool";
    required {
    }
    optional {
        /// The name of the dedicated IP pool that the IP address is associated with.
        ///
        /// Changing it replaces the resource.
        pool_name: String = "PoolName", Kind::Text(0, usize::MAX, Some("^[a-z0-9_-]{0,64}$"));
        /// The type of scaling mode.
        scaling_mode: String = "ScalingMode", Kind::Text(0, usize::MAX, Some("^(STANDARD|MANAGED)$"));
        /// An object that defines the tags (keys and values) that you want to associate with the pool.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
    }
    attributes {
    }
    replaces ["PoolName"]
    may_replace ["ScalingMode"]
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
