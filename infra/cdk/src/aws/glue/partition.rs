// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Partition` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::Partition` resource creates an AWS Glue partition, which represents a slice of table data.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-partition.html>
    Partition = "AWS::Glue::Partition";
    required {
        /// The AWS account ID of the catalog in which the partion is to be created. ) To specify the account ID, you can use the `Ref` intrinsic function with the …
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        catalog_id: String = "CatalogId", Kind::Text(1, 255, None);
        /// The name of the catalog database in which to create the partition.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        database_name: String = "DatabaseName", Kind::Text(1, 255, None);
        /// The structure used to create and update a partition.
        partition_input: PartitionInput = "PartitionInput", Kind::Object(PartitionInput::object_schema);
        /// The name of the metadata table in which the partition is to be created.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        table_name: String = "TableName", Kind::Text(1, 255, None);
    }
    optional {
    }
    attributes {
        /// A hashed string equivalent to the partition values list for use as a component of the resource's identifier in CFN.
        identifier_partition_input_values: String = "IdentifierPartitionInputValues";
    }
    replaces ["CatalogId", "DatabaseName", "PartitionInput/Values", "TableName"]
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
    /// Specifies the sort order of a sorted column.
    Order;
    required {
        /// The name of the column.
        ///
        /// 1 to 255 characters.
        column: String = "Column", Kind::Text(1, 255, None);
    }
    optional {
        /// Indicates that the column is sorted in ascending order ( `== 1`), or in descending order ( `==0`).
        ///
        /// 0 to 1.
        sort_order: Int<0, 1> = "SortOrder", Kind::Integer(0, 1);
    }
}

object! {
    /// The structure used to create and update a partition.
    PartitionInput;
    required {
        /// The values of the partition.
        values: Vec<String> = "Values", list(&Kind::Text(1, 1024, None));
    }
    optional {
        /// These key-value pairs define partition parameters.
        parameters: Json = "Parameters", Kind::Json;
        /// Provides information about the physical location where the partition is stored.
        storage_descriptor: StorageDescriptor = "StorageDescriptor", Kind::Object(StorageDescriptor::object_schema);
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
        /// The number of buckets.
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
