// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::CustomEntityType` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a custom pattern that is used to detect sensitive data across the columns and rows of your structured data.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-customentitytype.html>
    CustomEntityType = "AWS::Glue::CustomEntityType";
    required {
    }
    optional {
        /// A list of context words.
        ///
        /// 1 to 20 items.
        context_words: Vec<String> = "ContextWords", Kind::List(&Kind::Text(1, 255, None), 1, 20, false);
        /// A name for the custom pattern that allows it to be retrieved or deleted later.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
        /// A regular expression string that is used for detecting sensitive data in a custom pattern.
        ///
        /// 1 to 255 characters.
        regex_string: String = "RegexString", Kind::Text(1, 255, None);
        /// AWS tags that contain a key value pair and may be searched by console, command line, or API.
        tags: Json = "Tags", Kind::Json;
    }
    attributes {
    }
    replaces ["Name"]
    may_replace []
}
