// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Athena::WorkGroup` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The AWS::Athena::WorkGroup resource specifies an Amazon Athena workgroup, which contains a name, description, creation time, state, and other configuration …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-workgroup.html>
    WorkGroup = "AWS::Athena::WorkGroup";
    required {
        /// The workgroup name.
        ///
        /// Changing it replaces the resource.
        name: String = "Name", Kind::Text(0, usize::MAX, Some("[a-zA-Z0-9._-]{1,128}"));
    }
    optional {
        /// The workgroup description.
        ///
        /// 0 to 1024 characters.
        description: String = "Description", Kind::Text(0, 1024, None);
        /// The option to delete a workgroup and its contents even if the workgroup contains any named queries.
        recursive_delete_option: bool = "RecursiveDeleteOption", Kind::Bool;
        /// The state of the workgroup: ENABLED or DISABLED.
        state: State = "State", Kind::Values(State::ALL);
        /// The tags (key-value pairs) to associate with this resource.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
        /// The configuration of the workgroup, which includes the location in Amazon S3 where query results are stored, the encryption option, if any, used for query …
        work_group_configuration: WorkGroupConfiguration = "WorkGroupConfiguration", Kind::Object(WorkGroupConfiguration::object_schema);
        /// The configuration information that will be updated for this workgroup, which includes the location in Amazon S3 where query results are stored, the encryption …
        work_group_configuration_updates: WorkGroupConfigurationUpdates = "WorkGroupConfigurationUpdates", Kind::Object(WorkGroupConfigurationUpdates::object_schema);
    }
    attributes {
        /// The date and time the workgroup was created, as a UNIX timestamp in seconds.
        creation_time: String = "CreationTime";
        /// Read only.
        work_group_configuration_engine_version_effective_engine_version: String = "WorkGroupConfiguration.EngineVersion.EffectiveEngineVersion";
        /// Read only.
        work_group_configuration_updates_engine_version_effective_engine_version: String = "WorkGroupConfigurationUpdates.EngineVersion.EffectiveEngineVersion";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// Indicates that an Amazon S3 canned ACL should be set to control ownership of stored query results, including data files inserted by Athena as the result of …
    AclConfiguration;
    required {
        /// The Amazon S3 canned ACL that Athena should specify when storing query results, including data files inserted by Athena as the result of statements like CTAS …
        s3_acl_option: S3AclOption = "S3AclOption", Kind::Values(S3AclOption::ALL);
    }
    optional {
    }
}

object! {
    /// A classification refers to a set of specific configurations.
    Classification;
    required {
    }
    optional {
        /// The name of the configuration classification.
        name: String = "Name", TEXT;
        /// A set of properties specified within a configuration classification.
        properties: BTreeMap<String, String> = "Properties", Kind::Map(&TEXT);
    }
}

object! {
    /// Configuration settings for delivering logs to Amazon CloudWatch log groups.
    CloudWatchLoggingConfiguration;
    required {
    }
    optional {
        /// Enables CloudWatch logging.
        enabled: bool = "Enabled", Kind::Bool;
        /// The name of the log group in Amazon CloudWatch Logs where you want to publish your logs.
        log_group: String = "LogGroup", TEXT;
        /// Prefix for the CloudWatch log stream name.
        log_stream_name_prefix: String = "LogStreamNamePrefix", TEXT;
        /// The types of logs that you want to publish to CloudWatch.
        log_types: BTreeMap<String, Vec<String>> = "LogTypes", Kind::Map(&list(&TEXT));
    }
}

object! {
    /// Specifies the customer managed KMS key that is used to encrypt the user's data stores in Athena.
    CustomerContentEncryptionConfiguration;
    required {
        /// The customer managed KMS key that is used to encrypt the user's data stores in Athena.
        kms_key: String = "KmsKey", TEXT;
    }
    optional {
    }
}

object! {
    /// If query results are encrypted in Amazon S3, indicates the encryption option used (for example, `SSE_KMS` or `CSE_KMS`) and key information.
    EncryptionConfiguration;
    required {
        /// Indicates whether Amazon S3 server-side encryption with Amazon S3-managed keys ( `SSE_S3`), server-side encryption with KMS-managed keys ( `SSE_KMS`), or …
        encryption_option: EncryptionOption = "EncryptionOption", Kind::Values(EncryptionOption::ALL);
    }
    optional {
        /// For `SSE_KMS` and `CSE_KMS`, this is the KMS key ARN or ID.
        kms_key: String = "KmsKey", TEXT;
    }
}

