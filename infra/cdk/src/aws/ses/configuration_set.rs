// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::ConfigurationSet` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Configuration sets let you create groups of rules that you can apply to the emails you send using Amazon SES.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-configurationset.html>
    ConfigurationSet = "AWS::SES::ConfigurationSet";
    required {
    }
    optional {
        /// An object that defines a MailManager archive that is used to preserve emails that you send using the configuration set.
        archiving_options: ArchivingOptions = "ArchivingOptions", Kind::Object(ArchivingOptions::object_schema);
        /// Specifies the name of the dedicated IP pool to associate with the configuration set and whether messages that use the configuration set are required to use …
        delivery_options: DeliveryOptions = "DeliveryOptions", Kind::Object(DeliveryOptions::object_schema);
        /// The name of the configuration set.
        ///
        /// Changing it replaces the resource.
        name: String = "Name", Kind::Text(0, usize::MAX, Some("^[a-zA-Z0-9_-]{1,64}$"));
        /// An object that defines whether or not Amazon SES collects reputation metrics for the emails that you send that use the configuration set.
        reputation_options: ReputationOptions = "ReputationOptions", Kind::Object(ReputationOptions::object_schema);
        /// An object that defines whether or not Amazon SES can send email that you send using the configuration set.
        sending_options: SendingOptions = "SendingOptions", Kind::Object(SendingOptions::object_schema);
        /// An object that contains information about the suppression list preferences for your account.
        suppression_options: SuppressionOptions = "SuppressionOptions", Kind::Object(SuppressionOptions::object_schema);
        /// An array of objects that define the tags (keys and values) that are associated with the configuration set.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
        /// An object that defines the open and click tracking options for emails that you send using the configuration set.
        tracking_options: TrackingOptions = "TrackingOptions", Kind::Object(TrackingOptions::object_schema);
        /// The Virtual Deliverability Manager (VDM) options that apply to the configuration set.
        vdm_options: VdmOptions = "VdmOptions", Kind::Object(VdmOptions::object_schema);
    }
    attributes {
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// An object that defines a MailManager archive that is used to preserve emails that you send using the configuration set.
    ArchivingOptions;
    required {
    }
    optional {
        /// The ARN of the MailManager archive to associate with the configuration set.
        archive_arn: String = "ArchiveArn", TEXT;
    }
}

object! {
    /// The condition threshold settings for suppression validation.
    ConditionThreshold;
    required {
        /// Whether the condition threshold is enabled or disabled.
        condition_threshold_enabled: String = "ConditionThresholdEnabled", Kind::Text(0, usize::MAX, Some("ENABLED|DISABLED"));
    }
    optional {
        /// The overall confidence threshold settings.
        overall_confidence_threshold: OverallConfidenceThreshold = "OverallConfidenceThreshold", Kind::Object(OverallConfidenceThreshold::object_schema);
    }
}

object! {
    /// An object containing additional settings for your VDM configuration as applicable to the Dashboard.
    DashboardOptions;
    required {
        /// Specifies the status of your VDM engagement metrics collection.
        engagement_metrics: String = "EngagementMetrics", Kind::Text(0, usize::MAX, Some("ENABLED|DISABLED"));
    }
    optional {
    }
}

object! {
    /// Specifies the name of the dedicated IP pool to associate with the configuration set and whether messages that use the configuration set are required to use …
    DeliveryOptions;
    required {
    }
    optional {
        /// The name of the configuration set used when sent through a configuration set with archiving enabled.
        ///
        /// 300 to 50400.
        max_delivery_seconds: f64 = "MaxDeliverySeconds", Kind::Number(300.0, 50400.0);
        /// The name of the dedicated IP pool to associate with the configuration set.
        sending_pool_name: String = "SendingPoolName", TEXT;
        /// Specifies whether messages that use the configuration set are required to use Transport Layer Security (TLS).
        tls_policy: String = "TlsPolicy", Kind::Text(0, usize::MAX, Some("REQUIRE|OPTIONAL"));
    }
}

object! {
    /// An object containing additional settings for your VDM configuration as applicable to the Guardian.
    GuardianOptions;
    required {
        /// Specifies the status of your VDM optimized shared delivery.
        optimized_shared_delivery: String = "OptimizedSharedDelivery", Kind::Text(0, usize::MAX, Some("ENABLED|DISABLED"));
    }
    optional {
    }
}

object! {
    /// The overall confidence threshold settings.
    OverallConfidenceThreshold;
    required {
        /// The confidence verdict threshold level.
        confidence_verdict_threshold: String = "ConfidenceVerdictThreshold", Kind::Text(0, usize::MAX, Some("MEDIUM|HIGH|MANAGED"));
    }
    optional {
    }
}

object! {
    /// Enable or disable collection of reputation metrics for emails that you send using this configuration set in the current AWS Region.
    ReputationOptions;
    required {
    }
    optional {
        /// If `true`, tracking of reputation metrics is enabled for the configuration set.
        reputation_metrics_enabled: bool = "ReputationMetricsEnabled", Kind::Bool;
    }
}

object! {
    /// Used to enable or disable email sending for messages that use this configuration set in the current AWS Region.
    SendingOptions;
    required {
    }
    optional {
        /// If `true`, email sending is enabled for the configuration set.
        sending_enabled: bool = "SendingEnabled", Kind::Bool;
    }
}

object! {
    /// An object that contains information about the suppression list preferences for your account.
    SuppressionOptions;
    required {
    }
    optional {
        /// A list that contains the reasons that email addresses are automatically added to the suppression list for your account.
        suppressed_reasons: Vec<String> = "SuppressedReasons", list(&Kind::Text(0, usize::MAX, Some("BOUNCE|COMPLAINT")));
        /// An object that contains information about the validation options for your account.
        validation_options: ValidationOptions = "ValidationOptions", Kind::Object(ValidationOptions::object_schema);
    }
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

object! {
    /// An object that defines the tracking options for a configuration set.
    TrackingOptions;
    required {
    }
    optional {
        /// The custom subdomain that is used to redirect email recipients to the Amazon SES event tracking domain.
        custom_redirect_domain: String = "CustomRedirectDomain", TEXT;
        /// The name of the configuration set used when sent through a configuration set with archiving enabled.
        https_policy: String = "HttpsPolicy", Kind::Text(0, usize::MAX, Some("REQUIRE|REQUIRE_OPEN_ONLY|OPTIONAL"));
    }
}

object! {
    /// An object that contains information about the validation options for your account.
    ValidationOptions;
    required {
        /// The condition threshold settings for suppression validation.
        condition_threshold: ConditionThreshold = "ConditionThreshold", Kind::Object(ConditionThreshold::object_schema);
    }
    optional {
    }
}

object! {
    /// The Virtual Deliverability Manager (VDM) options that apply to a configuration set.
    VdmOptions;
    required {
    }
    optional {
        /// Specifies additional settings for your VDM configuration as applicable to the Dashboard.
        dashboard_options: DashboardOptions = "DashboardOptions", Kind::Object(DashboardOptions::object_schema);
        /// Specifies additional settings for your VDM configuration as applicable to the Guardian.
        guardian_options: GuardianOptions = "GuardianOptions", Kind::Object(GuardianOptions::object_schema);
    }
}
