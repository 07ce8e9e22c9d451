// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Catalog` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a catalog in the Glue Data Catalog.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-catalog.html>
    Catalog = "AWS::Glue::Catalog";
    required {
        /// The name of the catalog to create.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
    }
    optional {
        /// Allows third-party engines to access data in Amazon S3 locations that are registered with Lake Formation.
        allow_full_table_external_data_access: AllowFullTableExternalDataAccess = "AllowFullTableExternalDataAccess", Kind::Values(AllowFullTableExternalDataAccess::ALL);
        /// A structure that specifies data lake access properties and other custom properties.
        catalog_properties: CatalogProperties = "CatalogProperties", Kind::Object(CatalogProperties::object_schema);
        /// An array of PrincipalPermissions objects for default database permissions.
        create_database_default_permissions: Vec<PrincipalPermissions> = "CreateDatabaseDefaultPermissions", list(&Kind::Object(PrincipalPermissions::object_schema));
        /// An array of PrincipalPermissions objects for default table permissions.
        create_table_default_permissions: Vec<PrincipalPermissions> = "CreateTableDefaultPermissions", list(&Kind::Object(PrincipalPermissions::object_schema));
        /// A description of the catalog.
        ///
        /// 0 to 2048 characters.
        description: String = "Description", Kind::Text(0, 2048, None);
        /// A FederatedCatalog structure that references an entity outside the Glue Data Catalog.
        federated_catalog: FederatedCatalog = "FederatedCatalog", Kind::Object(FederatedCatalog::object_schema);
        /// Specifies whether to overwrite child resource permissions with the default permissions.
        overwrite_child_resource_permissions_with_default: OverwriteChildResourcePermissionsWithDefault = "OverwriteChildResourcePermissionsWithDefault", Kind::Values(OverwriteChildResourcePermissionsWithDefault::ALL);
        /// A map of key-value pairs that define parameters and properties of the catalog.
        parameters: BTreeMap<String, String> = "Parameters", Kind::Map(&TEXT);
        /// An array of key-value pairs to apply to this resource.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
        /// A structure that describes a target catalog for resource linking.
        target_redshift_catalog: TargetRedshiftCatalog = "TargetRedshiftCatalog", Kind::Object(TargetRedshiftCatalog::object_schema);
    }
    attributes {
        /// The ID of the catalog.
        catalog_id: String = "CatalogId";
        /// Additional key-value properties for the catalog.
        catalog_properties_custom_properties: String = "CatalogProperties.CustomProperties";
        /// The name of the managed workgroup associated with the catalog.
        catalog_properties_data_lake_access_properties_managed_workgroup_name: String = "CatalogProperties.DataLakeAccessProperties.ManagedWorkgroupName";
        /// The status of the managed workgroup.
        catalog_properties_data_lake_access_properties_managed_workgroup_status: String = "CatalogProperties.DataLakeAccessProperties.ManagedWorkgroupStatus";
        /// The name of the Redshift database.
        catalog_properties_data_lake_access_properties_redshift_database_name: String = "CatalogProperties.DataLakeAccessProperties.RedshiftDatabaseName";
        /// The time at which the catalog was created.
        create_time: Int = "CreateTime";
        /// The Amazon Resource Name (ARN) of the catalog.
        resource_arn: String = "ResourceArn";
        /// The time at which the catalog was last updated.
        update_time: Int = "UpdateTime";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// A structure that specifies data lake access properties and other custom properties.
    CatalogProperties;
    required {
    }
    optional {
        /// Additional key-value properties for the catalog.
        custom_properties: BTreeMap<String, String> = "CustomProperties", Kind::Map(&TEXT);
        /// Data lake access properties for the catalog.
        data_lake_access_properties: DataLakeAccessProperties = "DataLakeAccessProperties", Kind::Object(DataLakeAccessProperties::object_schema);
    }
}

object! {
    /// Data lake access properties for the catalog.
    DataLakeAccessProperties;
    required {
    }
    optional {
        /// Allows third-party engines to access data in Amazon S3 locations that are registered with Lake Formation.
        allow_full_table_external_data_access: AllowFullTableExternalDataAccess = "AllowFullTableExternalDataAccess", Kind::Values(AllowFullTableExternalDataAccess::ALL);
        /// Specifies a federated catalog type for the native catalog resource.
        catalog_type: String = "CatalogType", TEXT;
        /// Turns on or off data lake access for Apache Spark applications that access Amazon Redshift databases in the Data Catalog from any non-Redshift engine.
        data_lake_access: bool = "DataLakeAccess", Kind::Bool;
        /// A role that will be assumed by Glue for transferring data into/out of the staging bucket during a query.
        data_transfer_role: String = "DataTransferRole", TEXT;
        /// An encryption key that will be used for the staging bucket that will be created along with the catalog.
        kms_key: String = "KmsKey", TEXT;
        /// The name of the managed workgroup associated with the catalog.
        managed_workgroup_name: String = "ManagedWorkgroupName", TEXT;
        /// The status of the managed workgroup.
        managed_workgroup_status: String = "ManagedWorkgroupStatus", TEXT;
        /// The name of the Redshift database.
        redshift_database_name: String = "RedshiftDatabaseName", TEXT;
    }
}

object! {
    /// The Lake Formation principal.
    DataLakePrincipal;
    required {
    }
    optional {
        /// An identifier for the Lake Formation principal.
        ///
        /// 1 to 255 characters.
        data_lake_principal_identifier: String = "DataLakePrincipalIdentifier", Kind::Text(1, 255, None);
    }
}

object! {
    /// A FederatedCatalog structure that references an entity outside the Glue Data Catalog.
    FederatedCatalog;
    required {
    }
    optional {
        /// The name of the connection to an external data source.
        connection_name: String = "ConnectionName", TEXT;
        /// A unique identifier for the federated catalog.
        identifier: String = "Identifier", TEXT;
    }
}

object! {
    /// Permissions granted to a principal.
    PrincipalPermissions;
    required {
    }
    optional {
        /// The permissions that are granted to the principal.
        permissions: Vec<Permissions> = "Permissions", list(&Kind::Values(Permissions::ALL));
        /// The Lake Formation principal.
        principal: DataLakePrincipal = "Principal", Kind::Object(DataLakePrincipal::object_schema);
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value for the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

object! {
    /// A structure that describes a target catalog for resource linking.
    TargetRedshiftCatalog;
    required {
        /// The Amazon Resource Name (ARN) of the catalog resource.
        catalog_arn: String = "CatalogArn", TEXT;
    }
    optional {
    }
}

values! {
    /// The values of `AllowFullTableExternalDataAccess`.
    AllowFullTableExternalDataAccess {
        False = "False",
        True = "True",
    }
}

values! {
    /// The values of `OverwriteChildResourcePermissionsWithDefault`.
    OverwriteChildResourcePermissionsWithDefault {
        Accept = "Accept",
        Deny = "Deny",
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
