// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Events::ApiDestination` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates an API destination, which is an HTTP invocation endpoint configured as a target for events.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-apidestination.html>
    ApiDestination = "AWS::Events::ApiDestination";
    required {
        /// The ARN of the connection to use for the API destination.
        ///
        /// 1 to 1600 characters.
        connection_arn: String = "ConnectionArn", Kind::Text(1, 1600, Some(r"^arn:aws([a-z]|\-)*:events:([a-z]|\d|\-)*:([0-9]{12})?:connection/[\.\-_A-Za-z0-9]+/[\-A-Za-z0-9]+$"));
        /// The method to use for the request to the HTTP invocation endpoint.
        http_method: HttpMethod = "HttpMethod", Kind::Values(HttpMethod::ALL);
        /// The URL to the HTTP invocation endpoint for the API destination.
        ///
        /// 1 to 2048 characters.
        invocation_endpoint: String = "InvocationEndpoint", Kind::Text(1, 2048, Some(r"^((%[0-9A-Fa-f]{2}|[-()_.!~*';/?:@\x26=+$,A-Za-z0-9])+)([).!';/?:,])?$"));
    }
    optional {
        /// A description for the API destination to create.
        ///
        /// 0 to 512 characters.
        description: String = "Description", Kind::Text(0, 512, None);
        /// The maximum number of requests per second to send to the HTTP invocation endpoint.
        ///
        /// At least 1.
        invocation_rate_limit_per_second: Int<1> = "InvocationRateLimitPerSecond", Kind::Integer(1, i64::MAX);
        /// The name for the API destination to create.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 64, Some(r"[\.\-_A-Za-z0-9]+"));
    }
    attributes {
        /// The ARN of the API destination that was created by the request.
        arn: Arn<ApiDestination> = "Arn";
        /// Returns the Amazon Resource Name (ARN) of an API destination in resource format, so it can be used in the `Resource` element of IAM permission policy statements.
        arn_for_policy: String = "ArnForPolicy";
    }
    replaces ["Name"]
    may_replace []
}

values! {
    /// The values of `HttpMethod`.
    HttpMethod {
        Delete = "DELETE",
        Get = "GET",
        Head = "HEAD",
        Options = "OPTIONS",
        Patch = "PATCH",
        Post = "POST",
        Put = "PUT",
    }
}
