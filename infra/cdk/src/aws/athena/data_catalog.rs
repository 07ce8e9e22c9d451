// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Athena::DataCatalog` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The AWS::Athena::DataCatalog resource specifies an Amazon Athena data catalog, which contains a name, description, type, parameters, and tags.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-datacatalog.html>
    DataCatalog = "AWS::Athena::DataCatalog";
    required {
        /// The name of the data catalog.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 256, None);
        /// The type of data catalog: `LAMBDA` for a federated catalog, `GLUE` for AWS Glue Catalog, or `HIVE` for an external hive metastore.
        r#type: Type = "Type", Kind::Values(Type::ALL);
    }
    optional {
        /// The type of connection for a `FEDERATED` data catalog (for example, `REDSHIFT`, `MYSQL`, or `SQLSERVER`).
        connection_type: String = "ConnectionType", TEXT;
        /// A description of the data catalog.
        ///
        /// 1 to 1024 characters.
        description: String = "Description", Kind::Text(1, 1024, None);
        /// Text of the error that occurred during data catalog creation or deletion.
        error: String = "Error", TEXT;
        /// Specifies the Lambda function or functions to use for creating the data catalog.
        parameters: BTreeMap<String, String> = "Parameters", Kind::Map(&Kind::Text(0, 51200, None));
        /// The status of the creation or deletion of the data catalog. - The `LAMBDA`, `GLUE`, and `HIVE` data catalog types are created synchronously.
        status: Status = "Status", Kind::Values(Status::ALL);
        /// The tags (key-value pairs) to associate with this resource.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
    }
    attributes {
    }
    replaces ["Name"]
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
    /// The values of `Status`.
    Status {
        CreateComplete = "CREATE_COMPLETE",
        CreateFailed = "CREATE_FAILED",
        CreateFailedCleanupComplete = "CREATE_FAILED_CLEANUP_COMPLETE",
        CreateFailedCleanupFailed = "CREATE_FAILED_CLEANUP_FAILED",
        CreateFailedCleanupInProgress = "CREATE_FAILED_CLEANUP_IN_PROGRESS",
        CreateInProgress = "CREATE_IN_PROGRESS",
        DeleteComplete = "DELETE_COMPLETE",
        DeleteFailed = "DELETE_FAILED",
        DeleteInProgress = "DELETE_IN_PROGRESS",
    }
}

values! {
    /// The values of `Type`.
    Type {
        Federated = "FEDERATED",
        Glue = "GLUE",
        Hive = "HIVE",
        Lambda = "LAMBDA",
    }
}
