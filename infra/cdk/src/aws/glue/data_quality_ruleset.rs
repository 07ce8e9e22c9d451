// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::DataQualityRuleset` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::DataQualityRuleset` resource specifies a data quality ruleset with DQDL rules applied to a specified AWS Glue table.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-dataqualityruleset.html>
    DataQualityRuleset = "AWS::Glue::DataQualityRuleset";
    required {
        /// The name of the data quality ruleset.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
    }
    optional {
        /// Used for idempotency and is recommended to be set to a random ID (such as a UUID) to avoid creating or starting multiple instances of the same resource.
        ///
        /// 1 to 255 characters.
        client_token: String = "ClientToken", Kind::Text(1, 255, None);
        /// A description of the data quality ruleset.
        ///
        /// 0 to 2048 characters.
        description: String = "Description", Kind::Text(0, 2048, None);
        /// A Data Quality Definition Language (DQDL) ruleset.
        ///
        /// 1 to 65536 characters.
        ruleset: String = "Ruleset", Kind::Text(1, 65536, None);
        /// A list of tags applied to the data quality ruleset.
        tags: Json = "Tags", Kind::Json;
        /// An object representing an AWS Glue table.
        target_table: DataQualityTargetTable = "TargetTable", Kind::Object(DataQualityTargetTable::object_schema);
    }
    attributes {
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// An object representing an AWS Glue table.
    DataQualityTargetTable;
    required {
        /// The name of the database where the AWS Glue table exists.
        ///
        /// 1 to 255 characters.
        database_name: String = "DatabaseName", Kind::Text(1, 255, None);
        /// The name of the AWS Glue table.
        ///
        /// 1 to 255 characters.
        table_name: String = "TableName", Kind::Text(1, 255, None);
    }
    optional {
    }
}
