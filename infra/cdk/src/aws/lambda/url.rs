// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::Url` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Lambda::Url` resource creates a function URL with the specified configuration parameters.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html>
    Url = "AWS::Lambda::Url";
    required {
        /// The type of authentication that your function URL uses.
        auth_type: AuthType = "AuthType", Kind::Values(AuthType::ALL);
        /// The name of the Lambda function.
        ///
        /// Changing it replaces the resource.
        target_function_arn: String = "TargetFunctionArn", TEXT;
    }
    optional {
        /// The Cross-Origin Resource Sharing (CORS) settings for your function URL.
        cors: Cors = "Cors", Kind::Object(Cors::object_schema);
        /// Use one of the following options: - `BUFFERED` – This is the default option.
        invoke_mode: InvokeMode = "InvokeMode", Kind::Values(InvokeMode::ALL);
        /// The alias name.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        qualifier: String = "Qualifier", Kind::Text(1, 128, None);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the function.
        function_arn: String = "FunctionArn";
        /// The HTTP URL endpoint for your function.
        function_url: String = "FunctionUrl";
    }
    replaces ["Qualifier", "TargetFunctionArn"]
    may_replace []
}

object! {
    /// The Cross-Origin Resource Sharing (CORS) settings for your function URL.
    Cors;
    required {
    }
    optional {
        /// Whether you want to allow cookies or other credentials in requests to your function URL.
        allow_credentials: bool = "AllowCredentials", Kind::Bool;
        /// The HTTP headers that origins can include in requests to your function URL.
        ///
        /// 1 to 100 items.
        allow_headers: Vec<String> = "AllowHeaders", Kind::List(&Kind::Text(1, 1024, None), 1, 100, false);
        /// The HTTP methods that are allowed when calling your function URL.
        ///
        /// 1 to 6 items.
        allow_methods: Vec<AllowMethods> = "AllowMethods", Kind::List(&Kind::Values(AllowMethods::ALL), 1, 6, false);
        /// The origins that can access your function URL.
        ///
        /// 1 to 100 items.
        allow_origins: Vec<String> = "AllowOrigins", Kind::List(&Kind::Text(1, 253, None), 1, 100, false);
        /// The HTTP headers in your function response that you want to expose to origins that call your function URL.
        ///
        /// 1 to 100 items.
        expose_headers: Vec<String> = "ExposeHeaders", Kind::List(&Kind::Text(1, 1024, None), 1, 100, false);
        /// The maximum amount of time, in seconds, that browsers can cache results of a preflight request.
        ///
        /// 0 to 86400.
        max_age: Int<0, 86400> = "MaxAge", Kind::Integer(0, 86400);
    }
}

values! {
    /// The values of `AllowMethods`.
    AllowMethods {
        V = "*",
        Delete = "DELETE",
        Get = "GET",
        Head = "HEAD",
        Patch = "PATCH",
        Post = "POST",
        Put = "PUT",
    }
}

values! {
    /// The values of `AuthType`.
    AuthType {
        AwsIam = "AWS_IAM",
        None = "NONE",
    }
}

values! {
    /// The values of `InvokeMode`.
    InvokeMode {
        Buffered = "BUFFERED",
        ResponseStream = "RESPONSE_STREAM",
    }
}
