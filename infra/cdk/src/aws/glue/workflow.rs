// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Workflow` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::Workflow` is an AWS Glue resource type that manages AWS Glue workflows.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-workflow.html>
    Workflow = "AWS::Glue::Workflow";
    required {
    }
    optional {
        /// A collection of properties to be used as part of each execution of the workflow.
        default_run_properties: Json = "DefaultRunProperties", Kind::Json;
        /// A description of the workflow.
        ///
        /// 0 to 120000 characters.
        description: String = "Description", Kind::Text(0, 120000, None);
        /// You can use this parameter to prevent unwanted multiple updates to data, to control costs, or in some cases, to prevent exceeding the maximum number of …
        max_concurrent_runs: Int = "MaxConcurrentRuns", INTEGER;
        /// The name of the workflow representing the flow.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
        /// The tags to use with this workflow.
        tags: Json = "Tags", Kind::Json;
    }
    attributes {
    }
    replaces ["Name"]
    may_replace []
}
