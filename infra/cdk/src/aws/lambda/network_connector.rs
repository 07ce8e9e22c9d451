// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::NetworkConnector` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::Lambda::NetworkConnector.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-networkconnector.html>
    NetworkConnector = "AWS::Lambda::NetworkConnector";
    required {
        /// The network configuration for the connector.
        configuration: Config = "Configuration", Kind::Object(Config::object_schema);
    }
    optional {
        /// A unique name for the network connector within your account and Region.
        ///
        /// 1 to 140 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 140, Some(r"^(arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:network-connector:[a-zA-Z0-9-_]+(:[1-9][0-9]*)?)|[a-zA-Z0-9_-]{1,64}$"));
        /// The ARN of the IAM role that Lambda assumes to manage elastic network interfaces in your VPC.
        ///
        /// 0 to 10000 characters.
        operator_role: String = "OperatorRole", Kind::Text(0, 10000, Some(r"^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$"));
        /// A list of tags to apply to the network connector.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the network connector.
        arn: Arn<NetworkConnector> = "Arn";
        /// `LatestVersion`, which AWS's schema does not describe.
        latest_version: String = "LatestVersion";
        /// `LatestVersionArn`, which AWS's schema does not describe.
        latest_version_arn: String = "LatestVersionArn";
        /// The current state of the network connector.
        state: String = "State";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// The network configuration for the connector.
    Config;
    required {
        /// The VPC egress configuration for the network connector.
        vpc_egress_configuration: VpcEgressConfiguration = "VpcEgressConfiguration", Kind::Object(VpcEgressConfiguration::object_schema);
    }
    optional {
    }
}

object! {
    /// A key-value pair that provides metadata for the network connector.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
    }
    optional {
        /// The value for the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
}

object! {
    /// The VPC egress configuration for the network connector.
    VpcEgressConfiguration;
    required {
        /// The types of Lambda compute resources that can use this connector.
        ///
        /// 1 to 1 items.
        associated_compute_resource_types: Vec<AssociatedComputeResourceTypes> = "AssociatedComputeResourceTypes", Kind::List(&Kind::Values(AssociatedComputeResourceTypes::ALL), 1, 1, false);
        /// The network protocol for the connector.
        network_protocol: NetworkProtocol = "NetworkProtocol", Kind::Values(NetworkProtocol::ALL);
        /// The IDs of the VPC security groups to attach to the ENIs.
        ///
        /// 0 to 16 items.
        security_group_ids: Vec<String> = "SecurityGroupIds", Kind::List(&Kind::Text(0, 1024, Some("^sg-[0-9a-zA-Z]*$")), 0, 16, false);
        /// The IDs of the VPC subnets where Lambda provisions elastic network interfaces (ENIs).
        ///
        /// 1 to 16 items.
        subnet_ids: Vec<String> = "SubnetIds", Kind::List(&Kind::Text(0, 1024, Some("^subnet-[0-9a-z]*$")), 1, 16, false);
    }
    optional {
    }
}

values! {
    /// The values of `AssociatedComputeResourceTypes`.
    AssociatedComputeResourceTypes {
        MicroVm = "MicroVm",
        WebFunction = "WebFunction",
    }
}

values! {
    /// The values of `NetworkProtocol`.
    NetworkProtocol {
        DualStack = "DualStack",
        IPv4 = "IPv4",
    }
}
