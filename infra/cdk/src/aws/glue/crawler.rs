// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Crawler` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::Crawler` resource specifies an AWS Glue crawler.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-crawler.html>
    Crawler = "AWS::Glue::Crawler";
    required {
        /// The Amazon Resource Name (ARN) of an IAM role that's used to access customer resources, such as Amazon Simple Storage Service (Amazon S3) data.
        role: String = "Role", TEXT;
        /// A collection of targets to crawl.
        targets: Targets = "Targets", Kind::Object(Targets::object_schema);
    }
    optional {
        /// A list of UTF-8 strings that specify the names of custom classifiers that are associated with the crawler.
        classifiers: Vec<String> = "Classifiers", list(&Kind::Text(1, 255, None));
        /// Crawler configuration information.
        configuration: String = "Configuration", TEXT;
        /// The name of the `SecurityConfiguration` structure to be used by this crawler.
        ///
        /// 0 to 128 characters.
        crawler_security_configuration: String = "CrawlerSecurityConfiguration", Kind::Text(0, 128, None);
        /// The name of the database in which the crawler's output is stored.
        database_name: String = "DatabaseName", TEXT;
        /// A description of the crawler.
        ///
        /// 0 to 2048 characters.
        description: String = "Description", Kind::Text(0, 2048, None);
        /// Specifies whether the crawler should use AWS Lake Formation credentials for the crawler instead of the IAM role credentials.
        lake_formation_configuration: LakeFormationConfiguration = "LakeFormationConfiguration", Kind::Object(LakeFormationConfiguration::object_schema);
        /// The name of the crawler.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
        /// A policy that specifies whether to crawl the entire dataset again, or to crawl only folders that were added since the last crawler run.
        recrawl_policy: RecrawlPolicy = "RecrawlPolicy", Kind::Object(RecrawlPolicy::object_schema);
        /// For scheduled crawlers, the schedule when the crawler runs.
        schedule: Schedule = "Schedule", Kind::Object(Schedule::object_schema);
        /// The policy that specifies update and delete behaviors for the crawler.
        schema_change_policy: SchemaChangePolicy = "SchemaChangePolicy", Kind::Object(SchemaChangePolicy::object_schema);
        /// The prefix added to the names of tables that are created.
        ///
        /// 0 to 128 characters.
        table_prefix: String = "TablePrefix", Kind::Text(0, 128, None);
        /// The tags to use with this crawler.
        tags: Json = "Tags", Kind::Json;
    }
    attributes {
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// Specifies an AWS Glue Data Catalog target.
    CatalogTarget;
    required {
    }
    optional {
        /// The name of the connection for an Amazon S3-backed Data Catalog table to be a target of the crawl when using a `Catalog` connection type paired with a …
        connection_name: String = "ConnectionName", TEXT;
        /// The name of the database to be synchronized.
        ///
        /// 1 to 255 characters.
        database_name: String = "DatabaseName", Kind::Text(1, 255, None);
        /// A valid Amazon dead-letter SQS ARN.
        dlq_event_queue_arn: String = "DlqEventQueueArn", TEXT;
        /// A valid Amazon SQS ARN.
        event_queue_arn: String = "EventQueueArn", TEXT;
        /// A list of the tables to be synchronized.
        ///
        /// At least 1 items.
        tables: Vec<String> = "Tables", Kind::List(&Kind::Text(1, 255, None), 1, usize::MAX, false);
    }
}

object! {
    /// Specifies a Delta data store to crawl one or more Delta tables.
    DeltaTarget;
    required {
    }
    optional {
        /// The name of the connection to use to connect to the Delta table target.
        connection_name: String = "ConnectionName", TEXT;
        /// Specifies whether the crawler will create native tables, to allow integration with query engines that support querying of the Delta transaction log directly.
        create_native_delta_table: bool = "CreateNativeDeltaTable", Kind::Bool;
        /// A list of the Amazon S3 paths to the Delta tables.
        delta_tables: Vec<String> = "DeltaTables", list(&TEXT);
        /// Specifies whether to write the manifest files to the Delta table path.
        write_manifest: bool = "WriteManifest", Kind::Bool;
    }
}

