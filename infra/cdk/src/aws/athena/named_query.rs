// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Athena::NamedQuery` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Athena::NamedQuery` resource specifies an Amazon Athena saved query, where `QueryString` contains the SQL query statements that make up the query.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-namedquery.html>
    NamedQuery = "AWS::Athena::NamedQuery";
    required {
        /// The database to which the query belongs.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        database: String = "Database", Kind::Text(1, 255, None);
        /// The SQL statements that make up the query.
        ///
        /// 1 to 262144 characters. Changing it replaces the resource.
        query_string: String = "QueryString", Kind::Text(1, 262144, None);
    }
    optional {
        /// The query description.
        ///
        /// 1 to 1024 characters. Changing it replaces the resource.
        description: String = "Description", Kind::Text(1, 1024, None);
        /// The query name.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 128, None);
        /// The name of the workgroup that contains the named query.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        work_group: String = "WorkGroup", Kind::Text(1, 128, Some("^[a-zA-Z0-9._-]{1,128}$"));
    }
    attributes {
        /// The unique ID of the query.
        named_query_id: String = "NamedQueryId";
    }
    replaces ["Database", "Description", "Name", "QueryString", "WorkGroup"]
    may_replace []
}
