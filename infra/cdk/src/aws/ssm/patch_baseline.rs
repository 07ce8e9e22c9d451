// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SSM::PatchBaseline` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SSM::PatchBaseline` resource defines the basic information for an AWS Systems Manager patch baseline.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-patchbaseline.html>
    PatchBaseline = "AWS::SSM::PatchBaseline";
    required {
        /// The name of the patch baseline.
        ///
        /// 3 to 128 characters.
        name: String = "Name", Kind::Text(3, 128, Some(r"^[a-zA-Z0-9_\-.]{3,128}$"));
    }
    optional {
        /// A set of rules used to include patches in the baseline.
        approval_rules: RuleGroup = "ApprovalRules", Kind::Object(RuleGroup::object_schema);
        /// A list of explicitly approved patches for the baseline.
        ///
        /// 0 to 50 items.
        approved_patches: Vec<String> = "ApprovedPatches", Kind::List(&Kind::Text(1, 100, None), 0, 50, false);
        /// Defines the compliance level for approved patches.
        approved_patches_compliance_level: ApprovedPatchesComplianceLevel = "ApprovedPatchesComplianceLevel", Kind::Values(ApprovedPatchesComplianceLevel::ALL);
        /// Indicates whether the list of approved patches includes non-security updates that should be applied to the managed nodes.
        approved_patches_enable_non_security: bool = "ApprovedPatchesEnableNonSecurity", Kind::Bool;
        /// Indicates the status you want to assign to security patches that are available but not approved because they don't meet the installation criteria specified in …
        available_security_updates_compliance_status: AvailableSecurityUpdatesComplianceStatus = "AvailableSecurityUpdatesComplianceStatus", Kind::Values(AvailableSecurityUpdatesComplianceStatus::ALL);
        /// Indicates whether this is the default baseline.
        default_baseline: bool = "DefaultBaseline", Kind::Bool;
        /// A description of the patch baseline.
        ///
        /// 1 to 1024 characters.
        description: String = "Description", Kind::Text(1, 1024, None);
        /// A set of global filters used to include patches in the baseline. ) The `GlobalFilters` parameter can be configured only by using the AWS CLI or an AWS SDK.
        global_filters: PatchFilterGroup = "GlobalFilters", Kind::Object(PatchFilterGroup::object_schema);
        /// Defines the operating system the patch baseline applies to.
        ///
        /// Changing it replaces the resource.
        operating_system: OperatingSystem = "OperatingSystem", Kind::Values(OperatingSystem::ALL);
        /// The name of the patch group to be registered with the patch baseline.
        patch_groups: Vec<String> = "PatchGroups", list(&Kind::Text(1, 256, None));
        /// A list of explicitly rejected patches for the baseline.
        ///
        /// 0 to 50 items.
        rejected_patches: Vec<String> = "RejectedPatches", Kind::List(&Kind::Text(1, 100, None), 0, 50, false);
        /// The action for Patch Manager to take on patches included in the `RejectedPackages` list. - ALLOW_AS_DEPENDENCY - Linux and macOS: A package in the rejected …
        rejected_patches_action: RejectedPatchesAction = "RejectedPatchesAction", Kind::Values(RejectedPatchesAction::ALL);
        /// Information about the patches to use to update the managed nodes, including target operating systems and source repositories.
        ///
        /// 0 to 20 items.
        sources: Vec<PatchSource> = "Sources", Kind::List(&Kind::Object(PatchSource::object_schema), 0, 20, false);
        /// Optional metadata that you assign to a resource.
        ///
        /// 0 to 1000 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 1000, false);
    }
    attributes {
        /// The ID of the patch baseline.
        id: String = "Id";
    }
    replaces ["OperatingSystem"]
    may_replace []
}

object! {
    /// The `PatchFilter` property type defines a patch filter for an AWS Systems Manager patch baseline.
    PatchFilter;
    required {
    }
    optional {
        /// The key for the filter.
        key: Key = "Key", Kind::Values(Key::ALL);
        /// The value for the filter key.
        ///
        /// 0 to 20 items.
        values: Vec<String> = "Values", Kind::List(&Kind::Text(1, 64, None), 0, 20, false);
    }
}

object! {
    /// The `PatchFilterGroup` property type specifies a set of patch filters for an AWS Systems Manager patch baseline, typically used for approval rules for a …
    PatchFilterGroup;
    required {
    }
    optional {
        /// The set of patch filters that make up the group.
        ///
        /// 0 to 5 items.
        patch_filters: Vec<PatchFilter> = "PatchFilters", Kind::List(&Kind::Object(PatchFilter::object_schema), 0, 5, false);
    }
}

