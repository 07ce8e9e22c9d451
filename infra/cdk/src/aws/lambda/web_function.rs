// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::WebFunction` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::Lambda::WebFunction.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-webfunction.html>
    WebFunction = "AWS::Lambda::WebFunction";
    required {
        /// The name of the web function.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        function_name: String = "FunctionName", Kind::Text(1, 256, None);
    }
    optional {
        /// A list of tags to apply to the function.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The timestamp when the function was created.
        created_at: String = "CreatedAt";
        /// The Amazon Resource Name (ARN) of the function.
        function_arn: String = "FunctionArn";
        /// The current state of the function.
        state: String = "State";
        /// The reason for the function's current state.
        state_reason: String = "StateReason";
        /// The timestamp when the function was last updated.
        updated_at: String = "UpdatedAt";
    }
    replaces ["FunctionName"]
    may_replace []
}

object! {
    /// A key-value pair to associate with the function.
    Tag;
    required {
        /// The tag key.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The tag value.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
