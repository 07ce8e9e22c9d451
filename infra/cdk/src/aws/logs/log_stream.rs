// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::LogStream` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Logs::LogStream` resource specifies an Amazon CloudWatch Logs log stream in a specific log group.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-logstream.html>
    LogStream = "AWS::Logs::LogStream";
    required {
        /// The name of the log group where the log stream is created.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        log_group_name: String = "LogGroupName", Kind::Text(1, 512, Some(r"^[\.\-_/#A-Za-z0-9]+$"));
    }
    optional {
        /// The name of the log stream.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        log_stream_name: String = "LogStreamName", Kind::Text(1, 512, Some("^[^:*]*$"));
    }
    attributes {
    }
    replaces ["LogGroupName", "LogStreamName"]
    may_replace []
}
