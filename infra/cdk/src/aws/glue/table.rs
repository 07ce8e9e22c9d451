// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Table` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::Table` resource specifies tabular data in the AWS Glue data catalog.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-table.html>
    Table = "AWS::Glue::Table";
    required {
        /// The ID of the Data Catalog in which to create the `Table`.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        catalog_id: String = "CatalogId", Kind::Text(1, 255, None);
        /// The name of the database where the table metadata resides.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        database_name: String = "DatabaseName", Kind::Text(1, 255, None);
    }
    optional {
        /// The table name.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
        /// Specifies an `OpenTableFormatInput` structure when creating an open format table.
        open_table_format_input: OpenTableFormatInput = "OpenTableFormatInput", Kind::Object(OpenTableFormatInput::object_schema);
        /// A structure used to define a table.
        table_input: TableInput = "TableInput", Kind::Object(TableInput::object_schema);
    }
    attributes {
    }
    replaces ["CatalogId", "DatabaseName", "Name", "TableInput/Name"]
    may_replace []
}

object! {
    /// A column in a `Table`.
    Column;
    required {
        /// The name of the `Column`.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
    }
    optional {
        /// A free-form text comment.
        ///
        /// 0 to 255 characters.
        comment: String = "Comment", Kind::Text(0, 255, None);
        /// The data type of the `Column`.
        ///
        /// 0 to 131072 characters.
        r#type: String = "Type", Kind::Text(0, 131072, None);
    }
}

object! {
    /// Specifies an input structure that defines an Apache Iceberg metadata table.
    IcebergInput;
    required {
    }
    optional {
        /// Specifies the Iceberg table configuration.
        iceberg_table_input: IcebergTableInput = "IcebergTableInput", Kind::Object(IcebergTableInput::object_schema);
        /// A required metadata operation.
        metadata_operation: MetadataOperation = "MetadataOperation", Kind::Values(MetadataOperation::ALL);
        /// The table version for the Iceberg table.
        ///
        /// 1 to 255 characters.
        version: String = "Version", Kind::Text(1, 255, None);
    }
}

object! {
    /// A partition field in an Iceberg partition spec.
    IcebergPartitionField;
    required {
        /// The partition field name.
        name: String = "Name", TEXT;
        /// The source field ID.
        source_id: Int = "SourceId", INTEGER;
        /// The transform to apply.
        transform: String = "Transform", TEXT;
    }
    optional {
        /// The partition field ID.
        field_id: Int = "FieldId", INTEGER;
    }
}

object! {
    /// The partition spec for an Iceberg table.
    IcebergPartitionSpec;
    required {
        /// The partition fields.
        fields: Vec<IcebergPartitionField> = "Fields", list(&Kind::Object(IcebergPartitionField::object_schema));
    }
    optional {
        /// The spec ID.
        spec_id: Int = "SpecId", INTEGER;
    }
}

object! {
    /// The schema for an Iceberg table.
    IcebergSchema;
    required {
        /// The fields in the schema.
        fields: Vec<IcebergStructField> = "Fields", list(&Kind::Object(IcebergStructField::object_schema));
    }
    optional {
        /// The identifier field IDs.
        identifier_field_ids: Vec<Int> = "IdentifierFieldIds", list(&INTEGER);
        /// The schema ID.
        schema_id: Int = "SchemaId", INTEGER;
        /// The type of the schema.
        r#type: String = "Type", TEXT;
    }
}

object! {
    /// A sort field in an Iceberg sort order.
    IcebergSortField;
    required {
        /// The sort direction.
        direction: String = "Direction", TEXT;
        /// The null ordering.
        null_order: String = "NullOrder", TEXT;
        /// The source field ID.
        source_id: Int = "SourceId", INTEGER;
        /// The transform to apply.
        transform: String = "Transform", TEXT;
    }
    optional {
    }
}