object! {
    /// The engine configuration for the workgroup, which includes the minimum/maximum number of Data Processing Units (DPU) that queries should use when running in …
    EngineConfiguration;
    required {
    }
    optional {
        /// Contains additional notebook engine `MAP ` parameter mappings in the form of key-value pairs.
        additional_configs: BTreeMap<String, String> = "AdditionalConfigs", Kind::Map(&TEXT);
        /// The configuration classifications that can be specified for the engine.
        classifications: Vec<Classification> = "Classifications", list(&Kind::Object(Classification::object_schema));
        /// The number of DPUs to use for the coordinator.
        coordinator_dpu_size: Int = "CoordinatorDpuSize", INTEGER;
        /// The default number of DPUs to use for executors.
        default_executor_dpu_size: Int = "DefaultExecutorDpuSize", INTEGER;
        /// The maximum number of DPUs that can run concurrently.
        max_concurrent_dpus: Int = "MaxConcurrentDpus", INTEGER;
        /// Specifies custom jar files and Spark properties for use cases like cluster encryption, table formats, and general Spark tuning.
        spark_properties: BTreeMap<String, String> = "SparkProperties", Kind::Map(&TEXT);
    }
}

object! {
    /// The Athena engine version for running queries, or the PySpark engine version for running sessions.
    EngineVersion;
    required {
    }
    optional {
        /// Read only.
        effective_engine_version: String = "EffectiveEngineVersion", TEXT;
        /// The engine version requested by the user.
        selected_engine_version: String = "SelectedEngineVersion", TEXT;
    }
}

object! {
    /// Configuration settings for delivering logs to Amazon S3 buckets.
    ManagedLoggingConfiguration;
    required {
    }
    optional {
        /// Enables mamanged log persistence.
        enabled: bool = "Enabled", Kind::Bool;
        /// The KMS key ARN to encrypt the logs stored in managed log persistence.
        kms_key: String = "KmsKey", TEXT;
    }
}

object! {
    /// The configuration for storing results in Athena owned storage, which includes whether this feature is enabled; whether encryption configuration, if any, is …
    ManagedQueryResultsConfiguration;
    required {
    }
    optional {
        /// If set to true, allows you to store query results in Athena owned storage.
        enabled: bool = "Enabled", Kind::Bool;
        /// If you encrypt query and calculation results in Athena owned storage, this field indicates the encryption option (for example, SSE_KMS or CSE_KMS) and key …
        encryption_configuration: ManagedStorageEncryptionConfiguration = "EncryptionConfiguration", Kind::Object(ManagedStorageEncryptionConfiguration::object_schema);
    }
}

object! {
    /// Indicates the encryption configuration for Athena Managed Storage.
    ManagedStorageEncryptionConfiguration;
    required {
    }
    optional {
        /// For SSE-KMS and CSE-KMS, this is the KMS key ARN or ID.
        kms_key: String = "KmsKey", TEXT;
    }
}

object! {
    /// Contains the configuration settings for managed log persistence, delivering logs to Amazon S3 buckets, Amazon CloudWatch log groups etc.
    MonitoringConfiguration;
    required {
    }
    optional {
        /// Configuration settings for delivering logs to Amazon CloudWatch log groups.
        cloud_watch_logging_configuration: CloudWatchLoggingConfiguration = "CloudWatchLoggingConfiguration", Kind::Object(CloudWatchLoggingConfiguration::object_schema);
        /// Configuration settings for managed log persistence.
        managed_logging_configuration: ManagedLoggingConfiguration = "ManagedLoggingConfiguration", Kind::Object(ManagedLoggingConfiguration::object_schema);
        /// Configuration settings for delivering logs to Amazon S3 buckets.
        s3_logging_configuration: S3LoggingConfiguration = "S3LoggingConfiguration", Kind::Object(S3LoggingConfiguration::object_schema);
    }
}

object! {
    /// The location in Amazon S3 where query and calculation results are stored and the encryption option, if any, used for query and calculation results.
    ResultConfiguration;
    required {
    }
    optional {
        /// Indicates that an Amazon S3 canned ACL should be set to control ownership of stored query results.
        acl_configuration: AclConfiguration = "AclConfiguration", Kind::Object(AclConfiguration::object_schema);
        /// If query results are encrypted in Amazon S3, indicates the encryption option used (for example, `SSE_KMS` or `CSE_KMS`) and key information.
        encryption_configuration: EncryptionConfiguration = "EncryptionConfiguration", Kind::Object(EncryptionConfiguration::object_schema);
        /// The account ID that you expect to be the owner of the Amazon S3 bucket specified by `ResultConfiguration:OutputLocation`.
        expected_bucket_owner: String = "ExpectedBucketOwner", TEXT;
        /// The location in Amazon S3 where your query results are stored, such as `s3://path/to/query/bucket/`.
        output_location: String = "OutputLocation", TEXT;
    }
}

