// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SSM::Parameter` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SSM::Parameter` resource creates an SSM parameter in AWS Systems Manager Parameter Store. ) To create an SSM parameter, you must have the AWS …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html>
    Parameter = "AWS::SSM::Parameter";
    required {
        /// The type of parameter. ) Parameters of type `SecureString` are not supported by AWS CloudFormation.
        r#type: Type = "Type", Kind::Values(Type::ALL);
        /// The parameter value. ) If type is `StringList`, the system returns a comma-separated string with no spaces between commas in the `Value` field.
        value: String = "Value", TEXT;
    }
    optional {
        /// A regular expression used to validate the parameter value.
        ///
        /// 0 to 1024 characters.
        allowed_pattern: String = "AllowedPattern", Kind::Text(0, 1024, None);
        /// The data type of the parameter, such as `text` or `aws:ec2:image`.
        data_type: DataType = "DataType", Kind::Values(DataType::ALL);
        /// Information about the parameter.
        ///
        /// 0 to 1024 characters.
        description: String = "Description", Kind::Text(0, 1024, None);
        /// The name of the parameter. ) The reported maximum length of 2048 characters for a parameter name includes 1037 characters that are reserved for internal use by …
        ///
        /// 1 to 2048 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 2048, None);
        /// Information about the policies assigned to a parameter.
        ///
        /// 1 to 4096 characters.
        policies: String = "Policies", Kind::Text(1, 4096, None);
        /// Optional metadata that you assign to a resource in the form of an arbitrary set of tags (key-value pairs).
        tags: BTreeMap<String, String> = "Tags", Kind::Map(&TEXT);
        /// The parameter tier.
        tier: Tier = "Tier", Kind::Values(Tier::ALL);
    }
    attributes {
        /// `Arn`, which AWS's schema does not describe.
        arn: Arn<Parameter> = "Arn";
    }
    replaces ["Name"]
    may_replace []
}

values! {
    /// The values of `DataType`.
    DataType {
        AwsEc2Image = "aws:ec2:image",
        Text = "text",
    }
}

values! {
    /// The values of `Tier`.
    Tier {
        Advanced = "Advanced",
        IntelligentTiering = "Intelligent-Tiering",
        Standard = "Standard",
    }
}

values! {
    /// The values of `Type`.
    Type {
        String = "String",
        StringList = "StringList",
    }
}
