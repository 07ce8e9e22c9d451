// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::UsageProfile` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates an AWS Glue usage profile.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-usageprofile.html>
    UsageProfile = "AWS::Glue::UsageProfile";
    required {
        /// The name of the usage profile.
        ///
        /// 5 to 128 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(5, 128, None);
    }
    optional {
        /// UsageProfile configuration for supported service ex: (Jobs, Sessions).
        configuration: ProfileConfiguration = "Configuration", Kind::Object(ProfileConfiguration::object_schema);
        /// A description of the usage profile.
        ///
        /// 1 to 512 characters.
        description: String = "Description", Kind::Text(1, 512, Some(r"[a-zA-Z0-9\-\:\_]{1,64}"));
        /// The tags to be applied to this UsageProfiles.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, true);
    }
    attributes {
        /// The date and time when the usage profile was created.
        created_on: String = "CreatedOn";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// Specifies the job and session values that an admin configures in an AWS Glue usage profile.
    ProfileConfiguration;
    required {
    }
    optional {
        /// A key-value map of configuration parameters for AWS Glue jobs.
        job_configuration: Json = "JobConfiguration", Kind::Json;
        /// A key-value map of configuration parameters for AWS Glue sessions.
        session_configuration: Json = "SessionConfiguration", Kind::Json;
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// A key to identify the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// Corresponding tag value for the key.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
