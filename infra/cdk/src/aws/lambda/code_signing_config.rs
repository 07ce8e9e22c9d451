// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::CodeSigningConfig` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Details about a Code signing configuration.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-codesigningconfig.html>
    CodeSigningConfig = "AWS::Lambda::CodeSigningConfig";
    required {
        /// List of allowed publishers.
        allowed_publishers: AllowedPublishers = "AllowedPublishers", Kind::Object(AllowedPublishers::object_schema);
    }
    optional {
        /// The code signing policy controls the validation failure action for signature mismatch or expiry.
        code_signing_policies: CodeSigningPolicies = "CodeSigningPolicies", Kind::Object(CodeSigningPolicies::object_schema);
        /// Code signing configuration description.
        ///
        /// 0 to 256 characters.
        description: String = "Description", Kind::Text(0, 256, None);
        /// A list of tags to add to the code signing configuration. ) You must have the `lambda:TagResource`, `lambda:UntagResource`, and `lambda:ListTags` permissions …
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the code signing configuration.
        code_signing_config_arn: String = "CodeSigningConfigArn";
        /// The code signing configuration ID.
        code_signing_config_id: String = "CodeSigningConfigId";
    }
    replaces []
    may_replace []
}

object! {
    /// List of signing profiles that can sign a code package.
    AllowedPublishers;
    required {
        /// The Amazon Resource Name (ARN) for each of the signing profiles.
        ///
        /// 1 to 20 items.
        signing_profile_version_arns: Vec<String> = "SigningProfileVersionArns", Kind::List(&Kind::Text(12, 1024, Some(r"arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)")), 1, 20, false);
    }
    optional {
    }
}

object! {
    /// Code signing configuration policies specify the validation failure action for signature mismatch or expiry.
    CodeSigningPolicies;
    required {
        /// Code signing configuration policy for deployment validation failure.
        untrusted_artifact_on_deployment: UntrustedArtifactOnDeployment = "UntrustedArtifactOnDeployment", Kind::Values(UntrustedArtifactOnDeployment::ALL);
    }
    optional {
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
    }
    optional {
        /// The value for the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
}

values! {
    /// The values of `UntrustedArtifactOnDeployment`.
    UntrustedArtifactOnDeployment {
        Enforce = "Enforce",
        Warn = "Warn",
    }
}
