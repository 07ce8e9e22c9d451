// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Database` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::Database` resource specifies a logical grouping of tables in AWS Glue.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-database.html>
    Database = "AWS::Glue::Database";
    required {
        /// The AWS account ID for the account in which to create the catalog object. ) To specify the account ID, you can use the `Ref` intrinsic function with the …
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        catalog_id: String = "CatalogId", Kind::Text(1, 255, None);
        /// The metadata for the database.
        database_input: DatabaseInput = "DatabaseInput", Kind::Object(DatabaseInput::object_schema);
    }
    optional {
        /// The name of the catalog database.
        ///
        /// Changing it replaces the resource.
        database_name: String = "DatabaseName", TEXT;
    }
    attributes {
    }
    replaces ["CatalogId", "DatabaseName"]
    may_replace []
}

object! {
    /// The AWS Lake Formation principal.
    DataLakePrincipal;
    required {
    }
    optional {
        /// An identifier for the AWS Lake Formation principal.
        ///
        /// 1 to 255 characters.
        data_lake_principal_identifier: String = "DataLakePrincipalIdentifier", Kind::Text(1, 255, None);
    }
}

object! {
    /// A structure that describes a target database for resource linking.
    DatabaseIdentifier;
    required {
    }
    optional {
        /// The ID of the Data Catalog in which the database resides.
        ///
        /// 1 to 255 characters.
        catalog_id: String = "CatalogId", Kind::Text(1, 255, None);
        /// The name of the catalog database.
        ///
        /// 1 to 255 characters.
        database_name: String = "DatabaseName", Kind::Text(1, 255, None);
        /// The Region of the database.
        ///
        /// 1 to 255 characters.
        region: String = "Region", Kind::Text(1, 255, None);
    }
}

object! {
    /// The structure used to create or update a database.
    DatabaseInput;
    required {
    }
    optional {
        /// Creates a set of default permissions on the table for principals.
        create_table_default_permissions: Vec<PrincipalPrivileges> = "CreateTableDefaultPermissions", list(&Kind::Object(PrincipalPrivileges::object_schema));
        /// A description of the database.
        ///
        /// 0 to 2048 characters.
        description: String = "Description", Kind::Text(0, 2048, None);
        /// A `FederatedDatabase` structure that references an entity outside the AWS Glue Data Catalog.
        federated_database: FederatedDatabase = "FederatedDatabase", Kind::Object(FederatedDatabase::object_schema);
        /// The location of the database (for example, an HDFS path).
        ///
        /// 1 to 1024 characters.
        location_uri: String = "LocationUri", Kind::Text(1, 1024, None);
        /// The name of the database.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
        /// These key-value pairs define parameters and properties of the database.
        parameters: Json = "Parameters", Kind::Json;
        /// A `DatabaseIdentifier` structure that describes a target database for resource linking.
        target_database: DatabaseIdentifier = "TargetDatabase", Kind::Object(DatabaseIdentifier::object_schema);
    }
}

object! {
    /// A `FederatedDatabase` structure that references an entity outside the AWS Glue Data Catalog.
    FederatedDatabase;
    required {
    }
    optional {
        /// The name of the connection to the external metastore.
        ///
        /// 1 to 255 characters.
        connection_name: String = "ConnectionName", Kind::Text(1, 255, None);
        /// A unique identifier for the federated database.
        ///
        /// 1 to 512 characters.
        identifier: String = "Identifier", Kind::Text(1, 512, None);
    }
}

object! {
    /// the permissions granted to a principal.
    PrincipalPrivileges;
    required {
    }
    optional {
        /// The permissions that are granted to the principal.
        permissions: Vec<Permissions> = "Permissions", list(&Kind::Values(Permissions::ALL));
        /// The principal who is granted permissions.
        principal: DataLakePrincipal = "Principal", Kind::Object(DataLakePrincipal::object_schema);
    }
}

values! {
    /// The values of `Permissions`.
    Permissions {
        All = "ALL",
        Alter = "ALTER",
        CreateDatabase = "CREATE_DATABASE",
        CreateTable = "CREATE_TABLE",
        DataLocationAccess = "DATA_LOCATION_ACCESS",
        Delete = "DELETE",
        Drop = "DROP",
        Insert = "INSERT",
        Select = "SELECT",
    }
}
