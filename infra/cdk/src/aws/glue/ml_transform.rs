// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::MLTransform` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The AWS::Glue::MLTransform is an AWS Glue resource type that manages machine learning transforms.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-mltransform.html>
    MlTransform = "AWS::Glue::MLTransform";
    required {
        /// A list of AWS Glue table definitions used by the transform.
        ///
        /// Changing it replaces the resource.
        input_record_tables: InputRecordTables = "InputRecordTables", Kind::Object(InputRecordTables::object_schema);
        /// The name or Amazon Resource Name (ARN) of the IAM role with the required permissions.
        role: String = "Role", TEXT;
        /// The algorithm-specific parameters that are associated with the machine learning transform.
        transform_parameters: TransformParameters = "TransformParameters", Kind::Object(TransformParameters::object_schema);
    }
    optional {
        /// A user-defined, long-form description text for the machine learning transform.
        ///
        /// 0 to 2048 characters.
        description: String = "Description", Kind::Text(0, 2048, None);
        /// This value determines which version of AWS Glue this machine learning transform is compatible with.
        ///
        /// 1 to 255 characters.
        glue_version: String = "GlueVersion", Kind::Text(1, 255, Some(r"^(\w+\.)+\w+$"));
        /// The number of AWS Glue data processing units (DPUs) that are allocated to task runs for this transform.
        ///
        /// 1 to 100.
        max_capacity: f64 = "MaxCapacity", Kind::Number(1.0, 100.0);
        /// The maximum number of times to retry after an `MLTaskRun` of the machine learning transform fails.
        max_retries: Int = "MaxRetries", INTEGER;
        /// A user-defined name for the machine learning transform.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
        /// The number of workers of a defined `workerType` that are allocated when a task of the transform runs.
        number_of_workers: Int = "NumberOfWorkers", INTEGER;
        /// The tags to use with this machine learning transform.
        tags: Json = "Tags", Kind::Json;
        /// The timeout in minutes of the machine learning transform.
        ///
        /// At least 1.
        timeout: Int<1> = "Timeout", Kind::Integer(1, i64::MAX);
        /// The encryption-at-rest settings of the transform that apply to accessing user data.
        ///
        /// Changing it replaces the resource.
        transform_encryption: TransformEncryption = "TransformEncryption", Kind::Object(TransformEncryption::object_schema);
        /// The type of predefined worker that is allocated when a task of this transform runs.
        worker_type: WorkerType = "WorkerType", Kind::Values(WorkerType::ALL);
    }
    attributes {
        /// The unique identifier for the transform.
        transform_id: String = "TransformId";
    }
    replaces ["InputRecordTables", "TransformEncryption", "TransformParameters/FindMatchesParameters/PrimaryKeyColumnName"]
    may_replace []
}

object! {
    /// The parameters to configure the find matches transform.
    FindMatchesParameters;
    required {
        /// The name of a column that uniquely identifies rows in the source table.
        primary_key_column_name: String = "PrimaryKeyColumnName", TEXT;
    }
    optional {
        /// The value that is selected when tuning your transform for a balance between accuracy and cost.
        accuracy_cost_tradeoff: f64 = "AccuracyCostTradeoff", NUMBER;
        /// The value to switch on or off to force the output to match the provided labels from users.
        enforce_provided_labels: bool = "EnforceProvidedLabels", Kind::Bool;
        /// The value selected when tuning your transform for a balance between precision and recall.
        precision_recall_tradeoff: f64 = "PrecisionRecallTradeoff", NUMBER;
    }
}

object! {
    /// The database and table in the AWS Glue Data Catalog that is used for input or output data.
    GlueTables;
    required {
        /// A database name in the AWS Glue Data Catalog.
        database_name: String = "DatabaseName", TEXT;
        /// A table name in the AWS Glue Data Catalog.
        table_name: String = "TableName", TEXT;
    }
    optional {
        /// A unique identifier for the AWS Glue Data Catalog.
        catalog_id: String = "CatalogId", TEXT;
        /// The name of the connection to the AWS Glue Data Catalog.
        connection_name: String = "ConnectionName", TEXT;
    }
}

object! {
    /// A list of AWS Glue table definitions used by the transform.
    InputRecordTables;
    required {
    }
    optional {
        /// The database and table in the AWS Glue Data Catalog that is used for input or output data.
        glue_tables: Vec<GlueTables> = "GlueTables", list(&Kind::Object(GlueTables::object_schema));
    }
}

object! {
    /// The encryption-at-rest settings of the transform that apply to accessing user data.
    MlUserDataEncryption;
    required {
        /// The encryption mode applied to user data.
        ml_user_data_encryption_mode: MlUserDataEncryptionMode = "MLUserDataEncryptionMode", Kind::Values(MlUserDataEncryptionMode::ALL);
    }
    optional {
        /// The ID for the customer-provided KMS key.
        ///
        /// 1 to 255 characters.
        kms_key_id: String = "KmsKeyId", Kind::Text(1, 255, None);
    }
}

object! {
    /// The encryption-at-rest settings of the transform that apply to accessing user data.
    TransformEncryption;
    required {
    }
    optional {
        /// The encryption-at-rest settings of the transform that apply to accessing user data.
        ml_user_data_encryption: MlUserDataEncryption = "MLUserDataEncryption", Kind::Object(MlUserDataEncryption::object_schema);
        /// The name of the security configuration.
        ///
        /// 1 to 255 characters.
        task_run_security_configuration_name: String = "TaskRunSecurityConfigurationName", Kind::Text(1, 255, None);
    }
}

object! {
    /// The algorithm-specific parameters that are associated with the machine learning transform.
    TransformParameters;
    required {
        /// The type of machine learning transform.
        transform_type: String = "TransformType", TEXT;
    }
    optional {
        /// The parameters for the find matches algorithm.
        find_matches_parameters: FindMatchesParameters = "FindMatchesParameters", Kind::Object(FindMatchesParameters::object_schema);
    }
}

values! {
    /// The values of `MlUserDataEncryptionMode`.
    MlUserDataEncryptionMode {
        Disabled = "DISABLED",
        SseKms = "SSE-KMS",
    }
}

values! {
    /// The values of `WorkerType`.
    WorkerType {
        G025x = "G.025X",
        G1x = "G.1X",
        G2x = "G.2X",
        G4x = "G.4X",
        G8x = "G.8X",
        Standard = "Standard",
        Z2x = "Z.2X",
    }
}