object! {
    /// `PatchSource` is the property type for the `Sources` resource of the AWS::SSM::PatchBaseline resource.
    PatchSource;
    required {
    }
    optional {
        /// The value of the repo configuration.
        ///
        /// 1 to 1024 characters.
        configuration: String = "Configuration", Kind::Text(1, 1024, None);
        /// The name specified to identify the patch source.
        name: String = "Name", Kind::Text(0, usize::MAX, Some(r"^[a-zA-Z0-9_\-.]{3,50}$"));
        /// The specific operating system versions a patch repository applies to, such as "Ubuntu16.04", "RedhatEnterpriseLinux7.2" or "Suse12.7".
        ///
        /// 0 to 20 items.
        products: Vec<String> = "Products", Kind::List(&Kind::Text(1, 128, None), 0, 20, false);
    }
}

object! {
    /// The `Rule` property type specifies an approval rule for a Systems Manager patch baseline.
    Rule;
    required {
    }
    optional {
        /// The number of days after the release date of each patch matched by the rule that the patch is marked as approved in the patch baseline.
        ///
        /// 0 to 360.
        approve_after_days: Int<0, 360> = "ApproveAfterDays", Kind::Integer(0, 360);
        /// The cutoff date for auto approval of released patches.
        ///
        /// 0 to 10 characters.
        approve_until_date: String = "ApproveUntilDate", Kind::Text(0, 10, None);
        /// A compliance severity level for all approved patches in a patch baseline.
        compliance_level: ComplianceLevel = "ComplianceLevel", Kind::Values(ComplianceLevel::ALL);
        /// For managed nodes identified by the approval rule filters, enables a patch baseline to apply non-security updates available in the specified repository.
        enable_non_security: bool = "EnableNonSecurity", Kind::Bool;
        /// The patch filter group that defines the criteria for the rule.
        patch_filter_group: PatchFilterGroup = "PatchFilterGroup", Kind::Object(PatchFilterGroup::object_schema);
    }
}

object! {
    /// The `RuleGroup` property type specifies a set of rules that define the approval rules for an AWS Systems Manager patch baseline.
    RuleGroup;
    required {
    }
    optional {
        /// The rules that make up the rule group.
        ///
        /// 0 to 10 items.
        patch_rules: Vec<Rule> = "PatchRules", Kind::List(&Kind::Object(Rule::object_schema), 0, 10, false);
    }
}

object! {
    /// Metadata that you assign to your AWS resources.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 1 to 256 characters.
        value: String = "Value", Kind::Text(1, 256, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
    }
    optional {
    }
}

values! {
    /// The values of `ApprovedPatchesComplianceLevel`.
    ApprovedPatchesComplianceLevel {
        Critical = "CRITICAL",
        High = "HIGH",
        Informational = "INFORMATIONAL",
        Low = "LOW",
        Medium = "MEDIUM",
        Unspecified = "UNSPECIFIED",
    }
}

values! {
    /// The values of `AvailableSecurityUpdatesComplianceStatus`.
    AvailableSecurityUpdatesComplianceStatus {
        Compliant = "COMPLIANT",
        NonCompliant = "NON_COMPLIANT",
    }
}

values! {
    /// The values of `ComplianceLevel`.
    ComplianceLevel {
        Critical = "CRITICAL",
        High = "HIGH",
        Informational = "INFORMATIONAL",
        Low = "LOW",
        Medium = "MEDIUM",
        Unspecified = "UNSPECIFIED",
    }
}

values! {
    /// The values of `Key`.
    Key {
        AdvisoryId = "ADVISORY_ID",
        Arch = "ARCH",
        BugzillaId = "BUGZILLA_ID",
        Classification = "CLASSIFICATION",
        CveId = "CVE_ID",
        Epoch = "EPOCH",
        MsrcSeverity = "MSRC_SEVERITY",
        Name = "NAME",
        PatchId = "PATCH_ID",
        PatchSet = "PATCH_SET",
        Priority = "PRIORITY",
        Product = "PRODUCT",
        ProductFamily = "PRODUCT_FAMILY",
        Release = "RELEASE",
        Repository = "REPOSITORY",
        Section = "SECTION",
        Security = "SECURITY",
        Severity = "SEVERITY",
        Version = "VERSION",
    }
}

values! {
    /// The values of `OperatingSystem`.
    OperatingSystem {
        AlmaLinux = "ALMA_LINUX",
        AmazonLinux = "AMAZON_LINUX",
        AmazonLinux2 = "AMAZON_LINUX_2",
        AmazonLinux2022 = "AMAZON_LINUX_2022",
        AmazonLinux2023 = "AMAZON_LINUX_2023",
        Centos = "CENTOS",
        Debian = "DEBIAN",
        Macos = "MACOS",
        OracleLinux = "ORACLE_LINUX",
        Raspbian = "RASPBIAN",
        RedhatEnterpriseLinux = "REDHAT_ENTERPRISE_LINUX",
        RockyLinux = "ROCKY_LINUX",
        Suse = "SUSE",
        Ubuntu = "UBUNTU",
        Windows = "WINDOWS",
    }
}

values! {
    /// The values of `RejectedPatchesAction`.
    RejectedPatchesAction {
        AllowAsDependency = "ALLOW_AS_DEPENDENCY",
        Block = "BLOCK",
    }
}
