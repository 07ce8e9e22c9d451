// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::Permission` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Lambda::Permission` resource grants an AWS service or another account permission to use a function.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html>
    Permission = "AWS::Lambda::Permission";
    required {
        /// The action that the principal can use on the function.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        action: String = "Action", Kind::Text(1, 256, Some("^(lambda:[*]|lambda:[a-zA-Z]+|[*])$"));
        /// The name or ARN of the Lambda function, version, or alias.
        ///
        /// 1 to 140 characters. Changing it replaces the resource.
        function_name: String = "FunctionName", Kind::Text(1, 140, Some(r"^(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?$"));
        /// The AWS service, AWS account, IAM user, or IAM role that invokes the function.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        principal: String = "Principal", Kind::Text(1, 256, None);
    }
    optional {
        /// For Alexa Smart Home functions, a token that the invoker must supply.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        event_source_token: String = "EventSourceToken", Kind::Text(1, 256, Some(r"^[a-zA-Z0-9._\-]+$"));
        /// The type of authentication that your function URL uses.
        ///
        /// Changing it replaces the resource.
        function_url_auth_type: FunctionUrlAuthType = "FunctionUrlAuthType", Kind::Values(FunctionUrlAuthType::ALL);
        /// Indicates whether the permission applies when the function is invoked through a function URL.
        ///
        /// Changing it replaces the resource.
        invoked_via_function_url: bool = "InvokedViaFunctionUrl", Kind::Bool;
        /// The identifier for your organization in AWS Organizations.
        ///
        /// 12 to 34 characters. Changing it replaces the resource.
        principal_org_id: String = "PrincipalOrgID", Kind::Text(12, 34, Some("^o-[a-z0-9]{10,32}$"));
        /// For AWS service, the ID of the AWS account that owns the resource.
        ///
        /// 12 to 12 characters. Changing it replaces the resource.
        source_account: String = "SourceAccount", Kind::Text(12, 12, Some(r"^\d{12}$"));
        /// For AWS services, the ARN of the AWS resource that invokes the function.
        ///
        /// 12 to 1024 characters. Changing it replaces the resource.
        source_arn: String = "SourceArn", Kind::Text(12, 1024, Some(r"^arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)$"));
    }
    attributes {
        /// `Id`, which AWS's schema does not describe.
        id: String = "Id";
    }
    replaces ["Action", "EventSourceToken", "FunctionName", "FunctionUrlAuthType", "InvokedViaFunctionUrl", "Principal", "PrincipalOrgID", "SourceAccount", "SourceArn"]
    may_replace []
}

values! {
    /// The values of `FunctionUrlAuthType`.
    FunctionUrlAuthType {
        AwsIam = "AWS_IAM",
        None = "NONE",
    }
}
