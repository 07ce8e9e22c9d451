// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Classifier` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::Classifier` resource creates an AWS Glue classifier that categorizes data sources and specifies schemas.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-classifier.html>
    Classifier = "AWS::Glue::Classifier";
    required {
    }
    optional {
        /// A classifier for comma-separated values (CSV).
        csv_classifier: CsvClassifier = "CsvClassifier", Kind::Object(CsvClassifier::object_schema);
        /// A classifier that uses `grok`.
        grok_classifier: GrokClassifier = "GrokClassifier", Kind::Object(GrokClassifier::object_schema);
        /// A classifier for JSON content.
        json_classifier: JsonClassifier = "JsonClassifier", Kind::Object(JsonClassifier::object_schema);
        /// A classifier for XML content.
        xml_classifier: XmlClassifier = "XMLClassifier", Kind::Object(XmlClassifier::object_schema);
    }
    attributes {
        /// One of XMLClassifier/Name, GrokClassifier/Name, JsonClassifier/Name or CsvClassifier/Name.
        name: String = "Name";
    }
    replaces ["CsvClassifier/Name", "GrokClassifier/Name", "JsonClassifier/Name", "XMLClassifier/Name"]
    may_replace []
}

object! {
    /// A classifier for custom `CSV` content.
    CsvClassifier;
    required {
    }
    optional {
        /// Enables the processing of files that contain only one column.
        allow_single_column: bool = "AllowSingleColumn", Kind::Bool;
        /// Indicates whether the CSV file contains custom data types.
        contains_custom_datatype: Vec<String> = "ContainsCustomDatatype", list(&TEXT);
        /// Indicates whether the CSV file contains a header.
        contains_header: ContainsHeader = "ContainsHeader", Kind::Values(ContainsHeader::ALL);
        /// Enables the configuration of custom data types.
        custom_datatype_configured: bool = "CustomDatatypeConfigured", Kind::Bool;
        /// A custom symbol to denote what separates each column entry in the row.
        ///
        /// 1 to 1 characters.
        delimiter: String = "Delimiter", Kind::Text(1, 1, Some(r"^[^\r\n]$"));
        /// Specifies not to trim values before identifying the type of column values.
        disable_value_trimming: bool = "DisableValueTrimming", Kind::Bool;
        /// A list of strings representing column names.
        header: Vec<String> = "Header", list(&Kind::Text(1, 255, None));
        /// The name of the classifier.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
        /// A custom symbol to denote what combines content into a single column value.
        ///
        /// 1 to 1 characters.
        quote_symbol: String = "QuoteSymbol", Kind::Text(1, 1, Some(r"^[^\r\n]$"));
    }
}

object! {
    /// A classifier that uses `grok` patterns.
    GrokClassifier;
    required {
        /// An identifier of the data format that the classifier matches, such as Twitter, JSON, Omniture logs, and so on.
        classification: String = "Classification", TEXT;
        /// The grok pattern applied to a data store by this classifier.
        ///
        /// 1 to 2048 characters.
        grok_pattern: String = "GrokPattern", Kind::Text(1, 2048, None);
    }
    optional {
        /// Optional custom grok patterns defined by this classifier.
        ///
        /// 0 to 16000 characters.
        custom_patterns: String = "CustomPatterns", Kind::Text(0, 16000, None);
        /// The name of the classifier.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
    }
}

object! {
    /// A classifier for `JSON` content.
    JsonClassifier;
    required {
        /// A `JsonPath` string defining the JSON data for the classifier to classify.
        json_path: String = "JsonPath", TEXT;
    }
    optional {
        /// The name of the classifier.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
    }
}

object! {
    /// A classifier for `XML` content.
    XmlClassifier;
    required {
        /// An identifier of the data format that the classifier matches.
        classification: String = "Classification", TEXT;
        /// The XML tag designating the element that contains each record in an XML document being parsed.
        row_tag: String = "RowTag", TEXT;
    }
    optional {
        /// The name of the classifier.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
    }
}

values! {
    /// The values of `ContainsHeader`.
    ContainsHeader {
        Absent = "ABSENT",
        Present = "PRESENT",
        Unknown = "UNKNOWN",
    }
}