object! {
    /// The information about the updates in the query results, such as output location and encryption configuration for the query results.
    ResultConfigurationUpdates;
    required {
    }
    optional {
        /// The ACL configuration for the query results.
        acl_configuration: AclConfiguration = "AclConfiguration", Kind::Object(AclConfiguration::object_schema);
        /// The encryption configuration for the query results.
        encryption_configuration: EncryptionConfiguration = "EncryptionConfiguration", Kind::Object(EncryptionConfiguration::object_schema);
        /// The AWS account ID that you expect to be the owner of the Amazon S3 bucket specified by.
        expected_bucket_owner: String = "ExpectedBucketOwner", TEXT;
        /// The location in Amazon S3 where your query results are stored, such as `s3://path/to/query/bucket/`.
        output_location: String = "OutputLocation", TEXT;
        /// If set to `true`, indicates that the previously-specified ACL configuration for queries in this workgroup should be ignored and set to null.
        remove_acl_configuration: bool = "RemoveAclConfiguration", Kind::Bool;
        /// If set to "true", indicates that the previously-specified encryption configuration (also known as the client-side setting) for queries in this workgroup should …
        remove_encryption_configuration: bool = "RemoveEncryptionConfiguration", Kind::Bool;
        /// If set to "true", removes the AWS account ID previously specified for.
        remove_expected_bucket_owner: bool = "RemoveExpectedBucketOwner", Kind::Bool;
        /// If set to "true", indicates that the previously-specified query results location (also known as a client-side setting) for queries in this workgroup should be …
        remove_output_location: bool = "RemoveOutputLocation", Kind::Bool;
    }
}

