// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::Transformer` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates or updates a log transformer for a single log group.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-transformer.html>
    Transformer = "AWS::Logs::Transformer";
    required {
        /// Specify either the name or ARN of the log group to create the transformer for.
        ///
        /// 1 to 2048 characters. Changing it replaces the resource.
        log_group_identifier: String = "LogGroupIdentifier", Kind::Text(1, 2048, Some(r"[\w#+=/:,.@-]*"));
        /// This structure is an array that contains the configuration of this log transformer.
        ///
        /// 1 to 20 items.
        transformer_config: Vec<Processor> = "TransformerConfig", Kind::List(&Kind::Object(Processor::object_schema), 1, 20, false);
    }
    optional {
    }
    attributes {
    }
    replaces ["LogGroupIdentifier"]
    may_replace []
}

object! {
    /// This object defines one key that will be added with the addKeys processor.
    AddKeyEntry;
    required {
        /// The key of the new entry to be added to the log event.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// The value of the new entry to be added to the log event.
        ///
        /// 1 to 256 characters.
        value: String = "Value", Kind::Text(1, 256, None);
    }
    optional {
        /// Specifies whether to overwrite the value if the key already exists in the log event.
        overwrite_if_exists: bool = "OverwriteIfExists", Kind::Bool;
    }
}

object! {
    /// This processor adds new key-value pairs to the log event.
    AddKeys;
    required {
        /// An array of objects, where each object contains the information about one key to add to the log event.
        ///
        /// 1 to 5 items.
        entries: Vec<AddKeyEntry> = "Entries", Kind::List(&Kind::Object(AddKeyEntry::object_schema), 1, 5, true);
    }
    optional {
    }
}

object! {
    /// This processor copies values within a log event.
    CopyValue;
    required {
        /// An array of `CopyValueEntry` objects, where each object contains the information about one field value to copy.
        ///
        /// 1 to 5 items.
        entries: Vec<CopyValueEntry> = "Entries", Kind::List(&Kind::Object(CopyValueEntry::object_schema), 1, 5, false);
    }
    optional {
    }
}

