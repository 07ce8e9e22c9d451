// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::ReceiptFilter` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Specify a new IP address filter.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-receiptfilter.html>
    ReceiptFilter = "AWS::SES::ReceiptFilter";
    required {
        /// A data structure that describes the IP address filter to create, which consists of a name, an IP address range, and whether to allow or block mail from it.
        ///
        /// Changing it replaces the resource.
        filter: Filter = "Filter", Kind::Object(Filter::object_schema);
    }
    optional {
    }
    attributes {
        /// `Id`, which AWS's schema does not describe.
        id: String = "Id";
    }
    replaces ["Filter", "Filter/IpFilter", "Filter/IpFilter/Cidr", "Filter/IpFilter/Policy", "Filter/Name"]
    may_replace []
}

object! {
    /// Specifies an IP address filter.
    Filter;
    required {
        /// A structure that provides the IP addresses to block or allow, and whether to block or allow incoming mail from them.
        ip_filter: IpFilter = "IpFilter", Kind::Object(IpFilter::object_schema);
    }
    optional {
        /// The name of the IP address filter.
        name: String = "Name", TEXT;
    }
}

object! {
    /// A receipt IP address filter enables you to specify whether to accept or reject mail originating from an IP address or range of IP addresses.
    IpFilter;
    required {
        /// A single IP address or a range of IP addresses to block or allow, specified in Classless Inter-Domain Routing (CIDR) notation.
        cidr: String = "Cidr", TEXT;
        /// Indicates whether to block or allow incoming mail from the specified IP addresses.
        policy: Policy = "Policy", Kind::Values(Policy::ALL);
    }
    optional {
    }
}

values! {
    /// The values of `Policy`.
    Policy {
        Allow = "Allow",
        Block = "Block",
    }
}