object! {
    /// The sort order for an Iceberg table.
    IcebergSortOrder;
    required {
        /// The sort fields.
        fields: Vec<IcebergSortField> = "Fields", list(&Kind::Object(IcebergSortField::object_schema));
        /// The order ID.
        order_id: Int = "OrderId", INTEGER;
    }
    optional {
    }
}

object! {
    /// A field in an Iceberg schema.
    IcebergStructField;
    required {
        /// The field ID.
        id: Int = "Id", INTEGER;
        /// The field name.
        name: String = "Name", TEXT;
        /// Whether the field is required.
        required: bool = "Required", Kind::Bool;
        /// The field type.
        r#type: String = "Type", TEXT;
    }
    optional {
        /// Documentation for the field.
        doc: String = "Doc", TEXT;
    }
}

object! {
    /// Specifies the Iceberg table configuration.
    IcebergTableInput;
    required {
        /// The location of the Iceberg table.
        location: String = "Location", TEXT;
        /// The schema for the Iceberg table.
        schema: IcebergSchema = "Schema", Kind::Object(IcebergSchema::object_schema);
    }
    optional {
        /// The partition spec for the Iceberg table.
        partition_spec: IcebergPartitionSpec = "PartitionSpec", Kind::Object(IcebergPartitionSpec::object_schema);
        /// The properties for the Iceberg table.
        properties: BTreeMap<String, String> = "Properties", Kind::Map(&TEXT);
        /// The write order for the Iceberg table.
        write_order: IcebergSortOrder = "WriteOrder", Kind::Object(IcebergSortOrder::object_schema);
    }
}

object! {
    /// Specifies an `OpenTableFormatInput` structure when creating an open format table.
    OpenTableFormatInput;
    required {
    }
    optional {
        /// Specifies an `IcebergInput` structure that defines an Apache Iceberg metadata table.
        iceberg_input: IcebergInput = "IcebergInput", Kind::Object(IcebergInput::object_schema);
    }
}

object! {
    /// Specifies the sort order of a sorted column.
    Order;
    required {
        /// The name of the column.
        ///
        /// 1 to 255 characters.
        column: String = "Column", Kind::Text(1, 255, None);
        /// Indicates that the column is sorted in ascending order ( `== 1`), or in descending order ( `==0`).
        ///
        /// 0 to 1.
        sort_order: Int<0, 1> = "SortOrder", Kind::Integer(0, 1);
    }
    optional {
    }
}

object! {
    /// A structure that contains schema identity fields.
    SchemaId;
    required {
    }
    optional {
        /// The name of the schema registry that contains the schema.
        ///
        /// 1 to 255 characters.
        registry_name: String = "RegistryName", Kind::Text(1, 255, Some("^[a-zA-Z0-9-_$#.]+$"));
        /// The Amazon Resource Name (ARN) of the schema.
        ///
        /// 1 to 10240 characters.
        schema_arn: String = "SchemaArn", Kind::Text(1, 10240, Some("^arn:aws(-(cn|us-gov|iso(-[bef])?))?:glue:"));
        /// The name of the schema.
        ///
        /// 1 to 255 characters.
        schema_name: String = "SchemaName", Kind::Text(1, 255, Some("^[a-zA-Z0-9-_$#.]+$"));
    }
}

object! {
    /// An object that references a schema stored in the AWS Glue Schema Registry.
    SchemaReference;
    required {
    }
    optional {
        /// A structure that contains schema identity fields.
        schema_id: SchemaId = "SchemaId", Kind::Object(SchemaId::object_schema);
        /// The unique ID assigned to a version of the schema.
        ///
        /// 36 to 36 characters.
        schema_version_id: String = "SchemaVersionId", Kind::Text(36, 36, Some("^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$"));
        /// The version number of the schema.
        ///
        /// 1 to 100000.
        schema_version_number: Int<1, 100000> = "SchemaVersionNumber", Kind::Integer(1, 100000);
    }
}