object! {
    /// Specifies an Amazon DynamoDB table to crawl.
    DynamoDbTarget;
    required {
    }
    optional {
        /// The name of the DynamoDB table to crawl.
        path: String = "Path", TEXT;
        /// Indicates whether to scan all the records, or to sample rows from the table.
        scan_all: bool = "ScanAll", Kind::Bool;
        /// The percentage of the configured read capacity units to use by the AWS Glue crawler.
        scan_rate: f64 = "ScanRate", NUMBER;
    }
}

object! {
    /// Specifies an Apache Hudi data source.
    HudiTarget;
    required {
    }
    optional {
        /// The name of the connection to use to connect to the Hudi target.
        connection_name: String = "ConnectionName", TEXT;
        /// A list of glob patterns used to exclude from the crawl.
        exclusions: Vec<String> = "Exclusions", list(&TEXT);
        /// The maximum depth of Amazon S3 paths that the crawler can traverse to discover the Hudi metadata folder in your Amazon S3 path.
        maximum_traversal_depth: Int = "MaximumTraversalDepth", INTEGER;
        /// An array of Amazon S3 location strings for Hudi, each indicating the root folder with which the metadata files for a Hudi table resides.
        paths: Vec<String> = "Paths", list(&TEXT);
    }
}

object! {
    /// Specifies Apache Iceberg data store targets.
    IcebergTarget;
    required {
    }
    optional {
        /// The name of the connection to use to connect to the Iceberg target.
        connection_name: String = "ConnectionName", TEXT;
        /// A list of global patterns used to exclude from the crawl.
        exclusions: Vec<String> = "Exclusions", list(&TEXT);
        /// The maximum depth of Amazon S3 paths that the crawler can traverse to discover the Iceberg metadata folder in your Amazon S3 path.
        maximum_traversal_depth: Int = "MaximumTraversalDepth", INTEGER;
        /// One or more Amazon S3 paths that contains Iceberg metadata folders as s3://bucket/prefix.
        paths: Vec<String> = "Paths", list(&TEXT);
    }
}

object! {
    /// Specifies a JDBC data store to crawl.
    JdbcTarget;
    required {
    }
    optional {
        /// The name of the connection to use to connect to the JDBC target.
        connection_name: String = "ConnectionName", TEXT;
        /// Specify a value of `RAWTYPES` or `COMMENTS` to enable additional metadata in table responses.
        enable_additional_metadata: Vec<EnableAdditionalMetadata> = "EnableAdditionalMetadata", list(&Kind::Values(EnableAdditionalMetadata::ALL));
        /// A list of glob patterns used to exclude from the crawl.
        exclusions: Vec<String> = "Exclusions", list(&TEXT);
        /// The path of the JDBC target.
        path: String = "Path", TEXT;
    }
}

object! {
    /// Specifies AWS Lake Formation configuration settings for the crawler.
    LakeFormationConfiguration;
    required {
    }
    optional {
        /// Required for cross account crawls.
        ///
        /// 0 to 12 characters.
        account_id: String = "AccountId", Kind::Text(0, 12, None);
        /// Specifies whether to use AWS Lake Formation credentials for the crawler instead of the IAM role credentials.
        use_lake_formation_credentials: bool = "UseLakeFormationCredentials", Kind::Bool;
    }
}

object! {
    /// Specifies an Amazon DocumentDB or MongoDB data store to crawl.
    MongoDbTarget;
    required {
    }
    optional {
        /// The name of the connection to use to connect to the Amazon DocumentDB or MongoDB target.
        connection_name: String = "ConnectionName", TEXT;
        /// The path of the Amazon DocumentDB or MongoDB target (database/collection).
        path: String = "Path", TEXT;
    }
}

object! {
    /// When crawling an Amazon S3 data source after the first crawl is complete, specifies whether to crawl the entire dataset again or to crawl only folders that …
    RecrawlPolicy;
    required {
    }
    optional {
        /// Specifies whether to crawl the entire dataset again or to crawl only folders that were added since the last crawler run.
        recrawl_behavior: RecrawlBehavior = "RecrawlBehavior", Kind::Values(RecrawlBehavior::ALL);
    }
}

