// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SSM::Association` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SSM::Association` resource creates a State Manager association for your managed instances.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-association.html>
    Association = "AWS::SSM::Association";
    required {
        /// The name of the SSM document that contains the configuration information for the instance.
        name: String = "Name", Kind::Text(0, usize::MAX, Some(r"^[a-zA-Z0-9_\-.:/]{3,200}$"));
    }
    optional {
        /// By default, when you create a new association, the system runs it immediately after it is created and then according to the schedule you specified.
        apply_only_at_cron_interval: bool = "ApplyOnlyAtCronInterval", Kind::Bool;
        /// A role used by association to take actions on your behalf.
        ///
        /// 1 to 512 characters.
        association_dispatch_assume_role: String = "AssociationDispatchAssumeRole", Kind::Text(1, 512, Some("arn:aws(-[^:]+)?:iam::[0-9]{12}:role/.+"));
        /// Specify a descriptive name for the association.
        association_name: String = "AssociationName", Kind::Text(0, usize::MAX, Some(r"^[a-zA-Z0-9_\-.]{3,128}$"));
        /// Choose the parameter that will define how your automation will branch out.
        ///
        /// 1 to 50 characters.
        automation_target_parameter_name: String = "AutomationTargetParameterName", Kind::Text(1, 50, None);
        /// The names or Amazon Resource Names (ARNs) of the Change Calendar type documents your associations are gated under.
        calendar_names: Vec<String> = "CalendarNames", list(&TEXT);
        /// The severity level that is assigned to the association.
        compliance_severity: ComplianceSeverity = "ComplianceSeverity", Kind::Values(ComplianceSeverity::ALL);
        /// The version of the SSM document to associate with the target. ) Note the following important information. ) ) - State Manager doesn't support running …
        document_version: String = "DocumentVersion", Kind::Text(0, usize::MAX, Some("([$]LATEST|[$]DEFAULT|^[1-9][0-9]*$)"));
        /// `InstanceId` has been deprecated.
        ///
        /// Changing it replaces the resource.
        instance_id: String = "InstanceId", Kind::Text(0, usize::MAX, Some(r"(^i-(\w{8}|\w{17})$)|(^mi-\w{17}$)"));
        /// The maximum number of targets allowed to run the association at the same time.
        ///
        /// 1 to 7 characters.
        max_concurrency: String = "MaxConcurrency", Kind::Text(1, 7, Some("^([1-9][0-9]{0,6}|[1-9][0-9]%|[1-9]%|100%)$"));
        /// The number of errors that are allowed before the system stops sending requests to run the association on additional targets.
        ///
        /// 1 to 7 characters.
        max_errors: String = "MaxErrors", Kind::Text(1, 7, Some("^([1-9][0-9]{0,6}|[0]|[1-9][0-9]%|[0-9]%|100%)$"));
        /// An Amazon Simple Storage Service (Amazon S3) bucket where you want to store the output details of the request.
        output_location: InstanceAssociationOutputLocation = "OutputLocation", Kind::Object(InstanceAssociationOutputLocation::object_schema);
        /// The parameters for the runtime configuration of the document.
        parameters: BTreeMap<String, Vec<String>> = "Parameters", Kind::Map(&list(&TEXT));
        /// A cron expression that specifies a schedule when the association runs.
        ///
        /// 1 to 256 characters.
        schedule_expression: String = "ScheduleExpression", Kind::Text(1, 256, None);
        /// Number of days to wait after the scheduled day to run an association.
        ///
        /// 1 to 6.
        schedule_offset: Int<1, 6> = "ScheduleOffset", Kind::Integer(1, 6);
        /// The mode for generating association compliance.
        sync_compliance: SyncCompliance = "SyncCompliance", Kind::Values(SyncCompliance::ALL);
        /// A key-value pair to associate with a resource.
        ///
        /// 0 to 1000 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 1000, false);
        /// The targets for the association.
        ///
        /// 0 to 5 items.
        targets: Vec<Target> = "Targets", Kind::List(&Kind::Object(Target::object_schema), 0, 5, false);
        /// The number of seconds the service should wait for the association status to show "Success" before proceeding with the stack execution.
        ///
        /// 15 to 172800.
        wait_for_success_timeout_seconds: Int<15, 172800> = "WaitForSuccessTimeoutSeconds", Kind::Integer(15, 172800);
    }
    attributes {
        /// The association ID.
        association_id: String = "AssociationId";
    }
    replaces ["InstanceId"]
    may_replace []
}

object! {
    /// `InstanceAssociationOutputLocation` is a property of the AWS::SSM::Association resource that specifies an Amazon S3 bucket where you want to store the results …
    InstanceAssociationOutputLocation;
    required {
    }
    optional {
        /// `S3OutputLocation` is a property of the InstanceAssociationOutputLocation property that specifies an Amazon S3 bucket where you want to store the results of …
        s3_location: S3OutputLocation = "S3Location", Kind::Object(S3OutputLocation::object_schema);
    }
}

object! {
    /// `S3OutputLocation` is a property of the AWS::SSM::Association resource that specifies an Amazon S3 bucket where you want to store the results of this …
    S3OutputLocation;
    required {
    }
    optional {
        /// The name of the S3 bucket.
        ///
        /// 3 to 63 characters.
        output_s3_bucket_name: String = "OutputS3BucketName", Kind::Text(3, 63, None);
        /// The S3 bucket subfolder.
        ///
        /// 0 to 1024 characters.
        output_s3_key_prefix: String = "OutputS3KeyPrefix", Kind::Text(0, 1024, None);
        /// The AWS Region of the S3 bucket.
        ///
        /// 3 to 20 characters.
        output_s3_region: String = "OutputS3Region", Kind::Text(3, 20, None);
    }
}

object! {
    /// Metadata that you assign to your AWS resources.
    Tag;
    required {
        /// The name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
        /// The value of the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
    }
    optional {
    }
}

object! {
    /// `Target` is a property of the AWS::SSM::Association resource that specifies the targets for an SSM document in Systems Manager.
    Target;
    required {
        /// User-defined criteria for sending commands that target managed nodes that meet the criteria.
        ///
        /// 1 to 163 characters.
        key: String = "Key", Kind::Text(1, 163, Some(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$|resource-groups:Name"));
        /// User-defined criteria that maps to `Key`.
        ///
        /// 0 to 50 items.
        values: Vec<String> = "Values", Kind::List(&TEXT, 0, 50, false);
    }
    optional {
    }
}

values! {
    /// The values of `ComplianceSeverity`.
    ComplianceSeverity {
        Critical = "CRITICAL",
        High = "HIGH",
        Low = "LOW",
        Medium = "MEDIUM",
        Unspecified = "UNSPECIFIED",
    }
}

values! {
    /// The values of `SyncCompliance`.
    SyncCompliance {
        Auto = "AUTO",
        Manual = "MANUAL",
    }
}
