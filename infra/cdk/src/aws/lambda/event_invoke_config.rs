// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::EventInvokeConfig` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Lambda::EventInvokeConfig` resource configures options for asynchronous invocation on a version or an alias.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventinvokeconfig.html>
    EventInvokeConfig = "AWS::Lambda::EventInvokeConfig";
    required {
        /// The name of the Lambda function.
        ///
        /// Changing it replaces the resource.
        function_name: String = "FunctionName", Kind::Text(0, usize::MAX, Some(r"^(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]+(-[a-z]+)+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?$"));
        /// The identifier of a version or alias. - Version - A version number. - Alias - An alias name. - Latest - To specify the unpublished version, use `$LATEST`.
        ///
        /// Changing it replaces the resource.
        qualifier: String = "Qualifier", Kind::Text(0, usize::MAX, Some(r"^\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9$_-]{1,129}$"));
    }
    optional {
        /// A destination for events after they have been sent to a function for processing.
        destination_config: DestinationConfig = "DestinationConfig", Kind::Object(DestinationConfig::object_schema);
        /// The maximum age of a request that Lambda sends to a function for processing.
        ///
        /// 60 to 21600.
        maximum_event_age_in_seconds: Int<60, 21600> = "MaximumEventAgeInSeconds", Kind::Integer(60, 21600);
        /// The maximum number of times to retry when the function returns an error.
        ///
        /// 0 to 2.
        maximum_retry_attempts: Int<0, 2> = "MaximumRetryAttempts", Kind::Integer(0, 2);
    }
    attributes {
    }
    replaces ["FunctionName", "Qualifier"]
    may_replace []
}

object! {
    /// A configuration object that specifies the destination of an event after Lambda processes it.
    DestinationConfig;
    required {
    }
    optional {
        /// The destination configuration for failed invocations. ) When using an Amazon SQS queue as a destination, FIFO queues cannot be used.
        on_failure: OnFailure = "OnFailure", Kind::Object(OnFailure::object_schema);
        /// The destination configuration for successful invocations. ) When using an Amazon SQS queue as a destination, FIFO queues cannot be used.
        on_success: OnSuccess = "OnSuccess", Kind::Object(OnSuccess::object_schema);
    }
}

object! {
    /// A destination for events that failed processing.
    OnFailure;
    required {
        /// The Amazon Resource Name (ARN) of the destination resource.
        ///
        /// 0 to 350 characters.
        destination: String = "Destination", Kind::Text(0, 350, Some(r"^$|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:([a-z]+(-[a-z]+)+-\d{1})?:(\d{12})?:(.*)"));
    }
    optional {
    }
}

object! {
    /// A destination for events that were processed successfully.
    OnSuccess;
    required {
        /// The Amazon Resource Name (ARN) of the destination resource. ) Amazon SNS destinations have a message size limit of 256 KB.
        ///
        /// 0 to 350 characters.
        destination: String = "Destination", Kind::Text(0, 350, Some(r"^$|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:([a-z]+(-[a-z]+)+-\d{1})?:(\d{12})?:(.*)"));
    }
    optional {
    }
}