object! {
    /// Specifies a data store in Amazon Simple Storage Service (Amazon S3).
    S3Target;
    required {
    }
    optional {
        /// The name of a connection which allows a job or crawler to access data in Amazon S3 within an Amazon Virtual Private Cloud environment (Amazon VPC).
        connection_name: String = "ConnectionName", TEXT;
        /// A valid Amazon dead-letter SQS ARN.
        dlq_event_queue_arn: String = "DlqEventQueueArn", TEXT;
        /// A valid Amazon SQS ARN.
        event_queue_arn: String = "EventQueueArn", TEXT;
        /// A list of glob patterns used to exclude from the crawl.
        exclusions: Vec<String> = "Exclusions", list(&TEXT);
        /// The path to the Amazon S3 target.
        path: String = "Path", TEXT;
        /// Sets the number of files in each leaf folder to be crawled when crawling sample files in a dataset.
        sample_size: Int = "SampleSize", INTEGER;
    }
}

object! {
    /// A scheduling object using a `cron` statement to schedule an event.
    Schedule;
    required {
    }
    optional {
        /// A `cron` expression used to specify the schedule.
        schedule_expression: String = "ScheduleExpression", TEXT;
    }
}

object! {
    /// The policy that specifies update and delete behaviors for the crawler.
    SchemaChangePolicy;
    required {
    }
    optional {
        /// The deletion behavior when the crawler finds a deleted object.
        delete_behavior: DeleteBehavior = "DeleteBehavior", Kind::Values(DeleteBehavior::ALL);
        /// The update behavior when the crawler finds a changed schema.
        update_behavior: UpdateBehavior = "UpdateBehavior", Kind::Values(UpdateBehavior::ALL);
    }
}

object! {
    /// Specifies data stores to crawl.
    Targets;
    required {
    }
    optional {
        /// Specifies AWS Glue Data Catalog targets.
        catalog_targets: Vec<CatalogTarget> = "CatalogTargets", list(&Kind::Object(CatalogTarget::object_schema));
        /// Specifies an array of Delta data store targets.
        delta_targets: Vec<DeltaTarget> = "DeltaTargets", list(&Kind::Object(DeltaTarget::object_schema));
        /// Specifies Amazon DynamoDB targets.
        dynamo_db_targets: Vec<DynamoDbTarget> = "DynamoDBTargets", list(&Kind::Object(DynamoDbTarget::object_schema));
        /// Specifies Apache Hudi data store targets.
        hudi_targets: Vec<HudiTarget> = "HudiTargets", list(&Kind::Object(HudiTarget::object_schema));
        /// Specifies Apache Iceberg data store targets.
        iceberg_targets: Vec<IcebergTarget> = "IcebergTargets", list(&Kind::Object(IcebergTarget::object_schema));
        /// Specifies JDBC targets.
        jdbc_targets: Vec<JdbcTarget> = "JdbcTargets", list(&Kind::Object(JdbcTarget::object_schema));
        /// A list of Mongo DB targets.
        mongo_db_targets: Vec<MongoDbTarget> = "MongoDBTargets", list(&Kind::Object(MongoDbTarget::object_schema));
        /// Specifies Amazon Simple Storage Service (Amazon S3) targets.
        s3_targets: Vec<S3Target> = "S3Targets", list(&Kind::Object(S3Target::object_schema));
    }
}

values! {
    /// The values of `DeleteBehavior`.
    DeleteBehavior {
        DeleteFromDatabase = "DELETE_FROM_DATABASE",
        DeprecateInDatabase = "DEPRECATE_IN_DATABASE",
        Log = "LOG",
    }
}

values! {
    /// The values of `EnableAdditionalMetadata`.
    EnableAdditionalMetadata {
        Comments = "COMMENTS",
        Rawtypes = "RAWTYPES",
    }
}

values! {
    /// The values of `RecrawlBehavior`.
    RecrawlBehavior {
        CrawlEventMode = "CRAWL_EVENT_MODE",
        CrawlEverything = "CRAWL_EVERYTHING",
        CrawlNewFoldersOnly = "CRAWL_NEW_FOLDERS_ONLY",
    }
}

values! {
    /// The values of `UpdateBehavior`.
    UpdateBehavior {
        Log = "LOG",
        UpdateInDatabase = "UPDATE_IN_DATABASE",
    }
}