object! {
    /// Configuration settings for delivering logs to Amazon S3 buckets.
    S3LoggingConfiguration;
    required {
    }
    optional {
        /// Enables S3 log delivery.
        enabled: bool = "Enabled", Kind::Bool;
        /// The KMS key ARN to encrypt the logs published to the given Amazon S3 destination.
        kms_key: String = "KmsKey", TEXT;
        /// The Amazon S3 destination URI for log publishing.
        log_location: String = "LogLocation", TEXT;
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
    /// The configuration of the workgroup, which includes the location in Amazon S3 where query results are stored, the encryption option, if any, used for query …
    WorkGroupConfiguration;
    required {
    }
    optional {
        /// Specifies a user defined JSON string that is passed to the session engine.
        additional_configuration: String = "AdditionalConfiguration", TEXT;
        /// The upper limit (cutoff) for the amount of bytes a single query in a workgroup is allowed to scan.
        ///
        /// At least 10000000.
        bytes_scanned_cutoff_per_query: Int<10000000> = "BytesScannedCutoffPerQuery", Kind::Integer(10000000, i64::MAX);
        /// Specifies the KMS key that is used to encrypt the user's data stores in Athena.
        customer_content_encryption_configuration: CustomerContentEncryptionConfiguration = "CustomerContentEncryptionConfiguration", Kind::Object(CustomerContentEncryptionConfiguration::object_schema);
        /// If set to "true", the settings for the workgroup override client-side settings.
        enforce_work_group_configuration: bool = "EnforceWorkGroupConfiguration", Kind::Bool;
        /// The engine configuration for running queries.
        engine_configuration: EngineConfiguration = "EngineConfiguration", Kind::Object(EngineConfiguration::object_schema);
        /// The engine version that all queries running on the workgroup use.
        engine_version: EngineVersion = "EngineVersion", Kind::Object(EngineVersion::object_schema);
        /// Role used to access user resources in an Athena for Apache Spark session.
        execution_role: String = "ExecutionRole", TEXT;
        /// The configuration for storing results in Athena owned storage, which includes whether this feature is enabled; whether encryption configuration, if any, is …
        managed_query_results_configuration: ManagedQueryResultsConfiguration = "ManagedQueryResultsConfiguration", Kind::Object(ManagedQueryResultsConfiguration::object_schema);
        /// Contains the configuration settings for managed log persistence, delivering logs to Amazon S3 buckets, Amazon CloudWatch log groups etc.
        monitoring_configuration: MonitoringConfiguration = "MonitoringConfiguration", Kind::Object(MonitoringConfiguration::object_schema);
        /// Indicates that the Amazon CloudWatch metrics are enabled for the workgroup.
        publish_cloud_watch_metrics_enabled: bool = "PublishCloudWatchMetricsEnabled", Kind::Bool;
        /// If set to `true`, allows members assigned to a workgroup to reference Amazon S3 Requester Pays buckets in queries.
        requester_pays_enabled: bool = "RequesterPaysEnabled", Kind::Bool;
        /// Specifies the location in Amazon S3 where query results are stored and the encryption option, if any, used for query results.
        result_configuration: ResultConfiguration = "ResultConfiguration", Kind::Object(ResultConfiguration::object_schema);
    }
}

object! {
    /// The configuration information that will be updated for this workgroup, which includes the location in Amazon S3 where query results are stored, the encryption …
    WorkGroupConfigurationUpdates;
    required {
    }
    optional {
        /// Additional Configuration that are passed to Athena Spark Calculations running in this workgroup.
        additional_configuration: String = "AdditionalConfiguration", TEXT;
        /// The upper data usage limit (cutoff) for the amount of bytes a single query in a workgroup is allowed to scan.
        ///
        /// At least 10000000.
        bytes_scanned_cutoff_per_query: Int<10000000> = "BytesScannedCutoffPerQuery", Kind::Integer(10000000, i64::MAX);
        /// Indicates the KMS key for encrypting notebook content.
        customer_content_encryption_configuration: CustomerContentEncryptionConfiguration = "CustomerContentEncryptionConfiguration", Kind::Object(CustomerContentEncryptionConfiguration::object_schema);
        /// If set to "true", the settings for the workgroup override client-side settings.
        enforce_work_group_configuration: bool = "EnforceWorkGroupConfiguration", Kind::Bool;
        /// The engine configuration for running queries.
        engine_configuration: EngineConfiguration = "EngineConfiguration", Kind::Object(EngineConfiguration::object_schema);
        /// The Athena engine version for running queries.
        engine_version: EngineVersion = "EngineVersion", Kind::Object(EngineVersion::object_schema);
        /// The ARN of the execution role used to access user resources for Spark sessions and Identity Center enabled workgroups.
        execution_role: String = "ExecutionRole", TEXT;
        /// The configuration for the managed query results and encryption option.
        managed_query_results_configuration: ManagedQueryResultsConfiguration = "ManagedQueryResultsConfiguration", Kind::Object(ManagedQueryResultsConfiguration::object_schema);
        /// Contains the configuration settings for managed log persistence, delivering logs to Amazon S3 buckets, Amazon CloudWatch log groups etc.
        monitoring_configuration: MonitoringConfiguration = "MonitoringConfiguration", Kind::Object(MonitoringConfiguration::object_schema);
        /// Indicates that the Amazon CloudWatch metrics are enabled for the workgroup.
        publish_cloud_watch_metrics_enabled: bool = "PublishCloudWatchMetricsEnabled", Kind::Bool;
        /// Indicates that the data usage control limit per query is removed.
        remove_bytes_scanned_cutoff_per_query: bool = "RemoveBytesScannedCutoffPerQuery", Kind::Bool;
        /// `RemoveCustomerContentEncryptionConfiguration`, which AWS's schema does not describe.
        remove_customer_content_encryption_configuration: bool = "RemoveCustomerContentEncryptionConfiguration", Kind::Bool;
        /// If set to true, allows members assigned to a workgroup to reference Amazon S3 Requester Pays buckets in queries.
        requester_pays_enabled: bool = "RequesterPaysEnabled", Kind::Bool;
        /// The result configuration information about the queries in this workgroup that will be updated.
        result_configuration_updates: ResultConfigurationUpdates = "ResultConfigurationUpdates", Kind::Object(ResultConfigurationUpdates::object_schema);
    }
}

values! {
    /// The values of `EncryptionOption`.
    EncryptionOption {
        CseKms = "CSE_KMS",
        SseKms = "SSE_KMS",
        SseS3 = "SSE_S3",
    }
}

values! {
    /// The values of `S3AclOption`.
    S3AclOption {
        BucketOwnerFullControl = "BUCKET_OWNER_FULL_CONTROL",
    }
}

values! {
    /// The values of `State`.
    State {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}
