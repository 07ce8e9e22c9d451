// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::TableOptimizer` and its parts.

use crate::schema::prelude::*;

resource! {
    /// An AWS Glue resource for enabling table optimizers to improve read performance for open table formats.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-tableoptimizer.html>
    TableOptimizer = "AWS::Glue::TableOptimizer";
    required {
        /// The catalog ID of the table.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        catalog_id: String = "CatalogId", Kind::Text(1, 255, None);
        /// The name of the database.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        database_name: String = "DatabaseName", Kind::Text(1, 255, None);
        /// The table name.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        table_name: String = "TableName", Kind::Text(1, 255, None);
        /// Specifies configuration details of a table optimizer.
        table_optimizer_configuration: TableOptimizerConfiguration = "TableOptimizerConfiguration", Kind::Object(TableOptimizerConfiguration::object_schema);
        /// The type of table optimizer.
        ///
        /// Changing it replaces the resource.
        r#type: Type = "Type", Kind::Values(Type::ALL);
    }
    optional {
    }
    attributes {
    }
    replaces ["CatalogId", "DatabaseName", "TableName", "Type"]
    may_replace []
}

object! {
    /// `CompactionConfiguration`, which AWS's schema does not describe.
    CompactionConfiguration;
    required {
    }
    optional {
        /// The configuration for an Iceberg compaction optimizer.
        iceberg_configuration: IcebergCompactionConfiguration = "IcebergConfiguration", Kind::Object(IcebergCompactionConfiguration::object_schema);
    }
}

object! {
    /// `IcebergCompactionConfiguration`, which AWS's schema does not describe.
    IcebergCompactionConfiguration;
    required {
    }
    optional {
        /// The minimum number of deletes in a data file to make it eligible for compaction.
        delete_file_threshold: Int = "DeleteFileThreshold", INTEGER;
        /// The minimum number of input files before compaction is triggered.
        min_input_files: Int = "MinInputFiles", INTEGER;
        /// The compaction strategy to use.
        strategy: Strategy = "Strategy", Kind::Values(Strategy::ALL);
    }
}

object! {
    /// IcebergConfiguration is a property type within the `AWS::Glue::TableOptimizer` resource in AWS CloudFormation.
    IcebergConfiguration;
    required {
    }
    optional {
        /// Specifies a directory in which to look for orphan files (defaults to the table's location).
        location: String = "Location", TEXT;
        /// The specific number of days you want to keep the orphan files.
        orphan_file_retention_period_in_days: Int = "OrphanFileRetentionPeriodInDays", INTEGER;
    }
}

object! {
    /// `IcebergRetentionConfiguration`, which AWS's schema does not describe.
    IcebergRetentionConfiguration;
    required {
    }
    optional {
        /// `CleanExpiredFiles`, which AWS's schema does not describe.
        clean_expired_files: bool = "CleanExpiredFiles", Kind::Bool;
        /// `NumberOfSnapshotsToRetain`, which AWS's schema does not describe.
        number_of_snapshots_to_retain: Int = "NumberOfSnapshotsToRetain", INTEGER;
        /// `SnapshotRetentionPeriodInDays`, which AWS's schema does not describe.
        snapshot_retention_period_in_days: Int = "SnapshotRetentionPeriodInDays", INTEGER;
    }
}

object! {
    /// Configuration for removing files that are are not tracked by the Iceberg table metadata, and are older than your configured age limit.
    OrphanFileDeletionConfiguration;
    required {
    }
    optional {
        /// The `IcebergConfiguration` property helps optimize your Iceberg tables in AWS Glue by allowing you to specify format-specific settings that control how data is …
        iceberg_configuration: IcebergConfiguration = "IcebergConfiguration", Kind::Object(IcebergConfiguration::object_schema);
    }
}

object! {
    /// The configuration for a snapshot retention optimizer for Apache Iceberg tables.
    RetentionConfiguration;
    required {
    }
    optional {
        /// The configuration for an Iceberg snapshot retention optimizer.
        iceberg_configuration: IcebergRetentionConfiguration = "IcebergConfiguration", Kind::Object(IcebergRetentionConfiguration::object_schema);
    }
}

object! {
    /// Specifies configuration details of a table optimizer.
    TableOptimizerConfiguration;
    required {
        /// Whether the table optimization is enabled.
        enabled: bool = "Enabled", Kind::Bool;
        /// A role passed by the caller which gives the service permission to update the resources associated with the optimizer on the caller's behalf.
        ///
        /// 20 to 2048 characters.
        role_arn: String = "RoleArn", Kind::Text(20, 2048, None);
    }
    optional {
        /// The configuration for a compaction optimizer.
        compaction_configuration: CompactionConfiguration = "CompactionConfiguration", Kind::Object(CompactionConfiguration::object_schema);
        /// `OrphanFileDeletionConfiguration` is a property that can be included within the TableOptimizer resource.
        orphan_file_deletion_configuration: OrphanFileDeletionConfiguration = "OrphanFileDeletionConfiguration", Kind::Object(OrphanFileDeletionConfiguration::object_schema);
        /// The configuration for a snapshot retention optimizer for Apache Iceberg tables.
        retention_configuration: RetentionConfiguration = "RetentionConfiguration", Kind::Object(RetentionConfiguration::object_schema);
        /// An object that describes the VPC configuration for a table optimizer.
        vpc_configuration: VpcConfiguration = "VpcConfiguration", Kind::Object(VpcConfiguration::object_schema);
    }
}

object! {
    /// An object that describes the VPC configuration for a table optimizer.
    VpcConfiguration;
    required {
    }
    optional {
        /// The name of the AWS Glue connection used for the VPC for the table optimizer.
        glue_connection_name: String = "GlueConnectionName", TEXT;
    }
}

values! {
    /// The values of `Strategy`.
    Strategy {
        Binpack = "binpack",
        Sort = "sort",
        ZOrder = "z-order",
    }
}

values! {
    /// The values of `Type`.
    Type {
        Compaction = "compaction",
        OrphanFileDeletion = "orphan_file_deletion",
        Retention = "retention",
    }
}