object! {
    /// This object defines one value to be copied with the copyValue processor.
    CopyValueEntry;
    required {
        /// The key to copy.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// The key of the field to copy the value to.
        ///
        /// 1 to 128 characters.
        target: String = "Target", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
    optional {
        /// Specifies whether to overwrite the value if the destination key already exists.
        overwrite_if_exists: bool = "OverwriteIfExists", Kind::Bool;
    }
}

object! {
    /// The `CSV` processor parses comma-separated values (CSV) from the log events into columns.
    Csv;
    required {
    }
    optional {
        /// An array of names to use for the columns in the transformed log event.
        ///
        /// 1 to 100 items.
        columns: Vec<Json> = "Columns", Kind::List(&Kind::Json, 1, 100, false);
        /// The character used to separate each column in the original comma-separated value log event.
        ///
        /// 1 to 2 characters.
        delimiter: String = "Delimiter", Kind::Text(1, 2, None);
        /// The character used used as a text qualifier for a single column of data.
        ///
        /// 1 to 1 characters.
        quote_character: String = "QuoteCharacter", Kind::Text(1, 1, None);
        /// The path to the field in the log event that has the comma separated values to be parsed.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, None);
    }
}

object! {
    /// This processor converts a datetime string into a format that you specify.
    DateTimeConverter;
    required {
        /// A list of patterns to match against the `source` field.
        ///
        /// 1 to 5 items.
        match_patterns: Vec<Json> = "MatchPatterns", Kind::List(&Kind::Json, 1, 5, true);
        /// The key to apply the date conversion to.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// The JSON field to store the result in.
        ///
        /// 1 to 128 characters.
        target: String = "Target", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
    optional {
        /// The locale of the source field.
        ///
        /// At least 1 characters.
        locale: String = "Locale", Kind::Text(1, usize::MAX, None);
        /// The time zone of the source field.
        ///
        /// At least 1 characters.
        source_timezone: String = "SourceTimezone", Kind::Text(1, usize::MAX, None);
        /// The datetime format to use for the converted data in the target field.
        ///
        /// 1 to 64 characters.
        target_format: String = "TargetFormat", Kind::Text(1, 64, None);
        /// The time zone of the target field.
        ///
        /// At least 1 characters.
        target_timezone: String = "TargetTimezone", Kind::Text(1, usize::MAX, None);
    }
}

object! {
    /// This processor deletes entries from a log event.
    DeleteKeys;
    required {
        /// The list of keys to delete.
        ///
        /// 1 to 5 items.
        with_keys: Vec<String> = "WithKeys", Kind::List(&Kind::Text(1, 128, None), 1, 5, true);
    }
    optional {
    }
}

object! {
    /// This processor uses pattern matching to parse and structure unstructured data.
    Grok;
    required {
        /// The grok pattern to match against the log event.
        ///
        /// 1 to 512 characters.
        r#match: String = "Match", Kind::Text(1, 512, None);
    }
    optional {
        /// The path to the field in the log event that you want to parse.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
}

object! {
    /// This processor takes a list of objects that contain key fields, and converts them into a map of target keys.
    ListToMap;
    required {
        /// The key of the field to be extracted as keys in the generated map.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// The key in the log event that has a list of objects that will be converted to a map.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
    optional {
        /// A Boolean value to indicate whether the list will be flattened into single items.
        flatten: bool = "Flatten", Kind::Bool;
        /// If you set `flatten` to `true`, use `flattenedElement` to specify which element, `first` or `last`, to keep.
        flattened_element: FlattenedElement = "FlattenedElement", Kind::Values(FlattenedElement::ALL);
        /// The key of the field that will hold the generated map.
        ///
        /// 1 to 128 characters.
        target: String = "Target", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// If this is specified, the values that you specify in this parameter will be extracted from the `source` objects and put into the values of the generated map.
        ///
        /// 1 to 128 characters.
        value_key: String = "ValueKey", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
}

object! {
    /// This processor converts a string to lowercase.
    LowerCaseString;
    required {
        /// The array caontaining the keys of the fields to convert to lowercase.
        ///
        /// 1 to 10 items.
        with_keys: Vec<String> = "WithKeys", Kind::List(&Kind::Text(1, 128, None), 1, 10, true);
    }
    optional {
    }
}

object! {
    /// This object defines one key that will be moved with the moveKey processor.
    MoveKeyEntry;
    required {
        /// The key to move.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// The key to move to.
        ///
        /// 1 to 128 characters.
        target: String = "Target", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
    optional {
        /// Specifies whether to overwrite the value if the destination key already exists.
        overwrite_if_exists: bool = "OverwriteIfExists", Kind::Bool;
    }
}

object! {
    /// This processor moves a key from one field to another.
    MoveKeys;
    required {
        /// An array of objects, where each object contains the information about one key to move.
        ///
        /// 1 to 5 items.
        entries: Vec<MoveKeyEntry> = "Entries", Kind::List(&Kind::Object(MoveKeyEntry::object_schema), 1, 5, false);
    }
    optional {
    }
}

object! {
    /// This processor parses CloudFront vended logs, extract fields, and convert them into JSON format.
    ParseCloudfront;
    required {
    }
    optional {
        /// Omit this parameter and the whole log message will be processed by this processor.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
}

object! {
    /// This processor parses log events that are in JSON format.
    ParseJson;
    required {
    }
    optional {
        /// The location to put the parsed key value pair into.
        ///
        /// 1 to 128 characters.
        destination: String = "Destination", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// Path to the field in the log event that will be parsed.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, None);
    }
}

object! {
    /// This processor parses a specified field in the original log event into key-value pairs.
    ParseKeyValue;
    required {
    }
    optional {
        /// The destination field to put the extracted key-value pairs into.
        ///
        /// 1 to 128 characters.
        destination: String = "Destination", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// The field delimiter string that is used between key-value pairs in the original log events.
        ///
        /// 1 to 128 characters.
        field_delimiter: String = "FieldDelimiter", Kind::Text(1, 128, None);
        /// If you want to add a prefix to all transformed keys, specify it here.
        ///
        /// 1 to 128 characters.
        key_prefix: String = "KeyPrefix", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// The delimiter string to use between the key and value in each pair in the transformed log event.
        ///
        /// 1 to 128 characters.
        key_value_delimiter: String = "KeyValueDelimiter", Kind::Text(1, 128, None);
        /// A value to insert into the value field in the result, when a key-value pair is not successfully split.
        ///
        /// 1 to 128 characters.
        non_match_value: String = "NonMatchValue", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// Specifies whether to overwrite the value if the destination key already exists.
        overwrite_if_exists: bool = "OverwriteIfExists", Kind::Bool;
        /// Path to the field in the log event that will be parsed.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
}

object! {
    /// Use this processor to parse RDS for PostgreSQL vended logs, extract fields, and and convert them into a JSON format.
    ParsePostgres;
    required {
    }
    optional {
        /// Omit this parameter and the whole log message will be processed by this processor.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
}

object! {
    /// Use this processor to parse Route 53 vended logs, extract fields, and and convert them into a JSON format.
    ParseRoute53;
    required {
    }
    optional {
        /// Omit this parameter and the whole log message will be processed by this processor.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
}

object! {
    /// This processor converts logs into Open Cybersecurity Schema Framework (OCSF) events.
    ParseToOcsf;
    required {
        /// Specify the service or process that produces the log events that will be converted with this processor.
        event_source: EventSource = "EventSource", Kind::Values(EventSource::ALL);
        /// Specify which version of the OCSF schema to use for the transformed log events.
        ocsf_version: OcsfVersion = "OcsfVersion", Kind::Values(OcsfVersion::ALL);
    }
    optional {
        /// The version of the OCSF mapping to use for parsing log data.
        ///
        /// 1 to 10 characters.
        mapping_version: String = "MappingVersion", Kind::Text(1, 10, Some(r"^v\d+\.\d+(\.\d+)?$"));
        /// The path to the field in the log event that you want to parse.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
}

object! {
    /// Use this processor to parse Amazon VPC vended logs, extract fields, and and convert them into a JSON format.
    ParseVpc;
    required {
    }
    optional {
        /// Omit this parameter and the whole log message will be processed by this processor.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
}

object! {
    /// Use this processor to parse AWS WAF vended logs, extract fields, and and convert them into a JSON format.
    ParseWaf;
    required {
    }
    optional {
        /// Omit this parameter and the whole log message will be processed by this processor.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
}

object! {
    /// This structure contains the information about one processor in a log transformer.
    Processor;
    required {
    }
    optional {
        /// Use this parameter to include the addKeys processor in your transformer.
        add_keys: AddKeys = "AddKeys", Kind::Object(AddKeys::object_schema);
        /// Use this parameter to include the copyValue processor in your transformer.
        copy_value: CopyValue = "CopyValue", Kind::Object(CopyValue::object_schema);
        /// Use this parameter to include the CSV processor in your transformer.
        csv: Csv = "Csv", Kind::Object(Csv::object_schema);
        /// Use this parameter to include the datetimeConverter processor in your transformer.
        date_time_converter: DateTimeConverter = "DateTimeConverter", Kind::Object(DateTimeConverter::object_schema);
        /// Use this parameter to include the deleteKeys processor in your transformer.
        delete_keys: DeleteKeys = "DeleteKeys", Kind::Object(DeleteKeys::object_schema);
        /// Use this parameter to include the grok processor in your transformer.
        grok: Grok = "Grok", Kind::Object(Grok::object_schema);
        /// Use this parameter to include the listToMap processor in your transformer.
        list_to_map: ListToMap = "ListToMap", Kind::Object(ListToMap::object_schema);
        /// Use this parameter to include the lowerCaseString processor in your transformer.
        lower_case_string: LowerCaseString = "LowerCaseString", Kind::Object(LowerCaseString::object_schema);
        /// Use this parameter to include the moveKeys processor in your transformer.
        move_keys: MoveKeys = "MoveKeys", Kind::Object(MoveKeys::object_schema);
        /// Use this parameter to include the parseCloudfront processor in your transformer.
        parse_cloudfront: ParseCloudfront = "ParseCloudfront", Kind::Object(ParseCloudfront::object_schema);
        /// Use this parameter to include the parseJSON processor in your transformer.
        parse_json: ParseJson = "ParseJSON", Kind::Object(ParseJson::object_schema);
        /// Use this parameter to include the parseKeyValue processor in your transformer.
        parse_key_value: ParseKeyValue = "ParseKeyValue", Kind::Object(ParseKeyValue::object_schema);
        /// Use this parameter to include the parsePostGres processor in your transformer.
        parse_postgres: ParsePostgres = "ParsePostgres", Kind::Object(ParsePostgres::object_schema);
        /// Use this parameter to include the parseRoute53 processor in your transformer.
        parse_route53: ParseRoute53 = "ParseRoute53", Kind::Object(ParseRoute53::object_schema);
        /// Use this parameter to convert logs into Open Cybersecurity Schema (OCSF) format.
        parse_to_ocsf: ParseToOcsf = "ParseToOCSF", Kind::Object(ParseToOcsf::object_schema);
        /// Use this parameter to include the parseVPC processor in your transformer.
        parse_vpc: ParseVpc = "ParseVPC", Kind::Object(ParseVpc::object_schema);
        /// Use this parameter to include the parseWAF processor in your transformer.
        parse_waf: ParseWaf = "ParseWAF", Kind::Object(ParseWaf::object_schema);
        /// Use this parameter to include the renameKeys processor in your transformer.
        rename_keys: RenameKeys = "RenameKeys", Kind::Object(RenameKeys::object_schema);
        /// Use this parameter to include the splitString processor in your transformer.
        split_string: SplitString = "SplitString", Kind::Object(SplitString::object_schema);
        /// Use this parameter to include the substituteString processor in your transformer.
        substitute_string: SubstituteString = "SubstituteString", Kind::Object(SubstituteString::object_schema);
        /// Use this parameter to include the trimString processor in your transformer.
        trim_string: TrimString = "TrimString", Kind::Object(TrimString::object_schema);
        /// Use this parameter to include the typeConverter processor in your transformer.
        type_converter: TypeConverter = "TypeConverter", Kind::Object(TypeConverter::object_schema);
        /// Use this parameter to include the upperCaseString processor in your transformer.
        upper_case_string: UpperCaseString = "UpperCaseString", Kind::Object(UpperCaseString::object_schema);
    }
}

object! {
    /// This object defines one key that will be renamed with the renameKey processor.
    RenameKeyEntry;
    required {
        /// The key to rename.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// The string to use for the new key name.
        ///
        /// 1 to 128 characters.
        rename_to: String = "RenameTo", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
    optional {
        /// Specifies whether to overwrite the existing value if the destination key already exists.
        overwrite_if_exists: bool = "OverwriteIfExists", Kind::Bool;
    }
}

object! {
    /// Use this processor to rename keys in a log event.
    RenameKeys;
    required {
        /// An array of `RenameKeyEntry` objects, where each object contains the information about a single key to rename.
        ///
        /// 1 to 5 items.
        entries: Vec<RenameKeyEntry> = "Entries", Kind::List(&Kind::Object(RenameKeyEntry::object_schema), 1, 5, false);
    }
    optional {
    }
}

object! {
    /// Use this processor to split a field into an array of strings using a delimiting character.
    SplitString;
    required {
        /// An array of `SplitStringEntry` objects, where each object contains the information about one field to split.
        ///
        /// 1 to 10 items.
        entries: Vec<SplitStringEntry> = "Entries", Kind::List(&Kind::Object(SplitStringEntry::object_schema), 1, 10, false);
    }
    optional {
    }
}

object! {
    /// This object defines one log field that will be split with the splitString processor.
    SplitStringEntry;
    required {
        /// The separator characters to split the string entry on.
        ///
        /// 1 to 128 characters.
        delimiter: String = "Delimiter", Kind::Text(1, 128, None);
        /// The key of the field to split.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
    }
    optional {
    }
}

object! {
    /// This processor matches a key’s value against a regular expression and replaces all matches with a replacement string.
    SubstituteString;
    required {
        /// An array of objects, where each object contains the information about one key to match and replace.
        ///
        /// 1 to 10 items.
        entries: Vec<SubstituteStringEntry> = "Entries", Kind::List(&Kind::Object(SubstituteStringEntry::object_schema), 1, 10, false);
    }
    optional {
    }
}

object! {
    /// This object defines one log field key that will be replaced using the substituteString processor.
    SubstituteStringEntry;
    required {
        /// The regular expression string to be replaced.
        ///
        /// 1 to 128 characters.
        from: String = "From", Kind::Text(1, 128, None);
        /// The key to modify.
        ///
        /// 1 to 128 characters.
        source: String = "Source", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// The string to be substituted for each match of `from`.
        ///
        /// 1 to 128 characters.
        to: String = "To", Kind::Text(1, 128, None);
    }
    optional {
    }
}

object! {
    /// Use this processor to remove leading and trailing whitespace.
    TrimString;
    required {
        /// The array containing the keys of the fields to trim.
        ///
        /// 1 to 10 items.
        with_keys: Vec<String> = "WithKeys", Kind::List(&Kind::Text(1, 128, None), 1, 10, true);
    }
    optional {
    }
}

object! {
    /// Use this processor to convert a value type associated with the specified key to the specified type.
    TypeConverter;
    required {
        /// An array of `TypeConverterEntry` objects, where each object contains the information about one field to change the type of.
        ///
        /// 1 to 5 items.
        entries: Vec<TypeConverterEntry> = "Entries", Kind::List(&Kind::Object(TypeConverterEntry::object_schema), 1, 5, false);
    }
    optional {
    }
}

object! {
    /// This object defines one value type that will be converted using the typeConverter processor.
    TypeConverterEntry;
    required {
        /// The key with the value that is to be converted to a different type.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some("^.*[a-zA-Z0-9]+.*$"));
        /// The type to convert the field value to.
        r#type: Type = "Type", Kind::Values(Type::ALL);
    }
    optional {
    }
}

object! {
    /// This processor converts a string field to uppercase.
    UpperCaseString;
    required {
        /// The array of containing the keys of the field to convert to uppercase.
        ///
        /// 1 to 10 items.
        with_keys: Vec<String> = "WithKeys", Kind::List(&Kind::Text(1, 128, None), 1, 10, true);
    }
    optional {
    }
}

values! {
    /// The values of `EventSource`.
    EventSource {
        Awswaf = "AWSWAF",
        CloudTrail = "CloudTrail",
        EksAudit = "EKSAudit",
        Route53Resolver = "Route53Resolver",
        VpcFlow = "VPCFlow",
    }
}

values! {
    /// The values of `FlattenedElement`.
    FlattenedElement {
        First = "first",
        Last = "last",
    }
}

values! {
    /// The values of `OcsfVersion`.
    OcsfVersion {
        V11 = "V1.1",
        V15 = "V1.5",
    }
}

values! {
    /// The values of `Type`.
    Type {
        Boolean = "boolean",
        Double = "double",
        Integer = "integer",
        String = "string",
    }
}