object! {
    /// Information about a serialization/deserialization program (SerDe) that serves as an extractor and loader.
    SerdeInfo;
    required {
    }
    optional {
        /// Name of the SerDe.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
        /// These key-value pairs define initialization parameters for the SerDe.
        parameters: Json = "Parameters", Kind::Json;
        /// Usually the class that implements the SerDe.
        ///
        /// 1 to 255 characters.
        serialization_library: String = "SerializationLibrary", Kind::Text(1, 255, None);
    }
}

object! {
    /// Specifies skewed values in a table.
    SkewedInfo;
    required {
    }
    optional {
        /// A list of names of columns that contain skewed values.
        skewed_column_names: Vec<String> = "SkewedColumnNames", list(&Kind::Text(1, 255, None));
        /// A mapping of skewed values to the columns that contain them.
        skewed_column_value_location_maps: Json = "SkewedColumnValueLocationMaps", Kind::Json;
        /// A list of values that appear so frequently as to be considered skewed.
        skewed_column_values: Vec<String> = "SkewedColumnValues", list(&TEXT);
    }
}

object! {
    /// Describes the physical storage of table data.
    StorageDescriptor;
    required {
    }
    optional {
        /// A list of reducer grouping columns, clustering columns, and bucketing columns in the table.
        bucket_columns: Vec<String> = "BucketColumns", list(&Kind::Text(1, 255, None));
        /// A list of the `Columns` in the table.
        columns: Vec<Column> = "Columns", list(&Kind::Object(Column::object_schema));
        /// `True` if the data in the table is compressed, or `False` if not.
        compressed: bool = "Compressed", Kind::Bool;
        /// The input format: `SequenceFileInputFormat` (binary), or `TextInputFormat`, or a custom format.
        ///
        /// 0 to 128 characters.
        input_format: String = "InputFormat", Kind::Text(0, 128, None);
        /// The physical location of the table.
        ///
        /// 0 to 2056 characters.
        location: String = "Location", Kind::Text(0, 2056, None);
        /// Must be specified if the table contains any dimension columns.
        number_of_buckets: Int = "NumberOfBuckets", INTEGER;
        /// The output format: `SequenceFileOutputFormat` (binary), or `IgnoreKeyTextOutputFormat`, or a custom format.
        ///
        /// 0 to 128 characters.
        output_format: String = "OutputFormat", Kind::Text(0, 128, None);
        /// The user-supplied properties in key-value form.
        parameters: Json = "Parameters", Kind::Json;
        /// An object that references a schema stored in the AWS Glue Schema Registry.
        schema_reference: SchemaReference = "SchemaReference", Kind::Object(SchemaReference::object_schema);
        /// The serialization/deserialization (SerDe) information.
        serde_info: SerdeInfo = "SerdeInfo", Kind::Object(SerdeInfo::object_schema);
        /// The information about values that appear frequently in a column (skewed values).
        skewed_info: SkewedInfo = "SkewedInfo", Kind::Object(SkewedInfo::object_schema);
        /// A list specifying the sort order of each bucket in the table.
        sort_columns: Vec<Order> = "SortColumns", list(&Kind::Object(Order::object_schema));
        /// `True` if the table data is stored in subdirectories, or `False` if not.
        stored_as_sub_directories: bool = "StoredAsSubDirectories", Kind::Bool;
    }
}

object! {
    /// A structure that describes a target table for resource linking.
    TableIdentifier;
    required {
    }
    optional {
        /// The ID of the Data Catalog in which the table resides.
        ///
        /// 1 to 255 characters.
        catalog_id: String = "CatalogId", Kind::Text(1, 255, None);
        /// The name of the catalog database that contains the target table.
        ///
        /// 1 to 255 characters.
        database_name: String = "DatabaseName", Kind::Text(1, 255, None);
        /// The name of the target table.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
        /// The Region of the table.
        ///
        /// 1 to 255 characters.
        region: String = "Region", Kind::Text(1, 255, None);
    }
}

