// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::VdmAttributes` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The Virtual Deliverability Manager (VDM) attributes that apply to your Amazon SES account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-vdmattributes.html>
    VdmAttributes = "AWS::SES::VdmAttributes";
    required {
    }
    optional {
        /// Specifies additional settings for your VDM configuration as applicable to the Dashboard.
        dashboard_attributes: DashboardAttributes = "DashboardAttributes", Kind::Object(DashboardAttributes::object_schema);
        /// Specifies additional settings for your VDM configuration as applicable to the Guardian.
        guardian_attributes: GuardianAttributes = "GuardianAttributes", Kind::Object(GuardianAttributes::object_schema);
    }
    attributes {
        /// Unique identifier for this resource.
        vdm_attributes_resource_id: String = "VdmAttributesResourceId";
    }
    replaces []
    may_replace []
}

object! {
    /// An object containing additional settings for your VDM configuration as applicable to the Dashboard.
    DashboardAttributes;
    required {
    }
    optional {
        /// Specifies the status of your VDM engagement metrics collection.
        engagement_metrics: String = "EngagementMetrics", Kind::Text(0, usize::MAX, Some("ENABLED|DISABLED"));
    }
}

object! {
    /// An object containing additional settings for your VDM configuration as applicable to the Guardian.
    GuardianAttributes;
    required {
    }
    optional {
        /// Specifies the status of your VDM optimized shared delivery.
        optimized_shared_delivery: String = "OptimizedSharedDelivery", Kind::Text(0, usize::MAX, Some("ENABLED|DISABLED"));
    }
}
