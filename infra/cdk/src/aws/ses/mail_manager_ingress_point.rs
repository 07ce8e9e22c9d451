// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::MailManagerIngressPoint` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource to provision an ingress endpoint for receiving email.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-mailmanageringresspoint.html>
    MailManagerIngressPoint = "AWS::SES::MailManagerIngressPoint";
    required {
        /// The identifier of an existing rule set that you attach to an ingress endpoint resource.
        ///
        /// 1 to 100 characters.
        rule_set_id: String = "RuleSetId", Kind::Text(1, 100, None);
        /// The identifier of an existing traffic policy that you attach to an ingress endpoint resource.
        ///
        /// 1 to 100 characters.
        traffic_policy_id: String = "TrafficPolicyId", Kind::Text(1, 100, None);
        /// The type of the ingress endpoint to create.
        ///
        /// Changing it replaces the resource.
        r#type: IngressPointType = "Type", Kind::Values(IngressPointType::ALL);
    }
    optional {
        /// The configuration of the ingress endpoint resource.
        ingress_point_configuration: Json = "IngressPointConfiguration", Kind::Json;
        /// A user friendly name for an ingress endpoint resource.
        ///
        /// 3 to 63 characters.
        ingress_point_name: String = "IngressPointName", Kind::Text(3, 63, Some(r"^[A-Za-z0-9_\-]+$"));
        /// The network type (IPv4-only, Dual-Stack, PrivateLink) of the ingress endpoint resource.
        ///
        /// Changing it replaces the resource.
        network_configuration: Json = "NetworkConfiguration", Kind::Json;
        /// The update status of an ingress endpoint.
        status_to_update: IngressPointStatusToUpdate = "StatusToUpdate", Kind::Values(IngressPointStatusToUpdate::ALL);
        /// The tags used to organize, track, or control access for the resource.
        ///
        /// 0 to 200 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 200, false);
        /// `TlsPolicy`, which AWS's schema does not describe.
        tls_policy: TlsPolicy = "TlsPolicy", Kind::Values(TlsPolicy::ALL);
    }
    attributes {
        /// The DNS A Record that identifies your ingress endpoint.
        a_record: String = "ARecord";
        /// The Amazon Resource Name (ARN) of the ingress endpoint resource.
        ingress_point_arn: String = "IngressPointArn";
        /// The identifier of the ingress endpoint resource.
        ingress_point_id: String = "IngressPointId";
        /// The status of the ingress endpoint resource.
        status: String = "Status";
    }
    replaces ["NetworkConfiguration", "Type"]
    may_replace []
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

values! {
    /// The values of `IngressPointStatusToUpdate`.
    IngressPointStatusToUpdate {
        Active = "ACTIVE",
        Closed = "CLOSED",
    }
}

values! {
    /// The values of `IngressPointType`.
    IngressPointType {
        Auth = "AUTH",
        Mtls = "MTLS",
        Open = "OPEN",
    }
}

values! {
    /// The values of `TlsPolicy`.
    TlsPolicy {
        Fips = "FIPS",
        Optional = "OPTIONAL",
        Required = "REQUIRED",
    }
}
