// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Athena::PreparedStatement` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Specifies a prepared statement for use with SQL queries in Athena.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-preparedstatement.html>
    PreparedStatement = "AWS::Athena::PreparedStatement";
    required {
        /// The query string for the prepared statement.
        ///
        /// 1 to 262144 characters.
        query_statement: String = "QueryStatement", Kind::Text(1, 262144, None);
        /// The name of the prepared statement.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        statement_name: String = "StatementName", Kind::Text(1, 256, Some("^[a-zA-Z_][a-zA-Z0-9_@:]{1,256}$"));
        /// The workgroup to which the prepared statement belongs.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        work_group: String = "WorkGroup", Kind::Text(1, 128, Some("^[a-zA-Z0-9._-]{1,128}$"));
    }
    optional {
        /// The description of the prepared statement.
        ///
        /// 1 to 1024 characters.
        description: String = "Description", Kind::Text(1, 1024, None);
    }
    attributes {
    }
    replaces ["StatementName", "WorkGroup"]
    may_replace []
}