object! {
    /// A structure used to define a table.
    TableInput;
    required {
    }
    optional {
        /// A description of the table.
        ///
        /// 0 to 2048 characters.
        description: String = "Description", Kind::Text(0, 2048, None);
        /// The table name.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
        /// The table owner.
        ///
        /// 1 to 255 characters.
        owner: String = "Owner", Kind::Text(1, 255, None);
        /// These key-value pairs define properties associated with the table.
        parameters: Json = "Parameters", Kind::Json;
        /// A list of columns by which the table is partitioned.
        partition_keys: Vec<Column> = "PartitionKeys", list(&Kind::Object(Column::object_schema));
        /// The retention time for this table.
        ///
        /// At least 0.
        retention: Int<0> = "Retention", Kind::Integer(0, i64::MAX);
        /// A storage descriptor containing information about the physical storage of this table.
        storage_descriptor: StorageDescriptor = "StorageDescriptor", Kind::Object(StorageDescriptor::object_schema);
        /// The type of this table.
        table_type: TableType = "TableType", Kind::Values(TableType::ALL);
        /// A `TableIdentifier` structure that describes a target table for resource linking.
        target_table: TableIdentifier = "TargetTable", Kind::Object(TableIdentifier::object_schema);
        /// The view definition for the table.
        view_definition: ViewDefinition = "ViewDefinition", Kind::Object(ViewDefinition::object_schema);
        /// Included for Apache Hive compatibility.
        ///
        /// 0 to 409600 characters.
        view_expanded_text: String = "ViewExpandedText", Kind::Text(0, 409600, None);
        /// Included for Apache Hive compatibility.
        ///
        /// 0 to 409600 characters.
        view_original_text: String = "ViewOriginalText", Kind::Text(0, 409600, None);
    }
}

object! {
    /// A structure that defines the view.
    ViewDefinition;
    required {
    }
    optional {
        /// The definer of the view.
        ///
        /// 20 to 2048 characters.
        definer: String = "Definer", Kind::Text(20, 2048, None);
        /// Indicates whether the view is protected.
        is_protected: bool = "IsProtected", Kind::Bool;
        /// The representations of the view.
        ///
        /// 1 to 10 items.
        representations: Vec<ViewRepresentation> = "Representations", Kind::List(&Kind::Object(ViewRepresentation::object_schema), 1, 10, false);
        /// The sub-objects of the view.
        ///
        /// 0 to 10 items.
        sub_objects: Vec<String> = "SubObjects", Kind::List(&Kind::Text(20, 2048, None), 0, 10, false);
    }
}

object! {
    /// A structure that defines a view representation.
    ViewRepresentation;
    required {
    }
    optional {
        /// The dialect of the view representation.
        dialect: Dialect = "Dialect", Kind::Values(Dialect::ALL);
        /// The version of the dialect.
        ///
        /// 1 to 255 characters.
        dialect_version: String = "DialectVersion", Kind::Text(1, 255, None);
        /// The connection used for validation.
        ///
        /// 1 to 255 characters.
        validation_connection: String = "ValidationConnection", Kind::Text(1, 255, None);
        /// The expanded text of the view.
        ///
        /// 0 to 409600 characters.
        view_expanded_text: String = "ViewExpandedText", Kind::Text(0, 409600, None);
        /// The original text of the view.
        ///
        /// 0 to 409600 characters.
        view_original_text: String = "ViewOriginalText", Kind::Text(0, 409600, None);
    }
}

values! {
    /// The values of `Dialect`.
    Dialect {
        Athena = "ATHENA",
        Redshift = "REDSHIFT",
        Spark = "SPARK",
    }
}

values! {
    /// The values of `MetadataOperation`.
    MetadataOperation {
        Create = "CREATE",
    }
}

values! {
    /// The values of `TableType`.
    TableType {
        ExternalTable = "EXTERNAL_TABLE",
        VirtualView = "VIRTUAL_VIEW",
    }
}
