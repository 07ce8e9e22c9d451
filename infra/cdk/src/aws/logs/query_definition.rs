// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::QueryDefinition` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a query definition for CloudWatch Logs Insights.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-querydefinition.html>
    QueryDefinition = "AWS::Logs::QueryDefinition";
    required {
        /// A name for the query definition. ) You can use the name to create a folder structure for your queries.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
        /// The query string to use for this query definition.
        ///
        /// 1 to 10000 characters.
        query_string: String = "QueryString", Kind::Text(1, 10000, None);
    }
    optional {
        /// Use this parameter if you want the query to query only certain log groups.
        log_group_names: Vec<String> = "LogGroupNames", list(&Kind::Text(1, 512, Some(r"[\.\-_/#A-Za-z0-9]+")));
        /// Use this parameter to include specific query parameters as part of your query definition.
        ///
        /// 0 to 20 items.
        parameters: Vec<QueryParameter> = "Parameters", Kind::List(&Kind::Object(QueryParameter::object_schema), 0, 20, false);
        /// The query language used for this query.
        query_language: QueryLanguage = "QueryLanguage", Kind::Values(QueryLanguage::ALL);
    }
    attributes {
        /// The ID of the query definition.
        query_definition_id: String = "QueryDefinitionId";
    }
    replaces []
    may_replace []
}

object! {
    /// This structure defines a query parameter for a saved CloudWatch Logs Insights query definition.
    QueryParameter;
    required {
        /// The name of the query parameter.
        ///
        /// 1 to 128 characters.
        name: String = "Name", Kind::Text(1, 128, Some("^[a-zA-Z_][a-zA-Z0-9_]*$"));
    }
    optional {
        /// The default value to use for this query parameter if no value is supplied at execution time.
        ///
        /// 0 to 1024 characters.
        default_value: String = "DefaultValue", Kind::Text(0, 1024, None);
        /// A description of the query parameter that explains its purpose or expected values.
        ///
        /// 0 to 512 characters.
        description: String = "Description", Kind::Text(0, 512, None);
    }
}

values! {
    /// The values of `QueryLanguage`.
    QueryLanguage {
        Cwli = "CWLI",
        Ppl = "PPL",
        Sql = "SQL",
    }
}
